//! A register judged: every candidate on the roll and the centre, with findings and fees. Owns the gathering of what
//! candidates share and of what the register holds; every verdict is the rules'.

use std::collections::{HashMap, HashSet};

use register::{Candidate, CandidateId, CentreField, Hash, Reading};
use regulations::entry::{EntryCode, Number};
use regulations::fix::{Fix, fix};
use regulations::{
    Case, Centre, CentreCase, CentreKind, Entry, Fee, Field, Fields, Finding, Held, Papers, Payer, Photo, Rule,
    Severity, Shared, Shillings, rules::Deposit,
};

use crate::album::Album;
use crate::error::Result;
use crate::returned::Returned;
use crate::rulebook::Rulebook;

/// A candidate on the roll, judged.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The candidate.
    pub candidate: Candidate,
    /// What is wrong, warnings acknowledged left out.
    pub findings: Vec<Finding>,
    /// Warnings that somebody has acknowledged with a reason.
    pub acknowledged: Vec<Finding>,
    /// Changes that mend a finding for certain.
    pub fixes: Vec<Fix>,
    /// The fee, where it can be known.
    pub fee: Option<Fee>,
}

impl Judged {
    /// Whether nothing is left to do for this entry.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity == Severity::Notice)
    }

    /// Whether a finding of error level stands.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }
}

/// A whole register, judged.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// The centre's details.
    pub centre: register::Centre,
    /// Its code; empty where none is on record.
    pub code: String,
    /// Its kind.
    pub kind: CentreKind,
    /// The candidates on the roll, in its order.
    pub candidates: Vec<Judged>,
    /// What is wrong with the centre, warnings acknowledged left out.
    pub findings: Vec<Finding>,
    /// What the candidates themselves owe, in one remittance (2.15.10).
    pub owed: Shillings,
    /// What the state pays.
    pub state: Shillings,
    /// What the deposit slips on record amount to.
    pub paid: Shillings,
    /// The documents of the return.
    pub returned: Returned,
}

/// Judges a register as it stands on a day (`YYYY-MM-DD`).
///
/// # Errors
/// When the register cannot be read.
pub fn judge(book: &Rulebook, album: &mut Album, reading: Reading<'_>, today: &str) -> Result<Judgement> {
    let details = reading.centre()?;
    let kind = CentreKind::named(details.get(CentreField::Kind)).unwrap_or_default();
    let code = details.get(CentreField::Code).to_owned();
    let centre = centre_of(book, &details, kind);
    let roll = reading.candidates(&register::Filter::default())?;
    album.look_at(reading, roll.iter().filter_map(|candidate| candidate.photograph))?;
    let common = Common::of(roll.iter());
    let candidates: Vec<Judged> =
        roll.into_iter().map(|candidate| judge_one(book, &centre, &code, &common, Some(album), candidate)).collect();
    let sum = |payer| {
        candidates.iter().filter_map(|judged| judged.fee).filter(|fee| fee.payer == payer).map(|fee| fee.total).sum()
    };
    let slips: Vec<register::Slip> = reading.slips()?.into_iter().filter(|slip| slip.voided.is_none()).collect();
    let mut judgement = Judgement {
        owed: sum(Payer::Candidate),
        state: sum(Payer::State),
        paid: slips.iter().map(|slip| slip.slip.amount).sum(),
        returned: Returned::of(&details),
        centre: details,
        code,
        kind,
        candidates,
        findings: Vec::new(),
    };
    judgement.findings = judge_centre(book, &judgement, &slips, today);
    let acknowledged = reading.centre_acknowledged()?;
    judgement.findings.retain(|finding| !is_acknowledged(finding, acknowledged.iter().map(|a| a.rule.as_str())));
    Ok(judgement)
}

