//! The registers on this computer: which there are, opening, making and closing one. Owns no file: the shelf is
//! `register`'s.

use desk::{NewCentre, Secrets};
use regulations::{CentreCode, CentreKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::at_work::AtWork;
use crate::view::{Centre, centre};
use crate::window::Nothing;
use crate::{Event, Outcome, Problem, Window};

commands! {
    "registers.list" => list, (Nothing) -> Vec<Volume>;
    "registers.open" => open, (Named) -> Centre;
    "registers.create" => create, (Founding) -> Centre;
    "registers.close" => close, (Nothing) -> ();
    "registers.check" => check, (CodeTyped) -> CodeView;
    "registers.secrets" => secrets, (Nothing) -> SecretsView;
    "registers.unlock" => unlock, (Passphrase) -> ();
    "registers.choose_passphrase" => choose_passphrase, (Passphrase) -> ();
}

/// A register on the shelf, unopened.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Volume {
    /// Its name: what it is opened by.
    pub(crate) name: String,
    /// The centre's code, where the name tells it.
    pub(crate) code: Option<String>,
    /// The examination's year, where the name tells it.
    pub(crate) year: Option<u16>,
    /// Whether it is the practice centre's.
    pub(crate) practice: bool,
}

/// A register by its name.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct Named {
    /// As [`Volume::name`].
    pub(crate) name: String,
}

/// A centre whose register is to be made.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct Founding {
    /// Eight digits.
    pub(crate) code: String,
    /// As on its certificate of registration.
    pub(crate) name: String,
    /// `school`, `private`, `prison` or `special`.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// The examination's year.
    pub(crate) year: u16,
}

/// A centre's code as far as it is typed.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct CodeTyped {
    pub(crate) code: String,
    pub(crate) year: u16,
}

/// What is known of a code.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct CodeView {
    /// `short`, `letters`, `long`, `county` or `taken`; none: it may be used.
    pub(crate) wrong: Option<String>,
    /// The county of its first two digits.
    pub(crate) county: Option<String>,
    /// The name of the register that this centre has here already.
    pub(crate) register: Option<String>,
}

/// Whether this computer's secrets are to be had.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct SecretsView {
    /// `ready`; `sealed`: the passphrase is asked for; `unchosen`: one has to be chosen, for no keyring answers.
    pub(crate) state: String,
    /// The fewest characters of a passphrase.
    pub(crate) shortest: usize,
}

/// A passphrase.
#[derive(Clone, Deserialize, TS)]
pub(crate) struct Passphrase {
    pub(crate) passphrase: String,
}

fn list(window: &Window, _: Nothing) -> Outcome<Vec<Volume>> {
    let shown = |volume: register::Volume| Volume {
        name: volume.name,
        practice: volume.centre.is_some_and(|code| desk::practice::is_practice(&code.to_string())),
        code: volume.centre.map(|code| code.to_string()),
        year: volume.year,
    };
    Ok(window.office.registers()?.into_iter().map(shown).collect())
}

fn open(window: &Window, Named { name }: Named) -> Outcome<Centre> {
    let path = window.office.locate(Some(name.as_ref()))?;
    if let Some(shown) = window.lend(&path, |at_work| centre(&at_work.desk)) {
        return shown;
    }
    window.away.let_go(&path);
    take(window, AtWork::open(&window.office, &name, &window.actor())?)
}

fn create(window: &Window, founding: Founding) -> Outcome<Centre> {
    let wrong = |field: &str| Problem::new("window.founding", "input", field);
    let code = CentreCode::parse(founding.code.trim()).map_err(|_| wrong("code"))?;
    let kind = CentreKind::named(&founding.kind).ok_or_else(|| wrong("type"))?;
    let name = founding.name.trim().to_owned();
    if name.is_empty() {
        return Err(wrong("name"));
    }
    let centre = NewCentre { code, name, kind, year: founding.year };
    take(window, AtWork::create(&window.office, &centre, &window.actor())?)
}

/// A code is told as wrong only when more typing cannot put it right, or there is no more to type.
fn check(window: &Window, typed: CodeTyped) -> Outcome<CodeView> {
    let code: String = typed.code.chars().filter(|letter| !letter.is_whitespace()).collect();
    let digits = code.chars().all(|letter| letter.is_ascii_digit());
    let wrong = match code.len() {
        _ if !digits => Some("letters"),
        0..8 => Some("short"),
        8 => None,
        _ => Some("long"),
    };
    let county = county_of(&code, typed.year)?;
    let unknown = code.len() >= 2 && digits && county.is_none();
    let taken = window.office.registers()?.into_iter().find(|volume| {
        volume.centre.is_some_and(|centre| centre.to_string() == code) && volume.year == Some(typed.year)
    });
    let wrong = if unknown { Some("county") } else { wrong.or(taken.is_some().then_some("taken")) };
    Ok(CodeView { wrong: wrong.map(str::to_owned), county, register: taken.map(|volume| volume.name) })
}

/// The county of a code of which at least the first two digits are typed.
pub(crate) fn county_of(code: &str, year: u16) -> Outcome<Option<String>> {
    let filled = format!("{:0<8}", code.chars().take(2).collect::<String>());
    let Some(code) = CentreCode::parse(&filled).ok().filter(|_| code.len() >= 2) else { return Ok(None) };
    Ok(desk::Rulebook::of(year, &[])?.county_of(code).map(str::to_owned))
}

fn secrets(window: &Window, _: Nothing) -> Outcome<SecretsView> {
    let state = match window.office.secrets()? {
        Secrets::Ready => "ready",
        Secrets::Sealed => "sealed",
        Secrets::Unchosen => "unchosen",
    };
    Ok(SecretsView { state: state.to_owned(), shortest: desk::SHORTEST })
}

fn unlock(window: &Window, Passphrase { passphrase }: Passphrase) -> Outcome<()> {
    window.door.try_password(|| window.office.unlock(&passphrase))?;
    window.tell(&Event::State);
    Ok(())
}

fn choose_passphrase(window: &Window, Passphrase { passphrase }: Passphrase) -> Outcome<()> {
    window.office.choose_passphrase(&passphrase)?;
    window.tell(&Event::State);
    Ok(())
}

fn close(window: &Window, _: Nothing) -> Outcome<()> {
    window.put(None);
    Ok(())
}

/// Puts a register that was opened into the window.
pub(crate) fn take(window: &Window, at_work: AtWork) -> Outcome<Centre> {
    let shown = centre(&at_work.desk)?;
    window.put(Some(at_work));
    Ok(shown)
}
