//! The window's commands over HTTP on this computer alone, so that the interface runs in a browser: for development and
//! tests, never shipped. Owns the crossing; every command is `window`'s.

use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::Arc;

use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{StatusCode, header};
use axum::response::sse::{self, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use clap::Parser;
use futures_util::stream::{Stream, unfold};
use serde_json::Value;
use tokio::sync::broadcast::{Receiver, Sender, channel, error::RecvError};
use tower_http::services::ServeDir;
use window::{Event, Problem, Window};

/// The window's commands over HTTP, for the interface in a browser.
#[derive(Parser)]
struct Arguments {
    /// The port on loopback; 0 takes a free one. The address is printed.
    #[arg(long, default_value_t = 4180)]
    port: u16,
    /// The built interface, served beside the commands.
    #[arg(long)]
    ui: Option<PathBuf>,
    /// The folder of the registers, in place of the platform's.
    #[arg(long, env = "DAFTARI_DATA")]
    data: Option<PathBuf>,
}

/// The most that a page sends at once: a photograph or a spreadsheet, as base64.
const MOST_BYTES: usize = 400 << 20;

/// What every handler has.
#[derive(Clone)]
struct Room {
    window: Arc<Window>,
    news: Sender<Event>,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let (news, _) = channel(1024);
    let ears = news.clone();
    // Nobody may be listening; the news is for those who are.
    let window = Window::on_this_computer(arguments.data, move |event| drop(ears.send(event.clone())));
    let room = Room { window: Arc::new(window), news };
    room.window.keep_in_step();
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", arguments.port)).await?;
    println!("http://{}", listener.local_addr()?);
    let mut router = Router::new()
        .route("/call/{name}", post(call))
        .route("/events", get(events))
        .route("/resource/{*address}", get(resource))
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .with_state(room);
    if let Some(folder) = arguments.ui {
        router = router.fallback_service(ServeDir::new(folder));
    }
    Ok(axum::serve(listener, router).await?)
}

async fn call(State(room): State<Room>, Path(name): Path<String>, Json(arguments): Json<Value>) -> Response {
    match tokio::task::spawn_blocking(move || room.window.call(&name, arguments)).await {
        Ok(Ok(answer)) => ([(header::CONTENT_TYPE, "application/json")], answer).into_response(),
        Ok(Err(problem)) => refused(&problem),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn refused(problem: &Problem) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, Json(problem)).into_response()
}

async fn resource(State(room): State<Room>, Path(address): Path<String>) -> Response {
    match tokio::task::spawn_blocking(move || room.window.resource(&address)).await {
        Ok(Ok(found)) => ([(header::CONTENT_TYPE, found.kind)], found.bytes).into_response(),
        Ok(Err(problem)) => (StatusCode::NOT_FOUND, Json(problem)).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn events(State(room): State<Room>) -> Sse<impl Stream<Item = Result<sse::Event, Infallible>>> {
    Sse::new(unfold(room.news.subscribe(), |mut news| async move { Some((Ok(next(&mut news).await?), news)) }))
}

/// The next piece of news; who could not keep up asks for everything anew.
async fn next(news: &mut Receiver<Event>) -> Option<sse::Event> {
    let event = match news.recv().await {
        Ok(event) => event,
        Err(RecvError::Lagged(_)) => Event::Changed { candidates: Vec::new() },
        Err(RecvError::Closed) => return None,
    };
    sse::Event::default().json_data(event).ok()
}
