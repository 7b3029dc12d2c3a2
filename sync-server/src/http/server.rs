//! The listening server: plain or TLS, from its start to its drained stop. Owns sockets; refuses to know what is asked.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use tokio::task::JoinHandle;

use super::router::router;
use crate::console::projection;
use crate::office::{Office, StartError};
use crate::stores::Lane;

/// How often what expired is forgotten.
const TIDYING: Duration = Duration::from_secs(900);

/// After how long without another part a picture is taken for abandoned.
const ABANDONED: Duration = Duration::from_secs(30 * 86_400);

/// How long a connection may say nothing, or only part of a head.
const SILENCE: Duration = Duration::from_secs(60);

/// A server that listens.
pub struct Server {
    /// Where.
    pub address: SocketAddr,
    /// What it works with.
    pub office: Arc<Office>,
    handle: Handle<SocketAddr>,
    serving: JoinHandle<std::io::Result<()>>,
    tidying: JoinHandle<()>,
    projecting: JoinHandle<()>,
}

impl Server {
    /// Begins to listen.
    ///
    /// # Errors
    /// When the address is taken or the certificate does not read.
    pub async fn start(office: Arc<Office>) -> Result<Server, StartError> {
        let wanted = office.settings.listen;
        let listen = |error| StartError::Listen(wanted, error);
        let socket = std::net::TcpListener::bind(wanted).map_err(listen)?;
        socket.set_nonblocking(true).map_err(listen)?;
        let address = socket.local_addr().map_err(listen)?;
        let service = router(&office).into_make_service_with_connect_info::<SocketAddr>();
        let handle = Handle::new();
        let serving = match &office.settings.tls {
            None => {
                let mut server = axum_server::from_tcp(socket).map_err(listen)?.handle(handle.clone());
                bound(server.http_builder());
                tokio::spawn(server.serve(service))
            }
            Some(tls) => {
                // A second call finds it installed.
                let _ = rustls::crypto::ring::default_provider().install_default();
                let config = RustlsConfig::from_pem_file(&tls.certificate, &tls.key).await.map_err(StartError::Tls)?;
                let mut server = axum_server::from_tcp_rustls(socket, config).map_err(listen)?.handle(handle.clone());
                bound(server.http_builder());
                tokio::spawn(server.serve(service))
            }
        };
        let tidying = tokio::spawn(tidy(office.clone()));
        let projecting = tokio::spawn(projection::run(office.clone()));
        Ok(Server { address, office, handle, serving, tidying, projecting })
    }

    /// Where it is, as an address to ask.
    #[must_use]
    pub fn url(&self) -> String {
        let scheme = if self.office.settings.tls.is_some() { "https" } else { "http" };
        format!("{scheme}://{}", self.address)
    }

    /// Takes no more, finishes what is under way, and closes the store.
    pub async fn stop(self) {
        self.tidying.abort();
        self.projecting.abort();
        self.handle.graceful_shutdown(Some(self.office.settings.drain));
        if let Ok(Err(error)) = self.serving.await {
            tracing::error!(error = %error, "the listener failed");
        }
        let database = self.office.stores.database.clone();
        let _ = tokio::task::spawn_blocking(move || database.close()).await;
        tracing::info!("stopped");
    }
}

/// Nobody keeps a connection by saying little.
fn bound(builder: &mut Builder<TokioExecutor>) {
    builder.http1().timer(TokioTimer::new()).header_read_timeout(SILENCE);
}

async fn tidy(office: Arc<Office>) {
    let mut often = tokio::time::interval(TIDYING);
    loop {
        often.tick().await;
        office.limiters.forget();
        let now = office.now();
        let forgotten = office.transact(Lane::Write, move |council| council.forget_expired(now)).await;
        if let Err(error) = forgotten {
            tracing::warn!(error = %error, "what expired could not be forgotten");
        }
        sweep(&office).await;
    }
}

async fn sweep(office: &Arc<Office>) {
    let (photographs, since) = (office.stores.photographs.clone(), SystemTime::now() - ABANDONED);
    match tokio::task::spawn_blocking(move || photographs.sweep(since)).await {
        Ok(Ok(0)) | Err(_) => {}
        Ok(Ok(pictures)) => tracing::info!(pictures, "abandoned parts of pictures were swept"),
        Ok(Err(error)) => tracing::warn!(error = %error, "abandoned parts of pictures could not be swept"),
    }
}
