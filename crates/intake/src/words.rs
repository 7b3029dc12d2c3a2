//! Text as people mean it: what is left of a heading or a value when case, spaces and punctuation do not count.

/// Letters and digits only, in capitals: the form in which headings and values are compared.
pub(crate) fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_uppercase());
        } else if !c.is_ascii() && (c.is_alphanumeric() || matches!(c, '✓' | '✔')) {
            out.extend(c.to_uppercase());
        }
    }
    out
}

/// The words of a text, squeezed, in alphabetical order and joined: the same whatever the order they were written in.
pub(crate) fn sorted_words(text: &str) -> String {
    let mut words: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).map(squeeze).collect();
    words.retain(|word| !word.is_empty());
    words.sort_unstable();
    words.concat()
}

/// A text without what stands in round or square brackets.
pub(crate) fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    text.chars()
        .filter(|c| match c {
            '(' | '[' => {
                depth += 1;
                false
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect()
}

/// Whether a text needs no folding: printable ASCII with single spaces inside, and nothing at its start that a
/// spreadsheet means specially.
#[inline]
pub(crate) fn is_tidy(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (Some(&first), Some(&last)) = (bytes.first(), bytes.last()) else { return true };
    if matches!(first, b'#' | b'=' | b'\'' | b' ') || last == b' ' {
        return false;
    }
    // Without an early end, so that the compiler looks at many bytes at a time.
    let printable = bytes.iter().fold(true, |so_far, b| so_far & (b.wrapping_sub(0x20) < 0x5F));
    let doubled = bytes.iter().zip(&bytes[1..]).fold(false, |so_far, (a, b)| so_far | ((a ^ b' ') | (b ^ b' ') == 0));
    printable && !doubled
}

/// Trims, and turns every run of white space (no-break spaces and line ends too) into one space. Takes away the
/// apostrophe, or the `="…"`, with which spreadsheets are told that a number is text.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{200B}' | '\u{FEFF}')) {
        if !word.is_empty() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
        }
    }
    let marked = out.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    let number = |rest: &&str| rest.starts_with(|c: char| c.is_ascii_digit());
    match marked.or_else(|| out.strip_prefix('\'').filter(number)) {
        Some(inner) => inner.trim().to_owned(),
        None => out,
    }
}

/// The name of a cell: `cell_name(5, 41)` is `F41`. `column` counts from 0 and `row` from 1.
pub(crate) fn cell_name(column: usize, row: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        letters.push(b'A' + ((left - 1) % 26) as u8);
        left = (left - 1) / 26;
    }
    letters.reverse();
    let mut name = String::from_utf8(letters).unwrap_or_default();
    name.push_str(&row.to_string());
    name
}

/// Whether a text is one or more ASCII digits.
#[inline]
pub(crate) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_spreadsheets_name_them() {
        let names = [(0, 1), (5, 41), (25, 2), (26, 3), (701, 4), (702, 5)].map(|(c, r)| cell_name(c, r));
        assert_eq!(names, ["A1", "F41", "Z2", "AA3", "ZZ4", "AAA5"]);
    }

    #[test]
    fn folding_leaves_one_space_between_words() {
        for (raw, folded) in [
            ("\u{a0}AKINYI\u{a0} \u{a0}JANE ", "AKINYI JANE"),
            ("AKINYI\r\nJANE", "AKINYI JANE"),
            ("=\"007\"", "007"),
            ("'007", "007"),
            ("'Ali", "'Ali"),
            ("\u{feff}x", "x"),
            ("   ", ""),
        ] {
            assert_eq!(fold(raw), folded);
            assert!(!is_tidy(raw));
        }
        assert!(is_tidy("AKINYI JANE"));
    }

    #[test]
    fn headings_are_compared_without_what_does_not_matter() {
        assert_eq!(squeeze("Year_of  birth:"), "YEAROFBIRTH");
        assert_eq!(sorted_words("no. INDEX"), sorted_words("Index No"));
        assert_eq!(without_brackets("Gender (M/F)"), "Gender ");
    }
}
