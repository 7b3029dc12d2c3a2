use super::*;
use crate::Options;
use crate::table::Table;
use calamine::{Reader, Xlsx};
use std::io::Cursor;

const SUBJECTS: [(&str, &str); 2] = [("101", "English"), ("102", "Kiswahili")];

#[test]
fn an_untouched_template_has_every_heading_and_imports_nobody() {
    let bytes = template(&SUBJECTS).unwrap();
    let table = Table::read(&bytes, &Options::default()).unwrap();
    assert_eq!(table.sheet.as_deref(), Some("Candidates"));
    assert_eq!(table.data().count(), 0);
    for field in Field::ALL {
        assert_eq!(table.layout.column_of(field), Some(field as usize), "{field:?}");
    }
}

#[test]
fn the_example_and_the_subjects_stand_on_pages_of_their_own() {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(template(&SUBJECTS).unwrap())).unwrap();
    assert_eq!(workbook.sheet_names(), ["Candidates", "Explanations - Maelezo", "Subjects - Masomo"]);
    let subjects = workbook.worksheet_range("Subjects - Masomo").unwrap();
    let listed: Vec<String> = subjects.rows().skip(1).map(|row| format!("{} {}", row[0], row[1])).collect();
    assert_eq!(listed, ["101 English", "102 Kiswahili"]);
    let page = workbook.worksheet_range("Explanations - Maelezo").unwrap();
    let explained: Vec<String> = page.rows().map(|row| row[0].to_string()).collect();
    assert!(Field::ALL.iter().all(|field| explained.iter().any(|name| name == field.name())));
}

#[test]
fn the_same_subjects_give_the_same_bytes() {
    assert_eq!(template(&SUBJECTS).unwrap(), template(&SUBJECTS).unwrap());
}

#[test]
fn every_column_is_explained_in_both_languages_within_the_room_of_a_cells_note() {
    for field in Field::ALL {
        let words = explanation(field);
        assert!(!words.en.is_empty() && !words.sw.is_empty() && words.en != words.sw, "{field:?}");
        assert!(words.en.chars().count() + words.sw.chars().count() < 255, "{field:?}");
    }
}
