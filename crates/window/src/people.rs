//! Who works here: roles, passwords, the lock. Owns who may change whom; passwords and their file are `desk::people`'s.

use desk::people::{People, Person, Role};
use desk::sync::{Cancel, enrol};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::window::Nothing;
use crate::{Event, Outcome, Problem, Window};

commands! {
    "people.list" => list, (Nothing) -> Vec<PersonView>;
    "people.unlock" => unlock, (Credentials) -> ();
    "people.lock" => lock, (Nothing) -> ();
    "people.add" => add, (Newcomer) -> Recovery;
    "people.set_password" => set_password, (Passwords) -> ();
    "people.remove" => remove, (PersonName) -> ();
    "people.recover" => recover, (Forgotten) -> Recovery;
}

/// A person who works here.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct PersonView {
    pub(crate) name: String,
    pub(crate) role: RoleView,
    /// Whether a password is asked for.
    pub(crate) password: bool,
}

/// What a person is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RoleView {
    /// Keys in.
    Clerk,
    /// Answers for the centre.
    Head,
    /// Answers for private candidates, and for heads.
    Scde,
}

impl From<Role> for RoleView {
    fn from(role: Role) -> RoleView {
        match role {
            Role::Clerk => RoleView::Clerk,
            Role::Head => RoleView::Head,
            Role::Scde => RoleView::Scde,
        }
    }
}

impl From<RoleView> for Role {
    fn from(role: RoleView) -> Role {
        match role {
            RoleView::Clerk => Role::Clerk,
            RoleView::Head => Role::Head,
            RoleView::Scde => Role::Scde,
        }
    }
}

/// A name with its password.
#[derive(Clone, Deserialize, TS)]
pub(crate) struct Credentials {
    pub(crate) name: String,
    pub(crate) password: String,
}

/// Somebody who is to work here.
#[derive(Clone, Deserialize, TS)]
pub(crate) struct Newcomer {
    pub(crate) name: String,
    pub(crate) role: RoleView,
    /// Empty for a clerk who needs none.
    pub(crate) password: String,
}

/// The code that sets a forgotten password anew, shown this once: it goes to the sub-county's office in an envelope.
#[derive(Clone, Serialize, TS)]
pub(crate) struct Recovery {
    pub(crate) recovery: Option<String>,
}

/// A password to be set.
#[derive(Clone, Deserialize, TS)]
pub(crate) struct Passwords {
    pub(crate) name: String,
    /// The one before; not asked of those who answer for this person.
    pub(crate) before: String,
    pub(crate) password: String,
}

/// Somebody by name.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct PersonName {
    pub(crate) name: String,
}

/// A password that was forgotten.
#[derive(Clone, Deserialize, TS)]
pub(crate) struct Forgotten {
    pub(crate) name: String,
    /// The recovery code, or a new enrolment code of the council's.
    pub(crate) code: String,
    pub(crate) password: String,
}

impl Window {
    pub(crate) fn people(&self) -> Outcome<People> {
        Ok(People::read(self.office.folder())?)
    }

    /// Lets somebody in: from now on history names them.
    pub(crate) fn let_in(&self, person: &Person) {
        self.door.enter(person);
        // Without an open register there is nothing to hand over.
        let _ = self.reading(|at_work| {
            at_work.desk.taken_over_by(&person.name);
            Ok(())
        });
        self.tell(&Event::State);
    }

    /// Whether the person at work answers for the centre: what is said to the council in its name is theirs to say.
    pub(crate) fn answers_for_centre(&self) -> Outcome<()> {
        let answers = self.door.at_work().is_some_and(|(_, role)| role != Role::Clerk);
        if answers { Ok(()) } else { Err(not_allowed()) }
    }

    fn keep_people(&self, people: &People) -> Outcome<()> {
        people.write(self.office.folder())?;
        self.tell(&Event::State);
        Ok(())
    }

