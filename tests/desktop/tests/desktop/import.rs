//! The sub-county's workbook goes through the wizard into a private centre's register, by keyboard alone; and a workbook
//! that is a bomb is refused before it unfolds, with the way on.

use anyhow::ensure;
use desktop::{Key, Place, Seat, Session};
use serde_json::json;

use crate::centre::{begun, fixture, heading, pictures};

/// The private centre of the fixtures' workbook.
const PRIVATE: &str = "24901001";

#[tokio::test]
async fn the_sub_countys_workbook_goes_into_the_register_and_a_bomb_does_not() -> anyhow::Result<()> {
    let place = Place::new()?;
    let seat = Seat::at(&place, (1366, 768)).await?;
    let session = Session::open(&seat).await?;
    session.says("First steps").await?;
    begun(&session, PRIVATE, "private").await?;
    session.press(&[Key::Alt], '4').await?;
    heading(&session, "Import").await?;
    choose(&seat, &session, "hostile/repeated-rows.ods").await?;
    session.says("unfolds to far more than any list").await?;
    session.says("Nothing was taken in.").await?;
    session.picture(&pictures().join("import-bomb.png")).await?;
    choose(&seat, &session, "scde/private-candidates.xlsx").await?;
    session.says("What each column holds").await?;
    session.press_on("Next").await?;
    // Where every value is known, its step is passed by itself.
    let rows = "return document.querySelector('[role=grid] [role=gridcell]') ? 'rows' :
        document.querySelector('main').innerText.includes('not known') ? 'values' : null";
    if session.until("values or rows", rows).await? == "values" {
        session.press_on("Next").await?;
    }
    session.until("the rows", "return !!document.querySelector('[role=grid] [role=gridcell]')").await?;
    ensure!(rows_of(&session).await? == 0, "nothing is in the register before the last step");
    session.press_on("Take in").await?;
    session.says("Take candidates into the register").await?;
    session.press_on("Take in ").await?;
    session.says("stayed out").await?;
    session.picture(&pictures().join("import-taken-in.png")).await?;
    let taken = rows_of(&session).await?;
    ensure!(taken > 10, "only {taken} candidates were taken in");
    session.press(&[Key::Alt], '2').await?;
    session.until("them in the grid", "return document.querySelectorAll('[role=grid] [role=row]').length > 10").await?;
    session.close().await
}

async fn choose(seat: &Seat, session: &Session, file: &str) -> anyhow::Result<()> {
    session.press_on("Choose a spreadsheet").await?;
    seat.give("Choose a spreadsheet", &fixture(file).canonicalize()?).await
}

async fn rows_of(session: &Session) -> anyhow::Result<usize> {
    let list = session.call("candidates.list", json!({})).await?;
    Ok(list["rows"].as_array().map_or(0, Vec::len))
}
