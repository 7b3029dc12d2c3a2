//! A council in this process, on loopback, with what a test asks of it from the inside.

use std::path::Path;
use std::sync::Arc;

use sync::authority;
use sync::enrolment::EnrolmentCode;
use sync::{Hash, LogEnd, RegisterId, Role};
use sync_server::access::codes;
use sync_server::http::Server;
use sync_server::office::Office;
use sync_server::settings::{Rate, Settings};
use sync_server::stores::{Council as Store, Lane, Purpose, Scope, StoreError};
use tokio::runtime::Runtime;

/// A listening council.
pub(crate) struct Council {
    pub(crate) server: Server,
    runtime: Runtime,
}

impl Council {
    pub(crate) fn at(folder: &Path) -> Council {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let mut settings = Settings::in_folder(folder.to_owned());
        settings.listen.set_port(0);
        let many = Rate { per_second: 1_000_000, burst: 1_000_000 };
        (settings.limits.address, settings.limits.device, settings.limits.sign_in) = (many, many, many);
        let office = Office::open(settings).unwrap();
        let server = runtime.block_on(Server::start(office)).unwrap();
        Council { server, runtime }
    }

    fn within<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut dyn Store) -> Result<T, StoreError> + Send + 'static,
    ) -> T {
        let office: &Arc<Office> = &self.server.office;
        self.runtime.block_on(office.transact(Lane::Write, work)).unwrap()
    }

    /// A code for a head of a centre.
    pub(crate) fn code(&self, centre: u32) -> String {
        let code = EnrolmentCode::of(&sync_server::clock::random().unwrap());
        let (kept, now) = (code.clone(), self.server.office.now());
        let purpose = Purpose::Enrol { role: Role::Head, scope: Scope::Centres(vec![centre]) };
        self.within(move |store| codes::keep(store, &kept, purpose.clone(), "server", now));
        code.to_string()
    }

    /// The end of a register's log.
    pub(crate) fn end(&self, register: RegisterId) -> LogEnd {
        self.within(move |store| store.log_end(register))
    }

    /// The digest of what a register's log folds to.
    pub(crate) fn digest(&self, register: RegisterId) -> Hash {
        self.within(move |store| Ok(authority::folded(store, register)?.digest()))
    }

    /// Batches kept aside.
    pub(crate) fn quarantined(&self) -> usize {
        self.within(|store| Ok(store.quarantined(0, 10_000)?.len()))
    }
}
