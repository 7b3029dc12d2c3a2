//! The window starts on a computer that has nothing.

use desktop::{Place, Seat, Session};

#[tokio::test]
async fn the_window_opens_on_an_empty_profile() -> anyhow::Result<()> {
    let place = Place::new()?;
    let seat = Seat::at(&place, (1366, 768)).await?;
    let session = Session::open(&seat).await?;
    session.says("Daftari").await?;
    session.picture(&std::env::temp_dir().join("desk-start.png")).await?;
    session.close().await
}
