//! `cargo xtask run`.
pub(crate) fn run() -> anyhow::Result<()> {
    Ok(())
}
