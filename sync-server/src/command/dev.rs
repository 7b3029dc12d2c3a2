//! Serving for trying out: a data folder that is forgotten, codes to begin with, and people who sign in at the console.
//! Owns what it prints; never for a real council (the folder goes with the process).

use std::path::PathBuf;
use std::sync::Arc;

use sync::{Role, UnixMillis};

use super::OrderError;
use super::people::make_code;
use crate::access::passwords;
use crate::clock;
use crate::console::practice;
use crate::office::Office;
use crate::stores::{Council, Lane, Purpose, Scope, User};

/// A centre that the rest of the project uses too.
const CENTRE: u32 = 24_505_105;

/// A folder under the system's temporary ones, removed when dropped.
pub(super) struct Folder(pub(super) PathBuf);

impl Folder {
    pub(super) fn new() -> Result<Folder, OrderError> {
        let name = sync::Hash(clock::random()?).tag().to_string();
        Ok(Folder(std::env::temp_dir().join(format!("sync-server-{name}"))))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Codes for a head of a centre and for its sub-county's office, a line each.
pub(super) async fn codes(office: &Arc<Office>) -> Result<String, OrderError> {
    let sub_county = CENTRE / 1000;
    let head = Purpose::Enrol { role: Role::Head, scope: Scope::Centres(vec![CENTRE]) };
    let scde = Purpose::Enrol { role: Role::Scde, scope: Scope::SubCounty(sub_county) };
    let (head, scde) = (make_code(office, head).await?, make_code(office, scde).await?);
    Ok(format!("code head {CENTRE:08} {head}\ncode scde {sub_county:05} {scde}\n"))
}

/// Made-up centres with something in every queue of the console, in a data folder that is empty.
pub(super) async fn practice(office: &Arc<Office>) -> Result<(), OrderError> {
    if practice::fill(office).await? {
        tracing::info!("made-up centres for practice were written");
    }
    Ok(())
}

/// Who can sign in at the console of a server for trying out. No real people.
const PEOPLE: [(&str, Role, Scope); 4] = [
    ("amina.operator", Role::Operator, Scope::All),
    ("juma.operator", Role::Operator, Scope::All),
    ("wanjiru.supervisor", Role::Supervisor, Scope::All),
    ("otieno.scde", Role::Scde, Scope::SubCounty(CENTRE / 1000)),
];

/// People with a password that is drawn anew, and the console's address, a line each.
pub(super) async fn people(office: &Arc<Office>, url: &str) -> Result<String, OrderError> {
    let drawn = sync::Hash(clock::random()?).to_string();
    let password = format!("practice-{}", drawn.get(..8).unwrap_or_default());
    let string = passwords::hash("", &password).map_err(|_| OrderError::Usage("no password could be made".into()))?;
    let work = move |council: &mut dyn Council| {
        PEOPLE.iter().try_for_each(|(name, role, scope)| {
            council.put_user(&User {
                name: (*name).to_owned(),
                password: string.clone(),
                role: *role,
                scope: scope.clone(),
                disabled: false,
                failures: 0,
                locked_until: UnixMillis(0),
            })
        })
    };
    office.transact(Lane::Write, work).await?;
    let line = |(name, role, _): &(&str, Role, Scope)| format!("login {name} {password} ({})\n", role.name());
    let logins: String = PEOPLE.iter().map(line).collect();
    Ok(format!("console {url}/console/\n{logins}"))
}
