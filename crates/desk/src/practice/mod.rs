//! The practice centre: a register of made-up candidates to try everything on. Owns its code, which no centre can have,
//! its candidates and their drawn portraits; from there on it is a register like any other.

mod candidates;
mod portrait;

use register::{CentreField, ImportedRow, Operation};
use regulations::{CentreCode, CentreKind, Rule};

use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::office::{NewCentre, Office};
use crate::threads;

/// The practice centre's code: there is no county 00, so no centre can have it.
pub const CODE: &str = "00000001";

/// Its name, on every page and screen.
const NAME: &str = "PRACTICE SECONDARY SCHOOL";

/// Whether a centre's code is the practice centre's.
#[must_use]
pub fn is_practice(code: &str) -> bool {
    code == CODE
}

/// Makes the practice centre's register for an examination year, with its candidates and portraits; `progress` hears how
/// many steps of how many are done.
///
/// # Errors
/// When there is one already, or as [`Desk::create`].
pub fn create(office: &Office, year: u16, actor: &str, mut progress: impl FnMut(u64, u64)) -> Result<Desk> {
    let code = CentreCode::parse(CODE).map_err(|error| Error::Usage(error.to_string()))?;
    let centre = NewCentre { code, name: NAME.to_owned(), kind: CentreKind::School, year };
    progress(0, 3);
    let mut desk = Desk::create(office, None, &centre, actor, &[])?;
    progress(1, 3);
    let entered = fill(&mut desk, year)?;
    progress(2, 3);
    photograph(&mut desk, &entered)?;
    progress(3, 3);
    Ok(desk)
}

fn fill(desk: &mut Desk, year: u16) -> Result<Vec<register::CandidateId>> {
    let rows = candidates::drafts(year).into_iter().map(|draft| ImportedRow { candidate: None, draft }).collect();
    // Straight to the register: practising is open when registration is closed.
    let entered = desk.transact_at_any_time(Operation::ImportDrafts { source: NAME.to_owned(), rows })?.entered;
    let head = (CentreField::HeadTeacher, "MADE-UP HEAD TEACHER");
    let details = [head, (CentreField::County, "PRACTICE"), (CentreField::SubCounty, "PRACTICE")];
    let details = details.map(|(field, value)| (field, value.to_owned())).into();
    desk.transact(Operation::ChangeCentre(details))?;
    let rule = Rule::CentreCode.id().to_owned();
    let reason = "the practice centre has no county".to_owned();
    desk.transact(Operation::AcknowledgeWarning { candidate: None, rule, reason })?;
    Ok(entered)
}

/// All but the last few have a portrait, so that there is something to photograph.
fn photograph(desk: &mut Desk, entered: &[register::CandidateId]) -> Result<()> {
    let seeds: Vec<u64> = (1..=entered.len().saturating_sub(candidates::UNPHOTOGRAPHED) as u64).collect();
    let pictures =
        threads::map(&seeds, |seed| intake::photograph::normalise(&portrait::draw(*seed), Default::default()));
    let pairs = entered.iter().zip(pictures).filter_map(|(id, picture)| Some((*id, picture.ok()?.jpeg)));
    desk.transact(Operation::AttachPhotographs(pairs.collect()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readiness::readiness;
    use crate::vault::Vault;

    #[test]
    fn the_practice_centre_has_something_to_mend_and_something_that_is_right() {
        let folder = tempfile::tempdir().unwrap();
        let office = Office::at(folder.path().to_owned(), Vault::new(Some("made up".into())));
        let office = office.with_anchors(folder.path().join("anchors"));
        let mut desk = create(&office, 2026, "clerk", |_, _| {}).unwrap();
        let judgement = desk.judge().unwrap();
        let readiness = readiness(&judgement);
        assert_eq!(readiness.candidates, candidates::HOW_MANY);
        assert!(readiness.ready > readiness.candidates / 3, "{} ready", readiness.ready);
        assert!(readiness.left.len() > 8, "{:?}", readiness.left.iter().map(|left| left.rule.id()).collect::<Vec<_>>());
        let repeated = readiness.left.iter().any(|left| left.rule.id() == "photo.repeated");
        assert!(!repeated, "no two portraits are the same");
    }

    #[test]
    fn it_is_the_same_each_time() {
        assert_eq!(candidates::drafts(2026), candidates::drafts(2026));
        assert_eq!(portrait::draw(3), portrait::draw(3));
    }
}