    /// Whether the person at work answers for others here; where nobody does yet, anybody may begin.
    fn answers_for(&self, people: &People, role: Role) -> bool {
        let answering: &[Role] = if role == Role::Clerk { &[Role::Head, Role::Scde] } else { &[Role::Scde] };
        let begun = people.has(Role::Head) || people.has(Role::Scde);
        let own = self.door.at_work().is_some_and(|(_, own)| answering.contains(&own));
        // A head names the officer of the sub-county, and another head, but sets neither's password.
        !begun || own
    }
}

fn list(window: &Window, _: Nothing) -> Outcome<Vec<PersonView>> {
    let shown = |person: &Person| PersonView {
        name: person.name.clone(),
        role: person.role.into(),
        password: person.has_password(),
    };
    Ok(window.people()?.all().iter().map(shown).collect())
}

fn unlock(window: &Window, Credentials { name, password }: Credentials) -> Outcome<()> {
    let people = window.people()?;
    let person = window.door.try_password(|| people.check(&name, &password))?;
    window.let_in(person);
    Ok(())
}

fn lock(window: &Window, _: Nothing) -> Outcome<()> {
    // Where nobody has a password a lock would keep nobody out.
    if window.people()?.all().iter().any(Person::has_password) {
        window.door.lock();
        window.previews.forget();
        window.tell(&Event::State);
    }
    Ok(())
}

fn add(window: &Window, newcomer: Newcomer) -> Outcome<Recovery> {
    let mut people = window.people()?;
    let head = window.door.at_work().is_some_and(|(_, role)| role != Role::Clerk);
    if !head && !window.answers_for(&people, newcomer.role.into()) {
        return Err(not_allowed());
    }
    if newcomer.name.trim().is_empty() || people.named(newcomer.name.trim()).is_some() {
        return Err(Problem::new("window.name-taken", "input", newcomer.name));
    }
    let password = Some(newcomer.password.as_str()).filter(|password| !password.is_empty());
    let recovery = people.add(&newcomer.name, newcomer.role.into(), password)?;
    window.keep_people(&people)?;
    Ok(Recovery { recovery })
}

fn set_password(window: &Window, Passwords { name, before, password }: Passwords) -> Outcome<()> {
    let mut people = window.people()?;
    let person = people.named(&name).ok_or_else(|| Problem::unknown("such person"))?;
    let own = window.actor() == person.name;
    if own || !window.answers_for(&people, person.role) {
        window.door.try_password(|| people.check(&name, &before).map(drop))?;
    }
    people.set_password(&name, &password)?;
    window.keep_people(&people)
}

fn remove(window: &Window, PersonName { name }: PersonName) -> Outcome<()> {
    let mut people = window.people()?;
    let person = people.named(&name).ok_or_else(|| Problem::unknown("such person"))?;
    if window.actor() == name || !window.answers_for(&people, person.role) {
        return Err(not_allowed());
    }
    people.remove(&name)?;
    window.keep_people(&people)
}

/// The recovery code first; else a new enrolment code, by which the council, or the office it gave the code to, vouches
/// for whoever sits here.
fn recover(window: &Window, Forgotten { name, code, password }: Forgotten) -> Outcome<Recovery> {
    let mut people = window.people()?;
    let known = window.door.try_password(|| people.recover(&name, &code, &password));
    let recovery = match known {
        Ok(next) => Some(next),
        Err(problem) if problem.code == "desk.wrong-password" => {
            vouched_for(window, &code, problem)?;
            people.set_password(&name, &password)?;
            None
        }
        Err(problem) => return Err(problem),
    };
    window.keep_people(&people)?;
    if let Some(person) = people.named(&name) {
        window.let_in(person);
    }
    Ok(Recovery { recovery })
}

/// Whether a code is a new one of the council that this computer knows; else what was wrong before stays wrong.
fn vouched_for(window: &Window, code: &str, wrong: Problem) -> Outcome<()> {
    let known = desk::sync::Enrolment::read(window.office.folder())?.ok_or(wrong)?;
    enrol(&window.office, &known.url, code, &known.name, false, Cancel::default())?;
    Ok(())
}

fn not_allowed() -> Problem {
    desk::Error::NotAllowed { who: "the head of the centre or the sub-county's officer" }.into()
}
