//! Serving for trying out: a data folder that is forgotten, and codes to begin with. Owns the two centres' codes that it
//! prints; never for a real council (the folder goes with the process).

use std::path::PathBuf;
use std::sync::Arc;

use sync::Role;

use super::OrderError;
use super::people::make_code;
use crate::clock;
use crate::office::Office;
use crate::stores::{Purpose, Scope};

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
