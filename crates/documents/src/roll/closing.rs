//! The end of the roll: the centre's summary and the head's certificate. Kept together on one page.

use std::num::NonZeroU16;

use krilla::tagging::{ArtifactType, Node, TableHeaderScope, Tag, TagGroup};

use super::tally::Tally;
use crate::measure::{BLACK, GREEN, GREY, HAIR, MARGIN, PAGE, mm};
use crate::model::{Language, Masthead};
use crate::print_text::figure;
use crate::sheet::{Sheet, Style};
use crate::words;

const LEFT: f32 = mm(MARGIN);
const RIGHT: f32 = mm(PAGE.0 - MARGIN);
const LINE: f32 = mm(4.4);
const LABEL: Style = Style::plain(7.5, GREY);
const VALUE: Style = Style::plain(8.5, BLACK);
const STRONG: Style = Style::bold(8.5, BLACK);
/// Columns in which the subjects are listed.
const SUBJECT_COLUMNS: usize = 3;
/// Height of the head's certificate in points.
pub(crate) const CERTIFICATE: f32 = mm(48.0);

/// The closing's height in points.
pub(super) fn height(tally: &Tally) -> f32 {
    tables_height(tally) + subjects_height(tally) + CERTIFICATE + mm(16.0)
}

fn tables_height(tally: &Tally) -> f32 {
    (tally.entries.len().max(tally.sizes.len()).max(3) as f32 + 2.0) * LINE + mm(10.0)
}

fn subjects_height(tally: &Tally) -> f32 {
    tally.subjects.len().div_ceil(SUBJECT_COLUMNS) as f32 * LINE + mm(9.0)
}

/// Draws the closing with its top at `top`, in points.
pub(super) fn draw(sheet: &mut Sheet<'_>, top: f32, tally: &Tally, masthead: &Masthead) -> Vec<Node> {
    let mut nodes = vec![heading(sheet, top + mm(8.0), "Summary of the centre")];
    let tables = top + mm(10.5);
    nodes.push(table(sheet, (LEFT, tables), &[0.0, 56.0, 72.0, 92.0, 112.0], &by_entry(tally)));
    nodes.push(table(sheet, (LEFT + mm(124.0), tables), &[0.0, 62.0], &by_size(tally)));
    let subjects = top + tables_height(tally) + mm(2.0);
    nodes.push(heading(sheet, subjects + mm(3.0), "Entries by subject"));
    nodes.push(particulars(sheet, subjects + mm(3.0), tally));
    nodes.push(by_subject(sheet, subjects + mm(5.0), tally));
    let certificate = subjects + subjects_height(tally) + mm(2.0);
    nodes.extend(certify(sheet, certificate, masthead, STATEMENT));
    nodes
}

fn heading(sheet: &mut Sheet<'_>, y: f32, text: &str) -> Node {
    let drawn = sheet.tagged(|sheet| {
        sheet.text(LEFT, y, Style::bold(11.0, GREEN), text);
    });
    let level = NonZeroU16::MIN.saturating_add(1);
    TagGroup::with_children(Tag::Hn(level, Some(text.to_owned())), vec![drawn.into()]).into()
}

/// What else the office counts, at the right of a heading's line.
fn particulars(sheet: &mut Sheet<'_>, y: f32, tally: &Tally) -> Node {
    let [female, male, other] = tally.genders();
    let candidates = female + male + other;
    let text = format!(
        "{} subject entries     {} of {candidates} photographs     {} with special needs",
        figure(tally.subject_entries().into()),
        tally.photographs,
        tally.special_needs
    );
    let drawn = sheet.tagged(|sheet| sheet.text_to(RIGHT, y, LABEL, &text));
    TagGroup::with_children(Tag::P, vec![drawn.into()]).into()
}

fn by_entry(tally: &Tally) -> Vec<Vec<String>> {
    let head = ["Candidates by entry code", "Female", "Male", "Not given", "Total"].map(str::to_owned).to_vec();
    let row = |name: String, counts: [u32; 3]| {
        std::iter::once(name)
            .chain(counts.map(|n| n.to_string()))
            .chain([counts.iter().sum::<u32>().to_string()])
            .collect()
    };
    let named = |code: &str| match words::entry_code(code, Language::En) {
        "" if code.is_empty() => "No entry code".to_owned(),
        meaning => format!("{code}  {meaning}"),
    };
    let rows = tally.entries.iter().map(|(code, counts)| row(named(code), *counts));
    std::iter::once(head).chain(rows).chain([row("All candidates".to_owned(), tally.genders())]).collect()
}

fn by_size(tally: &Tally) -> Vec<Vec<String>> {
    let head = ["Subjects entered", "Candidates"].map(str::to_owned).to_vec();
    let rows = tally.sizes.iter().map(|(size, count)| vec![format!("{size} subjects"), count.to_string()]);
    let all: u32 = tally.sizes.values().sum();
    std::iter::once(head).chain(rows).chain([vec!["All candidates".to_owned(), all.to_string()]]).collect()
}

