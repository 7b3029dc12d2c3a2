//! What people call the subjects. Owns the reading of a list of subjects and of a mark in a subject's own column;
//! refuses to know which subjects there are (the regulations' pack does).

use rustc_hash::FxHashMap;

use crate::meanings::Meanings;
use crate::words::{is_digits, squeeze};

/// A subject as headings and cells may name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectHeading {
    /// Three digits.
    pub code: String,
    /// Names and abbreviations: `English`, `ENG`. Case, spaces and punctuation do not count.
    pub names: Vec<String>,
}

/// Subjects by everything they are called.
#[derive(Debug, Default)]
pub(crate) struct SubjectIndex {
    codes: Vec<String>,
    by_key: FxHashMap<String, u16>,
    most_words: usize,
}

impl SubjectIndex {
    /// Compiles the names. The first subject to claim a name keeps it.
    pub(crate) fn new(headings: &[SubjectHeading]) -> Self {
        let mut index = SubjectIndex { most_words: 1, ..SubjectIndex::default() };
        for (id, heading) in (0_u16..).zip(headings) {
            index.codes.push(heading.code.clone());
            index.by_key.entry(heading.code.clone()).or_insert(id);
            for name in &heading.names {
                let key = squeeze(name);
                index.most_words = index.most_words.max(name.split_whitespace().count() + 1);
                index.by_key.entry(format!("{}{key}", heading.code)).or_insert(id);
                index.by_key.entry(format!("{key}{}", heading.code)).or_insert(id);
                index.by_key.entry(key).or_insert(id);
            }
        }
        index
    }

    /// The subject of this name, abbreviation, code, or both in either order.
    pub(crate) fn find(&self, text: &str) -> Option<u16> {
        self.by_key.get(&squeeze(text)).copied()
    }

    /// The code of a subject found.
    pub(crate) fn code(&self, id: u16) -> &str {
        self.codes.get(usize::from(id)).map_or("", String::as_str)
    }

    /// Writes the codes of a list of subjects, split by spaces, commas, semicolons, slashes or line ends, with one
    /// space between them. What is neither a code nor a name is written as typed, so that the rules can judge it.
    pub(crate) fn write_codes(&self, list: &str, out: &mut String) {
        let start = out.len();
        self.for_each_piece(list, &mut |written, id| push_word(id.map_or(written, |id| self.code(id)), start, out));
    }

    /// The parts of a list of subjects as they are written, each with the code that it means.
    pub(crate) fn pieces(&self, list: &str) -> Vec<(String, Option<String>)> {
        let mut pieces = Vec::new();
        self.for_each_piece(list, &mut |written, id| {
            pieces.push((written.to_owned(), id.map(|id| self.code(id).to_owned())));
        });
        pieces
    }

    fn for_each_piece(&self, list: &str, visit: &mut dyn FnMut(&str, Option<u16>)) {
        for piece in list.split([',', ';', '\n', '\r', '\t']) {
            let words: Vec<&str> = piece.split_whitespace().collect();
            let mut at = 0;
            while at < words.len() {
                at += self.visit_longest(&words[at..], visit);
            }
        }
    }

    /// Visits the longest run of words that names a subject, else the first word by its parts; tells how many it took.
    fn visit_longest(&self, words: &[&str], visit: &mut dyn FnMut(&str, Option<u16>)) -> usize {
        for length in (1..=words.len().min(self.most_words)).rev() {
            if let Some(id) = self.find(&words[..length].concat()) {
                visit(&words[..length].join(" "), Some(id));
                return length;
            }
        }
        for part in words[0].split('/').filter(|part| !part.is_empty()) {
            let whole = part.strip_suffix(".0").filter(|digits| is_digits(digits)).unwrap_or(part);
            visit(whole, self.find(whole));
        }
        1
    }

    /// What a mark in the column of subject `id` says.
    pub(crate) fn mark(&self, id: u16, mark: &str) -> Mark {
        match mark {
            "" | "0" | "-" => return Mark::NotTaken,
            "1" | "X" | "x" => return Mark::Taken,
            _ if mark == self.code(id) => return Mark::Taken,
            _ => {}
        }
        let number = mark.strip_suffix(".0").unwrap_or(mark);
        match Meanings::get().mark(number) {
            Some(taken) => {
                if taken {
                    Mark::Taken
                } else {
                    Mark::NotTaken
                }
            }
            None if self.find(number) == Some(id) => Mark::Taken,
            None => Mark::Unknown,
        }
    }
}

/// What a mark in a subject's own column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Taken,
    NotTaken,
    Unknown,
}

/// Whether a list of subjects is already codes of three digits with one space between them.
#[inline]
pub(crate) fn is_canonical(list: &str) -> bool {
    let bytes = list.as_bytes();
    bytes.len() % 4 == 3
        && bytes.chunks(4).all(|code| {
            code[0].is_ascii_digit()
                && code[1].is_ascii_digit()
                && code[2].is_ascii_digit()
                && code.get(3).is_none_or(|&space| space == b' ')
        })
}

/// Writes a list that holds only digits and separators; tells whether it did.
pub(crate) fn write_digits(list: &str, out: &mut String) -> bool {
    if !list.bytes().all(|b| b.is_ascii_digit() || matches!(b, b' ' | b',' | b';' | b'/')) {
        return false;
    }
    let start = out.len();
    for code in list.split([' ', ',', ';', '/']).filter(|code| !code.is_empty()) {
        push_word(code, start, out);
    }
    true
}

/// Appends a word, with a space before it unless it is the first since `start`.
pub(crate) fn push_word(word: &str, start: usize, out: &mut String) {
    if out.len() > start {
        out.push(' ');
    }
    out.push_str(word);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::subject_headings;

    #[test]
    fn a_list_of_subjects_is_read_however_it_is_split() {
        let index = SubjectIndex::new(&subject_headings());
        for (list, codes) in [
            ("101 102,121;231/232", "101 102 121 231 232"),
            ("ENG KIS MATHS", "101 102 121"),
            ("English, Business Studies, H/SCI", "101 565 441"),
            ("101 English 102 Kiswahili", "101 102"),
            ("101-English;CRE/IRE", "101 313 314"),
            ("101 101", "101 101"),
            ("Home Science History and Government", "441 311"),
            ("101 Sorcery 999", "101 Sorcery 999"),
            ("443/2", "443 2"),
        ] {
            let mut out = String::from("kept");
            index.write_codes(list, &mut out);
            assert_eq!(out.strip_prefix("kept"), Some(codes), "{list}");
        }
    }

    #[test]
    fn marks_say_taken_not_taken_or_nothing_known() {
        let index = SubjectIndex::new(&subject_headings());
        let agriculture = index.find("443").unwrap();
        for mark in ["1", "x", "X", "y", "YES", "✓", "✔", "443", "1.0", "Agri"] {
            assert_eq!(index.mark(agriculture, mark), Mark::Taken, "{mark}");
        }
        for mark in ["", "0", "-", "no", "N", "Hapana", "0.0"] {
            assert_eq!(index.mark(agriculture, mark), Mark::NotTaken, "{mark}");
        }
        for mark in ["2", "?", "444", "maybe", "TRUE"] {
            assert_eq!(index.mark(agriculture, mark), Mark::Unknown, "{mark}");
        }
    }

    #[test]
    fn only_codes_with_single_spaces_are_canonical() {
        for list in ["101", "101 102", "101 102 121 231 232 233 311 313"] {
            assert!(is_canonical(list));
        }
        for list in ["", "10", "101,102", "101  102", "101 102 ", "1011102", "101 ENG"] {
            assert!(!is_canonical(list), "{list}");
        }
    }
}
