//! The register that is open in the window. Owns its judgement, made anew only when something changed; every verdict is
//! the rules'.

use std::sync::Arc;

use desk::judgement::Judgement;
use desk::{Desk, NewCentre, Office};
use register::Operation;

use crate::{Outcome, importing, photographs};

/// An open register, at work.
pub(crate) struct AtWork {
    /// The register with its rules.
    pub(crate) desk: Desk,
    judgement: Option<Arc<Judgement>>,
    /// Photographs between their files and the register.
    pub(crate) photographs: photographs::Batch,
    /// A spreadsheet between its file and the register.
    pub(crate) import: Option<importing::Session>,
}

impl AtWork {
    pub(crate) fn new(desk: Desk) -> AtWork {
        AtWork { desk, judgement: None, photographs: photographs::Batch::default(), import: None }
    }

    /// Opens a register of the office by its name.
    pub(crate) fn open(office: &Office, name: &str, actor: &str) -> Outcome<AtWork> {
        let desk = Desk::open(office, Some(name.as_ref()), actor, &[])?;
        // A copy that cannot be kept hinders nobody: the register itself is as good as before.
        let _ = desk.keep_daily_copy();
        Ok(AtWork::new(desk))
    }

    /// Makes a centre's register on the office's shelf.
    pub(crate) fn create(office: &Office, centre: &NewCentre, actor: &str) -> Outcome<AtWork> {
        Ok(AtWork::new(Desk::create(office, None, centre, actor, &[])?))
    }

    /// The register judged as it stands.
    pub(crate) fn judgement(&mut self) -> Outcome<Arc<Judgement>> {
        if let Some(judgement) = &self.judgement {
            return Ok(Arc::clone(judgement));
        }
        let judgement = Arc::new(self.desk.judge()?);
        self.judgement = Some(Arc::clone(&judgement));
        Ok(judgement)
    }

    /// Forgets the judgement: the register has changed by another way than [`AtWork::transact`].
    pub(crate) fn changed(&mut self) {
        self.judgement = None;
    }

    /// Carries out one operation; on return it is on the disk.
    pub(crate) fn transact(&mut self, operation: Operation) -> Outcome<register::Receipt> {
        self.changed();
        Ok(self.desk.transact(operation)?)
    }
}
