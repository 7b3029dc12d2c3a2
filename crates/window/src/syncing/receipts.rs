//! Receipts as they are shown and printed: what the council signed for, with a short code to read out and a QR code that
//! carries the whole receipt. Owns that form; a receipt is kept only after its signature verified.

use desk::sync::{Receipt, short_code_of};
use qrcodegen::{QrCode, QrCodeEcc};
use register::CentreField;
use serde::{Deserialize, Serialize};
use sync::short_code as letters_of;
use ts_rs::TS;

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

impl Code {
    /// Of a text; nothing where it is too long, which none of ours is.
    fn of(text: &str) -> Code {
        let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else {
            return Code { side: 0, path: String::new() };
        };
        let size = code.size();
        let modules = (0..size).flat_map(|y| (0..size).map(move |x| (x, y)));
        let dark = modules.filter(|(x, y)| code.get_module(*x, *y));
        let path = dark.map(|(x, y)| format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET)).collect();
        Code { side: u32::try_from(size + 2 * QUIET).unwrap_or_default(), path }
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
    let receipts = window.reading(|at_work| Ok(at_work.desk.register().read().receipts()?))?;
    let found = receipts.iter().find(|receipt| letters(receipt) == wanted.letters);
    Ok(Code::of(&text_of(found.ok_or_else(|| Problem::unknown("such receipt"))?)))
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
