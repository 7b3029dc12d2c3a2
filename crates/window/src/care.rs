//! What keeps a register safe: copies, restoring, verifying, updates, the support bundle. Owns what a restore does to the
//! register that is open; the copies are `register`'s.

use std::path::{Path, PathBuf};

use desk::people::Role;
use desk::support::{self, Counted, Program};
use desk::{Secrets, updates};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::at_work::AtWork;
use crate::registers::{Named, take};
use crate::view::Centre;
use crate::window::Nothing;
use crate::{Outcome, Window};

commands! {
    "care.copies" => copies, (Named) -> Vec<Copy>;
    "care.back_up" => back_up, (BackUp) -> ();
    "care.restore" => restore, (Restore) -> Restored;
    "care.bring_back" => bring_back, (BackUp) -> Centre;
    "care.verify" => verify, (Nothing) -> Verified;
    "care.support" => support_bundle, (FilePath) -> ();
    "care.update" => update, (FilePath) -> Update;
}

/// A copy of a register on this computer.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Copy {
    pub(crate) path: String,
    /// The day it was made, as `2026-02-28`.
    pub(crate) day: String,
    pub(crate) bytes: u64,
}

/// Where a copy goes, or comes from.
#[derive(Clone, Deserialize, TS)]
pub(crate) struct BackUp {
    pub(crate) path: String,
    /// Asked for when it is restored, on whatever computer.
    pub(crate) passphrase: String,
}

/// What is put into which register's place.
#[derive(Clone, Deserialize, TS)]
pub(crate) struct Restore {
    /// Its name on the shelf.
    pub(crate) register: String,
    pub(crate) path: String,
    /// Empty for a copy that was made on this computer.
    pub(crate) passphrase: String,
}

/// What a restore did.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Restored {
    /// Where the register that was there is kept.
    pub(crate) aside: Option<String>,
}

/// A sound register.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Verified {
    /// Changes that were followed from the first to the last.
    pub(crate) operations: u64,
    /// What two registers share that hold the same.
    pub(crate) digest: String,
}

/// A file.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct FilePath {
    pub(crate) path: String,
}

/// An update that may be installed.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Update {
    pub(crate) version: String,
    /// The checked installer, to be opened.
    pub(crate) path: String,
}

/// The key that updates are signed with, given when the program is made; as `plugins.updater.pubkey`.
const UPDATE_KEY: Option<&str> = option_env!("DAFTARI_UPDATE_KEY");

/// The fewest characters of a backup's passphrase.
const SHORTEST: usize = desk::SHORTEST;

fn copies(window: &Window, Named { name }: Named) -> Outcome<Vec<Copy>> {
    let view = |(day, path): (String, PathBuf)| Copy {
        bytes: path.metadata().map_or(0, |facts| facts.len()),
        path: path.display().to_string(),
        day,
    };
    Ok(window.office.daily_copies(&name)?.into_iter().rev().map(view).collect())
}

fn back_up(window: &Window, BackUp { path, passphrase }: BackUp) -> Outcome<()> {
    if passphrase.chars().count() < SHORTEST {
        return Err(desk::Error::ShortPassphrase { least: SHORTEST }.into());
    }
    window.reading(|at_work| Ok(window.office.back_up(at_work.desk.register(), Path::new(&path), Some(&passphrase))?))
}

/// The register that is open is closed first, and opened again whichever way it went. Only who answers for the centre may
/// put another state in the place of a sound one; a damaged one may be replaced by whoever is there.
fn restore(window: &Window, Restore { register, path, passphrase }: Restore) -> Outcome<Restored> {
    let to = window.office.locate(Some(register.as_ref()))?;
    let open = window.is_open(&register);
    let answering = window.people()?.has(Role::Head) || window.people()?.has(Role::Scde);
    if open && answering && window.door.at_work().is_some_and(|(_, role)| role == Role::Clerk) {
        return Err(desk::Error::NotAllowed { who: Role::Head.name() }.into());
    }
    if open {
        window.put(None);
    }
    let passphrase = Some(passphrase.as_str()).filter(|text| !text.is_empty());
    let restored = window.office.restore(Path::new(&path), &to, passphrase);
    if open {
        let again = AtWork::open(&window.office, &register, &window.actor());
        window.put(Some(again?));
    }
    Ok(Restored { aside: restored?.map(|path| path.display().to_string()) })
}

/// On a computer that does not have the register: it is opened at once.
fn bring_back(window: &Window, BackUp { path, passphrase }: BackUp) -> Outcome<Centre> {
    let name = window.office.bring_back(Path::new(&path), &passphrase)?;
    take(window, AtWork::open(&window.office, &name, &window.actor())?)
}

fn verify(window: &Window, _: Nothing) -> Outcome<Verified> {
    let verified = window.reading(|at_work| Ok(at_work.desk.register().read().verify()?))?;
    Ok(Verified { operations: verified.operations, digest: verified.digest.to_string() })
}

fn support_bundle(window: &Window, FilePath { path }: FilePath) -> Outcome<()> {
    let counted = match window.reading(counted) {
        Ok(counted) => Some(counted),
        Err(problem) if problem.code == "window.nothing-open" => None,
        Err(problem) => {
            window.journal.note("care.support", &problem.code);
            None
        }
    };
    let program = Program {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        system: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
        secrets: secrets_name(window),
        registers: window.office.registers().map_or(0, |all| all.len()),
        language: window.settings().language,
    };
    Ok(support::bundle(Path::new(&path), &program, counted.as_ref(), &window.journal.incidents())?)
}

fn counted(at_work: &mut AtWork) -> Outcome<Counted> {
    let judgement = at_work.judgement()?;
    Ok(support::counted(&at_work.desk, &judgement)?)
}

fn secrets_name(window: &Window) -> &'static str {
    match window.office.secrets() {
        Ok(Secrets::Ready) => "ready",
        Ok(Secrets::Sealed) => "sealed",
        Ok(Secrets::Unchosen) => "unchosen",
        Err(_) => "unreadable",
    }
}

fn update(window: &Window, FilePath { path }: FilePath) -> Outcome<Update> {
    let folder = window.office.folder().join("updates");
    let checked = updates::checked(Path::new(&path), UPDATE_KEY, env!("CARGO_PKG_VERSION"), &folder)?;
    Ok(Update { version: checked.version, path: checked.installer.display().to_string() })
}

impl Window {
    /// Whether this register is the one that is open.
    fn is_open(&self, name: &str) -> bool {
        let stem = |at_work: &mut AtWork| Ok(at_work.desk.register().path().file_stem().map(|stem| stem == name));
        self.reading(stem).ok().flatten().unwrap_or(false)
    }
}
