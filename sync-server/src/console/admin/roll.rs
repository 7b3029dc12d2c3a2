//! The nominal roll of any centre, as its desk prints it, of what the council has. Owns the model that `documents` prints.

use std::sync::Arc;

use documents::{Head, Masthead, Subject};
use regulations::{CandidateNumber, CentreCode, Field, IndexNumber, Pack};
use sync::RegisterId;

use crate::access::scope;
use crate::console::projection::Summary;
use crate::console::scoped::Scoped;
use crate::http::asked::Asked;
use crate::http::entrance::invalid;
use crate::http::reply::Reply;
use crate::office::Office;
use crate::problem::{Code, Problem};
use crate::stores::Lane;
use crate::stores::console::candidates::{self, Candidate};

const COUNCIL: &str = "Kenya National Examinations Council";

/// `GET centres/{centre}/roll.pdf`.
pub(in crate::console) async fn roll(office: &Arc<Office>, asked: &Asked) -> Result<Reply, Problem> {
    let centre = scope::centre(asked.part("centre")).ok_or_else(|| invalid("centre: eight digits."))?;
    let scoped = Scoped::of(office, asked).await?;
    let (register, kept) = scoped.register(centre).ok_or(Problem::from(sync::RefusalCode::ForeignCentre))?;
    let (summary, pack) = (kept.summary.clone(), office.console.rules(office, register.year).await?);
    let candidates = office.transact(Lane::Read, move |council| candidates::of(council, register)).await?;
    let day = time::OffsetDateTime::from_unix_timestamp(office.now().0 / 1000).map(|at| at.date().to_string());
    let day = day.unwrap_or_default();
    let printed = tokio::task::spawn_blocking(move || {
        let model = model(register, &summary, &pack, &candidates, day)?;
        documents::roll::render(&model).ok()
    });
    let printed = printed.await.map_err(|_| sync::RefusalCode::Busy)?.ok_or(Problem::from(Code::NotFound))?;
    Ok(Reply::file("application/pdf", &format!("roll-{register}.pdf"), printed))
}

fn model(
    register: RegisterId,
    summary: &Summary,
    pack: &Pack,
    candidates: &[Candidate],
    printed_on: String,
) -> Option<documents::roll::RollModel> {
    let code = CentreCode::parse(&format!("{:08}", register.centre)).ok()?;
    let detail = |field: &str| summary.details.get(field).cloned().unwrap_or_default();
    let office = if summary.kind == "private" { "Sub-County Director of Education" } else { "Head teacher" };
    let masthead = Masthead {
        council: COUNCIL.to_owned(),
        examination: pack.data().title.en.clone(),
        abbreviation: pack.data().examination.clone(),
        year: register.year,
        centre: documents::Centre {
            code,
            name: summary.name.clone(),
            county: detail("county"),
            sub_county: detail("sub_county"),
            head: Head { office: office.to_owned(), name: detail("head_teacher") },
        },
        printed_on,
        draft: !matches!(summary.state(), "approved" | "returned") || summary.with_errors > 0,
        practice: false,
    };
    let entered = candidates.iter().filter(|one| one.state == "entered");
    let candidates = entered.map(|one| printed(code, pack, one)).collect();
    Some(documents::roll::RollModel { masthead, candidates })
}

fn printed(centre: CentreCode, pack: &Pack, one: &Candidate) -> documents::Candidate {
    let draft = one.draft();
    let get = |field: Field| draft.get(field).to_owned();
    let number = CandidateNumber::parse(&one.number).ok();
    documents::Candidate {
        index: number.map(|candidate| IndexNumber { centre, candidate }),
        admission_no: get(Field::AdmissionNo),
        name: get(Field::Name),
        gender: get(Field::Gender),
        year_of_birth: get(Field::YearOfBirth),
        birth_certificate_no: get(Field::BirthCertificateNo),
        citizenship: get(Field::Citizenship),
        id_document: get(Field::IdDocument),
        entry_code: get(Field::EntryCode),
        qualification: get(Field::Qualification),
        qualifying_index: get(Field::QualifyingIndex),
        qualifying_year: get(Field::QualifyingYear),
        last_kcse_index: get(Field::LastKcseIndex),
        last_kcse_year: get(Field::LastKcseYear),
        subjects: subjects(pack, draft.get(Field::Subjects)),
        special_needs: draft.get(Field::SpecialNeeds).split_whitespace().map(str::to_owned).collect(),
        photograph: None,
    }
}

fn subjects(pack: &Pack, codes: &str) -> Vec<Subject> {
    let name = |code: &str| pack.subjects().get(code).map(|subject| subject.name.clone()).unwrap_or_default();
    let codes = codes.split([' ', ',', ';', '/']).filter(|code| !code.is_empty());
    let mut subjects: Vec<Subject> = codes.map(|code| Subject { code: code.to_owned(), name: name(code) }).collect();
    subjects.sort_by(|a, b| a.code.cmp(&b.code));
    subjects
}
