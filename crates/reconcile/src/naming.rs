//! Two names side by side: which word answers to which, and how much that weighs. Owns the alignment; what each kind of
//! answer is worth comes from the entries themselves ([`Spelling`]).

use serde::{Deserialize, Serialize};

use crate::entry::{MOST_WORDS, Record};
use crate::lexicon::{Lexicon, Word, WordId};

/// How one word answers to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Likeness {
    Same,
    Sounds,
    Near,
    Stem,
    Initial,
    Unlike,
}

/// How many kinds of answers there are.
pub(crate) const LIKENESSES: usize = 6;

/// How people write one name twice: of a hundred words, how many come back the same, alike in sound, a letter off, with or
/// without a prefix, as an initial, as another word; and how often a word is left out.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spelling {
    /// Of the same person's words, the share of each kind of answer.
    pub(crate) kept: [f32; LIKENESSES],
    /// By chance, the share of words a letter off and of words with the same stem.
    pub(crate) near_by_chance: f32,
    pub(crate) stem_by_chance: f32,
    /// Of the same person's names, the share in which a word is left out; and of any two names.
    pub(crate) left_out: [f32; 2],
}

impl Default for Spelling {
    fn default() -> Self {
        Spelling {
            kept: [0.82, 0.06, 0.06, 0.01, 0.02, 0.03],
            near_by_chance: 0.004,
            stem_by_chance: 0.002,
            left_out: [0.12, 0.4],
        }
    }
}

/// Two names side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Naming {
    /// The logarithm of how much likelier the same person bears both than two people do.
    pub(crate) weight: f32,
    /// How many words answer in each way.
    pub(crate) answers: [u8; LIKENESSES],
    /// Words that only one name has.
    pub(crate) left_out: u8,
    /// Whether the words that answer stand in another order.
    pub(crate) reordered: bool,
    /// Whether either has no name.
    pub(crate) missing: bool,
}

/// Lays two names side by side.
pub(crate) fn side_by_side(one: &Record, two: &Record, lexicon: &Lexicon, spelling: &Spelling, people: f32) -> Naming {
    let (a, b) = (one.words(), two.words());
    if a.is_empty() || b.is_empty() {
        return Naming { missing: true, ..Naming::default() };
    }
    let mut aligned =
        Aligned { lexicon, spelling, people, a, b, answer_of: [None; MOST_WORDS], taken: 0, naming: Naming::default() };
    aligned.same_words();
    aligned.best_of_the_rest();
    aligned.finish()
}

struct Aligned<'a> {
    lexicon: &'a Lexicon,
    spelling: &'a Spelling,
    people: f32,
    a: &'a [WordId],
    b: &'a [WordId],
    answer_of: [Option<u8>; MOST_WORDS],
    taken: u8,
    naming: Naming,
}

impl Aligned<'_> {
    fn same_words(&mut self) {
        for i in 0..self.a.len() {
            let found = (0..self.b.len())
                .map(|k| (i + k) % self.b.len().max(i + 1))
                .find(|&j| j < self.b.len() && self.taken & 1 << j == 0 && self.b[j] == self.a[i]);
            if let Some(j) = found {
                let word = self.lexicon.word(self.a[i]);
                let weight = self.weight(Likeness::Same, word, word);
                self.answer(i, j, Likeness::Same, weight);
            }
        }
    }

    fn best_of_the_rest(&mut self) {
        loop {
            let mut best: Option<(usize, usize, Likeness, f32)> = None;
            for i in (0..self.a.len()).filter(|i| self.answer_of[*i].is_none()) {
                for j in (0..self.b.len()).filter(|j| self.taken & 1 << j == 0) {
                    let (x, y) = (self.lexicon.word(self.a[i]), self.lexicon.word(self.b[j]));
                    let likeness = likeness(x, y);
                    if likeness == Likeness::Unlike {
                        continue;
                    }
                    let weight = self.weight(likeness, x, y);
                    if best.is_none_or(|(.., most)| weight > most) {
                        best = Some((i, j, likeness, weight));
                    }
                }
            }
            match best {
                Some((i, j, likeness, weight)) => self.answer(i, j, likeness, weight),
                None => return,
            }
        }
    }

    fn answer(&mut self, i: usize, j: usize, likeness: Likeness, weight: f32) {
        self.answer_of[i] = Some(j as u8);
        self.taken |= 1 << j;
        self.naming.answers[likeness as usize] += 1;
        self.naming.weight += weight;
    }

    /// The logarithm of how much likelier this answer is from one person than by chance.
    fn weight(&self, likeness: Likeness, x: &Word, y: &Word) -> f32 {
        let share = |bearers: u32| ((bearers as f32 - 0.5).max(1.0) / self.people).min(1.0);
        let sounds = |word: &Word| share(self.lexicon.sound(word.sound).bearers);
        let by_chance = match likeness {
            Likeness::Same => share(x.bearers),
            Likeness::Sounds => sounds(x).max(2.0 / self.people),
            Likeness::Near => self.spelling.near_by_chance.max(sounds(x)).max(sounds(y)),
            Likeness::Stem => self.spelling.stem_by_chance.max(sounds(x)).max(sounds(y)),
            Likeness::Initial => share(self.lexicon.same_initial(x)).max(0.02),
            Likeness::Unlike => 1.0,
        };
        (self.spelling.kept[likeness as usize] / by_chance).ln()
    }

    fn finish(mut self) -> Naming {
        let (mut open_a, mut open_b) = (0, 0);
        for i in 0..self.a.len() {
            open_a += u8::from(self.answer_of[i].is_none());
        }
        for j in 0..self.b.len() {
            open_b += u8::from(self.taken & 1 << j == 0);
        }
        if open_a + open_b == 3 && open_a.min(open_b) == 1 && self.parted(open_a == 1) {
            (open_a, open_b) = (0, 0);
            self.naming.answers[Likeness::Sounds as usize] += 1;
            self.naming.weight += 4.0;
        }
        let unlike = open_a.min(open_b);
        self.naming.answers[Likeness::Unlike as usize] = unlike;
        self.naming.left_out = open_a.max(open_b) - unlike;
        self.naming.weight += f32::from(unlike) * self.spelling.kept[Likeness::Unlike as usize].ln();
        let [mine, any] = self.spelling.left_out;
        let lengths = if self.naming.left_out > 0 { mine / any } else { (1.0 - mine) / (1.0 - any) };
        self.naming.weight += lengths.ln() + f32::from(self.naming.left_out.saturating_sub(1)) * -0.5;
        self.naming.reordered = self.reordered();
        self.naming
    }

    /// Whether the one open word of a name is the two open words of the other written together.
    fn parted(&self, whole_is_a: bool) -> bool {
        let text = |id: &WordId| &*self.lexicon.word(*id).text;
        let open_a = self.a.iter().zip(&self.answer_of).filter(|(_, answer)| answer.is_none()).map(|(id, _)| text(id));
        let open_b = self.b.iter().enumerate().filter(|(j, _)| self.taken & 1 << j == 0).map(|(_, id)| text(id));
        let (whole, parts): (Vec<&str>, Vec<&str>) =
            if whole_is_a { (open_a.collect(), open_b.collect()) } else { (open_b.collect(), open_a.collect()) };
        match (whole.as_slice(), parts.as_slice()) {
            ([whole], [first, second]) => whole.strip_prefix(first) == Some(second),
            _ => false,
        }
    }

    fn reordered(&self) -> bool {
        let answers = self.answer_of.iter().flatten();
        answers.clone().zip(answers.skip(1)).any(|(before, after)| before > after)
    }
}

