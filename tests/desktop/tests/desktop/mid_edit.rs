//! The power goes in the middle of a cell and in the middle of a form. What was saved is there, what was half typed is as
//! it was before, the entry that was begun is there as a draft, and the first page says what happened.

use anyhow::{Context as _, ensure};
use desktop::{Key, Place, Seat, Session, power};
use serde_json::json;

use crate::centre::{CENTRE, begun, heading, pictures};
use crate::people::{FIELDS, begin, candidate, in_field, saved};

#[tokio::test]
async fn killed_in_mid_edit_the_window_finds_what_was_saved_and_says_what_happened() -> anyhow::Result<()> {
    let place = Place::new()?;
    let seat = Seat::at(&place, (1366, 768)).await?;
    let session = Session::open(&seat).await?;
    session.says("First steps").await?;
    ensure!(!session.text().await?.contains("was not closed"), "nothing was open before");
    begun(&session, CENTRE, "school").await?;
    let typed = FIELDS.into_iter().zip(candidate(0));
    let values: Vec<_> = typed.map(|(field, value)| json!({"field": field, "value": value})).collect();
    session.call("candidates.enter", json!({"values": values})).await?;
    session.press(&[Key::Alt], '2').await?;
    heading(&session, "Candidates").await?;
    session.says("ACHIENG MARY").await?;
    half_a_cell(&session).await?;
    let (seat, session) = after_the_cut(&place, seat).await?;
    session.says("ACHIENG MARY").await?;
    ensure!(!session.text().await?.contains("ZZZ"), "half a cell was taken for a value");

    begin(&session).await?;
    session.type_in("BARASA JOHN").await?;
    session.enter().await?;
    saved(&session).await?;
    in_field(&session, "gender").await?;
    session.type_in("M").await?;
    session.enter().await?;
    saved(&session).await?;
    session.type_in("20").await?;
    let (_seat, session) = after_the_cut(&place, seat).await?;
    session.says("BARASA JOHN").await?;
    let rows = session.call("candidates.list", json!({})).await?["rows"].clone();
    let draft = rows.as_array().into_iter().flatten().find(|row| row["fields"]["name"] == "BARASA JOHN");
    let fields = &draft.context("the entry that was begun is lost")?["fields"];
    ensure!(fields["name"] == "BARASA JOHN" && fields["gender"] == "M", "what was saved is there: {fields}");
    ensure!(fields["year_of_birth"].as_str().unwrap_or_default().is_empty(), "half a year was taken for one");
    session.close().await
}

/// In the grid, in the name: typed, and neither kept nor given up.
async fn half_a_cell(session: &Session) -> anyhow::Result<()> {
    session.press(&[Key::Control], 'f').await?;
    session.press(&[], Key::Down.into()).await?;
    for _ in 0..12 {
        let column = "const at = document.activeElement; return (at.innerText ?? '').includes('ACHIENG')";
        if session.script(column, vec![]).await? == true {
            break;
        }
        session.press(&[], Key::Right.into()).await?;
    }
    session.type_in("ZZZ").await?;
    session.until("the cell's box", "return document.activeElement.value === 'ZZZ'").await.map(drop)
}

/// Everything dies; the program is started again, and the register opened.
async fn after_the_cut(place: &Place, seat: Seat) -> anyhow::Result<(Seat, Session)> {
    power::cut(place)?;
    drop(seat);
    let seat = Seat::at(place, (1366, 768)).await?;
    let session = Session::open(&seat).await?;
    session.says("was not closed the last time").await?;
    session.says("Everything that was shown as saved is here").await?;
    session.picture(&pictures().join("after-a-power-cut.png")).await?;
    session.press_on(CENTRE).await?;
    heading(&session, "Home").await?;
    session.press(&[Key::Alt], '2').await?;
    heading(&session, "Candidates").await?;
    Ok((seat, session))
}
