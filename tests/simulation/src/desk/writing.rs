//! What people write at a desk, on top of what it shows them. Owns how a named operation becomes records with bases;
//! refuses to know whether it is welcome.

use std::cell::RefCell;
use std::rc::Rc;

use sync::fault::{Fault, planted};
use sync::fold::{Conflict, ConflictBecause, Fold, HeldBecause};
use sync::{About, CandidateId, FieldWrite, Hash, Kind, Origin, Record, RegisterId, StreamId, UnixMillis};

use super::{Crashed, Desk, Kept, Logged};
use crate::plan::{What, Writing};

/// What the register shows, as far as it was worked out: of the log, and with own operations on top.
#[derive(Clone)]
pub struct Shown(RefCell<Worked>);

#[derive(Clone)]
struct Worked {
    log: Fold,
    applied: usize,
    whole: Option<Rc<Fold>>,
}

impl Shown {
    pub(crate) fn new(register: RegisterId) -> Shown {
        Shown(RefCell::new(Worked { log: Fold::new(register), applied: 0, whole: None }))
    }

    /// Own operations, or the log by an addition, are not what they were.
    pub(crate) fn changed(&mut self) {
        self.0.get_mut().whole = None;
    }
}

/// Applies one operation of a log.
pub(crate) fn apply(fold: &mut Fold, position: u64, logged: &Logged) {
    let Logged { stream, n, written, mark, at, .. } = logged;
    match Record::from_bytes(&written.bytes) {
        Ok(record) => fold.apply(position, *stream, *n, written.h, &record, *mark, *at),
        Err(_) => fold.apply_unreadable(position, *stream, *n, written.h, *mark, *at),
    }
}

/// The fold of what is on a disk, worked out anew.
#[must_use]
pub fn fold_of(kept: &Kept) -> Fold {
    let mut fold = Fold::new(kept.register);
    (1..).zip(&kept.log).for_each(|(position, logged)| apply(&mut fold, position, logged));
    put_on_top(&mut fold, kept);
    fold
}

fn put_on_top(fold: &mut Fold, kept: &Kept) {
    for (stream, n, written) in kept.not_in_log() {
        if let Ok(record) = Record::from_bytes(&written.bytes) {
            fold.apply_own(stream, n, written.h, &record);
        }
    }
}

/// An operation that was made: its stream, place and hash, and its number in the world.
pub(crate) type Made = (StreamId, u64, Hash, u32);

/// A record before it has its place.
struct Draft {
    about: Option<About>,
    kind: Kind,
    fields: Vec<FieldWrite>,
}

impl Desk {
    /// What the register shows.
    #[must_use]
    pub fn fold(&self) -> Rc<Fold> {
        let mut worked = self.shown.0.borrow_mut();
        if let Some(whole) = &worked.whole {
            return Rc::clone(whole);
        }
        let kept = &self.kept;
        for (index, logged) in kept.log.iter().enumerate().skip(worked.applied) {
            let own = logged.stream.writer == self.writer();
            if own || !planted(Fault::TakeWithoutMerge) {
                apply(&mut worked.log, index as u64 + 1, logged);
            }
        }
        worked.applied = kept.log.len();
        let mut whole = worked.log.clone();
        if kept.log.is_empty() || !planted(Fault::OwnForgotten) {
            put_on_top(&mut whole, kept);
        }
        let whole = Rc::new(whole);
        worked.whole = Some(Rc::clone(&whole));
        whole
    }

    /// Pictures that the register shows.
    pub(crate) fn pictures_shown(&self) -> Vec<Hash> {
        let shown = self.fold().values();
        let named = shown.iter().filter(|((_, field), _)| field == "photograph");
        let mut hashes: Vec<Hash> = named.filter_map(|(_, value)| Hash::parse(value)).collect();
        hashes.sort_unstable();
        hashes.dedup();
        hashes
    }

