//! What goes wrong on a computer in an office: a register that is damaged, a disk that is full, a folder that may not be
//! written, a clock that is wrong, no keyring. Each is said in words with a way on, and nothing that was saved is lost.

use anyhow::ensure;
use desktop::{Conditions, Key, Place, Seat, Secrets, Session};
use serde_json::json;

use crate::centre::{CENTRE, begun, heading, pictures};
use crate::people::{FIELDS, begin, candidate, key, saved};

const SIZE: (u32, u32) = (1366, 768);

#[tokio::test]
async fn a_damaged_register_is_told_and_a_copy_brings_it_back() -> anyhow::Result<()> {
    let place = Place::new()?;
    let seat = Seat::at(&place, SIZE).await?;
    let session = with_one_candidate(&seat).await?;
    // A copy of the day is made as the register is opened.
    session.call("registers.close", json!({})).await?;
    session.press_on(CENTRE).await?;
    heading(&session, "Home").await?;
    session.close().await?;
    drop(seat);
    let file = place.path(format!("registers/{CENTRE}-2026.daftari"));
    let mut bytes = std::fs::read(&file)?;
    let half = bytes.len() / 2;
    bytes[100..half].fill(0);
    std::fs::write(&file, bytes)?;
    let seat = Seat::at(&place, SIZE).await?;
    let session = Session::open(&seat).await?;
    session.press_on(CENTRE).await?;
    session.says("Bring back a copy").await?;
    session.picture(&pictures().join("register-damaged.png")).await?;
    session.press_on("Bring back a copy").await?;
    session.says("As it was on").await?;
    session.press_on("Bring it back").await?;
    heading(&session, "Home").await?;
    ensure!(names(&session).await? == [candidate(0)[0].clone()]);
    session.close().await
}

