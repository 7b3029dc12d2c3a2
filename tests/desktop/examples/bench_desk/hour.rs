//! An hour of a clerk's at the keyboard, as fast as the window takes it: sixty candidates keyed in, some looked up, put
//! right, taken back, and the other screens visited. What it leaves behind in memory is what counts.

use fantoccini::key::Key;
use serde_json::json;

use crate::clock::Clock;
use crate::many::person;

/// Keyed in within an hour by who does 150 in an afternoon and does not look up.
const CANDIDATES: usize = 60;

const SCREENS: [&str; 8] = ["home", "photographs", "import", "documents", "approval", "sync", "settings", "help"];

pub(crate) async fn of_work(clock: &Clock<'_>) -> anyhow::Result<()> {
    let mut keys = 0;
    let enters = format!("{}", char::from(Key::Enter));
    clock
        .session
        .until("the candidates", "location.hash = '#/candidates'; return !!document.querySelector('main [role=grid]')")
        .await?;
    for at in 0..CANDIDATES {
        clock.session.press(&[Key::Alt], 'n').await?;
        clock
            .session
            .until(
                "an empty form",
                "return document.activeElement?.id === 'entry-name' && !document.activeElement.value",
            )
            .await?;
        let [name, gender, born, certificate, citizen, entry, index, year, _] = person(at + 700);
        let typed = [&name, &gender, &born, &certificate, &citizen, "", &index, &year, &entry].join(&enters);
        keys += typed.chars().count();
        clock.session.type_in(&format!("{typed}{enters}")).await?;
        clock.session.press(&[Key::Control], 'd').await?;
        clock.session.press(&[Key::Control], char::from(Key::Enter)).await?;
        saved(clock).await?;
        if at % 5 == 4 {
            keys += second_thoughts(clock, &name).await?;
        }
        if at % 10 == 9 {
            visit(clock).await?;
        }
    }
    clock.session.press(&[Key::Control], char::from(Key::Enter)).await?;
    println!("{}", json!({"what": "an hour of work", "candidates": CANDIDATES, "keys": keys}));
    // What was let go is given back when nothing more is asked for.
    tokio::time::sleep(std::time::Duration::from_secs(5)).await;
    Ok(())
}

/// Looks one up, changes and changes back, filters, scrolls.
async fn second_thoughts(clock: &Clock<'_>, name: &str) -> anyhow::Result<usize> {
    let session = clock.session;
    session.script("document.querySelector('main [role=search] input').focus()", vec![]).await?;
    session.type_in(name).await?;
    session.press(&[], char::from(Key::Escape)).await?;
    session.press(&[], char::from(Key::Down)).await?;
    session.press(&[Key::Control], 'z').await?;
    saved(clock).await?;
    session.press(&[Key::Control], 'y').await?;
    saved(clock).await?;
    for _ in 0..20 {
        session.press(&[], char::from(Key::PageDown)).await?;
    }
    Ok(name.chars().count() + 24)
}

async fn visit(clock: &Clock<'_>) -> anyhow::Result<()> {
    for screen in SCREENS {
        let go = format!("const to = '#/{screen}'; if (location.hash !== to) document.querySelectorAll('main h1').forEach(h => h.dataset.before = '');
            location.hash = to;
            return !!document.querySelector('main h1:not([data-before])') && !document.querySelector('main [aria-busy=true]')");
        clock.session.until(screen, &go).await?;
    }
    clock
        .session
        .until(
            "the candidates",
            "location.hash = '#/candidates'; return !!document.querySelector('main [role=grid] [aria-rowindex=\"2\"]')",
        )
        .await
        .map(drop)
}

/// Waits until nothing is on its way to the disk.
async fn saved(clock: &Clock<'_>) -> anyhow::Result<()> {
    clock.session.until("saved", "return !!document.querySelector('[data-testid=saved] svg')").await.map(drop)
}