/// Judges candidates of a register as if they stood in it so, those of the same ids in their places: what an import would
/// find. What is kept beside an entry (photograph, papers) is left out, for no spreadsheet brings it.
///
/// # Errors
/// When the register cannot be read.
pub(crate) fn judge_foreseen(book: &Rulebook, reading: Reading<'_>, foreseen: Vec<Candidate>) -> Result<Vec<Judged>> {
    let details = reading.centre()?;
    let kind = CentreKind::named(details.get(CentreField::Kind)).unwrap_or_default();
    let (code, centre) = (details.get(CentreField::Code).to_owned(), centre_of(book, &details, kind));
    let replaced: HashSet<register::CandidateId> = foreseen.iter().map(|candidate| candidate.id).collect();
    let mut roll = reading.candidates(&register::Filter::default())?;
    roll.retain(|candidate| !replaced.contains(&candidate.id));
    let others = roll.len();
    roll.extend(foreseen);
    let common = Common::of(roll.iter());
    let judge = |candidate| judge_one(book, &centre, &code, &common, None, candidate);
    Ok(roll.split_off(others).into_iter().map(judge).collect())
}

/// The centre as the rules on candidates see it.
#[must_use]
pub fn centre_of(book: &Rulebook, details: &register::Centre, kind: CentreKind) -> Centre {
    let offered = details.get(CentreField::Offered);
    Centre {
        kind,
        offered: (!offered.is_empty()).then(|| book.pack.subjects().set(offered)),
        clearance: !details.get(CentreField::Clearance).is_empty(),
    }
}

/// Judges entries that are not saved, as if they stood in the register judged: of candidates on its roll, or new ones.
/// Nothing is read but, where one has no number yet, whether one is left.
///
/// # Errors
/// When the register cannot be read.
pub(crate) fn preview(
    book: &Rulebook,
    album: &Album,
    reading: Reading<'_>,
    judgement: &Judgement,
    candidates: Vec<Candidate>,
) -> Result<Vec<Judged>> {
    let typed: HashSet<CandidateId> = candidates.iter().map(|candidate| candidate.id).collect();
    let others = judgement.candidates.iter().map(|judged| &judged.candidate).filter(|one| !typed.contains(&one.id));
    let common = Common::of(others.chain(&candidates));
    let centre = centre_of(book, &judgement.centre, judgement.kind);
    let judge = |candidate| judge_one(book, &centre, &judgement.code, &common, Some(album), candidate);
    let mut judged: Vec<Judged> = candidates.into_iter().map(judge).collect();
    for one in &mut judged {
        let exhausted = one.findings.iter().any(|finding| finding.rule == Rule::IndexExhausted);
        if exhausted && is_number_left(book, reading, &one.candidate)? {
            one.findings.retain(|finding| finding.rule != Rule::IndexExhausted);
        }
    }
    Ok(judged)
}

fn is_number_left(book: &Rulebook, reading: Reading<'_>, candidate: &Candidate) -> Result<bool> {
    let Some(code) = EntryCode::parse(candidate.draft.get(Field::EntryCode)) else { return Ok(true) };
    let (first, last) = book.pack.numbers(code);
    let within = |number: u16| (first..=last).contains(&number);
    let issued = reading.issued_numbers()?;
    let taken = issued.iter().filter(|(number, holder)| within(number.value()) && *holder != candidate.id).count();
    Ok(taken < usize::from(last.saturating_sub(first)) + 1)
}

fn judge_one(
    book: &Rulebook,
    centre: &Centre,
    code: &str,
    common: &Common,
    album: Option<&Album>,
    candidate: Candidate,
) -> Judged {
    let fields = candidate.draft.fields();
    let entry = Entry::read(&book.pack, code, &fields);
    let case = Case {
        pack: &book.pack,
        centre,
        entry: &entry,
        shared: common.shared(&candidate, &fields, &entry),
        held: album.map(|album| common.held(album, &candidate)),
    };
    let mut findings = Vec::new();
    regulations::judge(&case, &mut findings);
    let fixes = findings.iter().filter_map(|finding| fix(&case, finding)).collect();
    let fee = Fee::of(&book.pack, centre.kind, &entry);
    let rules = || candidate.acknowledged.iter().map(|acknowledgement| acknowledgement.rule.as_str());
    let (acknowledged, findings) = findings.into_iter().partition(|finding| is_acknowledged(finding, rules()));
    Judged { candidate, findings, acknowledged, fixes, fee }
}

