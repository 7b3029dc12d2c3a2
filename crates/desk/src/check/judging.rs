//! The judging of one row after another: from canonical text to a line and a tally. Owns the state one worker carries;
//! refuses to know where rows come from.

use regulations::{Case, Entry, Fee, Fields, Finding, Severity};

use super::keys::{ByCentre, Doubles, centre_text};
use super::line::{Checked, Lines};
use super::tally::Tally;
use super::text;
use super::{Format, Ground};

/// One worker's state.
pub(super) struct Judging<'a> {
    ground: &'a Ground<'a>,
    doubles: &'a Doubles,
    lines: Lines<'a>,
    findings: Vec<Finding>,
    tallies: ByCentre<Tally>,
    /// Rows of a centre stand together as a rule: the one being counted is kept out of the map.
    current: (String, Tally),
    errors: bool,
}

/// What a worker has counted.
#[derive(Default)]
pub(super) struct Counted {
    pub(super) tallies: ByCentre<Tally>,
    pub(super) errors: bool,
}

impl<'a> Judging<'a> {
    pub(super) fn new(ground: &'a Ground<'a>, doubles: &'a Doubles) -> Self {
        Judging {
            ground,
            doubles,
            lines: Lines::new(ground.pack, ground.messages),
            findings: Vec::new(),
            tallies: ByCentre::default(),
            current: (String::new(), Tally::default()),
            errors: false,
        }
    }

    /// Judges an entry and writes what is to be said of it.
    pub(super) fn entry(&mut self, out: &mut Vec<u8>, row: u32, fields: &Fields<'_>) {
        let ground = self.ground;
        let entry = Entry::read(ground.pack, ground.default_centre, fields);
        let shared = self.doubles.shared(row, ground.default_centre, fields);
        let case = Case { pack: ground.pack, centre: &ground.centre, entry: &entry, shared, held: None };
        self.findings.clear();
        regulations::judge(&case, &mut self.findings);
        let ready = !self.findings.iter().any(|finding| finding.severity == Severity::Error);
        self.errors |= !ready;
        let fee = Fee::of(ground.pack, ground.centre.kind, &entry);
        self.count(centre_text(ground.default_centre, fields), ready, shared.exhausted, fee.as_ref());
        let checked = Checked {
            row,
            centre: entry.centre,
            number: entry.number.candidate(),
            name: entry.get(regulations::Field::Name),
            findings: &self.findings,
            fee,
        };
        match ground.format {
            Format::Jsonl => self.lines.entry(out, &checked),
            Format::Text(language) => text::entry(out, ground, language, &checked),
        }
    }

    fn count(&mut self, centre: &str, ready: bool, exhausted: bool, fee: Option<&Fee>) {
        if self.current.0 != centre {
            self.put_away();
            self.current.0.clear();
            self.current.0.push_str(centre);
        }
        self.current.1.count(ready, exhausted, fee);
    }

    fn put_away(&mut self) {
        let (code, tally) = &mut self.current;
        if tally.candidates > 0 {
            match self.tallies.get_mut(code.as_str()) {
                Some(known) => known.merge(tally),
                None => {
                    self.tallies.insert(code.clone(), tally.clone());
                }
            }
            *tally = Tally::default();
        }
    }

    /// Notes that a row was refused.
    pub(super) fn refuse(&mut self) {
        self.errors = true;
    }

    /// What was counted.
    pub(super) fn finish(mut self) -> Counted {
        self.put_away();
        Counted { tallies: self.tallies, errors: self.errors }
    }
}

impl Counted {
    /// Adds what another worker counted.
    pub(super) fn merge(&mut self, other: Counted) {
        self.errors |= other.errors;
        for (code, tally) in other.tallies {
            self.tallies.entry(code).or_default().merge(&tally);
        }
    }
}
