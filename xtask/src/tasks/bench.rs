//! `cargo xtask bench`.
/// What to measure.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Only this one.
    name: Option<String>,
}
pub(crate) fn bench(_options: &Options) -> anyhow::Result<()> {
    Ok(())
}
