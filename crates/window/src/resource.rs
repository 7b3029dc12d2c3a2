//! Pictures that the interface shows by address: photographs of the open register and previews of pages. Owns the
//! addresses; nobody outside the window reaches them.

use register::Hash;

use crate::{Outcome, Problem, Window};

/// Bytes with what they are.
#[derive(Clone, Debug)]
pub struct Resource {
    /// As `image/jpeg`.
    pub kind: &'static str,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Window {
    /// What lies at an address, as `photograph/HASH`.
    ///
    /// # Errors
    /// When there is no such thing, or no register is open.
    pub fn resource(&self, address: &str) -> Outcome<Resource> {
        if self.door.at_work().is_none() {
            return Err(Problem::locked());
        }
        match address.split_once('/') {
            Some(("page", page)) => self.page(page),
            Some(("photograph", hash)) => self.photograph(hash),
            Some(("staged-photograph", file)) => self.staged_photograph(file),
            _ => Err(Problem::unknown("such picture")),
        }
    }

    fn photograph(&self, hash: &str) -> Outcome<Resource> {
        let missing = || Problem::unknown("such photograph");
        let hash = Hash::parse(hash).ok_or_else(missing)?;
        let bytes = self.reading(|at_work| Ok(at_work.desk.register().read().photograph(hash)?))?;
        Ok(Resource { kind: "image/jpeg", bytes: bytes.ok_or_else(missing)? })
    }

    fn staged_photograph(&self, file: &str) -> Outcome<Resource> {
        let bytes = self.reading(|at_work| Ok(at_work.photographs.picture(file)))?;
        let bytes = bytes.ok_or_else(|| Problem::unknown("such file in the batch"))?;
        Ok(Resource { kind: "image/jpeg", bytes })
    }
}
