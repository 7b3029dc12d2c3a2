//! The platform's own dialogs for files: no page, so the driver does not see them, and the keys are the screen's. Owns
//! finding the dialog and typing a path into it, as a person without a mouse does.

use std::path::Path;

use anyhow::Context;
use tokio::process::Command;

use crate::seat::{PATIENCE, Seat};

impl Seat {
    /// Waits for the dialog whose title begins so, types a path and presses Enter.
    ///
    /// # Errors
    /// When no such dialog comes.
    pub async fn give(&self, title: &str, path: &Path) -> anyhow::Result<()> {
        let window = self.dialog(title).await?;
        self.keys(&["windowfocus", "--sync", &window]).await?;
        // Ctrl+L opens the box for a path where there is none yet; what stands in it is chosen as a whole.
        self.keys(&["key", "ctrl+l", "sleep", "0.3", "key", "ctrl+a"]).await?;
        let typed = path.to_str().context("a path that can be typed")?;
        self.keys(&["type", "--delay", "8", typed]).await?;
        self.answered(&window).await
    }

    /// Enter, until the dialog has gone: while it looks through a folder it hears none.
    async fn answered(&self, window: &str) -> anyhow::Result<()> {
        let end = tokio::time::Instant::now() + PATIENCE;
        while self.is_shown(window).await? {
            anyhow::ensure!(tokio::time::Instant::now() < end, "the dialog does not take the path");
            self.keys(&["key", "Return", "sleep", "0.5"]).await?;
        }
        Ok(())
    }

    async fn is_shown(&self, window: &str) -> anyhow::Result<bool> {
        let shown = self.keys_tell(&["search", "--onlyvisible", "--name", "."]).await.unwrap_or_default();
        Ok(shown.lines().any(|one| one == window))
    }

    /// Waits for the dialog whose title begins so and presses Esc.
    ///
    /// # Errors
    /// When no such dialog comes.
    pub async fn cancel(&self, title: &str) -> anyhow::Result<()> {
        let window = self.dialog(title).await?;
        self.keys(&["windowfocus", "--sync", &window, "key", "Escape"]).await
    }

    async fn dialog(&self, title: &str) -> anyhow::Result<String> {
        let name = format!("^{title}");
        let found = self.keys_tell(&["search", "--sync", "--onlyvisible", "--name", &name]).await;
        let found = found.with_context(|| format!("the dialog \"{title}\" did not come"))?;
        Ok(found.lines().last().context("a window has a number")?.to_owned())
    }

    async fn keys(&self, words: &[&str]) -> anyhow::Result<()> {
        self.keys_tell(words).await.map(drop)
    }

    async fn keys_tell(&self, words: &[&str]) -> anyhow::Result<String> {
        let mut xdotool = Command::new("xdotool");
        xdotool.args(words).env("DISPLAY", &self.display).kill_on_drop(true);
        let output = tokio::time::timeout(PATIENCE, xdotool.output()).await.context("no window of that name")?;
        let output = output.context("xdotool (package xdotool)")?;
        anyhow::ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}
