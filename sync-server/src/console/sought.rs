//! Centres sought by name or code. Owns what of a name is compared: its words without case, marks over letters, apostrophes
//! and order, each by its beginning.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The words of a centre: of its code and its name, each behind a space.
pub(super) fn words_of(centre: u32, name: &str) -> String {
    words(&format!("{centre:08} {name}")).iter().map(|word| format!(" {word}")).collect()
}

/// What somebody typed to find a centre; nothing: every centre.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sought(Vec<String>);

impl Sought {
    /// Digits may be typed in groups: they are one code.
    pub(super) fn of(typed: &str) -> Sought {
        let mut all = words(typed);
        if all.iter().all(|word| word.chars().all(|c| c.is_ascii_digit())) {
            all = Some(all.concat()).filter(|code| !code.is_empty()).into_iter().collect();
        }
        Sought(all.into_iter().map(|word| format!(" {word}")).collect())
    }

    /// Whether each word typed begins a word of the centre's, as `words_of` has them.
    pub(super) fn fits(&self, words: &str) -> bool {
        self.0.iter().all(|word| words.contains(word.as_str()))
    }
}

fn words(text: &str) -> Vec<String> {
    let plain = text.nfd().filter(|c| !is_combining_mark(*c) && !matches!(c, '\'' | '’' | '‘' | '`'));
    let capitals: String = plain.flat_map(char::to_uppercase).collect();
    capitals.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_centre_is_found_by_beginnings_of_its_words_in_any_order_or_by_its_code() {
        let words = words_of(24_505_201, "ST. MARY'S Kĩbuyu-Mwamba GIRLS/BOYS");
        for typed in
            ["", "kibuyu", "KIBUYU marys st", "mary’s", "girls mwa", "boys", "24505201", "245 052", "kib 24505"]
        {
            assert!(Sought::of(typed).fits(&words), "{typed}");
        }
        for typed in ["ibuyu", "kibuyus", "marys john", "4505201", "24505202", "kibuyu 31"] {
            assert!(!Sought::of(typed).fits(&words), "{typed}");
        }
    }
}
