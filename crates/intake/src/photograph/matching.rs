//! Whose photograph a file is, by its name. Owns the keys and their order; refuses to guess: a name that could mean
//! two candidates, and two files for one candidate, are put before a person.
//!
//! Keys, the most certain first:
//!
//! 1. the `photo` column's own file name;
//! 2. the full index number: `IMG_24505105007.jpg`, `24505105-007.jpg`;
//! 3. the candidate number's three digits, or the admission number as the school writes it: `007 AKINYI.png`,
//!    `ADM 4521.jpeg`, `A-4521-22.jpg`;
//! 4. the same with zeros missing or too many: `7 AKINYI.png`, `Adm 04521.jpg`.
//!
//! A more certain key wins over a less certain one, and of two at the same step the one within the other gives way.
//! Counters of cameras and phones (`IMG_4521.jpg`, `DSC_0007.jpg`, `WhatsApp Image 2026-03-21 ...`) are not keys.

mod name;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use name::{FileName, Token};

/// What a candidate may be called in a file name. An empty text is a key that is not given.
#[derive(Clone, Copy, Debug)]
pub struct PhotoKeys<'a, Id> {
    /// The caller's own name for the candidate.
    pub id: Id,
    /// Eleven digits.
    pub index: &'a str,
    /// Three digits.
    pub number: &'a str,
    /// The school's own number.
    pub admission: &'a str,
    /// The file name in the `photo` column.
    pub photo: &'a str,
}

/// By what a file was matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchedBy {
    /// The `photo` column.
    PhotoColumn,
    /// The full index number.
    IndexNumber,
    /// The candidate number.
    CandidateNumber,
    /// The admission number.
    AdmissionNumber,
}

/// What became of every file. Files are places in the list given, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matching<Id> {
    /// One file for one candidate.
    pub matched: Vec<(usize, Id, MatchedBy)>,
    /// A file that could be of any of these candidates.
    pub ambiguous: Vec<(usize, Vec<Id>)>,
    /// Several files for one candidate: a person chooses.
    pub repeated: Vec<(Id, Vec<usize>)>,
    /// Files of nobody known.
    pub unmatched: Vec<usize>,
}

