//! Names looked for, as a person types them: in any order, misspelt, the last word perhaps not yet whole. Owns the ranking;
//! refuses to look through everybody.

use crate::index::{Id, Index, word_key};
use crate::lexicon::{Word, WordId};
use crate::naming::{Likeness, likeness};
use crate::spelling::{fold, sound};

/// So many bearers of a word are looked at.
const LOOKED_AT: usize = 200_000;
/// So many words that answer to a word that was typed are followed.
const FOLLOWED: usize = 200;

/// A candidate whose name answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Who.
    pub id: Id,
    /// How well, from 0 to 1.
    pub likeness: f32,
}

/// Words of the lexicon that answer to one that was typed, by their places, and how well.
type Answers = Vec<(WordId, f32)>;

fn answer(answers: &Answers, word: WordId) -> Option<f32> {
    answers.binary_search_by_key(&word, |(word, _)| *word).ok().and_then(|at| Some(answers.get(at)?.1))
}

impl Index {
    /// Candidates whose names hold all these words, the best first; fewer words where nobody has all.
    #[must_use]
    pub fn search(&self, words: &str, limit: usize) -> Vec<Hit> {
        let mut folded = String::new();
        fold(words, &mut folded);
        let typed: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).take(6).collect();
        let mut answers: Vec<Answers> = typed.iter().map(|word| self.answers(word)).collect();
        answers.retain(|answers| !answers.is_empty());
        let bearers = |answers: &Answers| -> u64 {
            answers.iter().map(|(word, _)| u64::from(self.lexicon.word(*word).bearers)).sum()
        };
        answers.sort_by_key(bearers);
        let Some(rarest) = answers.first() else { return Vec::new() };
        let mut hits = self.rank(rarest, &answers, typed.len(), limit);
        hits.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then(a.id.cmp(&b.id)));
        hits.truncate(limit);
        hits
    }

    fn answers(&self, typed: &str) -> Answers {
        let asked = Word { text: typed.into(), bearers: 0, sound: self.lexicon.find_sound(sound(typed)), bit: 0 };
        let mut found: Vec<(f32, u32, WordId)> = Vec::new();
        for (id, word) in self.lexicon.words().filter(|(_, word)| word.bearers > 0) {
            let like = if *word.text == *typed {
                1.0
            } else if word.text.starts_with(typed) {
                0.8
            } else if word.text.len().abs_diff(typed.len()) > 3 || typed.len() < 3 {
                continue;
            } else {
                match likeness(&asked, word) {
                    Likeness::Sounds => 0.7,
                    Likeness::Near => 0.6,
                    Likeness::Stem => 0.5,
                    _ => continue,
                }
            };
            found.push((like, word.bearers, id));
        }
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)).then(a.2.cmp(&b.2)));
        found.truncate(FOLLOWED);
        let mut answers: Answers = found.into_iter().map(|(like, _, id)| (id, like)).collect();
        answers.sort_unstable_by_key(|(word, _)| *word);
        answers
    }

    /// Looks through the bearers of the rarest word, the best spellings first, until enough are found whose every word
    /// answers.
    fn rank(&self, rarest: &Answers, all: &[Answers], typed: usize, limit: usize) -> Vec<Hit> {
        let mut order = rarest.clone();
        order.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let mut hits = Vec::new();
        let (mut looked_at, mut whole) = (0, 0);
        for (word, like) in order {
            if whole >= limit && like < 1.0 || looked_at >= LOOKED_AT {
                break;
            }
            for row in self.bearers.rows(word_key(word)).take(LOOKED_AT - looked_at) {
                looked_at += 1;
                let record = &self.records[row as usize];
                if !record.present {
                    continue;
                }
                let best = |answers: &Answers| {
                    record.words().iter().filter_map(|word| answer(answers, *word)).fold(0.0, f32::max)
                };
                let sum: f32 = all.iter().map(best).sum();
                whole += usize::from(sum + 0.01 >= typed as f32);
                let length = record.words().len().max(typed) as f32;
                hits.push(Hit { id: self.ids[row as usize], likeness: sum / (0.8 * typed as f32 + 0.2 * length) });
                if all.len() == 1 && whole > limit * 4 {
                    return hits;
                }
            }
        }
        hits
    }
}