    /// Writes: all its operations, and a picture, in one durable step. Tells which operations, by stream, place and
    /// hash; `numbered` gives each its number in the world.
    ///
    /// # Errors
    /// When the crash that waits comes here.
    pub(crate) fn write(
        &mut self,
        writing: Writing,
        now: UnixMillis,
        numbered: &mut u32,
    ) -> (Vec<Made>, Result<(), Crashed>) {
        let fold = self.fold();
        let drafts = self.drafts(writing, &fold);
        let mut own = self.kept.written_now().clone();
        let mut made = Vec::new();
        let mut numbers = Vec::new();
        for draft in drafts {
            *numbered += 1;
            let (bytes, number) = bytes_of(&draft, *numbered, own.stream, own.n() + 1, UnixMillis(now.0 + self.clock));
            numbers.extend(number);
            let h = own.push(bytes);
            made.push((own.stream, own.n(), h, *numbered));
        }
        let pictures = if writing.what == What::Photograph { pictures(writing) } else { Vec::new() };
        self.shown.changed();
        let done = self.step(|kept| {
            *kept.writing() = own;
            kept.numbers.extend(numbers);
            kept.pictures.extend(pictures.into_iter().map(|(hash, bytes)| (hash, bytes.into())));
        });
        (made, done)
    }

    fn drafts(&self, writing: Writing, fold: &Fold) -> Vec<Draft> {
        let Writing { what, value, .. } = writing;
        // One number chooses both about whom, and which field.
        let which = usize::from(writing.whom / 4);
        let entry = |number: Option<u16>, value: u8| Draft {
            about: None,
            kind: if what == What::Import { Kind::Import } else { Kind::Enter },
            fields: entry_fields(number, value),
        };
        let candidates = candidates(fold);
        let Some(whom) = candidates.get(usize::from(writing.whom % 4) % candidates.len().max(1)).copied() else {
            return match what {
                What::Centre => vec![self.centre(fold, which, value)],
                What::Resolve => resolution(fold, writing).into_iter().collect(),
                _ => vec![entry(self.free_number(fold, 0), value)],
            };
        };
        match what {
            What::Enter => vec![entry(self.free_number(fold, 0).filter(|_| value < 4), value)],
            What::Import => (0..3).map(|nth| entry(self.free_number(fold, nth), value.wrapping_add(nth))).collect(),
            What::Change => vec![change(fold, whom, Kind::Change, FIELDS[which % 4], value)],
            What::Bulk => candidates.iter().take(3).map(|id| change(fold, *id, Kind::Bulk, "phone", value)).collect(),
            What::Renumber => {
                let number = if value % 2 == 0 { 1 + u16::from(value) } else { 401 + u16::from(value) };
                vec![about(whom, Kind::Change, vec![write(fold, whom, "candidate_no", &format!("{number:03}"))])]
            }
            What::Withdraw | What::Reinstate => vec![standing(fold, whom, what, value)],
            What::Undo => vec![about(whom, Kind::Undo, vec![write(fold, whom, FIELDS[which % 4], "")])],
            What::Photograph => {
                let from = candidates.iter().position(|candidate| *candidate == whom).unwrap_or(0);
                let shown = candidates.iter().cycle().skip(from).take(candidates.len()).zip(pictures(writing));
                let of = |whom: About, name: Hash| write(fold, whom, "photograph", &name.to_string());
                shown.map(|(whom, (name, _))| about(*whom, Kind::Photograph, vec![of(*whom, name)])).collect()
            }
            What::Centre => vec![self.centre(fold, which, value)],
            What::Resolve => resolution(fold, writing).into_iter().collect(),
            What::Amend => {
                let mut draft = change(fold, whom, Kind::Change, FIELDS[which % 4], value);
                draft.fields.push(plain("amendment_reason", "the certificate says so"));
                vec![draft]
            }
            What::Countersign | What::Admit => word_for(fold, writing).into_iter().collect(),
            What::Foul => vec![foul(fold, whom, value)],
        }
    }

