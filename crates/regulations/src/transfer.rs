//! When a candidate may go over to another centre (2.3.14, 2.11). Owns the conditions with their paragraphs and the last
//! day of asking; what is on record comes in from outside, and whether the reason is adequate is the council's to say.

use crate::pack::Pack;

/// A condition of a transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TransferCondition {
    /// It is asked for within the months after closing that the pack names (2.3.14(i), 2.11.2).
    InTime,
    /// The head of the centre that releases consents by letter (2.3.14(ii)).
    ReleasingHead,
    /// The head of the centre that receives consents by letter (2.3.14(ii)).
    ReceivingHead,
    /// So does the sub-county's office of the one (2.11.1).
    ReleasingOffice,
    /// And that of the other (2.11.1).
    ReceivingOffice,
    /// The fee is paid (2.3.14(iii)).
    Fee,
}

/// How a condition stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// It is met.
    Met,
    /// It may still be.
    Open,
    /// It was missed, and cannot be met any more.
    Missed,
}

/// What is on record of a transfer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TransferFacts<'f> {
    /// The day on which it was asked for, `YYYY-MM-DD`, or today where it was not yet.
    pub asked: &'f str,
    /// The day on which registration closes, likewise; `None`: it is not announced.
    pub closes: Option<&'f str>,
    /// The head of the centre that releases consented.
    pub releasing_head: bool,
    /// The head of the centre that receives consented.
    pub receiving_head: bool,
    /// The sub-county's office of the one consented.
    pub releasing_office: bool,
    /// The sub-county's office of the other consented.
    pub receiving_office: bool,
    /// A deposit slip of the fee is named.
    pub slip: bool,
}

impl TransferCondition {
    /// Every condition, in the order in which they are met.
    pub const ALL: [TransferCondition; 6] = [
        TransferCondition::InTime,
        TransferCondition::ReleasingHead,
        TransferCondition::ReceivingHead,
        TransferCondition::ReleasingOffice,
        TransferCondition::ReceivingOffice,
        TransferCondition::Fee,
    ];

    /// Its paragraph.
    #[must_use]
    pub const fn paragraph(self) -> &'static str {
        match self {
            TransferCondition::InTime => "2.11.2",
            TransferCondition::ReleasingHead | TransferCondition::ReceivingHead => "2.3.14(ii)",
            TransferCondition::ReleasingOffice | TransferCondition::ReceivingOffice => "2.11.1",
            TransferCondition::Fee => "2.3.14(iii)",
        }
    }

    /// Its name in facts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            TransferCondition::InTime => "in-time",
            TransferCondition::ReleasingHead => "releasing-head",
            TransferCondition::ReceivingHead => "receiving-head",
            TransferCondition::ReleasingOffice => "releasing-office",
            TransferCondition::ReceivingOffice => "receiving-office",
            TransferCondition::Fee => "fee",
        }
    }

    /// How it stands. The fee is asked for only where the pack has one.
    #[must_use]
    pub fn of(self, pack: &Pack, facts: &TransferFacts<'_>) -> Stands {
        let met = match self {
            TransferCondition::InTime => return in_time(pack, facts),
            TransferCondition::ReleasingHead => facts.releasing_head,
            TransferCondition::ReceivingHead => facts.receiving_head,
            TransferCondition::ReleasingOffice => facts.releasing_office,
            TransferCondition::ReceivingOffice => facts.receiving_office,
            TransferCondition::Fee => facts.slip || pack.data().fees.others.transfer.value.0 == 0,
        };
        if met { Stands::Met } else { Stands::Open }
    }
}

/// Days are compared as texts, which `YYYY-MM-DD` is made for.
fn in_time(pack: &Pack, facts: &TransferFacts<'_>) -> Stands {
    let last = facts.closes.and_then(|closes| last_day(pack, closes));
    match last {
        Some(last) if *facts.asked > *last.as_str() => Stands::Missed,
        _ => Stands::Met,
    }
}

/// The last day on which a transfer is asked for, from the day on which registration closes, both `YYYY-MM-DD`: the same
/// day some months on, or the last of a shorter month. `None` where that is no day.
#[must_use]
pub fn last_day(pack: &Pack, closes: &str) -> Option<String> {
    let mut parts = closes.split('-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() || year > 9000 || !(1..=12).contains(&month) || !(1..=days_of(year, month)).contains(&day)
    {
        return None;
    }
    let months = month - 1 + pack.data().calendar.transfer_months.value.min(120);
    let (year, month) = (year + months / 12, months % 12 + 1);
    Some(format!("{year:04}-{month:02}-{:02}", day.min(days_of(year, month))))
}

const fn days_of(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pack() -> Pack {
        Pack::bundled(2026).expect("it is built in")
    }

    #[test]
    fn the_last_day_is_two_months_after_closing_and_never_a_day_that_there_is_not() {
        for (closes, last) in [
            ("2026-03-31", Some("2026-05-31")),
            ("2026-02-28", Some("2026-04-28")),
            ("2026-12-31", Some("2027-02-28")),
            ("2027-12-31", Some("2028-02-29")),
            ("2026-02-30", None),
            ("2026-13-01", None),
            ("31 March", None),
            ("", None),
        ] {
            assert_eq!(last_day(&pack(), closes).as_deref(), last, "{closes}");
        }
    }

    #[test]
    fn each_condition_stands_as_what_is_on_record_has_it() {
        let nothing = TransferFacts { asked: "2026-04-02", closes: Some("2026-03-31"), ..TransferFacts::default() };
        let of = |facts: &TransferFacts<'_>| TransferCondition::ALL.map(|one| one.of(&pack(), facts));
        assert_eq!(of(&nothing), [Stands::Met, Stands::Open, Stands::Open, Stands::Open, Stands::Open, Stands::Open]);
        let all = TransferFacts {
            releasing_head: true,
            receiving_head: true,
            releasing_office: true,
            receiving_office: true,
            slip: true,
            ..nothing
        };
        assert_eq!(of(&all), [Stands::Met; 6]);
        assert_eq!(of(&TransferFacts { asked: "2026-06-01", ..all })[0], Stands::Missed);
        assert_eq!(
            of(&TransferFacts { asked: "2026-06-01", closes: None, ..all })[0],
            Stands::Met,
            "nothing is announced"
        );
    }
}
