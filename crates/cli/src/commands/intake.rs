//! `import`, `photos`, `template`, `export`: what comes from spreadsheets and folders and goes back.

use std::path::Path;

use desk::clock::Moment;
use desk::import::import as take_in;
use desk::photos::photograph;
use desk::spreadsheets;
use desk::{Error, Rulebook, files};
use serde_json::json;

use super::open;
use crate::arguments::{Arguments, Import};
use crate::output::{Done, counter, print, say};

pub(crate) fn import(arguments: &Arguments, command: &Import) -> Result<Done, Error> {
    let mut desk = open(arguments)?;
    let bar = counter("importing");
    let language = arguments.lang.into();
    let done = take_in(&mut desk, &command.file, command.sheet.as_deref(), command.errors.as_deref(), language);
    bar.finish_and_clear();
    let done = done?;
    if !done.other_sheets.is_empty() {
        say(&format!("not read: {}; name one with --sheet", done.other_sheets.join(", ")));
    }
    if arguments.json {
        let refused: Vec<_> = done.refused.iter().map(|(row, reason)| json!({"row": row, "reason": reason})).collect();
        let skipped: Vec<_> = done.skipped.iter().map(|(row, what)| json!({"row": row, "what": what})).collect();
        let elsewhere: Vec<_> = done.elsewhere.iter().map(|(row, code)| json!({"row": row, "centre": code})).collect();
        print(
            &json!({
                "read": done.read, "imported": done.imported, "updated": done.updated,
                "refused": refused, "skipped": skipped, "elsewhere": elsewhere,
            })
            .to_string(),
        )?;
    } else {
        let new = done.imported - done.updated;
        print(&format!("{} rows read: {new} candidates entered, {} brought up to date", done.read, done.updated))?;
        for (row, reason) in &done.refused {
            print(&format!("  row {row} refused: {reason}"))?;
        }
        for (row, what) in &done.skipped {
            print(&format!("  row {row} skipped: {what}"))?;
        }
        say_elsewhere(&done.elsewhere)?;
    }
    Ok(Done::judged(done.errors || !done.refused.is_empty()))
}

/// One line a centre, for a sub-county's workbook has many.
fn say_elsewhere(rows: &[(u32, String)]) -> Result<(), Error> {
    let mut centres: Vec<&String> = rows.iter().map(|(_, centre)| centre).collect();
    centres.sort();
    for group in centres.chunk_by(|a, b| a == b) {
        print(&format!("  {} rows belong to centre {}: import them into its register", group.len(), group[0]))?;
    }
    Ok(())
}

pub(crate) fn photos(arguments: &Arguments, folder: &Path) -> Result<Done, Error> {
    let mut desk = open(arguments)?;
    let bar = counter("photographs");
    let done = photograph(&mut desk, folder);
    bar.finish_and_clear();
    let done = done?;
    if arguments.json {
        let refused: Vec<_> = done.refused.iter().map(|(file, why)| json!({"file": file, "reason": why})).collect();
        let hint = |(file, hints): &(String, Vec<_>)| {
            let names: Vec<&str> = hints.iter().map(|hint: &desk::photos::Hint| hint.name()).collect();
            json!({"file": file, "hints": names})
        };
        let hints: Vec<_> = done.hints.iter().map(hint).collect();
        print(
            &json!({"matched": done.matched, "unmatched": done.unmatched, "refused": refused, "hints": hints})
                .to_string(),
        )?;
    } else {
        print(&format!("{} photographs attached", done.matched))?;
        for file in &done.unmatched {
            print(&format!("  {file}: of nobody known; put the index, candidate or admission number into its name"))?;
        }
        for (file, why) in &done.refused {
            print(&format!("  {file} refused: {why}"))?;
        }
        for (file, hints) in &done.hints {
            let names: Vec<&str> = hints.iter().map(|hint| hint.name()).collect();
            print(&format!("  {file}: look at it again ({})", names.join(", ")))?;
        }
    }
    Ok(Done::judged(!done.refused.is_empty()))
}

pub(crate) fn template(arguments: &Arguments, out: &Path) -> Result<Done, Error> {
    let book = Rulebook::of(Moment::now().year(), &arguments.circulars)?;
    files::put(out, &spreadsheets::template(&book)?)?;
    told(arguments, out)
}

pub(crate) fn export(arguments: &Arguments, out: &Path) -> Result<Done, Error> {
    let judgement = open(arguments)?.judge()?;
    files::put(out, &spreadsheets::export(&judgement)?)?;
    told(arguments, out)
}

/// Says where a file was written.
pub(crate) fn told(arguments: &Arguments, out: &Path) -> Result<Done, Error> {
    let path = out.display().to_string();
    let line = if arguments.json { json!({"written": path}).to_string() } else { format!("written: {path}") };
    print(&line)?;
    Ok(Done::Clean)
}