    fn centre(&self, fold: &Fold, which: usize, value: u8) -> Draft {
        let field = ["telephone", "address", "head_teacher"][which % 3];
        let fields = vec![write(fold, About::Centre, field, &format!("{field} {value}"))];
        Draft { about: Some(About::Centre), kind: Kind::Centre, fields }
    }

    /// A number that this desk may give out, as far as it knows.
    fn free_number(&self, fold: &Fold, nth: u8) -> Option<u16> {
        let kept = &self.kept;
        let all = kept.leases.iter().flat_map(|lease| lease.first..=lease.last);
        let free = |number: &u16| !kept.numbers.contains(number) && !fold.numbers().contains_key(number);
        all.filter(free).nth(usize::from(nth))
    }
}

const FIELDS: [&str; 4] = ["name", "gender", "phone", "entry_code"];

const NAMES: [&str; 5] = ["AKINYI JANE", "BARASA TOM", "CHEBET RUTH", "DIMA ALI", "EKAI PETER"];

fn candidates(fold: &Fold) -> Vec<About> {
    let values = fold.values();
    values.keys().filter(|(_, field)| field == "state").map(|(about, _)| *about).collect()
}

fn plain(field: &str, value: &str) -> FieldWrite {
    FieldWrite { field: field.into(), value: value.into(), base: None }
}

fn write(fold: &Fold, about: About, field: &str, value: &str) -> FieldWrite {
    FieldWrite { field: field.into(), value: value.into(), base: fold.tag(&about, field) }
}

fn about(about: About, kind: Kind, fields: Vec<FieldWrite>) -> Draft {
    Draft { about: Some(about), kind, fields }
}

fn entry_fields(number: Option<u16>, value: u8) -> Vec<FieldWrite> {
    let number = number.map(|number| plain("candidate_no", &format!("{number:03}")));
    let name = plain("name", NAMES[usize::from(value) % NAMES.len()]);
    [plain("state", "entered"), name].into_iter().chain(number).collect()
}

fn change(fold: &Fold, whom: About, kind: Kind, field: &str, value: u8) -> Draft {
    let value = match field {
        "name" => NAMES[usize::from(value) % NAMES.len()].to_owned(),
        "gender" => ["M", "F"][usize::from(value / 2) % 2].to_owned(),
        "phone" => format!("07000000{value:02}"),
        _ => (value % 3 + 1).to_string(),
    };
    about(whom, kind, vec![write(fold, whom, field, &value)])
}

fn standing(fold: &Fold, whom: About, what: What, value: u8) -> Draft {
    let (kind, state, because) = match what {
        What::Withdraw => (Kind::Withdraw, "withdrawn", ["left", "moved abroad"][usize::from(value) % 2]),
        _ => (Kind::Reinstate, "entered", ""),
    };
    about(whom, kind, vec![write(fold, whom, "state", state), write(fold, whom, "withdrawn_because", because)])
}

/// Closes a conflict: the branch chosen is written again, the others are named; at times one is left open.
fn resolution(fold: &Fold, writing: Writing) -> Option<Draft> {
    let conflicts = fold.conflicts();
    let conflict = conflicts.get(usize::from(writing.whom) % conflicts.len().max(1))?;
    let Conflict { about: whom, field, why, branches } = conflict;
    let chosen = &branches[usize::from(writing.value) % branches.len()];
    let base = chosen.tags.last().copied();
    if let ConflictBecause::NumberTaken { .. } = why {
        let value = format!("{:03}", 450 + u16::from(writing.value));
        let fields = vec![FieldWrite { field: field.clone(), value, base }, plain("reason", "the number was taken")];
        return Some(about(*whom, Kind::Resolve, fields));
    }
    let mut fields = vec![FieldWrite { field: field.clone(), value: chosen.value.clone(), base }];
    let others = branches.iter().filter(|branch| *branch != chosen);
    let named = others.take(if writing.value >= 3 { 1 } else { branches.len() });
    fields.extend(named.map(|branch| FieldWrite {
        field: format!("resolved.{field}"),
        value: String::new(),
        base: branch.tags.last().copied(),
    }));
    fields.push(plain("reason", "the head saw the certificate"));
    Some(about(*whom, Kind::Resolve, fields))
}