/// Matches file names (with or without folders) to candidates.
#[must_use]
pub fn match_files<Id: Copy + Ord>(files: &[&str], candidates: &[PhotoKeys<'_, Id>]) -> Matching<Id> {
    let keys = Keys::of(candidates);
    let mut matching =
        Matching { matched: Vec::new(), ambiguous: Vec::new(), repeated: Vec::new(), unmatched: Vec::new() };
    let mut by_candidate: BTreeMap<Id, Vec<(usize, MatchedBy)>> = BTreeMap::new();
    for (place, file) in files.iter().enumerate() {
        let found = keys.find(file);
        match *found.keys().copied().collect::<Vec<_>>() {
            [] => matching.unmatched.push(place),
            [id] => by_candidate.entry(id).or_default().push((place, found[&id])),
            ref several => matching.ambiguous.push((place, several.to_vec())),
        }
    }
    for (id, files) in by_candidate {
        match *files {
            [(place, by)] => matching.matched.push((place, id, by)),
            _ => matching.repeated.push((id, files.into_iter().map(|(place, _)| place).collect())),
        }
    }
    matching.matched.sort_unstable_by_key(|(place, ..)| *place);
    matching
}

/// Candidates by the tokens of their keys.
struct Keys<Id> {
    photo: HashMap<String, BTreeSet<Id>>,
    index: HashMap<Vec<Token>, BTreeSet<Id>>,
    exact: HashMap<Vec<Token>, BTreeSet<(Id, MatchedBy)>>,
    loose: HashMap<Vec<Token>, BTreeSet<(Id, MatchedBy)>>,
    longest: usize,
}

impl<Id: Copy + Ord> Keys<Id> {
    fn of(candidates: &[PhotoKeys<'_, Id>]) -> Self {
        let mut keys = Keys {
            photo: HashMap::new(),
            index: HashMap::new(),
            exact: HashMap::new(),
            loose: HashMap::new(),
            longest: 2,
        };
        for candidate in candidates {
            keys.add(candidate);
        }
        keys
    }

    fn add(&mut self, candidate: &PhotoKeys<'_, Id>) {
        let id = candidate.id;
        if !candidate.photo.trim().is_empty() {
            let name = FileName::of(candidate.photo);
            self.photo.entry(name.whole).or_default().insert(id);
            self.photo.entry(name.stem).or_default().insert(id);
        }
        if let Some((centre, number)) = candidate.index.split_at_checked(8).filter(|(_, number)| !number.is_empty()) {
            self.index.entry(name::tokens(candidate.index)).or_default().insert(id);
            self.index.entry([name::tokens(centre), name::tokens(number)].concat()).or_default().insert(id);
        }
        self.add_short(name::tokens(candidate.number), id, MatchedBy::CandidateNumber);
        self.add_short(name::tokens(candidate.admission), id, MatchedBy::AdmissionNumber);
    }

    fn add_short(&mut self, tokens: Vec<Token>, id: Id, by: MatchedBy) {
        if !tokens.iter().any(Token::is_number) {
            return;
        }
        self.longest = self.longest.max(tokens.len());
        self.loose.entry(tokens.iter().map(Token::without_zeros).collect()).or_default().insert((id, by));
        self.exact.entry(tokens).or_default().insert((id, by));
    }

    /// The candidates that a file may be of, with the surest key of each.
    fn find(&self, file: &str) -> BTreeMap<Id, MatchedBy> {
        let name = FileName::of(file);
        if let Some(ids) = self.photo.get(&name.whole).or_else(|| self.photo.get(&name.stem)) {
            return ids.iter().map(|id| (*id, MatchedBy::PhotoColumn)).collect();
        }
        let by_index = self.surest(&name, |window, _| match self.index.get(window) {
            Some(ids) => ids.iter().map(|id| (*id, MatchedBy::IndexNumber)).collect(),
            None => Vec::new(),
        });
        if !by_index.is_empty() || name.holds_foreign_index() {
            return by_index;
        }
        let exact = self.surest(&name, |window, at| allowed(&name, at, window, self.exact.get(window)));
        if !exact.is_empty() {
            return exact;
        }
        self.surest(&name, |window, at| {
            let bare: Vec<Token> = window.iter().map(Token::without_zeros).collect();
            if name.may_lack_zeros(at) { allowed(&name, at, window, self.loose.get(&bare)) } else { Vec::new() }
        })
    }

    /// What the longest windows of tokens find, without what lies within a window that found something.
    fn surest(
        &self,
        name: &FileName,
        find: impl Fn(&[Token], usize) -> Vec<(Id, MatchedBy)>,
    ) -> BTreeMap<Id, MatchedBy> {
        let mut found = BTreeMap::new();
        let mut taken = vec![false; name.tokens.len()];
        for length in (1..=self.longest.min(name.tokens.len())).rev() {
            let before = taken.clone();
            for (at, window) in name.tokens.windows(length).enumerate() {
                if before[at..at + length].iter().any(|used| *used) {
                    continue;
                }
                for (id, by) in find(window, at) {
                    found.entry(id).and_modify(|known: &mut MatchedBy| *known = by.min(*known)).or_insert(by);
                    taken[at..at + length].fill(true);
                }
            }
        }
        found
    }
}

/// Of the candidates found, those whose kind of key the name allows at this place.
fn allowed<Id: Copy>(
    name: &FileName,
    at: usize,
    window: &[Token],
    found: Option<&BTreeSet<(Id, MatchedBy)>>,
) -> Vec<(Id, MatchedBy)> {
    let labelled = name.is_labelled_admission(at);
    let number_possible = !labelled && (!name.is_from_camera || window.iter().all(Token::is_three_digits));
    let admission_possible = labelled || !name.is_from_camera;
    let keep = |by: MatchedBy| {
        if by == MatchedBy::AdmissionNumber { admission_possible } else { number_possible }
    };
    found.into_iter().flatten().copied().filter(|(_, by)| keep(*by)).collect()
}

#[cfg(test)]
mod tests;
