//! Every format that the fixtures are written in opens again with its values.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use std::io::Cursor;

use calamine::{Data, Reader, SheetVisible, open_workbook_auto_from_rs};
use xtask::sheet::{Cell, Sheet, ods, xls, xlsb, xlsm, xlsx};

fn workbook() -> Vec<Sheet> {
    let mut sheet = Sheet::named("Form 4");
    sheet.put_row(0, 0, &["NAME", "Year", "", "Mark"]);
    sheet.put_row(2, 0, &["Ng'ethiro Mũthoni & <Zoë>"]);
    sheet.put(2, 1, 2008.0);
    sheet.put(2, 3, Cell::Formula("1+1".into(), Box::new(2.0.into())));
    sheet.put(3, 0, Cell::Formula("\"A\"&\"B\"".into(), Box::new("AB".into())));
    sheet.put(3, 1, Cell::Date(2008, 2, 29));
    sheet.put(3, 3, Cell::NotAvailable);
    sheet.put(4, 0, "merged");
    sheet.merge((4, 0, 5, 1));
    let mut hidden = Sheet::named("Old");
    hidden.hidden = true;
    hidden.put(0, 0, "x".repeat(3000).as_str());
    vec![sheet, hidden]
}

#[test]
fn values_come_back_from_every_format() {
    let sheets = workbook();
    let written = [
        ("xlsx", xlsx(&sheets).unwrap()),
        ("xlsm", xlsm(&sheets).unwrap()),
        ("xlsb", xlsb(&sheets).unwrap()),
        ("xls", xls(&sheets)),
        ("ods", ods(&sheets).unwrap()),
    ];
    for (format, bytes) in written {
        let mut workbook = open_workbook_auto_from_rs(Cursor::new(bytes)).unwrap_or_else(|e| panic!("{format}: {e}"));
        let visible: Vec<_> = workbook.sheets_metadata().iter().map(|s| s.visible == SheetVisible::Visible).collect();
        assert_eq!(visible, [true, false], "{format}");
        let range = workbook.worksheet_range("Form 4").unwrap();
        let at = |row, column| range.get_value((row, column)).cloned().unwrap_or(Data::Empty);
        assert_eq!(at(2, 0), Data::String("Ng'ethiro Mũthoni & <Zoë>".into()), "{format}");
        assert_eq!(at(2, 1), Data::Float(2008.0), "{format}");
        assert!(
            matches!(at(2, 3), Data::Float(2.0)) || at(2, 3) == Data::String("2".into()),
            "{format}: {:?}",
            at(2, 3)
        );
        assert_eq!(at(3, 0), Data::String("AB".into()), "{format}");
        assert!(matches!(at(3, 1), Data::DateTime(_) | Data::DateTimeIso(_)), "{format}: {:?}", at(3, 1));
        assert!(
            matches!(at(3, 3), Data::Error(_)) || at(3, 3) == Data::String("#N/A".into()),
            "{format}: {:?}",
            at(3, 3)
        );
        let long = workbook.worksheet_range("Old").unwrap();
        assert_eq!(long.get_value((0, 0)).map(|v| v.to_string().len()), Some(3000), "{format}");
    }
}

#[test]
fn the_same_sheets_make_the_same_bytes() {
    let sheets = workbook();
    assert_eq!(xlsx(&sheets).unwrap(), xlsx(&sheets).unwrap());
    assert_eq!(xlsm(&sheets).unwrap(), xlsm(&sheets).unwrap());
}
