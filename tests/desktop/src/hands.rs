//! A person without a mouse: Tab until what is wanted has the focus, keys with a little time between them. Owns no name of
//! the program's; they are the tests'.

use std::time::Duration;

use anyhow::bail;
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::key::Key;

use crate::session::Session;

/// So many controls lie at most between two that a person goes between.
const FAR: usize = 120;

/// What has the focus, as it is called.
const CALLED: &str = "const at = document.activeElement;
    const label = at?.labels?.[0]?.textContent ?? at?.getAttribute('aria-label') ?? at?.textContent ?? '';
    return label.trim().replaceAll(/\\s+/g, ' ')";

impl Session {
    /// Tabs to the control whose name begins with this.
    ///
    /// # Errors
    /// When the keyboard does not reach it.
    pub async fn tab_to(&self, name: &str) -> anyhow::Result<()> {
        let mut passed = Vec::new();
        for _ in 0..FAR {
            let called = self.called().await?;
            if called.starts_with(name) {
                return Ok(());
            }
            passed.push(called.chars().take(30).collect::<String>());
            self.press(&[], Key::Tab.into()).await?;
        }
        bail!("the keyboard does not reach \"{name}\"; it passes {}", passed.join(" | "))
    }

    /// Tabs there and presses Enter.
    ///
    /// # Errors
    /// As [`Session::tab_to`].
    pub async fn press_on(&self, name: &str) -> anyhow::Result<()> {
        self.tab_to(name).await?;
        self.enter().await
    }

    /// Tabs to a field and puts words in place of what stands there.
    ///
    /// # Errors
    /// As [`Session::tab_to`].
    pub async fn fill(&self, name: &str, words: &str) -> anyhow::Result<()> {
        self.tab_to(name).await?;
        self.press(&[Key::Control], 'a').await?;
        self.type_in(words).await
    }

    /// Presses Enter.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn enter(&self) -> anyhow::Result<()> {
        self.press(&[], Key::Enter.into()).await
    }

    /// Types words with so much time before each key.
    ///
    /// # Errors
    /// When the page is gone.
    pub async fn type_slowly(&self, words: &str, mut pause: impl FnMut() -> Duration) -> anyhow::Result<()> {
        let mut keys = KeyActions::new("keyboard".to_owned());
        for letter in words.chars() {
            keys = keys.then(KeyAction::Pause { duration: pause() });
            keys = keys.then(KeyAction::Down { value: letter }).then(KeyAction::Up { value: letter });
        }
        self.act(keys).await
    }

    async fn called(&self) -> anyhow::Result<String> {
        Ok(self.script(CALLED, Vec::new()).await?.as_str().unwrap_or_default().to_owned())
    }
}
