//! What waits for the network on behalf of threads that block: the stores' own runtime, so that they work wherever they
//! are called from. Owns the runtime.

use std::future::Future;
use std::sync::Arc;

use tokio::runtime::{Builder, Runtime};

use super::access::StoreError;

/// The runtime. Cheap to clone; ends with its last holder.
#[derive(Clone)]
pub(super) struct Engine(Arc<Held>);

struct Held(Option<Runtime>);

impl Engine {
    pub(super) fn start() -> Result<Engine, StoreError> {
        let runtime = Builder::new_multi_thread().worker_threads(2).thread_name("store io").enable_all().build();
        let runtime = runtime.map_err(|e| StoreError::Unavailable(format!("no threads for the store: {e}")))?;
        Ok(Engine(Arc::new(Held(Some(runtime)))))
    }

    /// Waits for the future on this thread, which must be one that may block.
    pub(super) fn wait<F: Future<Output = Result<T, StoreError>>, T>(&self, future: F) -> Result<T, StoreError> {
        match &self.0.0 {
            Some(runtime) => runtime.block_on(future),
            None => Err(StoreError::Unavailable("it was closed".into())),
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // The last holder may be on a thread that may not block.
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}
