//! A window in a folder of its own.

use std::sync::{Arc, Mutex};

use desk::{Office, Vault};
use serde_json::{Value, json};
use window::{Event, Problem, Window};

/// A window with what it was told.
pub(crate) struct Room {
    pub(crate) window: Window,
    pub(crate) heard: Arc<Mutex<Vec<Event>>>,
    pub(crate) folder: tempfile::TempDir,
}

impl Room {
    pub(crate) fn new() -> Room {
        Room::in_folder(tempfile::tempdir().expect("a folder"), Some("practice makes perfect"))
    }

    /// On a computer to which no passphrase was given.
    pub(crate) fn without_secrets() -> Room {
        Room::in_folder(tempfile::tempdir().expect("a folder"), None)
    }

    /// The program closed and started again on the same computer.
    pub(crate) fn started_again(self) -> Room {
        let given = std::fs::exists(self.folder.path().join("registers/passphrase.sealed")).unwrap_or(false);
        Room::in_folder(self.folder, (!given).then_some("practice makes perfect"))
    }

    fn in_folder(folder: tempfile::TempDir, passphrase: Option<&str>) -> Room {
        let vault = Vault::new(passphrase.map(str::to_owned));
        let office = Office::at(folder.path().join("registers"), vault);
        let office = office.with_anchors(folder.path().join("anchors"));
        let heard = Arc::new(Mutex::new(Vec::new()));
        let ears = Arc::clone(&heard);
        let window = Window::new(office, move |event| ears.lock().expect("no panic").push(event.clone()));
        Room { window, heard, folder }
    }

    /// With a school's register open.
    pub(crate) fn with_register() -> Room {
        let room = Room::new();
        let centre = json!({"code": "24505105", "name": "KABIRO SECONDARY", "type": "school", "year": 2026});
        room.call("registers.create", centre);
        room
    }

    /// Another program on the same computer.
    pub(crate) fn another_window(&self) -> Window {
        let office =
            Office::at(self.folder.path().join("registers"), Vault::new(Some("practice makes perfect".into())));
        Window::new(office.with_anchors(self.folder.path().join("anchors")), |_| {})
    }

    /// Whether such news came.
    pub(crate) fn heard(&self, is: impl Fn(&Event) -> bool) -> bool {
        self.heard.lock().expect("no panic").iter().any(is)
    }

    pub(crate) fn call(&self, name: &str, arguments: Value) -> Value {
        let answer = self.window.call(name, arguments).expect("the command is carried out");
        serde_json::from_str(&answer).expect("an answer is JSON")
    }

    pub(crate) fn refused(&self, name: &str, arguments: Value) -> Problem {
        self.window.call(name, arguments).expect_err("the command is refused")
    }
}
