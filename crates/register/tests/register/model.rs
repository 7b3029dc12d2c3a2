//! Random operations against a simple model of what a register is: people with fields, whole snapshots for undo, and a
//! table of numbers that only grows.

use std::collections::BTreeMap;

use proptest::prelude::*;
use register::{CandidateId, Error, ImportedRow, NumberRanges, Operation, Stamp, Standing};
use regulations::{Draft, Field};

use crate::support::{Desk, stamp};

const RANGES: NumberRanges = NumberRanges { whole: (1, 4), partial: (801, 802) };

#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "few live at a time")]
enum Step {
    Enter(Draft),
    Import(Vec<(Option<usize>, Draft)>),
    Change(usize, Field, String),
    Withdraw(usize),
    Reinstate(usize),
    Undo,
    Redo,
    Restart,
}

fn value(field: Field) -> BoxedStrategy<String> {
    match field {
        Field::EntryCode => prop_oneof!["", "1", "2", "3", "9"].boxed(),
        Field::CandidateNo => prop_oneof![3 => "", 1 => "00[1-5]", 1 => "80[1-3]", 1 => "7"].boxed(),
        _ => prop_oneof!["A", "B", ""].boxed(),
    }
}

fn field() -> impl Strategy<Value = Field> {
    prop_oneof![Just(Field::EntryCode), Just(Field::CandidateNo), Just(Field::Name)]
}

fn draft() -> impl Strategy<Value = Draft> {
    (value(Field::EntryCode), value(Field::CandidateNo), value(Field::Name)).prop_map(|(code, number, name)| {
        Draft::with([(Field::EntryCode, &*code), (Field::CandidateNo, &*number), (Field::Name, &*name)])
    })
}

fn step() -> impl Strategy<Value = Step> {
    let row = (proptest::option::of(0..6_usize), draft());
    prop_oneof![
        4 => draft().prop_map(Step::Enter),
        1 => proptest::collection::vec(row, 0..4).prop_map(Step::Import),
        6 => (0..6_usize, field().prop_flat_map(|field| (Just(field), value(field))))
            .prop_map(|(who, (field, value))| Step::Change(who, field, value)),
        1 => (0..6_usize).prop_map(Step::Withdraw),
        1 => (0..6_usize).prop_map(Step::Reinstate),
        4 => Just(Step::Undo),
        3 => Just(Step::Redo),
        1 => Just(Step::Restart),
    ]
}

#[derive(Clone, Debug, PartialEq)]
enum State {
    Undone,
    Entered,
    Withdrawn,
}

#[derive(Clone, Debug, PartialEq)]
struct Person {
    draft: Draft,
    state: State,
}

#[derive(Default)]
struct Model {
    people: Vec<Person>,
    issued: BTreeMap<u16, usize>,
    done: Vec<[Vec<Person>; 2]>,
    undone: Vec<[Vec<Person>; 2]>,
}

fn three_digits(text: &str) -> Option<u16> {
    (text.len() == 3).then(|| text.parse().ok()).flatten()
}

impl Model {
    fn put(&mut self, who: usize, field: Field, value: &str) {
        self.people[who].draft.set(field, value);
        if let (Field::CandidateNo, Some(number)) = (field, three_digits(value)) {
            self.issued.entry(number).or_insert(who);
        }
    }

    fn number(&mut self, who: usize, reserved: &[u16]) {
        let range = match self.people[who].draft.get(Field::EntryCode) {
            "1" | "2" => RANGES.whole,
            "3" => RANGES.partial,
            _ => return,
        };
        if !self.people[who].draft.get(Field::CandidateNo).is_empty() {
            return;
        }
        let own = (range.0..=range.1).find(|n| self.issued.get(n) == Some(&who));
        let free = || (range.0..=range.1).find(|n| !self.issued.contains_key(n) && !reserved.contains(n));
        if let Some(number) = own.or_else(free) {
            self.put(who, Field::CandidateNo, &format!("{number:03}"));
        }
    }

    fn enter(&mut self, draft: &Draft, reserved: &[u16]) {
        self.people.push(Person { draft: Draft::default(), state: State::Entered });
        let who = self.people.len() - 1;
        Field::ALL.into_iter().for_each(|field| self.put(who, field, draft.get(field)));
        self.number(who, reserved);
    }

    fn change(&mut self, who: usize, field: Field, value: &str) {
        self.put(who, field, value);
        self.number(who, &[]);
    }

    /// What one person's step does, if it is allowed.
    fn apply(&mut self, step: &Step) -> bool {
        let on_the_roll =
            |model: &Model, who: usize| model.people.get(who).is_some_and(|person| person.state == State::Entered);
        match step {
            Step::Enter(draft) => self.enter(draft, &[]),
            Step::Import(rows) => {
                if !rows.iter().all(|(who, _)| who.is_none_or(|who| on_the_roll(self, who))) {
                    return false;
                }
                let reserved: Vec<_> =
                    rows.iter().filter_map(|(_, draft)| three_digits(draft.get(Field::CandidateNo))).collect();
                for (who, draft) in rows {
                    let Some(who) = *who else {
                        self.enter(draft, &reserved);
                        continue;
                    };
                    let given = Field::ALL.into_iter().filter(|field| !draft.get(*field).is_empty());
                    given.for_each(|field| self.put(who, field, draft.get(field)));
                    self.number(who, &reserved);
                }
            }
            Step::Change(who, field, value) if on_the_roll(self, *who) => self.change(*who, *field, value),
            Step::Withdraw(who) if self.people.get(*who).is_some_and(|p| p.state != State::Undone) => {
                self.people[*who].state = State::Withdrawn;
            }
            Step::Reinstate(who) if self.people.get(*who).is_some_and(|p| p.state != State::Undone) => {
                self.people[*who].state = State::Entered;
            }
            _ => return false,
        }
        true
    }

