//! `explain`: a rule, a paragraph, or words looked for in the regulations, in our own words.

use desk::clock::Moment;
use desk::{Error, Rulebook};
use regulations::coverage::{Coverage, Row};
use regulations::{Field, Finding, Rule};
use serde_json::json;

use crate::arguments::Arguments;
use crate::output::{Done, print};

pub(crate) fn run(arguments: &Arguments, topic: &str) -> Result<Done, Error> {
    let coverage = Coverage::bundled().map_err(|error| Error::Usage(error.to_string()))?;
    if let Some(rule) = Rule::named(topic.trim()) {
        explain_rule(arguments, &coverage, rule)?;
        return Ok(Done::Clean);
    }
    let rows = match coverage.lookup(topic) {
        Some(row) => vec![row],
        None => coverage.search(arguments.lang.into(), topic),
    };
    if rows.is_empty() {
        return Err(Error::Usage(format!(
            "nothing is known of \"{topic}\": give a rule as subjects.sciences, a paragraph as 2.8.2, or other words"
        )));
    }
    rows.into_iter().try_for_each(|row| explain_row(arguments, row))?;
    Ok(Done::Clean)
}

fn explain_rule(arguments: &Arguments, coverage: &Coverage, rule: Rule) -> Result<(), Error> {
    let book = Rulebook::of(Moment::now().year(), &arguments.circulars)?;
    let parts = book.messages.parts(arguments.lang.into(), &book.pack, &Finding::plain(rule));
    if arguments.json {
        let fields: Vec<&str> = rule.fields().iter().map(Field::name).collect();
        return print(
            &json!({"rule": rule.id(), "paragraph": rule.paragraph(), "severity": rule.severity().name(),
                    "fields": fields, "what": parts.what, "why": parts.why, "action": parts.action})
            .to_string(),
        );
    }
    print(&format!("{} ({}), {}", rule.id(), rule.paragraph(), rule.severity().name()))?;
    [parts.what, parts.why, parts.action].iter().try_for_each(|part| print(&format!("  {part}")))?;
    coverage.cited_by(rule).try_for_each(|row| explain_row(arguments, row))
}

fn explain_row(arguments: &Arguments, row: &Row) -> Result<(), Error> {
    let summary = row.summary(arguments.lang.into());
    let answers: Vec<&str> = row.answered_by.iter().map(|answer| answer.name.as_str()).collect();
    if arguments.json {
        return print(
            &json!({"paragraph": row.paragraph, "title": row.title, "summary": summary, "answered_by": answers,
                    "planned": row.planned, "not_for_software": row.not_for_software})
            .to_string(),
        );
    }
    print(&format!("{} {}", row.paragraph, row.title))?;
    print(&format!("  {summary}"))?;
    if !answers.is_empty() {
        print(&format!("  here: {}", answers.join(", ")))?;
    }
    for (what, text) in [("planned", &row.planned), ("not for software", &row.not_for_software)] {
        if let Some(text) = text {
            print(&format!("  {what}: {text}"))?;
        }
    }
    Ok(())
}
