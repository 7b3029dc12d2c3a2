//! Text made fit for print: composed letters, plain spaces, nothing invisible, and a visible mark where the typeface
//! lacks a letter. Refuses to shorten: what does not fit is wrapped by the layout.

use regulations::Shillings;
use unicode_normalization::UnicodeNormalization;

/// Stands where the typeface has no picture of a letter.
const MISSING: char = '\u{FFFD}';

/// The text as it is printed, given which letters the typeface holds.
pub(crate) fn printable(text: &str, holds: impl Fn(char) -> bool) -> String {
    text.nfc().filter(|c| !invisible(*c)).map(spaced).map(|c| if holds(c) { c } else { MISSING }).collect()
}

/// Marks of direction, joiners and soft hyphens draw nothing and would come back as rubbish in copied text.
fn invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}')
}

fn spaced(c: char) -> char {
    match c {
        '\u{2010}' | '\u{2011}' => '-',
        '\u{2BC}' | '\u{2B9}' => '\u{2019}',
        c if c.is_whitespace() || c.is_control() => ' ',
        c => c,
    }
}

/// A count or an amount with separators of thousands.
pub(crate) fn figure(count: u64) -> String {
    u32::try_from(count).map_or_else(|_| count.to_string(), |count| Shillings(count).to_string())
}

/// The text in lines no wider than `width`, by the measure given: broken between words, and within a word only where it
/// alone is wider than a line. An empty text has no lines.
pub(crate) fn wrap(text: &str, width: f32, measure: impl Fn(&str) -> f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace().flat_map(|word| fitting(word, width, &measure)) {
        let longer = if line.is_empty() { word.clone() } else { format!("{line} {word}") };
        if line.is_empty() || measure(&longer) <= width {
            line = longer;
        } else {
            lines.push(std::mem::replace(&mut line, word));
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The word, in as many pieces as it takes for each to fit.
fn fitting(word: &str, width: f32, measure: &impl Fn(&str) -> f32) -> Vec<String> {
    if measure(word) <= width {
        return vec![word.to_owned()];
    }
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for letter in word.chars() {
        piece.push(letter);
        if piece.chars().count() > 1 && measure(&piece) > width {
            piece.pop();
            pieces.push(std::mem::replace(&mut piece, letter.to_string()));
        }
    }
    pieces.push(piece);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn letters(text: &str) -> f32 {
        text.chars().count() as f32
    }

    #[test]
    fn text_is_composed_and_spaced_plainly() {
        let cases = [
            ("Wu\u{303}njiru\u{303}", "Wũnjirũ"),
            ("Ng\u{A0}ang\u{2BC}a", "Ng ang’a"),
            ("A\u{200B}B\u{202E}\tC", "AB C"),
            ("Ŋ", "Ŋ"),
        ];
        for (given, printed) in cases {
            assert_eq!(printable(given, |_| true), printed);
        }
        assert_eq!(printable("A字B", |c| c.is_ascii()), "A\u{FFFD}B");
    }

    proptest! {
        #[test]
        fn wrapping_keeps_every_letter_and_every_line_fits(text in "[a-z ]{0,80}", width in 1u8..30) {
            let lines = wrap(&text, f32::from(width), letters);
            prop_assert!(lines.iter().all(|line| letters(line) <= f32::from(width)));
            prop_assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
        }
    }
}
