//! Every word of every name, once, with how many candidates bear it. Owns the counts that make a rare name weigh more
//! than a common one; refuses to know whose name it is.

use rustc_hash::FxHashMap;

use crate::spelling::{mixed, sound};

/// A word's place in the lexicon.
pub(crate) type WordId = u32;

/// One word.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    /// In plain capitals.
    pub(crate) text: Box<str>,
    /// How many candidates bear it.
    pub(crate) bearers: u32,
    /// Its sound's place.
    pub(crate) sound: u32,
    /// One bit of 64 for its sound.
    pub(crate) bit: u64,
}

/// One sound.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sound {
    /// The sound itself.
    pub(crate) code: u64,
    /// How many candidates bear a word of this sound.
    pub(crate) bearers: u32,
}

/// The words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexicon {
    words: Vec<Word>,
    by_text: FxHashMap<Box<str>, WordId>,
    sounds: Vec<Sound>,
    by_sound: FxHashMap<u64, u32>,
    initials: [u32; 32],
}

impl Lexicon {
    /// The word's place; it is taken in where it is new, without a bearer.
    pub(crate) fn take(&mut self, text: &str) -> WordId {
        if let Some(&id) = self.by_text.get(text) {
            return id;
        }
        let code = sound(text);
        let sounds = &mut self.sounds;
        let sound = *self.by_sound.entry(code).or_insert_with(|| {
            sounds.push(Sound { code, bearers: 0 });
            sounds.len() as u32 - 1
        });
        let id = self.words.len() as WordId;
        let bit = 1 << (mixed(code) & 63);
        self.words.push(Word { text: text.into(), bearers: 0, sound, bit });
        self.by_text.insert(text.into(), id);
        id
    }

    /// One more bearer of these words, or one less.
    pub(crate) fn count(&mut self, words: &[WordId], more: bool) {
        let step = |count: &mut u32| *count = if more { *count + 1 } else { count.saturating_sub(1) };
        for id in words {
            let word = &mut self.words[*id as usize];
            step(&mut word.bearers);
            step(&mut self.sounds[word.sound as usize].bearers);
            step(&mut self.initials[initial(&word.text)]);
        }
    }

    /// A word.
    pub(crate) fn word(&self, id: WordId) -> &Word {
        &self.words[id as usize]
    }

    /// A sound.
    pub(crate) fn sound(&self, id: u32) -> Sound {
        self.sounds[id as usize]
    }

    /// How many words begin with this word's first letter, counted by bearer.
    pub(crate) fn same_initial(&self, word: &Word) -> u32 {
        self.initials[initial(&word.text)]
    }

    /// All words, with their places.
    pub(crate) fn words(&self) -> impl Iterator<Item = (WordId, &Word)> {
        self.words.iter().enumerate().map(|(id, word)| (id as WordId, word))
    }

    /// The place of a sound; one of no word where it is not there.
    pub(crate) fn find_sound(&self, code: u64) -> u32 {
        self.by_sound.get(&code).copied().unwrap_or(u32::MAX)
    }

    /// How many different words there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }
}

fn initial(text: &str) -> usize {
    text.bytes().next().map_or(0, |b| usize::from(b & 31))
}