/// A small table: the first row is its head, the last its total; the first column is text, the others end at `ends`
/// millimetres from its left.
fn table(sheet: &mut Sheet<'_>, at: (f32, f32), ends: &[f32], rows: &[Vec<String>]) -> Node {
    let mut table = TagGroup::new(Tag::Table);
    for (number, row) in rows.iter().enumerate() {
        let style = if number == 0 {
            LABEL
        } else if number + 1 == rows.len() {
            STRONG
        } else {
            VALUE
        };
        let baseline = at.1 + (number as f32 + 0.75) * LINE;
        let width = mm(ends.last().copied().unwrap_or_default());
        table.push(table_row(sheet, (at.0, baseline), ends, row, (number == 0, style)));
        sheet.artifact(ArtifactType::Layout, |sheet| {
            sheet.rule(at.0, at.0 + width, baseline + mm(1.2), if number == 0 { 0.8 } else { 0.4 }, HAIR);
        });
    }
    table.into()
}

fn table_row(
    sheet: &mut Sheet<'_>,
    (x, y): (f32, f32),
    ends: &[f32],
    row: &[String],
    (head, style): (bool, Style),
) -> TagGroup {
    let mut tagged = TagGroup::new(Tag::TR);
    for (column, text) in row.iter().enumerate() {
        let end = ends.get(column).copied().unwrap_or_default();
        let drawn = sheet.tagged(|sheet| {
            if column == 0 {
                sheet.text(x, y, style, text);
            } else {
                sheet.text_to(x + mm(end), y, style, text);
            }
        });
        tagged.push(if head {
            TagGroup::with_children(Tag::TH(TableHeaderScope::Column), vec![drawn.into()])
        } else if column == 0 {
            TagGroup::with_children(Tag::TH(TableHeaderScope::Row), vec![drawn.into()])
        } else {
            TagGroup::with_children(Tag::TD, vec![drawn.into()])
        });
    }
    tagged
}

fn by_subject(sheet: &mut Sheet<'_>, top: f32, tally: &Tally) -> Node {
    let lines = tally.subjects.len().div_ceil(SUBJECT_COLUMNS).max(1);
    let mut table = TagGroup::new(Tag::Table);
    for (number, (code, (name, count))) in tally.subjects.iter().enumerate() {
        let x = LEFT + mm((number / lines) as f32 * 63.0);
        let y = top + ((number % lines) as f32 + 0.75) * LINE;
        let row = [code.clone(), name.clone(), count.to_string()];
        table.push(subject_row(sheet, (x, y), &row));
        sheet.artifact(ArtifactType::Layout, |sheet| sheet.rule(x, x + mm(60.0), y + mm(1.2), 0.4, HAIR));
    }
    if tally.subjects.is_empty() {
        let row = ["".to_owned(), "No subject is entered".to_owned(), "0".to_owned()];
        table.push(subject_row(sheet, (LEFT, top + 0.75 * LINE), &row));
    }
    table.into()
}

fn subject_row(sheet: &mut Sheet<'_>, (x, y): (f32, f32), [code, name, count]: &[String; 3]) -> TagGroup {
    let name = VALUE.face(sheet.faces).wrap(name, VALUE.size, mm(42.0)).into_iter().next().unwrap_or_default();
    let named = sheet.tagged(|sheet| {
        sheet.text(x, y, STRONG, code);
        sheet.text(x + mm(8.0), y, VALUE, &name);
    });
    let counted = sheet.tagged(|sheet| sheet.text_to(x + mm(60.0), y, VALUE, count));
    let head = TagGroup::with_children(Tag::TH(TableHeaderScope::Row), vec![named.into()]);
    TagGroup::with_children(Tag::TR, vec![head.into(), TagGroup::with_children(Tag::TD, vec![counted.into()]).into()])
}

/// The head's certificate: what is certified, then name, signature, date and a place for the stamp.
pub(crate) fn certify(sheet: &mut Sheet<'_>, top: f32, masthead: &Masthead, statement: &str) -> Vec<Node> {
    let head = &masthead.centre.head;
    let mut nodes = vec![heading(sheet, top + mm(4.0), &format!("Certificate of the {}", lower_first(&head.office)))];
    let statement = sheet.tagged(|sheet| {
        for (line, text) in VALUE.face(sheet.faces).wrap(statement, VALUE.size, mm(124.0)).iter().enumerate() {
            sheet.text(LEFT, top + mm(9.5) + line as f32 * mm(3.9), VALUE, text);
        }
    });
    nodes.push(TagGroup::with_children(Tag::P, vec![statement.into()]).into());
    let fields = sheet.tagged(|sheet| signing_lines(sheet, top, &head.name));
    nodes.push(TagGroup::with_children(Tag::P, vec![fields.into()]).into());
    nodes
}

const STATEMENT: &str = "I certify that every candidate on this roll belongs to this centre, has checked the entry \
                         shown and has signed beside it, and that each photograph is of the candidate named.";

fn signing_lines(sheet: &mut Sheet<'_>, top: f32, name: &str) {
    for (label, x, y, end) in [("Name", 0.0, 28.0, 124.0), ("Signature", 0.0, 42.0, 74.0), ("Date", 80.0, 42.0, 124.0)]
    {
        let y = top + mm(y);
        sheet.rule(LEFT + mm(x), LEFT + mm(end), y, 0.5, GREY);
        sheet.text(LEFT + mm(x), y + mm(3.2), LABEL, label);
    }
    sheet.text(LEFT, top + mm(26.6), STRONG, name);
    let (width, height) = (mm(56.0), mm(42.0));
    sheet.frame((RIGHT - width, top + mm(1.5)), (width, height), HAIR, true);
    sheet.text_at(RIGHT - width / 2.0, top + mm(40.5), LABEL, "Official stamp");
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
