//! Two windows of one program on one register: what is changed in one is seen in the other, and nobody overwrites the
//! other's work without knowing.

use anyhow::{Context, ensure};
use desktop::{Key, Place, Seat, Session};
use serde_json::json;

use crate::centre::{CENTRE, begun, heading, pictures};
use crate::people::{FIELDS, candidate, saved};

#[tokio::test]
async fn an_edit_in_one_window_is_seen_in_the_other_and_neither_overwrites_the_other_unknowingly() -> anyhow::Result<()>
{
    let place = Place::new()?;
    let seat = Seat::at(&place, (1366, 768)).await?;
    let session = Session::open(&seat).await?;
    session.says("First steps").await?;
    begun(&session, CENTRE, "school").await?;
    let typed = FIELDS.into_iter().zip(candidate(0));
    let values: Vec<_> = typed.map(|(field, value)| json!({"field": field, "value": value})).collect();
    session.call("candidates.enter", json!({"values": values})).await?;
    form(&session).await?;
    let [one, other] = two(&session).await?;
    session.client().switch_to_window(other.clone()).await?;
    heading(&session, "Home").await?;
    form(&session).await?;

    session.client().switch_to_window(one.clone()).await?;
    rename(&session, "ACHIENG MARY ATIENO").await?;
    saved(&session).await?;
    session.client().switch_to_window(other.clone()).await?;
    holds(&session, "ACHIENG MARY ATIENO").await?;

    // Both are in the same field; the first to leave it is not overwritten by the second.
    session.press(&[Key::Shift], Key::Tab.into()).await?;
    session.script("document.getElementById('entry-name').focus()", vec![]).await?;
    type_over(&session, "ACHIENG MARIA").await?;
    session.client().switch_to_window(one.clone()).await?;
    session.script("document.getElementById('entry-name').focus()", vec![]).await?;
    rename(&session, "ACHIENG MIRIAM").await?;
    saved(&session).await?;
    session.client().switch_to_window(other).await?;
    session.enter().await?;
    session.says("Meanwhile this field was given another value in another window: ACHIENG MIRIAM").await?;
    session.picture(&pictures().join("two-windows.png")).await?;
    ensure!(name(&session).await? == "ACHIENG MIRIAM", "the second window overwrote the first");
    session.press_on("Try again").await?;
    saved(&session).await?;
    ensure!(name(&session).await? == "ACHIENG MARIA", "who knows of it may overwrite");
    session.client().switch_to_window(one).await?;
    holds(&session, "ACHIENG MARIA").await?;
    session.close().await
}

/// Ctrl+Shift+N, and both windows by their handles.
async fn two(session: &Session) -> anyhow::Result<[fantoccini::wd::WindowHandle; 2]> {
    let one = session.client().window().await?;
    session.press(&[Key::Control, Key::Shift], 'N').await?;
    let other = session.another_window(&one).await.context("a second window")?;
    Ok([one, other])
}

/// The candidates, the only one of them in the form.
async fn form(session: &Session) -> anyhow::Result<()> {
    session.press(&[Key::Alt], '2').await?;
    heading(session, "Candidates").await?;
    session.press(&[], Key::F6.into()).await?;
    session.until("the form", "return !!document.getElementById('entry-name')").await?;
    session.script("document.getElementById('entry-name').focus()", vec![]).await.map(drop)
}

async fn rename(session: &Session, name: &str) -> anyhow::Result<()> {
    type_over(session, name).await?;
    session.enter().await
}

async fn type_over(session: &Session, name: &str) -> anyhow::Result<()> {
    session.press(&[Key::Control], 'a').await?;
    session.type_in(name).await
}

async fn holds(session: &Session, name: &str) -> anyhow::Result<()> {
    let there = format!("return document.getElementById('entry-name')?.value === '{name}'");
    session.until(&format!("{name} in the form"), &there).await.map(drop)
}

async fn name(session: &Session) -> anyhow::Result<String> {
    let list = session.call("candidates.list", json!({})).await?;
    Ok(list["rows"][0]["fields"]["name"].as_str().unwrap_or_default().to_owned())
}
