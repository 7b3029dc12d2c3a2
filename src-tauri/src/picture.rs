//! `daftari://localhost/ADDRESS`: photographs and previews as addresses that the page can show. Owns the crossing; what
//! lies at an address is `window`'s.

use std::sync::Arc;

use tauri::http::{Request, Response, StatusCode, header};
use tauri::{Manager as _, Runtime, UriSchemeContext, UriSchemeResponder};
use window::Window;

/// Answers one request, on a thread of its own.
#[expect(clippy::needless_pass_by_value, reason = "the toolkit hands them over")]
pub(crate) fn answer<R: Runtime>(
    context: UriSchemeContext<'_, R>,
    request: Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let window = Arc::clone(&context.app_handle().state::<Arc<Window>>());
    let address = request.uri().path().trim_start_matches('/').to_owned();
    tauri::async_runtime::spawn_blocking(move || responder.respond(response(&window, &address)));
}

fn response(window: &Window, address: &str) -> Response<Vec<u8>> {
    let Ok(found) = window.resource(address) else { return with(StatusCode::NOT_FOUND, "text/plain", Vec::new()) };
    with(StatusCode::OK, found.kind, found.bytes)
}

fn with(status: StatusCode, kind: &str, bytes: Vec<u8>) -> Response<Vec<u8>> {
    let response = Response::builder().status(status).header(header::CONTENT_TYPE, kind);
    // A photograph is named by its hash and a preview by its making, so neither changes under its address.
    let response = response.header(header::CACHE_CONTROL, "private, max-age=3600");
    response.body(bytes).unwrap_or_default()
}
