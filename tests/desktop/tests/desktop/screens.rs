//! Every screen in both languages and every theme: nothing that a reader of screens stumbles over, nothing to be scrolled
//! sideways, and a picture of each for a person to look at (`target/pictures/desktop`).

use anyhow::{Context, ensure};
use desktop::{Place, Seat, Session};
use serde_json::json;

use crate::centre::{pictures, root};

/// The screens, as their addresses are called.
pub(crate) const SCREENS: &[&str] =
    &["home", "candidates", "photographs", "import", "documents", "approval", "sync", "office", "settings", "help"];

/// Language, theme and size of text.
const LOOKS: &[(&str, &str, u32)] =
    &[("en", "light", 100), ("sw", "dark", 100), ("sw", "light", 100), ("en", "contrast", 100), ("en", "light", 200)];

#[tokio::test]
async fn every_screen_can_be_read_by_everybody_in_both_languages_and_every_theme() -> anyhow::Result<()> {
    let place = Place::new()?;
    let seat = Seat::at(&place, (1366, 768)).await?;
    let session = Session::open(&seat).await?;
    session.resize(1366, 768).await?;
    session.until("the first page", "return !!document.querySelector('main h1')").await?;
    look(&session, "first-run", LOOKS[0]).await?;
    practise(&session).await?;
    for wanted in LOOKS {
        dress(&session, *wanted).await?;
        for screen in SCREENS {
            visit(&session, screen).await?;
            look(&session, screen, *wanted).await?;
        }
    }
    session.close().await
}

/// Begins the practice centre, as the first page offers it.
pub(crate) async fn practise(session: &Session) -> anyhow::Result<()> {
    session.call("practice.begin", json!({"task": "practice", "year": 2026})).await?;
    session
        .until(
            "the practice centre",
            "location.hash = '#/home'; return !!document.querySelector('nav a[href*=candidates]')",
        )
        .await?;
    Ok(())
}

async fn dress(session: &Session, (language, theme, size): (&str, &str, u32)) -> anyhow::Result<()> {
    let mut settings = session.call("state", json!({})).await?["settings"].clone();
    settings["language"] = json!(language);
    settings["theme"] = json!(theme);
    settings["text_size"] = json!(size);
    session.call("settings.change", settings).await?;
    let worn = format!("return document.documentElement.lang === '{language}'");
    session.until("the language", &worn).await.map(drop)
}

pub(crate) async fn visit(session: &Session, screen: &str) -> anyhow::Result<()> {
    // The heading of the screen before stands until the new one has come.
    let go = "const to = '#/' + arguments[0];
        if (location.hash !== to) document.querySelectorAll('main h1').forEach(h => h.dataset.before = '');
        location.hash = to";
    session.script(go, vec![json!(screen)]).await?;
    let shown = "return !!document.querySelector('main h1:not([data-before])') && !document.querySelector('main [aria-busy=true]')";
    session.until(screen, shown).await.map(drop)
}

/// Takes the picture, asks axe, and measures the width.
async fn look(session: &Session, screen: &str, (language, theme, size): (&str, &str, u32)) -> anyhow::Result<()> {
    let name = format!("{screen}-{language}-{theme}-{size}");
    // What has been laid out is on the screen two frames later.
    let drawn =
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))";
    session.answer(drawn, vec![]).await?;
    session.picture(&pictures().join(format!("{name}.png"))).await?;
    let wide =
        session.script("const d = document.documentElement; return d.scrollWidth - d.clientWidth", vec![]).await?;
    ensure!(wide.as_i64().is_some_and(|over| over <= 0), "{name} is {wide} pixels too wide");
    let violations = axe(session).await?;
    ensure!(violations.is_empty(), "{name}: {}", violations.join("\n"));
    Ok(())
}

async fn axe(session: &Session) -> anyhow::Result<Vec<String>> {
    let library = std::fs::read_to_string(root().join("ui/node_modules/axe-core/axe.min.js"))
        .context("the interface's packages are installed by `cargo xtask test`")?;
    if session.script("return typeof window.axe", vec![]).await? != "object" {
        // The page's policy forbids scripts from elsewhere; the driver's own are run beside it.
        session.script(&format!("{library}; window.axe = axe;"), vec![]).await?;
    }
    let script = "const done = arguments[arguments.length - 1];
        window.axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}}).then(
            r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' ' + n.failureSummary).join(' | '))),
            e => done(['axe: ' + e]))";
    let told = session.answer(script, vec![]).await?;
    Ok(told.as_array().into_iter().flatten().map(|line| line.as_str().unwrap_or_default().to_owned()).collect())
}
