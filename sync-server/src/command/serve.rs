//! Serving until told to stop. Owns the log's form and the signals: the first asks for a drained stop.

use std::io::Write as _;

use super::configuration::Flags;
use super::{Door, OrderError, Outcome, dev};
use crate::http::Server;
use crate::office::Office;

pub(super) fn serve(flags: &Flags, for_trying: bool, practice: bool) -> Result<Outcome, OrderError> {
    begin_log(&flags.log)?;
    let mut settings = flags.settings()?;
    let forgotten = if for_trying && flags.data.is_none() { Some(dev::Folder::new()?) } else { None };
    if let Some(folder) = &forgotten {
        settings.data.clone_from(&folder.0);
    }
    settings.console.relaxed = for_trying && settings.tls.is_none() && settings.listen.ip().is_loopback();
    let office = Office::open(settings)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.map_err(OrderError::Unreachable)?.block_on(async {
        if practice {
            dev::practice(&office).await?;
        }
        let door = Door::open(&office).await?;
        let server = Server::start(office.clone()).await?;
        let mut begun = format!("sync-server listens on {}\n", server.url());
        if for_trying {
            begun += &dev::codes(&office).await?;
            begun += &dev::people(&office, &server.url()).await?;
            begun += &format!("data {}\n", office.settings.data.display());
        }
        print!("{begun}");
        let _ = std::io::stdout().flush();
        tracing::info!(address = %server.address, "listening");
        told_to_stop().await;
        door.close();
        server.stop().await;
        Ok(Outcome::default())
    })
}

/// Lines of JSON on standard error.
fn begin_log(level: &str) -> Result<(), OrderError> {
    let filter = tracing_subscriber::EnvFilter::try_new(level);
    let filter = filter.map_err(|error| OrderError::Usage(format!("--log {level}: {error}")))?;
    let lines = tracing_subscriber::fmt().json().flatten_event(true).with_env_filter(filter);
    // A second call, in a test, finds it begun.
    let _ = lines.with_writer(std::io::stderr).try_init();
    Ok(())
}

#[cfg(unix)]
async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let interrupt = tokio::signal::ctrl_c();
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
        }
        Err(_) => drop(interrupt.await),
    }
}

#[cfg(not(unix))]
async fn told_to_stop() {
    let _ = tokio::signal::ctrl_c().await;
}
