//! Tab through every screen of the practice centre: the focus is never lost and never hidden, what has it is seen to have
//! it, everything that can be pressed is reached, and nothing to be pressed is smaller than 24 pixels.

use anyhow::ensure;
use desktop::{Key, Place, Seat, Session};

use crate::screens::{SCREENS, practise, visit};

/// More controls than any screen has.
const FAR: usize = 260;

/// Looks at what has the focus and marks it as reached: null when it has been here, else what is wrong with it.
const STEP: &str = r"
    const at = document.activeElement;
    if (!at || at === document.body || at === document.documentElement) return 'nothing has the focus';
    if (at.dataset.reached) return 'round';
    at.dataset.reached = 'yes';
    const called = at.tagName.toLowerCase() + ' ' + (at.getAttribute('aria-label') ?? at.labels?.[0]?.innerText ?? at.innerText ?? '').trim().slice(0, 40);
    const box = at.getBoundingClientRect();
    const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
    if (!seen) return called + ' has the focus and is not in view: ' + JSON.stringify(box);
    const within = (x, y) => { const hit = document.elementFromPoint(x, y); return hit && (at.contains(hit) || hit.contains(at) || [...(at.labels ?? [])].some(l => l.contains(hit))); };
    const [left, right] = [Math.max(box.left, 0) + 1, Math.min(box.right, innerWidth) - 1];
    const [top, bottom] = [Math.max(box.top, 0) + 1, Math.min(box.bottom, innerHeight) - 1];
    const points = [[left, top], [right, top], [left, bottom], [right, bottom], [(left + right) / 2, (top + bottom) / 2]];
    if (!points.some(([x, y]) => within(x, y))) return called + ' has the focus and something lies over it';
    if (at.closest('[data-quiet-focus]') === at || /^H\d|MAIN$/.test(at.tagName)) return null;
    const drawn = (e) => { const s = getComputedStyle(e); return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'; };
    const near = [at, at.parentElement, at.nextElementSibling, at.previousElementSibling, ...(at.labels ?? []), at.closest('[role=grid]')].filter(Boolean);
    return near.some(drawn) ? null : called + ' has the focus and does not show it';
";

/// What could be pressed or typed into and was never reached by Tab.
const UNREACHED: &str = r"
    const radios = (e) => e.type === 'radio' && !e.checked;
    const shown = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden' && !e.closest('[inert], details:not([open]) > :not(summary)');
    const open = document.querySelector('dialog[open]') ?? document;
    return [...open.querySelectorAll('a[href], button, input, select, textarea, [tabindex]')]
        .filter(e => e.tabIndex >= 0 && !e.disabled && shown(e) && !radios(e) && !e.dataset.reached)
        .map(e => e.tagName.toLowerCase() + ' ' + (e.getAttribute('aria-label') ?? e.innerText ?? '').trim().slice(0, 40));
";

/// What is smaller than 24 pixels in either direction and has another target nearer than that; links in running text
/// aside.
const SMALL: &str = r"
    const inText = (e) => getComputedStyle(e).display === 'inline' && ['P', 'LI', 'TD', 'SPAN', 'DD'].includes(e.parentElement.tagName);
    const target = (e) => (e.type === 'checkbox' || e.type === 'radio') ? (e.labels?.[0] ?? e) : e;
    const open = document.querySelector('dialog[open]') ?? document;
    const all = [...open.querySelectorAll('a[href], button, input, select, textarea, [role=button], [role=tab], [role=option]')];
    const middle = (b) => [b.left + b.width / 2, b.top + b.height / 2];
    const near = (e, b) => all.some(o => {
        const c = o.getBoundingClientRect(), [x, y] = middle(b);
        return o !== e && c.width > 0 && Math.hypot(Math.max(c.left - x, x - c.right, 0), Math.max(c.top - y, y - c.bottom, 0)) < 12;
    });
    return all.filter(e => !e.disabled && e.getClientRects().length > 0 && !inText(e) && getComputedStyle(e).clipPath === 'none')
        .map(e => [e, target(e).getBoundingClientRect()])
        .filter(([e, b]) => b.width > 0 && (b.width < 23.99 || b.height < 23.99) && near(e, b))
        .map(([e, b]) => e.tagName.toLowerCase() + ' ' + (e.getAttribute('aria-label') ?? e.innerText ?? '').trim().slice(0, 40) + ' ' + b.width.toFixed(1) + 'x' + b.height.toFixed(1));
";

#[tokio::test]
async fn the_focus_is_never_lost_or_hidden_and_reaches_everything_on_every_screen() -> anyhow::Result<()> {
    let place = Place::new()?;
    let seat = Seat::at(&place, (1366, 768)).await?;
    let session = Session::open(&seat).await?;
    session.resize(1366, 768).await?;
    session.says("First steps").await?;
    let mut wrong = Vec::new();
    walk(&session, "first run", &mut wrong).await?;
    practise(&session).await?;
    for screen in SCREENS {
        visit(&session, screen).await?;
        if *screen == "home" {
            session.says("candidates on the roll").await?;
        }
        walk(&session, screen, &mut wrong).await?;
    }
    visit(&session, "candidates").await?;
    session.press(&[Key::Alt], 'n').await?;
    session.until("the form", "return document.activeElement?.id === 'entry-name'").await?;
    walk(&session, "the entry form", &mut wrong).await?;
    visit(&session, "home").await?;
    session.press(&[Key::Control], 'k').await?;
    session.until("the commands", "return !!document.querySelector('dialog[open]')").await?;
    walk(&session, "all commands", &mut wrong).await?;
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    session.close().await
}

/// Tabs until the first thing comes round again.
async fn walk(session: &Session, screen: &str, wrong: &mut Vec<String>) -> anyhow::Result<()> {
    session
        .script("document.querySelectorAll('[data-reached]').forEach(e => delete e.dataset.reached)", vec![])
        .await?;
    settled(session).await?;
    let (mut lost, mut steps, mut again) = (0, 0, 0);
    loop {
        let found = session.script(STEP, vec![]).await?;
        match found.as_str() {
            // What came while somebody went through is met the second time round.
            Some("round") if again > steps / 2 || unreached(session).await?.is_empty() => break,
            Some("round") => again += 1,
            // Where the page ends, the focus goes once around the window.
            Some("nothing has the focus") => lost += 1,
            Some(found) => wrong.push(format!("{screen}: {found}")),
            None => {}
        }
        steps += 1;
        if lost > 2 || steps > FAR {
            wrong.push(format!("{screen}: the focus is lost after {steps} steps"));
            break;
        }
        session.press(&[], Key::Tab.into()).await?;
    }
    wrong.extend(unreached(session).await?.into_iter().map(|one| format!("{screen}: {one} is not reached")));
    wrong.extend(listed(session, SMALL).await?.into_iter().map(|one| format!("{screen}: {one} is too small")));
    println!("{screen}: {steps} steps");
    Ok(())
}

/// Waits until what the screen asks for has come.
async fn settled(session: &Session) -> anyhow::Result<()> {
    let same = "const now = document.body.innerText, same = window.before === now; window.before = now; return same";
    for _ in 0..3 {
        tokio::time::sleep(std::time::Duration::from_millis(150)).await;
        session.until("a screen that stays as it is", same).await?;
    }
    Ok(())
}

async fn unreached(session: &Session) -> anyhow::Result<Vec<String>> {
    listed(session, UNREACHED).await
}

async fn listed(session: &Session, script: &str) -> anyhow::Result<Vec<String>> {
    let found = session.script(script, vec![]).await?;
    Ok(found.as_array().into_iter().flatten().map(|one| one.as_str().unwrap_or_default().to_owned()).collect())
}
