//! Receipts as they are shown and printed: what the council signed for, with a short code to read out and a QR code that
//! carries the whole receipt. Owns that form; a receipt is kept only after its signature verified.

use desk::clock::Moment;
use desk::papers::{self, Square};
use desk::sync::{Receipt, short_code_of};
use qrcodegen::{QrCode, QrCodeEcc};
use register::CentreField;
use serde::{Deserialize, Serialize};
use sync::short_code as letters_of;
use ts_rs::TS;

use crate::at_work::AtWork;
use crate::papers::{PaperPreview, keep_preview};
use crate::window::Nothing;
use crate::{Outcome, Problem, Window};

/// A receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub(crate) struct ReceiptView {
    /// The council's clock, in milliseconds since 1970 UTC.
    pub(crate) at: i64,
    /// The centre's code.
    pub(crate) centre: String,
    /// The centre's name.
    pub(crate) name: String,
    /// The examination's year.
    pub(crate) year: u16,
    /// Changes 1 to this one are at KNEC.
    pub(crate) changes: u64,
    /// Counts the lives of the register's copy: 1, and one more after each restore.
    pub(crate) life: u64,
    /// The place in the council's log.
    pub(crate) position: u64,
    /// The letters by which it is read out, in groups.
    pub(crate) letters: Letters,
}

/// A receipt by its letters.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "ReceiptLetters")]
pub(crate) struct Lettered {
    /// As [`ReceiptView::letters`].
    pub(crate) letters: Letters,
}

/// Letters in groups, as a person types them into a telephone.
pub(crate) type Letters = Vec<String>;

/// A QR code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "QrCode")]
pub(crate) struct Code {
    /// Modules a side, with four of quiet around.
    pub(crate) side: u32,
    /// The dark modules as the path of a picture of `side` by `side` units.
    pub(crate) path: String,
}

/// The letters that commit to all that was written so far, by SMS.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub(crate) struct ShortCode {
    /// The letters, in groups.
    pub(crate) letters: Letters,
    /// The same, to be scanned by the telephone that sends them.
    pub(crate) code: Code,
}

const QUIET: i32 = 4;

/// The square of a text, with its quiet border; none where the text is too long, which none of ours is.
fn square_of(text: &str) -> Square {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return Square::default() };
    let size = code.size();
    let fields = (0..size).flat_map(|y| (0..size).map(move |x| (x, y)));
    let placed = |at: i32| u32::try_from(at + QUIET).unwrap_or_default();
    let dark = fields.filter(|(x, y)| code.get_module(*x, *y)).map(|(x, y)| (placed(x), placed(y)));
    Square { side: placed(size + QUIET), dark: dark.collect() }
}

impl Code {
    /// Of a text.
    fn of(text: &str) -> Code {
        let Square { side, dark } = square_of(text);
        Code { side, path: dark.iter().map(|(x, y)| format!("M{x} {y}h1v1h-1z")).collect() }
    }
}

fn in_groups(code: &str) -> Letters {
    let bounds = [0..6, 6..11, 11..16, 16..22];
    bounds.into_iter().filter_map(|part| code.get(part).map(str::to_owned)).collect()
}

/// Capitals and digits, which a QR code packs tightly: what the receipt says, then the signature.
fn text_of(receipt: &Receipt) -> String {
    let said = &receipt.received;
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02X}")).collect::<String>();
    [
        "DAFTARI1".to_owned(),
        format!("{:08}-{}", said.register.centre, said.register.year),
        hex(&said.epoch.0),
        hex(&said.stream.writer.0),
        said.stream.incarnation.to_string(),
        said.n.to_string(),
        hex(&said.h.0),
        said.log.position.to_string(),
        hex(&said.log.l.0),
        said.at.0.to_string(),
        hex(&receipt.signature.0),
    ]
    .join(":")
}

pub(super) fn list(window: &Window, _: Nothing) -> Outcome<Vec<ReceiptView>> {
    window.reading(|at_work| {
        let reading = at_work.desk.register().read();
        let name = reading.centre()?.get(CentreField::Name).to_owned();
        Ok(reading.receipts()?.iter().map(|receipt| view(receipt, &name)).collect())
    })
}

fn view(receipt: &Receipt, name: &str) -> ReceiptView {
    let said = &receipt.received;
    ReceiptView {
        at: said.at.0,
        centre: format!("{:08}", said.register.centre),
        name: name.to_owned(),
        year: said.register.year,
        changes: said.n,
        life: said.stream.incarnation,
        position: said.log.position,
        letters: letters(receipt),
    }
}

fn letters(receipt: &Receipt) -> Letters {
    let said = &receipt.received;
    in_groups(&letters_of(said.register, said.stream, said.n, said.h))
}

/// The whole receipt with its signature, to be scanned.
pub(super) fn code(window: &Window, wanted: Lettered) -> Outcome<Code> {
    window.reading(|at_work| Ok(Code::of(&text_of(&found(at_work, &wanted)?))))
}

fn found(at_work: &AtWork, wanted: &Lettered) -> Outcome<Receipt> {
    let receipts = at_work.desk.register().read().receipts()?;
    let named = receipts.into_iter().find(|receipt| letters(receipt) == wanted.letters);
    named.ok_or_else(|| Problem::unknown("such receipt"))
}

/// The receipt as a document, looked at, saved and printed as the others are.
pub(super) fn sheet(window: &Window, wanted: Lettered) -> Outcome<PaperPreview> {
    let (pdf, file) = window.reading(|at_work| {
        let receipt = found(at_work, &wanted)?;
        let judgement = at_work.judgement()?;
        let (said, square) = (confirmed(&receipt), square_of(&text_of(&receipt)));
        let pdf = papers::receipt(&at_work.desk, &judgement, said, letters(&receipt), square)?;
        let said = &receipt.received;
        Ok((pdf, format!("{:08}-{}-receipt-{}.pdf", said.register.centre, said.register.year, said.n)))
    })?;
    keep_preview(window, pdf, "receipt".to_owned(), file)
}

/// What the council confirms, in the English of its documents.
fn confirmed(receipt: &Receipt) -> String {
    let said = &receipt.received;
    format!(
        "that it holds all changes to the register up to number {} (copy {}), received on {} at {} by its clock, at place \
         {} of its log.",
        said.n,
        said.stream.incarnation,
        Moment::at(said.at).printed_day(),
        Moment::at(said.at).time_of_day(),
        said.log.position
    )
}

pub(super) fn short_code(window: &Window, _: Nothing) -> Outcome<Option<ShortCode>> {
    let code = window.reading(|at_work| Ok(short_code_of(at_work.desk.register())?))?;
    Ok(code.map(|code| ShortCode { letters: in_groups(&code), code: Code::of(&code) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_dark_corner_inside_the_quiet_zone() {
        let code = Code::of("DAFTARI1:24505105-2026");
        assert!(code.path.starts_with("M4 4h1v1h-1z"), "{}", &code.path[..20]);
        assert!(code.side >= 21 + 8);
    }

    #[test]
    fn letters_come_in_groups_and_none_is_lost() {
        let groups = in_groups("ABCDEFGHJKMNPQRSTVWXYZ");
        assert_eq!((groups.len(), groups.concat().as_str()), (4, "ABCDEFGHJKMNPQRSTVWXYZ"));
    }
}
