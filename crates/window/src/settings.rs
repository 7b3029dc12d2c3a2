//! What a person chose for this computer. Owns the small file of it beside the registers; a file that does not read is
//! as good as none, for nothing in it is anybody's record.

use std::path::Path;

use regulations::Language;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Outcome, Window};

commands! {
    "settings.change" => change, (Settings) -> ();
}

const FILE: &str = "settings.json";

/// What a person chose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub(crate) struct Settings {
    /// `en` or `sw`.
    pub(crate) language: String,
    /// `system`, `light`, `dark` or `contrast`.
    pub(crate) theme: String,
    /// The size of text in per cent, 100 to 200.
    pub(crate) text_size: u32,
    /// Minutes without a key or a press after which the window locks, where somebody has a password; 0: never.
    pub(crate) idle_minutes: u32,
    /// What travels by itself where there is a network: `off`, `text`, or `all` with photographs.
    pub(crate) sync: String,
}

impl Default for Settings {
    fn default() -> Self {
        let (language, theme, sync) = ("en".to_owned(), "system".to_owned(), "text".to_owned());
        Settings { language, theme, text_size: 100, idle_minutes: 10, sync }
    }
}

impl Settings {
    pub(crate) fn read(folder: &Path) -> Settings {
        let text = std::fs::read(folder.join(FILE)).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    pub(crate) fn write(&self, folder: &Path) -> Outcome<()> {
        desk::files::folder(folder)?;
        let text = serde_json::to_vec_pretty(self).unwrap_or_default();
        Ok(desk::files::put(&folder.join(FILE), &text)?)
    }

    /// The language of findings and documents.
    pub(crate) fn language(&self) -> Language {
        Language::ALL.into_iter().find(|language| language.code() == self.language).unwrap_or_default()
    }
}

fn change(window: &Window, settings: Settings) -> Outcome<()> {
    window.keep(settings)
}
