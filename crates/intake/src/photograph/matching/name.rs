//! A file name taken apart. Owns what counts as a word, a number, a label and a camera's name.

/// A run of letters or a run of digits, letters in capitals.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Token(String);

impl Token {
    pub(super) fn is_number(&self) -> bool {
        self.0.starts_with(|c: char| c.is_ascii_digit())
    }

    pub(super) fn is_three_digits(&self) -> bool {
        self.is_number() && self.0.len() == 3
    }

    /// The number without the zeros before it; a word as it is.
    pub(super) fn without_zeros(&self) -> Token {
        let bare = self.0.trim_start_matches('0');
        Token(if bare.is_empty() { self.0.chars().take(1).collect() } else { bare.to_owned() })
    }
}

/// How cameras, phones and messengers begin the names they give.
const CAMERAS: [&str; 14] = [
    "IMG",
    "DSC",
    "DSCN",
    "DSCF",
    "DSCI",
    "PXL",
    "MVIMG",
    "PICT",
    "CIMG",
    "SAM",
    "WHATSAPP",
    "SCREENSHOT",
    "SNAPCHAT",
    "FB",
];
/// Words before an admission number.
const ADMISSION_LABELS: [&str; 5] = ["ADM", "ADMN", "ADMNO", "ADMISSION", "ADMISSIONNO"];
/// Words that may stand between a label and its number.
const FILLERS: [&str; 3] = ["NO", "NUMBER", "NUM"];
/// More tokens than that are no name of a photograph.
const MOST_TOKENS: usize = 64;

/// A file name taken apart.
pub(super) struct FileName {
    /// The name without its folders, in small letters.
    pub(super) whole: String,
    /// The same without its extension.
    pub(super) stem: String,
    pub(super) tokens: Vec<Token>,
    /// Whether a camera or a phone gave the name, so that its numbers count pictures.
    pub(super) is_from_camera: bool,
}

impl FileName {
    pub(super) fn of(path: &str) -> Self {
        let whole = path.rsplit(['/', '\\']).next().unwrap_or(path).trim().to_lowercase();
        let stem = without_extension(&whole).trim().to_owned();
        let mut tokens = tokens(without_copy_mark(&stem));
        tokens.truncate(MOST_TOKENS);
        let is_from_camera = tokens.first().is_some_and(|first| CAMERAS.contains(&first.0.as_str()));
        FileName { whole, stem, tokens, is_from_camera }
    }

    /// Whether the words before this place say that an admission number follows.
    pub(super) fn is_labelled_admission(&self, at: usize) -> bool {
        let mut before = self.tokens[..at].iter().rev().skip_while(|token| FILLERS.contains(&token.0.as_str()));
        before.next().is_some_and(|token| ADMISSION_LABELS.contains(&token.0.as_str()))
    }

    /// Whether zeros may be missing from the number at this place: where it opens the name or follows its label.
    pub(super) fn may_lack_zeros(&self, at: usize) -> bool {
        at == 0 || self.is_labelled_admission(at)
    }

    /// Whether it holds eleven digits: somebody's index number, so that no part of it is anybody else's number.
    pub(super) fn holds_foreign_index(&self) -> bool {
        self.tokens.iter().any(|token| token.is_number() && token.0.len() == 11)
    }
}

/// Runs of letters and runs of digits; all else only separates them.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let kind = |c: char| {
        if c.is_ascii_digit() { 1 } else { u8::from(c.is_alphabetic()) * 2 }
    };
    let mut tokens: Vec<Token> = Vec::new();
    let mut last = 0;
    for c in text.chars() {
        let now = kind(c);
        match tokens.last_mut() {
            Some(token) if now != 0 && now == last => token.0.extend(c.to_uppercase()),
            _ if now != 0 => tokens.push(Token(c.to_uppercase().collect())),
            _ => {}
        }
        last = now;
    }
    tokens
}

/// Without `.jpg`, `.JPEG`, `.png` and the like: at most four letters and digits, one of them a letter.
fn without_extension(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, end)) if is_extension(end) => stem,
        _ => name,
    }
}

fn is_extension(end: &str) -> bool {
    (1..=5).contains(&end.len())
        && end.chars().all(|c| c.is_ascii_alphanumeric())
        && end.chars().any(|c| c.is_ascii_alphabetic())
}

/// Without the ` (2)` that a file manager adds to a copy.
fn without_copy_mark(stem: &str) -> &str {
    let Some((name, count)) = stem.strip_suffix(')').and_then(|open| open.rsplit_once('(')) else {
        return stem;
    };
    let is_count = (1..=2).contains(&count.len()) && count.chars().all(|c| c.is_ascii_digit());
    if is_count && !name.trim().is_empty() { name } else { stem }
}
