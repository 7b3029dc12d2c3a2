//! A council of its own for each test: the real server, on loopback, with its store in a folder that goes with it.

use std::net::SocketAddr;
use std::sync::Arc;

use sync::enrolment::EnrolmentCode;
use sync::{Role, UnixMillis};
use sync_server::access::codes;
use sync_server::http::Server;
use sync_server::office::Office;
use sync_server::settings::Settings;
use sync_server::stores::{Council as Store, Lane, Purpose, Scope, StoreError};
use tempfile::TempDir;
use tokio::runtime::Runtime;

pub(crate) const CENTRE: u32 = 24_505_105;

/// A council that listens until it is dropped.
pub(crate) struct Council {
    runtime: Runtime,
    folder: TempDir,
    address: SocketAddr,
    server: Option<Server>,
    codes: u8,
}

impl Council {
    pub(crate) fn start() -> Council {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let (folder, address) = (tempfile::tempdir().unwrap(), SocketAddr::from(([127, 0, 0, 1], 0)));
        let mut council = Council { runtime, folder, address, server: None, codes: 0 };
        council.open();
        council
    }

    /// Listens, again at the address it had.
    pub(crate) fn open(&mut self) {
        let mut settings = Settings::in_folder(self.folder.path().to_owned());
        settings.listen = self.address;
        let office = Office::open(settings).unwrap();
        let server = self.runtime.block_on(Server::start(office)).unwrap();
        self.address = server.address;
        self.server = Some(server);
    }

    /// Is not to be reached until it opens again.
    pub(crate) fn close(&mut self) {
        if let Some(server) = self.server.take() {
            self.runtime.block_on(server.stop());
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(crate) fn office(&self) -> &Arc<Office> {
        &self.server.as_ref().expect("it is open").office
    }

    /// A code for a device of a centre.
    pub(crate) fn code(&mut self, role: Role) -> String {
        self.code_for(role, Scope::Centres(vec![CENTRE]))
    }

    /// A code for a device.
    pub(crate) fn code_for(&mut self, role: Role, scope: Scope) -> String {
        self.codes += 1;
        let code = EnrolmentCode::of(&[self.codes; 20]);
        let (kept, now) = (code.clone(), self.office().now());
        let purpose = Purpose::Enrol { role, scope };
        self.at_the_store(move |store| codes::keep(store, &kept, purpose.clone(), "test", now));
        code.to_string()
    }

    /// Registration closes, or has closed, so many seconds from now.
    pub(crate) fn closes_in(&self, seconds: i64) {
        let at = UnixMillis(self.office().now().0 + seconds * 1000);
        self.at_the_store(move |store| store.set_closes(2026, Some(at)));
    }

    pub(crate) fn at_the_store<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut dyn Store) -> Result<T, StoreError> + Send + 'static,
    ) -> T {
        self.runtime.block_on(self.office().transact(Lane::Write, work)).unwrap()
    }
}
