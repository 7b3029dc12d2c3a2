//! Search as people type: parts of a name in any order and near spelling, or the beginning of a number. Owns the
//! folding of names and the ranking; refuses to hide withdrawn candidates (it says that they are).

use regulations::Field;
use rusqlite::Connection;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::column::CentreField;
use crate::error::Result;
use crate::table::{self, candidates};
use sync::CandidateId;

/// A candidate whom the words may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Whom.
    pub id: CandidateId,
    /// The name as entered.
    pub name: String,
    /// The number as entered.
    pub number: String,
    /// Whether they are withdrawn.
    pub withdrawn: bool,
    /// How far from the words, 0 being each word exactly.
    pub distance: u32,
}

/// Every word must be found, each in a name or at the beginning of a number: candidate, index, admission, birth
/// certificate or qualifying index.
pub(crate) fn search(connection: &Connection, words: &str, limit: usize) -> Result<Vec<Match>> {
    let words: Vec<String> = fold(words).split_whitespace().map(str::to_owned).collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let centre = table::centre::read(connection)?.swap_remove(CentreField::Code as usize);
    let mut matches = Vec::new();
    candidates::each(connection, SEARCHED, |id, state, values| {
        if let Some(distance) = distance_of_row(&values, &words, &centre) {
            let (name, number) = (values[0].to_owned(), values[1].to_owned());
            matches.push(Match { id, name, number, withdrawn: state == candidates::WITHDRAWN, distance });
        }
    })?;
    matches.sort_by(|a, b| (a.distance, &a.name, &a.number, a.id).cmp(&(b.distance, &b.name, &b.number, b.id)));
    matches.truncate(limit);
    Ok(matches)
}

/// The name, then the fields whose value, or a part of it between strokes, a word may begin.
const SEARCHED: [Field; 5] =
    [Field::Name, Field::CandidateNo, Field::AdmissionNo, Field::BirthCertificateNo, Field::QualifyingIndex];

/// The sum over all words; `None` as soon as one is not found.
fn distance_of_row(values: &[&str; SEARCHED.len()], words: &[String], centre: &str) -> Option<u32> {
    let number = values[1];
    let folded = values.map(fold);
    let parts: Vec<&str> = folded[0].split_whitespace().collect();
    let index = format!("{centre}{number}");
    let numbers: Vec<&str> =
        folded[1..].iter().flat_map(|number| number.split_whitespace()).chain([index.as_str()]).collect();
    words.iter().map(|word| distance_of(word, &parts, &numbers)).sum()
}

/// How far a word is from the nearest part of the name, or from a number that begins with it.
fn distance_of(word: &str, parts: &[&str], numbers: &[&str]) -> Option<u32> {
    let of_names = parts.iter().filter_map(|part| distance(word, part)).min();
    let of_numbers = numbers.iter().filter_map(|number| match number.strip_prefix(word)? {
        "" => Some(0),
        _ => Some(1),
    });
    of_names.into_iter().chain(of_numbers).min()
}

/// 0 the same, 1 its beginning, then by slips of the key: none up to three letters, one up to six, two beyond.
fn distance(word: &str, part: &str) -> Option<u32> {
    if part == word {
        return Some(0);
    }
    if part.starts_with(word) {
        return Some(1);
    }
    let (length, of_part) = (word.chars().count(), part.chars().count());
    let allowed = match length {
        0..=3 => return None,
        4..=6 => 1,
        _ => 2,
    };
    if (letters(word) & !letters(part)).count_ones() as usize > allowed {
        return None;
    }
    let longest = of_part.min(length + allowed);
    let nearest = (length - allowed..=longest).map(|taken| slips(word, part, taken, of_part)).min()?;
    let (slips, unfinished) = nearest;
    (slips <= allowed).then(|| u32::try_from(slips).ok().map(|slips| 1 + slips + u32::from(unfinished)))?
}

/// A bit for each letter that occurs: each one that the part lacks costs a slip, so most parts are ruled out at once.
fn letters(text: &str) -> u64 {
    text.chars().fold(0, |bits, c| bits | 1 << (c as u32 % 64))
}

/// The slips between a word and the first letters of a part, and whether letters are left after them.
fn slips(word: &str, part: &str, taken: usize, of_part: usize) -> (usize, bool) {
    let beginning = part.char_indices().nth(taken).map_or(part, |(end, _)| &part[..end]);
    (strsim::osa_distance(word, beginning), taken < of_part)
}

/// Small letters without marks; apostrophes gone (Ng'ang'a is nganga), all else but letters and digits a space.
fn fold(text: &str) -> String {
    if text.is_ascii() {
        let plain = text.chars().filter(|c| !matches!(c, '\'' | '`'));
        return plain.map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
    }
    let plain = text.nfkd().filter(|c| !is_combining_mark(*c) && !matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`'));
    plain.flat_map(char::to_lowercase).map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_folded_to_what_people_type() {
        for (name, folded) in [
            ("Ng'ang'a", "nganga"),
            ("NG’ENO-KIPROTICH", "ngeno kiprotich"),
            ("Wanjikũ", "wanjiku"),
            ("O. Akinyi", "o  akinyi"),
        ] {
            assert_eq!(fold(name), folded);
        }
    }

    #[test]
    fn a_word_is_near_a_name_by_its_beginning_or_by_a_slip_of_the_key() {
        for (word, part, expected) in [
            ("akinyi", "akinyi", Some(0)),
            ("aki", "akinyi", Some(1)),
            ("akiniy", "akinyi", Some(2)),
            ("akini", "akinyi", Some(2)),
            ("wanjk", "wanjiku", Some(3)),
            ("akinyi", "akin", None),
            ("wanjku", "wanjiku", Some(2)),
            ("kiprotch", "kiprotich", Some(2)),
            ("oti", "otieno", Some(1)),
            ("oto", "otieno", None),
            ("mutua", "akinyi", None),
        ] {
            assert_eq!(distance(word, part), expected, "{word} {part}");
        }
    }

    #[test]
    fn a_number_is_found_by_its_beginning() {
        assert_eq!(distance_of("24505105", &[], &["24505105007"]), Some(1));
        assert_eq!(distance_of("007", &[], &["007"]), Some(0));
        assert_eq!(distance_of("5007", &[], &["24505105007"]), None);
    }
}
