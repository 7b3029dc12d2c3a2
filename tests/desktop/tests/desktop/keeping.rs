//! What an afternoon leaves behind in memory. The engine of the page keeps some things for as long as the page is open:
//! nothing of that kind may come and go with a candidate.

use anyhow::ensure;
use desktop::{Conditions, Key, Place, Seat, Session, memory};

use crate::centre::{CENTRE, begun, heading};

/// Entries begun before the first look, so that what is kept once is kept by then.
const BEFORE: usize = 20;

/// Entries between one look and the next, and how often is looked. What is kept of each entry makes every batch grow;
/// what the engine has not swept yet, only some.
const BATCH: usize = 50;
const BATCHES: usize = 4;

/// What the least of the batches may grow by, in bytes: forms that were kept took fifteen megabytes of each.
const MOST: u64 = 5 << 20;

#[tokio::test]
async fn an_entry_that_was_left_is_let_go_of() -> anyhow::Result<()> {
    let place = Place::new()?;
    let conditions = Conditions { sweeps: true, ..Conditions::default() };
    let seat = Seat::under(&place, (1366, 768), conditions).await?;
    let session = Session::open(&seat).await?;
    session.says("First steps").await?;
    begun(&session, CENTRE, "school").await?;
    session.press(&[Key::Alt], '2').await?;
    heading(&session, "Candidates").await?;
    entries(&session, BEFORE).await?;
    let (mut before, mut least) = (taken(&place).await?, u64::MAX);
    for _ in 0..BATCHES {
        entries(&session, BATCH).await?;
        let now = taken(&place).await?;
        least = least.min(now.saturating_sub(before));
        before = now;
    }
    ensure!(least <= MOST, "every {BATCH} entries that were left keep {} MB", least >> 20);
    session.close().await
}

/// Begins one entry after the other, with nothing in them that would be saved.
async fn entries(session: &Session, count: usize) -> anyhow::Result<()> {
    for _ in 0..count {
        session.press(&[Key::Alt], 'n').await?;
        let another = "const box = document.activeElement, is = box?.id === 'entry-name' && !box.dataset.seen;
            if (is) box.dataset.seen = 'yes'; return is";
        session.until("another entry", another).await?;
    }
    Ok(())
}

/// What all of the window's processes have written, a moment later.
async fn taken(place: &Place) -> anyhow::Result<u64> {
    tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    memory::written("daftari-window", place)
}
