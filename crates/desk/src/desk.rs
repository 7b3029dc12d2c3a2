//! One register at work: what a person at a desk does to it. Owns who is at work and the rules that hold; each use case
//! that is more than one operation has a file of its own.

use std::path::{Path, PathBuf};

use register::{Candidate, CandidateId, CentreField, Operation, Receipt, Register, RegisterId, Step};
use regulations::Field;

use crate::album::Album;
use crate::clock::Moment;
use crate::error::{Error, Result};
use crate::judgement::{Judged, Judgement, judge, preview};
use crate::office::{COPIES, NewCentre, Office, named_by, stamp};
use crate::rulebook::{BrokenCircular, Rulebook};
use crate::taking_up::TakenUp;

/// Daily copies kept of a register.
const DAYS_KEPT: usize = 7;

/// An open register with its rules and the person at work.
#[derive(Debug)]
pub struct Desk {
    register: Register,
    book: Rulebook,
    actor: String,
    album: Album,
    circulars: Vec<PathBuf>,
    notices: Vec<Notice>,
}

/// What a person should know of a register as it was opened; each is told once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// It goes on as a new incarnation.
    TakenUp(TakenUp),
    /// A circular of the council's is not applied.
    Circular(BrokenCircular),
}

impl std::fmt::Display for Notice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Notice::TakenUp(TakenUp::FromAnother { .. }) => {
                f.write_str("this register was written on another computer before; from now on this one writes in it")
            }
            Notice::TakenUp(TakenUp::Restored { .. }) => f.write_str(
                "this register is an older copy than the one that was sent to the council: it goes on beside what was sent, and `daftari sync` brings that back",
            ),
            Notice::Circular(BrokenCircular { number, reason }) => {
                write!(f, "circular {number} of the council's cannot be applied, and is left out: {reason}")
            }
        }
    }
}

impl Desk {
    /// Makes a centre's register.
    ///
    /// # Errors
    /// When there is one already, its key cannot be kept, or the folder cannot be written.
    pub fn create(
        office: &Office,
        named: Option<&Path>,
        centre: &NewCentre,
        actor: &str,
        circulars: &[PathBuf],
    ) -> Result<Desk> {
        let book = Rulebook::of(centre.year, circulars)?;
        let register = office.create(named, centre, actor, &book)?;
        Ok(Desk::at(register, book, actor, circulars))
    }

    /// Opens a register, with the rules of its examination year and the council's circulars.
    ///
    /// # Errors
    /// When it does not exist, its key is not to be had, or the register refuses.
    pub fn open(office: &Office, named: Option<&Path>, actor: &str, circulars: &[PathBuf]) -> Result<Desk> {
        let mut register = office.open(named)?;
        let taken_up = office.take_up(&mut register)?;
        let book = Rulebook::of(year_of(&register)?, circulars)?;
        let mut desk = Desk::at(register, book, actor, circulars);
        desk.notices.extend(taken_up.map(Notice::TakenUp));
        desk.lay_circulars()?;
        Ok(desk)
    }

    fn at(register: Register, book: Rulebook, actor: &str, circulars: &[PathBuf]) -> Desk {
        let (actor, circulars) = (actor.to_owned(), circulars.to_vec());
        Desk { register, book, actor, album: Album::default(), circulars, notices: Vec::new() }
    }