/// Only warnings can be acknowledged; an error stands until it is mended.
fn is_acknowledged<'a>(finding: &Finding, mut rules: impl Iterator<Item = &'a str>) -> bool {
    finding.severity == Severity::Warning && rules.any(|rule| rule == finding.rule.id())
}

fn judge_centre(book: &Rulebook, judgement: &Judgement, slips: &[register::Slip], today: &str) -> Vec<Finding> {
    let deposits: Vec<Deposit<'_>> =
        slips.iter().map(|slip| Deposit { bank: &slip.slip.bank, amount: slip.slip.amount }).collect();
    let closes = book.pack.data().calendar.closes.value.as_deref();
    let exhausted = judgement
        .candidates
        .iter()
        .any(|judged| judged.findings.iter().any(|finding| finding.rule == Rule::IndexExhausted));
    let case = CentreCase {
        code: &judgement.code,
        kind: judgement.kind,
        candidates: judgement.candidates.len() as u32,
        exhausted,
        signed: Some(judgement.candidates.iter().all(|judged| judged.candidate.signed)),
        deposits: Some((&deposits, judgement.owed)),
        window: closes.map(|closes| (today, closes)),
        returned: Some(judgement.returned.complete(judgement)),
    };
    let mut findings = Vec::new();
    regulations::judge_centre(&book.pack, &case, &mut findings);
    findings
}

/// What candidates of one register have in common.
struct Common {
    certificates: HashMap<String, u32>,
    qualifications: HashMap<[String; 3], u32>,
    numbers: HashMap<u16, u32>,
    photographs: HashMap<Hash, u32>,
}

fn qualification_of(fields: &Fields<'_>) -> Option<[String; 3]> {
    let parts = [Field::Qualification, Field::QualifyingIndex, Field::QualifyingYear].map(|f| fields[f as usize]);
    parts.iter().all(|part| !part.is_empty()).then(|| parts.map(str::to_owned))
}

impl Common {
    fn of<'c>(roll: impl Iterator<Item = &'c Candidate>) -> Common {
        let mut common = Common {
            certificates: HashMap::new(),
            qualifications: HashMap::new(),
            numbers: HashMap::new(),
            photographs: HashMap::new(),
        };
        for candidate in roll {
            let fields = candidate.draft.fields();
            *common.certificates.entry(fields[Field::BirthCertificateNo as usize].to_owned()).or_default() += 1;
            if let Some(qualification) = qualification_of(&fields) {
                *common.qualifications.entry(qualification).or_default() += 1;
            }
            if let Some(number) = Number::parse(fields[Field::CandidateNo as usize]).candidate() {
                *common.numbers.entry(number.value()).or_default() += 1;
            }
            if let Some(photograph) = candidate.photograph {
                *common.photographs.entry(photograph).or_default() += 1;
            }
        }
        common
    }

    fn shared(&self, candidate: &Candidate, fields: &Fields<'_>, entry: &Entry<'_>) -> Shared {
        let twice = |count: Option<&u32>| count.is_some_and(|count| *count > 1);
        let certificate = fields[Field::BirthCertificateNo as usize];
        let number = entry.number.candidate();
        Shared {
            birth_certificate: !certificate.is_empty() && twice(self.certificates.get(certificate)),
            qualification: qualification_of(fields).is_some_and(|key| twice(self.qualifications.get(&key))),
            number: candidate.number_issued_to.is_some() || number.is_some_and(|n| twice(self.numbers.get(&n.value()))),
            // The register gives every entry with a code its number; one without has found its range full.
            exhausted: entry.number == Number::Absent && entry.code.is_some(),
        }
    }

    fn held(&self, album: &Album, candidate: &Candidate) -> Held {
        let papers = candidate.papers.iter().fold(Papers::default(), |papers, paper| papers.with(*paper));
        let photo = candidate.photograph.map_or(Photo::Missing, |hash| {
            let repeated = self.photographs.get(&hash).is_some_and(|count| *count > 1);
            album.photo(hash, repeated)
        });
        Held { photo, papers }
    }
}
