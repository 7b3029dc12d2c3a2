//! Values built around another value of the same record: a photograph's file name around the candidate's number.

use super::{Value, Way, text_cost};
use crate::frame::FrameError;
use crate::frame::packed::{Packed, Source, Span};
use crate::record::put_number;

/// The shortest value worth building around.
const LEAST: usize = 3;

/// How a value is built, as it is read.
pub(super) struct Built {
    around: usize,
    before: Span,
    after: Span,
}

impl Built {
    pub(super) const CODE: u8 = Rule::CODE;

    /// The rule that the first value suggests.
    pub(super) fn of<'r>(values: &[Value<'r>]) -> Option<Rule<'r>> {
        let first = values.first()?;
        let around = first.before.iter().filter(|(_, value)| value.len() >= LEAST);
        let rules = around.filter_map(|(name, value)| {
            let (before, after) = first.text.split_once(value)?;
            Some(Rule { around: *name, before, after, exceptions: Vec::new() })
        });
        let applied = rules.map(|rule| rule.over(values));
        applied.min_by_key(|rule| rule.exceptions.len())
    }

    pub(super) fn take(source: &mut Source<'_>) -> Result<Built, FrameError> {
        let around = usize::try_from(source.number()?).map_err(|_| FrameError::Malformed)?;
        Ok(Built { around, before: source.text()?, after: source.text()? })
    }

    pub(super) fn value(&self, source: &mut Source<'_>, before: &[(usize, Span)]) -> Result<Span, FrameError> {
        let around = before.iter().find(|(name, _)| *name == self.around).ok_or(FrameError::Malformed)?.1;
        source.join([self.before, around, self.after].into_iter(), b"")
    }
}

/// How values are built, as it is written.
pub(super) struct Rule<'r> {
    around: usize,
    before: &'r str,
    after: &'r str,
    exceptions: Vec<usize>,
}

impl Rule<'_> {
    fn over(mut self, values: &[Value<'_>]) -> Self {
        let other = |(_, value): &(usize, &Value<'_>)| !self.builds(value);
        self.exceptions = values.iter().enumerate().filter(other).map(|(place, _)| place).collect();
        self
    }

    fn builds(&self, value: &Value<'_>) -> bool {
        let around = value.before.iter().find(|(name, _)| *name == self.around);
        let inner = value.text.strip_prefix(self.before).and_then(|rest| rest.strip_suffix(self.after));
        around.is_some_and(|(_, around)| inner == Some(around))
    }
}

impl Way for Rule<'_> {
    const CODE: u8 = 6;

    fn exceptions(&self) -> &[usize] {
        &self.exceptions
    }

    fn cost(&self) -> usize {
        8 + text_cost(self.before) + text_cost(self.after)
    }

    fn put(&self, packed: &mut Packed) {
        put_number(&mut packed.bits, self.around as u64);
        packed.put_text(self.before);
        packed.put_text(self.after);
    }
}
