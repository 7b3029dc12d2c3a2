//! Many at once: a school taken in, a block pasted, a long spreadsheet laid out for checking. Owns the made-up people.

use anyhow::Context;
use base64::Engine as _;
use fantoccini::key::Key;
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};

use crate::clock::{Clock, told};

const HEADINGS: [&str; 9] = [
    "Name",
    "Gender",
    "Year of birth",
    "Birth certificate no",
    "Citizenship",
    "Entry code",
    "Index number of KCPE",
    "Year of KCPE",
    "Subjects",
];

const FAMILY: [&str; 12] =
    ["ACHIENG", "BARASA", "CHEBET", "DIDA", "EKAL", "FAKI", "GITONGA", "HALIMA", "IMBUGA", "JUMA", "KAMENE", "LEKUTAN"];
const OWN: [&str; 11] = ["MARY", "JOHN", "RUTH", "ALI", "GRACE", "PETER", "AMINA", "DAVID", "FAITH", "HASSAN", "JOY"];

/// One made-up candidate, in the order of the headings.
pub(crate) fn person(at: usize) -> [String; 9] {
    let third = ["WANJIRU", "OTIENO", "MUTUA", "KIPROP", "NAFULA"][at / 132 % 5];
    [
        format!("{} {} {third}", FAMILY[at % 12], OWN[at % 11]),
        ["F", "M"][at % 2].into(),
        (2006 + at % 4).to_string(),
        (20_000_000 + at * 37).to_string(),
        "C".into(),
        if at.is_multiple_of(9) { "2" } else { "1" }.into(),
        format!("{:011}", 24_505_101_000_usize + at),
        "2022".into(),
        ["101 102 121 231 233 311 443", "101 102 121 232 233 312 565"][at % 2].into(),
    ]
}

fn workbook(rows: usize) -> anyhow::Result<String> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, HEADINGS)?;
    for at in 0..rows {
        sheet.write_row(u32::try_from(at)? + 1, 0, person(at))?;
    }
    Ok(base64::engine::general_purpose::STANDARD.encode(workbook.save_to_buffer()?))
}

/// A school's register with so many candidates, its grid on the screen.
pub(crate) async fn school(clock: &Clock<'_>, rows: usize) -> anyhow::Result<()> {
    let centre = json!({"code": "24505105", "name": "KABIRO SECONDARY", "type": "school", "year": 2026});
    clock.call("registers.create", centre).await?;
    let list = json!({"path": null, "name": "list.xlsx", "base64": workbook(rows)?});
    clock.call("import.open", list).await?;
    let columns = clock.call("import.columns", json!({"sheet": null, "heading_row": null, "task": "import"})).await?;
    let roles = columns["columns"].as_array().into_iter().flatten();
    let roles: Vec<Value> = roles.map(|column| json!([column["index"], column["role"]])).collect();
    let mapped = json!({"heading_row": columns["heading_row"], "roles": roles, "task": "import"});
    clock.call("import.map", mapped).await?;
    clock.call("import.stage", json!({"values": [], "task": "import"})).await?;
    clock.call("import.apply", json!({"all": true})).await?;
    grid(clock, rows).await
}

/// Waits for the grid with so many rows.
pub(crate) async fn grid(clock: &Clock<'_>, rows: usize) -> anyhow::Result<()> {
    let shown = format!(
        "location.hash = '#/candidates';
        return document.querySelector('main [role=grid]')?.getAttribute('aria-rowcount') === '{}'",
        rows + 1
    );
    clock.session.until("the grid", &shown).await.map(drop)
}

/// A block of so many rows from the clipboard onto the grid: seen before it is taken in, taken in, and taken back.
pub(crate) async fn paste(clock: &Clock<'_>, rows: usize) -> anyhow::Result<()> {
    let block: Vec<String> = (0..rows).map(|at| person(at + 40)[..5].join("\t")).collect();
    let copy = "const box = document.createElement('textarea'); document.body.append(box);
        box.value = arguments[0]; box.focus(); box.select()";
    clock.session.script(copy, vec![json!(block.join("\n"))]).await?;
    clock.session.press(&[Key::Control], 'c').await?;
    let first =
        "document.querySelector('body > textarea').remove(); const grid = document.querySelector('main [role=grid]');
        grid.scrollTop = 0; const to = [...grid.querySelectorAll('[aria-rowindex=\"2\"] [aria-colindex=\"3\"]')][0];
        to.dispatchEvent(new MouseEvent('mousedown', {bubbles: true}))";
    clock.session.script(first, vec![]).await?;
    let able = "[...document.querySelectorAll('dialog[open] footer button')].at(-1)";
    let seen = clock.key(&[Key::Control], 'v', &format!("!!{able} && !{able}.disabled")).await?;
    told(&format!("paste of {rows} rows, shown before it is taken in"), vec![seen]);
    let gone = "!document.querySelector('dialog[open]')";
    let taken = clock.deed(&format!("{able}.click()"), gone, vec![]).await?;
    told(&format!("paste of {rows} rows, taken in"), vec![taken]);
    clock.call("candidates.undo", json!({})).await.map(drop)
}

/// A workbook of so many rows, from being dropped on the page until its rows are there to be checked.
pub(crate) async fn spreadsheet(clock: &Clock<'_>, rows: usize) -> anyhow::Result<()> {
    clock.session.until("the import", "location.hash = '#/import'; return !!document.querySelector('.drop')").await?;
    let dropped = "const bytes = Uint8Array.from(atob(given[0]), (letter) => letter.charCodeAt(0));
        const dropped = new DataTransfer();
        dropped.items.add(new File([bytes], 'list.xlsx'));
        document.querySelector('.drop').dispatchEvent(new DragEvent('drop', {dataTransfer: dropped, bubbles: true}))";
    let next = "[...document.querySelectorAll('main button')].at(-1)";
    let columns =
        clock.deed(dropped, "document.querySelector('main table select')", vec![json!(workbook(rows)?)]).await?;
    let there = "document.querySelector('main [role=grid] [aria-rowindex=\"2\"]')";
    let laid_out = clock.deed(&format!("{next}.click()"), there, vec![]).await.context("values that are not known")?;
    told(&format!("import of {rows} rows to staging"), vec![columns + laid_out]);
    clock.call("import.close", json!({})).await.map(drop)
}