/// Prefixes that are written or left out.
const PREFIXES: [&str; 8] = ["KIP", "CHEP", "JEP", "KI", "CHE", "JE", "ARAP", "OLE"];

/// How one word answers to another that is not the same.
pub(crate) fn likeness(x: &Word, y: &Word) -> Likeness {
    let (a, b) = (&*x.text, &*y.text);
    let shorter = a.len().min(b.len());
    if shorter == 1 {
        let alike = a.as_bytes()[0] == b.as_bytes()[0];
        return if alike { Likeness::Initial } else { Likeness::Unlike };
    }
    if x.sound == y.sound {
        return Likeness::Sounds;
    }
    if shorter >= 3 && near(a, b) {
        return Likeness::Near;
    }
    if shorter >= 4 && same_stem(a, b) { Likeness::Stem } else { Likeness::Unlike }
}

/// One slip apart; two in long words.
fn near(a: &str, b: &str) -> bool {
    let (shorter, longer) = (a.len().min(b.len()), a.len().max(b.len()));
    if longer - shorter > 2 {
        return false;
    }
    let allowed = if shorter >= 7 { 2 } else { 1 };
    let (first, second) = (a.as_bytes(), b.as_bytes());
    let head = first.iter().zip(second).take_while(|(x, y)| x == y).count();
    let tail = first[head..].iter().rev().zip(second[head..].iter().rev()).take_while(|(x, y)| x == y).count();
    let left = longer - head - tail;
    match left {
        0 | 1 => true,
        _ if left > allowed + 4 => false,
        _ => slips(&first[head..first.len() - tail], &second[head..second.len() - tail]) <= allowed,
    }
}

/// The longest words whose slips are counted.
const LONGEST: usize = 23;

/// How many letters differ, are missing or changed places.
fn slips(first: &[u8], second: &[u8]) -> usize {
    if first.len() > LONGEST || second.len() > LONGEST {
        return usize::MAX;
    }
    let mut rows = [[0_usize; LONGEST + 1]; 3];
    for (at, cell) in rows[1].iter_mut().enumerate() {
        *cell = at;
    }
    for i in 1..=first.len() {
        rows[2][0] = i;
        for j in 1..=second.len() {
            let differs = usize::from(first[i - 1] != second[j - 1]);
            let mut least = (rows[1][j] + 1).min(rows[2][j - 1] + 1).min(rows[1][j - 1] + differs);
            if i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1] {
                least = least.min(rows[0][j - 2] + 1);
            }
            rows[2][j] = least;
        }
        rows.rotate_left(1);
    }
    rows[1][second.len()]
}

fn same_stem(a: &str, b: &str) -> bool {
    if a.starts_with(b) || b.starts_with(a) {
        return true;
    }
    if a.as_bytes()[a.len() - 1] != b.as_bytes()[b.len() - 1] {
        return false;
    }
    let is_stem_of = |prefix: &str, stem: &str, word: &str| stem.len() >= 4 && word.strip_prefix(prefix) == Some(stem);
    PREFIXES.iter().any(|prefix| is_stem_of(prefix, a, b) || is_stem_of(prefix, b, a))
}
