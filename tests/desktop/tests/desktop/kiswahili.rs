//! The whole way in Kiswahili, chosen on the first page, with text twice its size: nothing is to be scrolled sideways.

use anyhow::ensure;
use desktop::{Key, Place, Seat, Session};
use serde_json::json;

use crate::centre::{CENTRE, heading, pictures};
use crate::people::{begin, candidate, key, saved};

#[tokio::test]
async fn first_run_in_kiswahili_with_text_of_twice_the_size() -> anyhow::Result<()> {
    let place = Place::new()?;
    let seat = Seat::at(&place, (1366, 768)).await?;
    let session = Session::open(&seat).await?;
    session.resize(1366, 768).await?;
    session.says("First steps").await?;
    session.tab_to("English").await?;
    session.press(&[], Key::Right.into()).await?;
    heading(&session, "Hatua za kwanza").await?;
    let mut settings = session.call("state", json!({})).await?["settings"].clone();
    settings["text_size"] = json!(200);
    session.call("settings.change", settings).await?;
    let doubled = "return parseFloat(getComputedStyle(document.documentElement).fontSize) >= 30";
    session.until("text of twice the size", doubled).await?;
    look(&session, "first-run").await?;
    session.press_on("Anza daftari").await?;
    session.type_in(CENTRE).await?;
    session.says("Kaunti: West Pokot").await?;
    look(&session, "new-centre").await?;
    session.fill("Jina la kituo", "SHULE YA KABIRO").await?;
    session.enter().await?;
    heading(&session, "Mwanzo").await?;
    look(&session, "home").await?;
    session.press(&[Key::Alt], '2').await?;
    session.says("Bado hakuna watahiniwa").await?;
    begin(&session).await?;
    key(&session, &candidate(0)).await?;
    saved(&session).await?;
    look(&session, "candidates").await?;
    session.close().await
}

async fn look(session: &Session, screen: &str) -> anyhow::Result<()> {
    session.picture(&pictures().join(format!("kiswahili-doubled-{screen}.png"))).await?;
    let wide =
        session.script("const d = document.documentElement; return d.scrollWidth - d.clientWidth", vec![]).await?;
    ensure!(wide.as_i64().is_some_and(|over| over <= 0), "{screen} is {wide} pixels too wide");
    Ok(())
}
