//! A photograph of a hundred million pixels is refused by its size, with the way on; the next one is taken.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use desktop::{Key, Place, Seat, Session};

use crate::centre::{CENTRE, begun, heading, pictures};

#[tokio::test]
async fn a_photograph_of_a_hundred_megapixels_is_refused_and_a_usual_one_is_taken() -> anyhow::Result<()> {
    let place = Place::new()?;
    let (huge, usual) = (place.path("home/001-huge.png"), place.path("home/001-usual.png"));
    drawn((10_000, 10_000), &huge)?;
    drawn((900, 1200), &usual)?;
    let seat = Seat::at(&place, (1366, 768)).await?;
    let session = Session::open(&seat).await?;
    session.says("First steps").await?;
    begun(&session, CENTRE, "school").await?;
    session.press(&[Key::Alt], '3').await?;
    heading(&session, "Photographs").await?;
    session.press_on("Choose photographs").await?;
    seat.give("Choose photographs", &huge).await?;
    session.says("The picture has 10,000 × 10,000 pixels").await?;
    session.says("Set the camera to a smaller size").await?;
    session.picture(&pictures().join("photograph-of-100-megapixels.png")).await?;
    session.press_on("Choose photographs").await?;
    seat.give("Choose photographs", &usual).await?;
    session.says("001-usual.png").await?;
    session.says("One cannot be used").await?;
    session.close().await
}

/// A black picture of so many pixels; a line at a time, for it is large only once it is unfolded.
fn drawn((width, height): (u32, u32), path: &Path) -> anyhow::Result<()> {
    let mut encoder = png::Encoder::new(BufWriter::new(File::create(path)?), width, height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    let mut writer = encoder.write_header()?;
    let mut lines = writer.stream_writer()?;
    let line = vec![0; width.div_ceil(8) as usize];
    for _ in 0..height {
        lines.write_all(&line)?;
    }
    Ok(lines.finish()?)
}
