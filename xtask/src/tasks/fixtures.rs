//! `cargo xtask fixtures`.
pub(crate) fn fixtures() -> anyhow::Result<()> {
    Ok(())
}
