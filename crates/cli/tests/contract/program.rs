//! The program as a test runs it: in a folder of its own, with nothing of this machine's settings.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

pub(crate) const PASSPHRASE: &str = "a made-up passphrase";

/// A desk with its own data folder.
pub(crate) struct Desk {
    pub(crate) folder: TempDir,
}

/// What a run came to.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    pub(crate) fn new() -> Desk {
        Desk { folder: TempDir::new().unwrap() }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// The program, ready for arguments.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_daftari"));
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("DAFTARI_")) {
            command.env_remove(name);
        }
        command
            .env("DAFTARI_DATA", self.path("data"))
            .env("DAFTARI_ANCHORS", self.path("anchors"))
            .env("DAFTARI_PASSPHRASE", PASSPHRASE)
            .env("NO_COLOR", "1")
            .current_dir(self.folder.path());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(&self.command().args(arguments).output().unwrap())
    }

    /// Runs a command that must do what it says.
    pub(crate) fn done(&self, arguments: &[&str]) -> String {
        let ran = self.run(arguments);
        assert_eq!(ran.code, 0, "{arguments:?}: {}{}", ran.out, ran.err);
        ran.out
    }

    /// A register of the fixtures' school, empty.
    pub(crate) fn school(&self) {
        self.done(&["init", "--centre", "24505105", "--name", "Practice School", "--kind", "school", "--year", "2026"]);
    }
}

impl Ran {
    pub(crate) fn of(output: &Output) -> Ran {
        Ran {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout.clone()).unwrap(),
            err: String::from_utf8(output.stderr.clone()).unwrap(),
        }
    }

    /// The lines of JSON it printed.
    pub(crate) fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("not JSON: {line}"))).collect()
    }
}

/// A file of the fixtures.
pub(crate) fn fixture(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(name).to_str().unwrap().to_owned()
}