#[tokio::test]
async fn on_a_full_disk_nothing_is_said_to_be_saved_that_is_not_and_typing_goes_on_when_there_is_room()
-> anyhow::Result<()> {
    if !Seat::can_have_a_disk() {
        println!("not tried: this machine lets nobody mount a small disk");
        return Ok(());
    }
    let place = Place::new()?;
    let conditions = Conditions { disk: Some(4 << 20), ..Conditions::default() };
    let seat = Seat::under(&place, SIZE, conditions).await?;
    let session = with_one_candidate(&seat).await?;
    session.press(&[Key::Alt], '2').await?;
    heading(&session, "Candidates").await?;
    seat.on_its_disk(&place, r#"head -c 100000000 /dev/zero > "$DAFTARI_DATA/filler" || true"#).await?;
    begin(&session).await?;
    key(&session, &candidate(1)).await?;
    session.says("The disk is full. The last change was not written; all before it was.").await?;
    session.says("What you typed is still in its field.").await?;
    session.picture(&pictures().join("disk-full.png")).await?;
    let told = session.script("return document.querySelector('[data-testid=saved]').innerText", vec![]).await?;
    ensure!(told.as_str().is_some_and(|told| !told.starts_with("Saved")), "it says {told}");
    seat.on_its_disk(&place, r#"rm "$DAFTARI_DATA/filler""#).await?;
    session.press_on("Try again").await?;
    saved(&session).await?;
    let rows = session.call("candidates.list", json!({})).await?["rows"].clone();
    for (field, value) in FIELDS.into_iter().zip(candidate(1)) {
        ensure!(rows[1]["fields"][field] == json!(value), "{field} is {}", rows[1]["fields"][field]);
    }
    session.close().await
}

#[tokio::test]
async fn a_folder_that_may_not_be_written_is_told_and_opens_when_it_may() -> anyhow::Result<()> {
    if !Seat::can_have_a_disk() {
        println!("not tried: this machine lets nobody mount a disk that cannot be written");
        return Ok(());
    }
    let place = Place::new()?;
    let seat = Seat::at(&place, SIZE).await?;
    with_one_candidate(&seat).await?.close().await?;
    drop(seat);
    let conditions = Conditions { disk: Some(16 << 20), ..Conditions::default() };
    let seat = Seat::under(&place, SIZE, conditions).await?;
    let session = Session::open(&seat).await?;
    session.says(CENTRE).await?;
    seat.on_its_disk(&place, r#"mount -o remount,ro "$DAFTARI_DATA""#).await?;
    session.press_on(CENTRE).await?;
    session.says("may not be written").await?;
    session.says("Move the register to a folder of your own").await?;
    session.picture(&pictures().join("folder-read-only.png")).await?;
    seat.on_its_disk(&place, r#"mount -o remount,rw "$DAFTARI_DATA""#).await?;
    session.press_on(CENTRE).await?;
    heading(&session, "Home").await?;
    ensure!(names(&session).await? == [candidate(0)[0].clone()]);
    session.close().await
}

#[tokio::test]
async fn a_clock_that_is_wrong_is_told_and_hinders_nobody() -> anyhow::Result<()> {
    let place = Place::new()?;
    let conditions = Conditions { clock: Some("-2500d"), ..Conditions::default() };
    let seat = Seat::under(&place, SIZE, conditions).await?;
    let session = with_one_candidate(&seat).await?;
    session.press(&[Key::Alt], '1').await?;
    heading(&session, "Home").await?;
    session.says("This computer’s clock looks wrong").await?;
    session.says("Set the date and time in the computer’s settings").await?;
    session.picture(&pictures().join("clock-wrong.png")).await?;
    session.press(&[Key::Alt], '2').await?;
    heading(&session, "Candidates").await?;
    begin(&session).await?;
    key(&session, &candidate(1)).await?;
    saved(&session).await?;
    ensure!(names(&session).await?.len() == 2);
    session.close().await
}

#[tokio::test]
async fn without_a_keyring_a_passphrase_is_chosen_and_asked_for_from_then_on() -> anyhow::Result<()> {
    let place = Place::new()?;
    let seat = Seat::with(&place, SIZE, Secrets::Nowhere).await?;
    let session = Session::open(&seat).await?;
    session.says("This computer has no keyring").await?;
    session.picture(&pictures().join("keyring-missing.png")).await?;
    session.fill("Passphrase", "mti mkavu hauliwi").await?;
    session.fill("The passphrase once more", "mti mkavu hauliwi").await?;
    session.enter().await?;
    session.says("Practise").await?;
    begun(&session, CENTRE, "school").await?;
    session.close().await?;
    drop(seat);
    let seat = Seat::with(&place, SIZE, Secrets::Nowhere).await?;
    let session = Session::open(&seat).await?;
    session.says("encrypted under a passphrase").await?;
    session.fill("Passphrase", "another one").await?;
    session.enter().await?;
    session.says("That is not the passphrase.").await?;
    session.fill("Passphrase", "mti mkavu hauliwi").await?;
    session.enter().await?;
    session.says("Practise").await?;
    session.press_on(CENTRE).await?;
    heading(&session, "Home").await?;
    session.close().await
}

/// A window on a centre with one candidate, who was entered before the test begins.
async fn with_one_candidate(seat: &Seat) -> anyhow::Result<Session> {
    let session = Session::open(seat).await?;
    session.says("First steps").await?;
    begun(&session, CENTRE, "school").await?;
    let typed = FIELDS.into_iter().zip(candidate(0));
    let values: Vec<_> = typed.map(|(field, value)| json!({"field": field, "value": value})).collect();
    session.call("candidates.enter", json!({"values": values})).await?;
    Ok(session)
}

async fn names(session: &Session) -> anyhow::Result<Vec<String>> {
    let list = session.call("candidates.list", json!({})).await?;
    let name = |row: &serde_json::Value| row["fields"]["name"].as_str().unwrap_or_default().to_owned();
    Ok(list["rows"].as_array().into_iter().flatten().map(name).collect())
}
