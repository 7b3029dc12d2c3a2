//! The lines of `check --format jsonl`: one a row, one a centre. Owns their exact shape, which other programs compare;
//! the parts that recur are made once, for a national file has a million lines.

use std::io::Write as _;

use intake::Refusal;
use regulations::fees::Fee;
use regulations::{CandidateNumber, CentreCode, Finding, Language, Messages, Pack, Rule};
use rustc_hash::FxHashMap;

use super::tally::Tally;

/// Messages about different numbers and subjects are kept up to this many.
const KEPT_FINDINGS: usize = 4096;

/// Writes lines; one for each worker.
pub(super) struct Lines<'a> {
    pack: &'a Pack,
    messages: &'a Messages,
    /// By place of the subject: its component fee as it stands in a line.
    components: Vec<String>,
    findings: FxHashMap<Finding, Vec<u8>>,
}

/// One checked entry.
pub(super) struct Checked<'a> {
    pub(super) row: u32,
    pub(super) centre: Option<CentreCode>,
    pub(super) number: Option<CandidateNumber>,
    pub(super) name: &'a str,
    pub(super) findings: &'a [Finding],
    pub(super) fee: Option<Fee>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(pack: &'a Pack, messages: &'a Messages) -> Self {
        let components = pack.subjects().all().iter().enumerate().map(|(place, subject)| {
            let kind = subject.component.map_or("", regulations::pack::data::Component::name);
            let amount = pack.component_fee(place as u8);
            format!(r#"{{"subject":"{}","kind":"{kind}","amount":{amount}}}"#, subject.code)
        });
        Lines { pack, messages, components: components.collect(), findings: FxHashMap::default() }
    }

    /// The line of an entry.
    pub(super) fn entry(&mut self, out: &mut Vec<u8>, checked: &Checked<'_>) {
        out.extend_from_slice(br#"{"row":"#);
        number(out, checked.row);
        out.extend_from_slice(br#","index":"#);
        match (checked.centre, checked.number) {
            (Some(centre), Some(candidate)) => {
                out.push(b'"');
                digits(out, centre.value(), 8);
                digits(out, u32::from(candidate.value()), 3);
                out.push(b'"');
            }
            _ => out.extend_from_slice(b"null"),
        }
        out.extend_from_slice(br#","name":"#);
        string(out, checked.name);
        out.extend_from_slice(br#","findings":"#);
        self.findings(out, checked.findings);
        out.extend_from_slice(br#","fee":"#);
        match &checked.fee {
            Some(fee) => self.fee(out, fee),
            None => out.extend_from_slice(b"null"),
        }
        out.extend_from_slice(b"}\n");
    }

    fn findings(&mut self, out: &mut Vec<u8>, findings: &[Finding]) {
        out.push(b'[');
        for (i, finding) in findings.iter().enumerate() {
            if i > 0 {
                out.push(b',');
            }
            if self.findings.len() > KEPT_FINDINGS {
                self.findings.clear();
            }
            let (pack, messages) = (self.pack, self.messages);
            out.extend_from_slice(self.findings.entry(*finding).or_insert_with(|| written(pack, messages, finding)));
        }
        out.push(b']');
    }

    fn fee(&self, out: &mut Vec<u8>, fee: &Fee) {
        out.extend_from_slice(br#"{"payer":""#);
        out.extend_from_slice(fee.payer.name().as_bytes());
        out.extend_from_slice(br#"","basic":"#);
        number(out, fee.basic.0);
        out.extend_from_slice(br#","subjects":"#);
        number(out, fee.subjects.0);
        out.extend_from_slice(br#","components":["#);
        for (i, place) in fee.with_component.places().enumerate() {
            if i > 0 {
                out.push(b',');
            }
            out.extend_from_slice(self.components[usize::from(place)].as_bytes());
        }
        out.extend_from_slice(br#"],"total":"#);
        number(out, fee.total.0);
        out.push(b'}');
    }

    /// The line of a centre.
    pub(super) fn centre(&mut self, out: &mut Vec<u8>, code: &str, tally: &Tally, findings: &[Finding]) {
        out.extend_from_slice(br#"{"centre":"#);
        string(out, code);
        let _ = write!(out, r#","candidates":{},"ready":{},"findings":"#, tally.candidates, tally.ready);
        self.findings(out, findings);
        let (state, candidate) = (tally.state, tally.candidate);
        let total = state + candidate;
        let _ = write!(out, r#","fees":{{"state":{state},"candidate":{candidate},"total":{total}}}}}"#);
        out.push(b'\n');
    }
}

/// The line of a row that cannot be read.
pub(super) fn refused(out: &mut Vec<u8>, row: u32, cell: &str, reason: &Refusal) {
    let _ = write!(out, r#"{{"row":{row},"refused":{{"cell":"#);
    string(out, cell);
    out.extend_from_slice(br#","reason":"#);
    string(out, &reason.to_string());
    out.extend_from_slice(b"}}\n");
}

/// The line of a row that is not a candidate.
pub(super) fn skipped(out: &mut Vec<u8>, row: u32, what: &str) {
    let _ = writeln!(out, r#"{{"row":{row},"skipped":"{what}"}}"#);
}

fn written(pack: &Pack, messages: &Messages, finding: &Finding) -> Vec<u8> {
    let rule: Rule = finding.rule;
    let mut out = Vec::with_capacity(512);
    let (id, paragraph, severity) = (rule.id(), rule.paragraph(), finding.severity.name());
    let _ = write!(out, r#"{{"rule":"{id}","paragraph":"{paragraph}","severity":"{severity}","fields":["#);
    for (i, field) in rule.fields().iter().enumerate() {
        let _ = write!(out, r#"{}"{}""#, if i > 0 { "," } else { "" }, field.name());
    }
    out.extend_from_slice(br#"],"message":{"en":"#);
    string(&mut out, &messages.text(Language::En, pack, finding));
    out.extend_from_slice(br#","sw":"#);
    string(&mut out, &messages.text(Language::Sw, pack, finding));
    out.extend_from_slice(b"}}");
    out
}

/// A text as JSON.
fn string(out: &mut Vec<u8>, text: &str) {
    let plain = |b: u8| b >= 0x20 && b != b'"' && b != b'\\';
    if text.bytes().all(plain) {
        out.push(b'"');
        out.extend_from_slice(text.as_bytes());
        out.push(b'"');
    } else {
        // Writing to memory cannot fail.
        let _ = serde_json::to_writer(out, text);
    }
}

fn number(out: &mut Vec<u8>, value: u32) {
    let mut length = 1;
    let mut limit = 10_u64;
    while u64::from(value) >= limit {
        length += 1;
        limit *= 10;
    }
    digits(out, value, length);
}

/// The last `length` digits of a number, zeros in front.
fn digits(out: &mut Vec<u8>, mut value: u32, length: usize) {
    let mut buffer = [b'0'; 10];
    for place in buffer[..length].iter_mut().rev() {
        *place = b'0' + (value % 10) as u8;
        value /= 10;
    }
    out.extend_from_slice(&buffer[..length]);
}