/// An operator's word for what is held.
fn word_for(fold: &Fold, writing: Writing) -> Option<Draft> {
    let (kind, field, why) = match writing.what {
        What::Admit => (Kind::Admit, "admitted", HeldBecause::Late),
        _ => (Kind::Countersign, "countersigned", HeldBecause::Countersign),
    };
    let held = fold.held();
    let open: Vec<_> = held.iter().filter(|held| held.why == why).collect();
    let one = open.get(usize::from(writing.whom) % open.len().max(1))?;
    Some(about(one.about, kind, vec![plain(field, &one.tag.to_string())]))
}

/// What takes no effect, or is read by nobody. A draft without fields of kind `Merge` becomes bytes that do not read.
fn foul(fold: &Fold, whom: About, value: u8) -> Draft {
    match value {
        0 => about(whom, Kind::Depart, vec![write(fold, whom, "state", "moved")]),
        1 => about(whom, Kind::Admit, vec![plain("admitted", "0011223344556677")]),
        2 => about(whom, Kind::Merge, Vec::new()),
        3 => about(whom, Kind::Other(200), vec![write(fold, whom, "shoe_size", "41")]),
        _ => about(whom, Kind::Change, vec![write(fold, whom, "candidate_no", "none")]),
    }
}

/// The bytes of a draft at its place, and the number that it gives out.
fn bytes_of(draft: &Draft, numbered: u32, stream: StreamId, n: u64, at: UnixMillis) -> (Vec<u8>, Option<u16>) {
    if draft.kind == Kind::Merge && draft.fields.is_empty() {
        return ([&[0xff][..], &numbered.to_le_bytes()].concat(), None);
    }
    let fields = draft.fields.clone();
    let entered = || About::Candidate(Origin { stream, n, at }.candidate(&fields));
    let about = draft.about.unwrap_or_else(entered);
    let number = fields.iter().find(|write| write.field == "candidate_no").and_then(|write| write.value.parse().ok());
    let actor = format!("clerk #{numbered}");
    (Record { n, about, kind: draft.kind, fields, actor, at, schema: 4 }.to_bytes(), number)
}

/// The number in the world of the operation of these bytes: it goes with it wherever it is carried over.
#[must_use]
pub fn number_of(bytes: &[u8]) -> Option<u32> {
    if let Some((0xff, number)) = bytes.split_first() {
        return number.try_into().ok().map(u32::from_le_bytes);
    }
    Record::from_bytes(bytes).ok()?.actor.split_once('#')?.1.parse().ok()
}

/// One picture, or several of a class that was photographed in one go.
fn pictures(writing: Writing) -> Vec<(Hash, Vec<u8>)> {
    let count = if writing.value >= 3 { 4 } else { 1 };
    let seed = |nth: u32| u32::from(writing.whom) * 7 + u32::from(writing.value) + nth * 131;
    let bytes = |seed: u32| (0..90 + 211 * seed % 1_500).map(move |at| (at.wrapping_mul(seed + 3) >> 2) as u8);
    let picture = |nth| bytes(seed(nth)).collect::<Vec<u8>>();
    (0..count).map(picture).map(|bytes| (Hash(*blake3::hash(&bytes).as_bytes()), bytes)).collect()
}

/// A candidate's id, for the council's own operations.
pub(crate) fn candidate(about: About) -> Option<CandidateId> {
    match about {
        About::Candidate(id) => Some(id),
        _ => None,
    }
}
