//! What a clerk waits for at every key: findings, filters, the search, scrolling.

use fantoccini::key::Key;
use serde_json::Value;

use crate::clock::{Clock, told};

/// How often each key is pressed.
const TIMES: usize = 60;

const GRID: &str = "document.querySelector('main [role=grid]')";

/// What the grid shows: how many rows, and who is the first.
const SHOWN: &str = "document.querySelector('main [role=grid]').getAttribute('aria-rowcount')
    + document.querySelector('main [aria-rowindex=\"2\"]')?.textContent";

/// In the form beside 600 rows: a digit in a name, a year that loses one, and both put right again.
pub(crate) async fn keystroke(clock: &Clock<'_>) -> anyhow::Result<()> {
    let session = clock.session;
    session
        .script(
            &format!(
                "{GRID}.querySelector('[role=gridcell][tabindex=\"0\"], [role=rowheader][tabindex=\"0\"]').focus()"
            ),
            vec![],
        )
        .await?;
    session.press(&[], char::from(Key::F6)).await?;
    session.until("the form", "return !!document.getElementById('entry-name')").await?;
    let mut seconds = Vec::new();
    for (field, last) in [("name", '7'), ("year_of_birth", '8')] {
        let keys = [last, char::from(Key::Backspace)];
        let end = format!("const e = document.getElementById('entry-{field}'); e.focus(); e.setSelectionRange(99, 99)");
        session.script(&end, vec![]).await?;
        let said = format!("document.querySelector('[data-field={field}] ul')?.textContent ?? ''");
        let of_year = usize::from(field == "year_of_birth");
        for at in of_year..TIMES + of_year {
            seconds.push(clock.key(&[], keys[at % 2], &said).await?);
        }
    }
    session.press(&[], char::from(Key::F6)).await?;
    session.until("the grid alone", "return !document.getElementById('entry-name')").await?;
    told("keystroke to finding", seconds);
    Ok(())
}

/// Each filter that lets some through and not all, on and off.
pub(crate) async fn filter(clock: &Clock<'_>) -> anyhow::Result<()> {
    let chips = "[...document.querySelectorAll('main [role=search] button')]";
    let some = format!(
        "const all = {GRID}.getAttribute('aria-rowcount') - 1;
        return {chips}.flatMap((chip, at) => {{ const n = Number(chip.querySelector('.count').textContent);
            return n > 0 && n < all ? [at] : [] }})"
    );
    let some = clock.session.script(&some, vec![]).await?;
    let places: Vec<u64> = some.as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
    let mut seconds = Vec::new();
    for at in places.iter().cycle().take(TIMES / 2) {
        clock.session.script(&format!("{chips}[{at}].focus()"), vec![]).await?;
        for _ in 0..2 {
            seconds.push(clock.key(&[], char::from(Key::Enter), SHOWN).await?);
        }
    }
    told("filter of 600 rows", seconds);
    Ok(())
}

/// A letter in the search, and taken out again.
pub(crate) async fn search(clock: &Clock<'_>) -> anyhow::Result<()> {
    clock.session.script("document.querySelector('main [role=search] input').focus()", vec![]).await?;
    let mut seconds = Vec::new();
    for letter in "kwrzjt".chars().cycle().take(TIMES / 2) {
        for key in [letter, char::from(Key::Backspace)] {
            seconds.push(clock.key(&[], key, SHOWN).await?);
        }
    }
    told("search in 600 rows", seconds);
    Ok(())
}

/// Eleven rows a frame from the first to the last: the time between frames, and frames in which a row was missing.
pub(crate) async fn scroll(clock: &Clock<'_>) -> anyhow::Result<()> {
    let script = format!(
        "const done = arguments[0], grid = {GRID}, box = grid.getBoundingClientRect(), times = [];
        let before = performance.now(), missing = 0, down = true;
        const frame = (now) => {{
            times.push(performance.now() - before);
            before = performance.now();
            const below = document.elementFromPoint(box.left + 200, box.bottom - 60);
            if (!below?.closest('[role=row]')) missing += 1;
            if (grid.scrollTop + grid.clientHeight >= grid.scrollHeight - 1) return done([missing, ...times.slice(1)]);
            grid.scrollTop += 352;
            requestAnimationFrame(frame);
        }};
        grid.scrollTop = 0;
        requestAnimationFrame(frame)"
    );
    let told_times = clock.session.answer(&script, vec![]).await?;
    let mut times = told_times.as_array().into_iter().flatten().filter_map(Value::as_f64);
    let missing = times.next().unwrap_or_default();
    anyhow::ensure!(missing == 0.0, "{missing} frames showed no row");
    told("scroll of 600 rows, from frame to frame", times.map(|milliseconds| milliseconds / 1000.0).collect());
    Ok(())
}