    fn act(&mut self, step: &Step) -> bool {
        let before = self.people.clone();
        let allowed = self.apply(step);
        if allowed && self.people != before {
            self.done.push([before, self.people.clone()]);
            self.undone.clear();
        }
        allowed
    }

    /// Goes back to a snapshot; those who were not in it yet become undone entries that keep their fields.
    fn go_to(&mut self, snapshot: &[Person]) {
        for (who, person) in self.people.iter_mut().enumerate() {
            match snapshot.get(who) {
                Some(then) if then.state != State::Undone => *person = then.clone(),
                _ => person.state = State::Undone,
            }
        }
    }

    fn undo(&mut self) -> bool {
        let Some(step) = self.done.pop() else { return false };
        self.go_to(&step[0]);
        self.undone.push(step);
        true
    }

    fn redo(&mut self) -> bool {
        let Some(step) = self.undone.pop() else { return false };
        self.go_to(&step[1]);
        self.done.push(step);
        true
    }
}

struct Pair {
    desk: Desk,
    model: Model,
    ids: Vec<CandidateId>,
}

fn narrow() -> Stamp {
    Stamp { numbers: RANGES, ..stamp() }
}

impl Pair {
    fn new() -> Pair {
        Pair { desk: Desk::new(), model: Model::default(), ids: Vec::new() }
    }

    fn id(&self, who: usize) -> CandidateId {
        self.ids.get(who).copied().unwrap_or(CandidateId([0xee; 16]))
    }

    fn operation(&self, step: &Step) -> Option<Operation> {
        Some(match step {
            Step::Enter(draft) => Operation::EnterCandidate(draft.clone()),
            Step::Import(rows) => {
                let row = |(who, draft): &(Option<usize>, Draft)| ImportedRow {
                    candidate: who.map(|who| self.id(who)),
                    draft: draft.clone(),
                };
                Operation::ImportDrafts { source: String::new(), rows: rows.iter().map(row).collect() }
            }
            Step::Change(who, field, value) => {
                Operation::ChangeFields { candidate: self.id(*who), fields: vec![(*field, value.clone())] }
            }
            Step::Withdraw(who) => Operation::Withdraw { candidate: self.id(*who), reason: "moved away".into() },
            Step::Reinstate(who) => Operation::Reinstate(self.id(*who)),
            Step::Undo | Step::Redo | Step::Restart => return None,
        })
    }

    fn take(&mut self, step: &Step) {
        let did = match step {
            Step::Undo => self.desk.register().undo(&narrow()).unwrap().is_some(),
            Step::Redo => self.desk.register().redo(&narrow()).unwrap().is_some(),
            Step::Restart => {
                self.desk.restart();
                return;
            }
            other => self.transact(other),
        };
        let expected = match step {
            Step::Undo => self.model.undo(),
            Step::Redo => self.model.redo(),
            other => self.model.act(other),
        };
        assert_eq!(did, expected, "{step:?}");
    }

    fn transact(&mut self, step: &Step) -> bool {
        let operation = self.operation(step).unwrap();
        let issued = self.desk.register().read().issued_numbers().unwrap();
        match self.desk.register().transact(operation, &narrow()) {
            Ok(receipt) => {
                for (id, number) in receipt.allocated {
                    let holder = issued.iter().find(|(one, _)| *one == number).map(|(_, holder)| *holder);
                    assert!(holder.is_none_or(|holder| holder == id), "{number} was issued to another");
                }
                self.ids.extend(receipt.entered);
                true
            }
            Err(Error::UnknownCandidate(_) | Error::CandidateWithdrawn(_)) => false,
            Err(other) => panic!("{step:?}: {other}"),
        }
    }

    fn compare(&mut self) {
        for (who, person) in self.model.people.iter().enumerate() {
            let found = self.desk.register().read().candidate(self.ids[who]);
            match (&person.state, found) {
                (State::Undone, Err(Error::UnknownCandidate(_))) => {}
                (state, Ok(candidate)) => {
                    assert_eq!(candidate.draft, person.draft);
                    assert_eq!(*state == State::Entered, candidate.standing == Standing::Entered);
                }
                (state, Err(e)) => panic!("{state:?}: {e}"),
            }
        }
        let issued = self.desk.register().read().issued_numbers().unwrap();
        let expected: Vec<_> = self.model.issued.iter().map(|(n, who)| (*n, self.ids[*who])).collect();
        assert_eq!(issued.iter().map(|(n, id)| (n.value(), *id)).collect::<Vec<_>>(), expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_register_does_what_the_model_does(steps in proptest::collection::vec(step(), 1..40)) {
        let mut pair = Pair::new();
        for step in &steps {
            pair.take(step);
            pair.compare();
        }
        pair.desk.register().read().verify().unwrap();
    }
}
