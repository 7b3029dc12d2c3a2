//! Numbers that name a centre, a candidate, an index number and an amount of money. Owns how each is read and
//! printed; refuses to judge them (that is the rules').

use std::fmt;

/// A text that is not the number it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected exactly {digits} digits")]
pub struct NotDigits {
    /// How many digits were expected.
    pub digits: usize,
}

/// The value of a text of exactly `digits` ASCII digits (at most nine).
fn exact_digits(text: &str, digits: usize) -> Result<u32, NotDigits> {
    let bytes = text.as_bytes();
    if bytes.len() != digits || !bytes.iter().all(u8::is_ascii_digit) {
        return Err(NotDigits { digits });
    }
    Ok(bytes.iter().fold(0, |value, b| value * 10 + u32::from(b - b'0')))
}

/// A centre's code: two digits of the county, three of the sub-county, three of the school (2.3.22).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CentreCode(u32);

impl CentreCode {
    /// Reads exactly eight digits.
    ///
    /// # Errors
    /// When the text is anything else.
    pub fn parse(text: &str) -> Result<Self, NotDigits> {
        exact_digits(text, 8).map(CentreCode)
    }

    /// The county's number in KNEC's own list (01-47 where it is known).
    #[must_use]
    pub const fn county(self) -> u8 {
        (self.0 / 1_000_000) as u8
    }

    /// The third digit: the old province, or 9 for a private centre.
    #[must_use]
    pub const fn third_digit(self) -> u8 {
        (self.0 / 100_000 % 10) as u8
    }

    /// The code as a number.
    #[must_use]
    pub const fn value(self) -> u32 {
        self.0
    }
}

impl fmt::Display for CentreCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08}", self.0)
    }
}

/// A candidate's number within a centre: three digits (2.3.22).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CandidateNumber(u16);

impl CandidateNumber {
    /// Reads exactly three digits.
    ///
    /// # Errors
    /// When the text is anything else.
    pub fn parse(text: &str) -> Result<Self, NotDigits> {
        exact_digits(text, 3).map(|value| CandidateNumber(value as u16))
    }

    /// The number of this value, where it has at most three digits.
    #[must_use]
    pub const fn new(value: u16) -> Option<Self> {
        if value <= 999 { Some(CandidateNumber(value)) } else { None }
    }

    /// The number as an integer.
    #[must_use]
    pub const fn value(self) -> u16 {
        self.0
    }
}

impl fmt::Display for CandidateNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:03}", self.0)
    }
}

/// A full index number: centre and candidate, eleven digits (2.3.22).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndexNumber {
    /// The centre.
    pub centre: CentreCode,
    /// The candidate's number in it.
    pub candidate: CandidateNumber,
}

impl IndexNumber {
    /// Reads exactly eleven digits.
    ///
    /// # Errors
    /// When the text is anything else.
    pub fn parse(text: &str) -> Result<Self, NotDigits> {
        let wrong = NotDigits { digits: 11 };
        let (centre, candidate) = text.split_at_checked(8).ok_or(wrong)?;
        Ok(IndexNumber {
            centre: CentreCode::parse(centre).map_err(|_| wrong)?,
            candidate: CandidateNumber::parse(candidate).map_err(|_| wrong)?,
        })
    }
}

impl fmt::Display for IndexNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.centre, self.candidate)
    }
}

/// An amount in whole Kenya shillings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Shillings(pub u32);

impl std::ops::Add for Shillings {
    type Output = Shillings;
    /// Saturates, for amounts on slips are typed by people.
    fn add(self, other: Shillings) -> Shillings {
        Shillings(self.0.saturating_add(other.0))
    }
}

impl std::ops::AddAssign for Shillings {
    fn add_assign(&mut self, other: Shillings) {
        *self = *self + other;
    }
}

impl std::iter::Sum for Shillings {
    fn sum<I: Iterator<Item = Shillings>>(amounts: I) -> Shillings {
        amounts.fold(Shillings(0), |sum, amount| sum + amount)
    }
}

/// With separators of thousands, as a proforma prints it: `1,650,000`.
impl fmt::Display for Shillings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        let mut out = String::with_capacity(digits.len() + digits.len() / 3);
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push(',');
            }
            out.push(digit);
        }
        f.pad(&out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_only_from_exactly_their_digits() {
        assert_eq!(CentreCode::parse("24505105").map(|c| c.to_string()), Ok("24505105".into()));
        assert_eq!(IndexNumber::parse("24505105007").map(|i| i.to_string()), Ok("24505105007".into()));
        for wrong in ["", "7", "0007", "00a", "+07", "٠٠٧"] {
            assert!(CandidateNumber::parse(wrong).is_err(), "{wrong}");
        }
        assert!(IndexNumber::parse("2450510500é").is_err());
    }

    #[test]
    fn a_centres_code_tells_its_county_and_province() {
        let code = CentreCode::parse("04112003").unwrap();
        assert_eq!((code.county(), code.third_digit()), (4, 1));
    }

    #[test]
    fn money_is_printed_with_separators_of_thousands() {
        let printed: Vec<_> = [0, 400, 2_200, 1_650_000].map(|n| Shillings(n).to_string()).into();
        assert_eq!(printed, ["0", "400", "2,200", "1,650,000"]);
    }
}
