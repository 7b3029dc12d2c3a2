//! A new user's way by keyboard alone: an empty computer, first steps, candidates, the roll looked at, saved and printed.

use anyhow::ensure;
use desktop::{Key, Place, Seat, Session};

use crate::centre::pictures;
use crate::people::{begin, candidate, key, saved};

/// So many stand on the roll.
const CANDIDATES: usize = 3;

#[tokio::test]
async fn from_the_first_start_to_a_printed_roll_without_a_mouse() -> anyhow::Result<()> {
    let place = Place::new()?;
    let seat = Seat::at(&place, (1366, 768)).await?;
    let session = Session::open(&seat).await?;
    session.says("First steps").await?;
    session.press_on("Begin a register").await?;
    session.says("Centre code").await?;
    session.type_in("24505105").await?;
    session.says("County: West Pokot").await?;
    session.fill("Name of the centre", "KABIRO SECONDARY").await?;
    session.enter().await?;
    session.says("Nobody is on the roll yet").await?;
    session.press(&[Key::Alt], '2').await?;
    session.says("No candidates yet").await?;
    begin(&session).await?;
    for n in 0..CANDIDATES {
        key(&session, &candidate(n)).await?;
    }
    saved(&session).await?;
    roll(&place, &seat, &session).await?;
    session.close().await
}

/// The roll is looked at, saved under a name typed into the platform's dialog, and handed to what prints.
async fn roll(place: &Place, seat: &Seat, session: &Session) -> anyhow::Result<()> {
    session.press(&[Key::Alt], '5').await?;
    session.says("Look at each before it is printed").await?;
    session.press_on("Nominal roll").await?;
    session.until("the page's picture", "return document.querySelector('main img')?.naturalWidth > 100").await?;
    session.picture(&pictures().join("roll-of-a-new-user.png")).await?;
    let path = place.path("home/roll.pdf");
    session.press_on("Save as").await?;
    seat.give("Save", &path).await?;
    session.says(&format!("Saved: {}", path.display())).await?;
    names_all(&path)?;
    session.press_on("Print").await?;
    session.says("opened in the computer’s viewer").await?;
    let opened = place.opened();
    ensure!(opened.len() == 1, "the roll is opened once: {opened:?}");
    names_all(&opened[0])
}

fn names_all(pdf: &std::path::Path) -> anyhow::Result<()> {
    let text = std::process::Command::new("pdftotext").args(["-layout"]).arg(pdf).arg("-").output()?;
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    for n in 0..CANDIDATES {
        let [name, ..] = candidate(n);
        ensure!(text.contains(&name), "{name} is not on {}: {text}", pdf.display());
        ensure!(text.contains(&format!("00{}", n + 1)), "{name} has no number on {}: {text}", pdf.display());
    }
    Ok(())
}
