//! Findings put in words, each kind once: in a sheet of hundreds most say the same. Owns that memory, for one answer.

use std::collections::HashMap;

use desk::Desk;
use regulations::fix::Fix;
use regulations::{Finding, Language};

use crate::view::{FindingView, finding};

/// The words of findings, for one answer in one language.
pub(crate) struct Said<'d> {
    desk: &'d Desk,
    language: Language,
    plain: HashMap<Finding, FindingView>,
}

impl<'d> Said<'d> {
    pub(crate) fn new(desk: &'d Desk, language: Language) -> Said<'d> {
        Said { desk, language, plain: HashMap::new() }
    }

    /// A finding in words, with the fixes that are its own.
    pub(crate) fn finding(&mut self, found: &Finding, fixes: &[Fix]) -> FindingView {
        if fixes.iter().any(|fix| found.rule.fields().contains(fix.field)) {
            return finding(self.desk, self.language, found, fixes);
        }
        let (desk, language) = (self.desk, self.language);
        self.plain.entry(*found).or_insert_with(|| finding(desk, language, found, &[])).clone()
    }

    /// The desk whose findings they are.
    pub(crate) const fn desk(&self) -> &'d Desk {
        self.desk
    }
}
