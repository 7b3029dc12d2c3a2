//! Numbers as people copy them: certificates, index numbers, identity documents. Owns how far one is from another;
//! refuses to know what a number is of.

/// The most characters that are compared; of a longer number the last ones are.
const LONGEST: usize = 15;

/// A number's letters and digits in capitals, without signs and without leading zeros, which spreadsheets lose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Number {
    signs: [u8; LONGEST],
    length: u8,
}

/// How one number differs from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Distance {
    /// Not at all.
    Same,
    /// By at most three: what is issued one after the other, as to twins.
    Neighbour,
    /// Two neighbouring digits changed places.
    Transposed,
    /// One digit.
    OneWrong,
    /// One digit more or less.
    OneMissing,
    /// Two digits.
    TwoWrong,
    /// More.
    Other,
}

/// Whether a text fills a cell and is nobody's number: too short, one digit over and over, or digits in a row.
#[must_use]
pub fn is_filler(text: &str) -> bool {
    let number = Number::of(text);
    !number.is_empty() && number.is_placeholder()
}

impl Number {
    /// Reads a text.
    pub(crate) fn of(text: &str) -> Number {
        let signs = text.bytes().filter(u8::is_ascii_alphanumeric).map(|b| b.to_ascii_uppercase());
        let whole: Vec<u8> = signs.skip_while(|b| *b == b'0').collect();
        let kept = &whole[whole.len().saturating_sub(LONGEST)..];
        let mut number = Number { signs: [0; LONGEST], length: kept.len() as u8 };
        number.signs[..kept.len()].copy_from_slice(kept);
        number
    }

    /// Whether there is none.
    pub(crate) const fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Its signs.
    pub(crate) fn signs(&self) -> &[u8] {
        &self.signs[..usize::from(self.length)]
    }

    /// Whether a person made it up to fill a cell: too short, or one digit over and over, or digits in a row.
    pub(crate) fn is_placeholder(&self) -> bool {
        let signs = self.signs();
        let digits = signs.iter().filter(|b| b.is_ascii_digit()).count();
        let steps = |step: u8| signs.windows(2).all(|pair| pair[1] == pair[0].wrapping_add(step));
        let (same, rising) = (steps(0), steps(1));
        let falling = signs.windows(2).all(|pair| pair[0] == pair[1].wrapping_add(1));
        digits < 3 || signs.len() > 3 && (same || rising || falling)
    }

    /// All in one word of 128 bits.
    fn word(&self) -> u128 {
        let mut bytes = [0; 16];
        bytes[..LONGEST].copy_from_slice(&self.signs);
        u128::from_le_bytes(bytes)
    }

    /// How far another number is.
    pub(crate) fn distance(&self, other: &Number) -> Distance {
        let (one, two) = (self.word(), other.word());
        if one == two {
            return Distance::Same;
        }
        if self.length != other.length {
            let (short, long) = if self.length < other.length { (self, other) } else { (other, self) };
            return if one_missing(short.signs(), long.signs()) { Distance::OneMissing } else { Distance::Other };
        }
        let differing = one ^ two;
        let first = differing.trailing_zeros() / 8;
        let last = (127 - differing.leading_zeros()) / 8;
        let inner = differing & !(0xFF << (first * 8)) & !(0xFF << (last * 8));
        if inner != 0 {
            return self.far(other);
        }
        let sign = |word: u128, at: u32| (word >> (at * 8)) as u8;
        if first == last {
            let (a, b) = (sign(one, first), sign(two, first));
            let near = first + 1 == u32::from(self.length) && a.abs_diff(b) <= 3;
            return if near { Distance::Neighbour } else { Distance::OneWrong };
        }
        let swapped = sign(one, first) == sign(two, last) && sign(one, last) == sign(two, first);
        match swapped && last == first + 1 {
            true => Distance::Transposed,
            false if self.is_neighbour(other) => Distance::Neighbour,
            false => Distance::TwoWrong,
        }
    }

    fn far(&self, other: &Number) -> Distance {
        if self.is_neighbour(other) { Distance::Neighbour } else { Distance::Other }
    }

    fn is_neighbour(&self, other: &Number) -> bool {
        matches!((self.value(), other.value()), (Some(a), Some(b)) if a.abs_diff(b) <= 3)
    }

    fn value(&self) -> Option<u64> {
        let mut value = 0_u64;
        for sign in self.signs() {
            let digit = sign.checked_sub(b'0').filter(|digit| *digit < 10)?;
            value = value.checked_mul(10)?.checked_add(u64::from(digit))?;
        }
        Some(value)
    }

    /// Whether all but the last three signs agree: candidates of one primary school.
    pub(crate) fn same_school(&self, other: &Number) -> bool {
        let stem = usize::from(self.length).saturating_sub(3);
        self.length == other.length && stem >= 4 && self.signs[..stem] == other.signs[..stem]
    }
}

/// Whether the longer text is the shorter one with one more sign somewhere.
fn one_missing(short: &[u8], long: &[u8]) -> bool {
    if long.len() != short.len() + 1 {
        return false;
    }
    let head = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    short[head..] == long[head + 1..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_as_far_from_another_as_the_slip_that_made_it() {
        for (one, two, distance) in [
            ("01234567", "1234567", Distance::Same),
            ("a/12-34", "A1234", Distance::Same),
            ("40512347", "40512349", Distance::Neighbour),
            ("40512349", "40512350", Distance::Neighbour),
            ("40512347", "40521347", Distance::Transposed),
            ("40512347", "40912347", Distance::OneWrong),
            ("40512342", "40512349", Distance::OneWrong),
            ("40512347", "4051247", Distance::OneMissing),
            ("40512347", "40912387", Distance::TwoWrong),
            ("40512347", "11223344", Distance::Other),
            ("40512347", "405", Distance::Other),
        ] {
            assert_eq!(Number::of(one).distance(&Number::of(two)), distance, "{one} {two}");
            assert_eq!(Number::of(two).distance(&Number::of(one)), distance, "{two} {one}");
        }
    }

    #[test]
    fn a_number_that_fills_a_cell_is_none() {
        for text in ["0000", "1111111", "12345678", "98765432", "NA", "12"] {
            assert!(Number::of(text).is_placeholder(), "{text}");
        }
        for text in ["40512347", "A/12345", "9071"] {
            assert!(!Number::of(text).is_placeholder(), "{text}");
        }
    }
}
