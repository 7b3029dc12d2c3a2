//! Which subjects a made-up candidate enters. Owns choices that satisfy their pathway (2.8.2-2.8.4) with the variety of
//! fees that real entries have; refuses to judge them, for it knows the answer beforehand.

use super::chance::Chance;

/// Subject codes in rising order, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice(Vec<u16>);

/// Options of groups IV and V with how often they are drawn, in tenths of a per cent or so.
const OPTIONS: &[(u16, u32)] = &[
    (441, 45),
    (442, 20),
    (443, 320),
    (444, 10),
    (445, 6),
    (446, 6),
    (447, 3),
    (448, 8),
    (449, 8),
    (450, 3),
    (451, 70),
    (501, 30),
    (502, 14),
    (503, 14),
    (504, 2),
    (511, 16),
    (565, 425),
];

/// What a blind candidate may take beside the compulsory subjects (2.8.3).
const OPTIONS_WITHOUT_SIGHT: &[(u16, u32)] = &[(441, 10), (511, 30), (501, 15), (503, 10), (565, 35)];

const SCIENCES: &[(&[u16], u32)] = &[(&[231, 233], 54), (&[231, 232, 233], 34), (&[232, 233], 8), (&[231, 232], 4)];

impl Choice {
    /// Pathway A: sciences one by one.
    pub fn sciences(chance: &mut Chance) -> Self {
        let mut choice = Choice(vec![101, 102, 121]);
        let drawn = chance.weighted(SCIENCES.iter().map(|(_, weight)| *weight));
        choice.0.extend(SCIENCES[drawn].0);
        choice.humanities(chance);
        choice.fill(chance, OPTIONS)
    }

    /// Pathway B: Mathematics B with General Science; a notice of the centre's clearance goes with it.
    pub fn general_science(chance: &mut Chance) -> Self {
        let mut choice = Choice(vec![101, 102, 122, 237]);
        choice.humanities(chance);
        choice.fill(chance, OPTIONS)
    }

    /// The blind candidate's pathway.
    pub fn blind(chance: &mut Chance) -> Self {
        let mut choice = Choice(vec![101, 102, 121, 236]);
        choice.humanities(chance);
        choice.fill(chance, OPTIONS_WITHOUT_SIGHT)
    }

    /// Pathway A with sign language in the place of Kiswahili.
    pub fn hearing_impaired(chance: &mut Chance) -> Self {
        Choice::sciences(chance).without(&[102]).with(504).filled_to(7, &[443, 565, 441])
    }

    fn humanities(&mut self, chance: &mut Chance) {
        let faith = [313, 313, 313, 314, 315][chance.below(5) as usize];
        let second = [311, 312][chance.below(2) as usize];
        match chance.below(10) {
            0..5 => self.0.push(second),
            5..7 => self.0.push(faith),
            7..9 => self.0.extend([second, faith]),
            _ => self.0.extend([311, 312]),
        }
    }

    fn fill(mut self, chance: &mut Chance, options: &[(u16, u32)]) -> Self {
        let wanted = [7, 7, 8, 8, 8, 8, 8, 8, 8, 9][chance.below(10) as usize];
        while self.0.len() < wanted {
            let drawn = options[chance.weighted(options.iter().map(|(_, weight)| *weight))].0;
            if !self.0.contains(&drawn) {
                self.0.push(drawn);
            }
        }
        self.0.sort_unstable();
        self
    }

    /// These subjects.
    pub fn of(codes: &[u16]) -> Self {
        codes.iter().fold(Choice::default(), |choice, code| choice.with(*code))
    }

    /// How many subjects there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Whether a subject is among them.
    pub fn has(&self, code: u16) -> bool {
        self.0.contains(&code)
    }

    /// With one more subject.
    pub fn with(mut self, code: u16) -> Self {
        if !self.has(code) {
            self.0.push(code);
            self.0.sort_unstable();
        }
        self
    }

    /// Without some subjects.
    pub fn without(mut self, codes: &[u16]) -> Self {
        self.0.retain(|code| !codes.contains(code));
        self
    }

    /// With at least so many subjects: the first options that are not there yet are added.
    pub fn filled_to(mut self, wanted: usize, options: &[u16]) -> Self {
        for option in options {
            if self.count() < wanted {
                self = self.with(*option);
            }
        }
        self
    }

    /// Some of the subjects, at least one, as one who repeats a part enters them.
    pub fn some(&self, chance: &mut Chance, most: usize) -> Self {
        let wanted = chance.between(1, most as u64) as usize;
        let mut left = self.0.clone();
        while left.len() > wanted {
            left.remove(chance.below(left.len() as u64) as usize);
        }
        Choice(left)
    }

    /// The codes, separated by spaces.
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(self.0.len() * 4);
        for (i, code) in self.0.iter().enumerate() {
            if i > 0 {
                text.push(' ');
            }
            // Every code has three digits.
            text.extend([code / 100, code / 10 % 10, code % 10].map(|digit| char::from(b'0' + digit as u8)));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_hold_seven_to_nine_subjects_and_one_religion_at_most() {
        let mut chance = Chance::of(2);
        for _ in 0..2_000 {
            for choice in [
                Choice::sciences(&mut chance),
                Choice::general_science(&mut chance),
                Choice::blind(&mut chance),
                Choice::hearing_impaired(&mut chance),
            ] {
                assert!((7..=9).contains(&choice.count()), "{}", choice.text());
                assert!([313, 314, 315].into_iter().filter(|code| choice.has(*code)).count() <= 1);
            }
        }
    }

    #[test]
    fn a_part_of_a_choice_stays_within_it() {
        let mut chance = Chance::of(9);
        let whole = Choice::sciences(&mut chance);
        let part = whole.some(&mut chance, 6);
        assert!((1..=6).contains(&part.count()) && part.0.iter().all(|code| whole.has(*code)));
    }
}
