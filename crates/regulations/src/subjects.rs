//! Subjects as bits: a set is one word, membership a mask, a count one instruction. Owns the order of the bits, which
//! is the pack's order of subjects; a set means nothing without the pack it was made by.

pub use crate::pack::data::SubjectData as Subject;

/// A set of subjects of one pack.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct SubjectSet(u64);

impl SubjectSet {
    /// No subject.
    pub const EMPTY: SubjectSet = SubjectSet(0);

    /// The set of the one subject at this place of the pack (0-63).
    #[must_use]
    pub const fn single(place: u8) -> Self {
        SubjectSet(1 << place)
    }

    /// How many subjects it holds.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether it holds none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether any subject is in both.
    #[must_use]
    pub const fn meets(self, other: SubjectSet) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether every subject of `other` is in this set.
    #[must_use]
    pub const fn contains(self, other: SubjectSet) -> bool {
        self.0 & other.0 == other.0
    }

    /// The subjects in both.
    #[must_use]
    pub const fn and(self, other: SubjectSet) -> Self {
        SubjectSet(self.0 & other.0)
    }

    /// The subjects in either.
    #[must_use]
    pub const fn or(self, other: SubjectSet) -> Self {
        SubjectSet(self.0 | other.0)
    }

    /// The subjects of this set that are not in `other`.
    #[must_use]
    pub const fn without(self, other: SubjectSet) -> Self {
        SubjectSet(self.0 & !other.0)
    }

    /// The first `count` subjects in the pack's order.
    #[must_use]
    pub fn first(self, count: u32) -> Self {
        self.places().take(count as usize).fold(SubjectSet::EMPTY, |set, place| set.or(SubjectSet::single(place)))
    }

    /// The places of its subjects in the pack, ascending.
    pub fn places(self) -> impl Iterator<Item = u8> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let place = left.trailing_zeros();
            left &= left.wrapping_sub(1);
            (place < 64).then_some(place as u8)
        })
    }
}

const NOT_OFFERED: u8 = u8::MAX;

/// The subjects of a pack and where each stands.
#[derive(Clone, Debug)]
pub struct Subjects {
    list: Vec<Subject>,
    /// By the code's value: its place, or `NOT_OFFERED`.
    places: Box<[u8; 1000]>,
}

impl Subjects {
    /// Orders the subjects of a pack by code; `None` where a code is not three digits, stands twice, or there are
    /// more than 64.
    pub(crate) fn compile(data: &[Subject]) -> Option<Self> {
        let mut list = data.to_vec();
        list.sort_by(|a, b| a.code.cmp(&b.code));
        let mut places = Box::new([NOT_OFFERED; 1000]);
        for (place, subject) in list.iter().enumerate() {
            let value = code_value(subject.code.as_bytes())?;
            if place >= 64 || places[value] != NOT_OFFERED {
                return None;
            }
            places[value] = place as u8;
        }
        Some(Subjects { list, places })
    }

    /// Every subject, by code.
    #[must_use]
    pub fn all(&self) -> &[Subject] {
        &self.list
    }

    /// The place of the subject with this code.
    #[must_use]
    pub fn place(&self, code: &[u8]) -> Option<u8> {
        let place = self.places[code_value(code)?];
        (place != NOT_OFFERED).then_some(place)
    }

    /// The subject with this code.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&Subject> {
        self.place(code.as_bytes()).map(|place| &self.list[usize::from(place)])
    }

    /// The subjects of a set, by code.
    pub fn of(&self, set: SubjectSet) -> impl Iterator<Item = &Subject> {
        set.places().filter_map(|place| self.list.get(usize::from(place)))
    }

    /// The codes of a set, with a separator between.
    #[must_use]
    pub fn codes(&self, set: SubjectSet, separator: &str) -> String {
        self.of(set).map(|subject| subject.code.as_str()).collect::<Vec<_>>().join(separator)
    }

    /// The set of a text of codes split by space, comma, semicolon or slash. What is not offered is left out.
    #[must_use]
    pub fn set(&self, text: &str) -> SubjectSet {
        tokens(text)
            .filter_map(|token| self.place(token))
            .fold(SubjectSet::EMPTY, |set, place| set.or(SubjectSet::single(place)))
    }
}

/// The codes of a list, as bytes: split by space, comma, semicolon or slash.
pub(crate) fn tokens(text: &str) -> impl Iterator<Item = &[u8]> {
    text.as_bytes().split(|b| matches!(b, b' ' | b',' | b';' | b'/')).filter(|token| !token.is_empty())
}

fn code_value(code: &[u8]) -> Option<usize> {
    match code {
        [a @ b'0'..=b'9', b @ b'0'..=b'9', c @ b'0'..=b'9'] => {
            Some(usize::from(a - b'0') * 100 + usize::from(b - b'0') * 10 + usize::from(c - b'0'))
        }
        _ => None,
    }
}