    /// Lays the council's circulars over the rules, after those given as files. One that does not read is noticed.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub(crate) fn lay_circulars(&mut self) -> Result<()> {
        let reading = self.register.read();
        let Some((_, council)) = reading.council()? else { return Ok(()) };
        let signed: Vec<_> = reading.circulars()?.into_iter().filter(|circular| circular.is_of(&council)).collect();
        if signed.is_empty() {
            return Ok(());
        }
        let (book, broken) = Rulebook::with_signed(year_of(&self.register)?, &self.circulars, &signed)?;
        self.book = book;
        self.notices.extend(broken.into_iter().map(Notice::Circular));
        Ok(())
    }

    /// What a person should know; told once.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.notices)
    }

    /// The name under which the register travels; `None` where its centre's code or year does not read.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub fn id(&self) -> Result<Option<RegisterId>> {
        named_by(&self.register)
    }

    /// Somebody else sits down: from now on history names them.
    pub fn taken_over_by(&mut self, actor: &str) {
        actor.clone_into(&mut self.actor);
    }

    /// Who is at work.
    #[must_use]
    pub fn actor(&self) -> &str {
        &self.actor
    }

    pub(crate) const fn register_mut(&mut self) -> &mut Register {
        &mut self.register
    }

    /// The register.
    #[must_use]
    pub const fn register(&self) -> &Register {
        &self.register
    }

    /// The rules.
    #[must_use]
    pub const fn book(&self) -> &Rulebook {
        &self.book
    }

    /// Carries out one operation.
    ///
    /// # Errors
    /// When the register refuses, or a candidate is to be entered after the window has closed (2.3.2).
    pub fn transact(&mut self, operation: Operation) -> Result<Receipt> {
        if enters_somebody(&operation) {
            self.check_window()?;
        }
        Ok(self.register.transact(operation, &stamp(&self.actor, &self.book))?)
    }

    /// Carries out one operation whatever the day.
    pub(crate) fn transact_at_any_time(&mut self, operation: Operation) -> Result<Receipt> {
        Ok(self.register.transact(operation, &stamp(&self.actor, &self.book))?)
    }

    /// There is no late registration; what is entered already may still be amended.
    fn check_window(&self) -> Result<()> {
        match self.book.pack.data().calendar.closes.value.as_deref() {
            Some(closes) if Moment::now().day().as_str() > closes => {
                Err(Error::WindowClosed { closes: closes.to_owned() })
            }
            _ => Ok(()),
        }
    }

    /// Keeps a copy of the register for today beside it, and those of the days before, up to [`DAYS_KEPT`]; tells where,
    /// or `None` where today's is there already.
    ///
    /// # Errors
    /// When the copy cannot be written; the register itself is then as good as before.
    pub fn keep_daily_copy(&self) -> Result<Option<PathBuf>> {
        let folder = self.register.path().parent().unwrap_or(Path::new(".")).join(COPIES);
        Ok(self.register.daily_copy(&folder, &Moment::now().day(), DAYS_KEPT)?)
    }

    /// Takes back the last change; tells which, or `None` when there is none left.
    ///
    /// # Errors
    /// When the register refuses.
    pub fn undo(&mut self) -> Result<Option<(Step, Receipt)>> {
        let step = self.register.read().next_undo()?;
        Ok(step.zip(self.register.undo(&stamp(&self.actor, &self.book))?))
    }

    /// Does again what was undone last; tells which, or `None`.
    ///
    /// # Errors
    /// When the register refuses.
    pub fn redo(&mut self) -> Result<Option<(Step, Receipt)>> {
        let step = self.register.read().next_redo()?;
        Ok(step.zip(self.register.redo(&stamp(&self.actor, &self.book))?))
    }

    /// The register judged, as it stands today.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn judge(&mut self) -> Result<Judgement> {
        judge(&self.book, &mut self.album, self.register.read(), &Moment::now().day())
    }

    /// Entries that are not saved, judged as if they stood in the register judged: of candidates on its roll, or new
    /// ones, each under an id of its own.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub fn preview(&self, judgement: &Judgement, candidates: Vec<Candidate>) -> Result<Vec<Judged>> {
        preview(&self.book, &self.album, self.register.read(), judgement, candidates)
    }

    /// The one candidate whom the words mean: an index, candidate or admission number, or a name.
    ///
    /// # Errors
    /// When nobody, or more than one, is meant.
    pub fn find(&self, words: &str) -> Result<CandidateId> {
        let reading = self.register.read();
        let filter = register::Filter { standing: register::Which::All, ..register::Filter::default() };
        let everybody = reading.candidates(&filter)?;
        let code = reading.centre()?.get(CentreField::Code).to_owned();
        let number = words.strip_prefix(code.as_str()).unwrap_or(words);
        let by = |field: Field, value: &str| {
            let mut found = everybody.iter().filter(|candidate| candidate.draft.get(field) == value);
            found.next().filter(|_| found.next().is_none()).map(|candidate| candidate.id)
        };
        if let Some(id) = by(Field::CandidateNo, number).or_else(|| by(Field::AdmissionNo, words)) {
            return Ok(id);
        }
        match &reading.search(words, 6)?[..] {
            [] => Err(Error::Usage(format!("nobody in the register is called or numbered \"{words}\""))),
            [one] => Ok(one.id),
            [first, second, ..] if first.distance == 0 && second.distance > 0 => Ok(first.id),
            several => Err(Error::Usage(format!(
                "\"{words}\" may be {}: give the candidate's number",
                several.iter().map(|found| format!("{} {}", found.number, found.name)).collect::<Vec<_>>().join(", ")
            ))),
        }
    }
}

fn year_of(register: &Register) -> Result<u16> {
    Ok(register.read().centre()?.get(CentreField::Year).parse().unwrap_or(Moment::now().year()))
}

fn enters_somebody(operation: &Operation) -> bool {
    match operation {
        Operation::EnterCandidate(_) => true,
        Operation::ImportDrafts { rows, .. } => rows.iter().any(|row| row.candidate.is_none()),
        _ => false,
    }
}
