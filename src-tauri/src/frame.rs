//! The windows themselves. Owns their names, sizes and titles.

use tauri::{AppHandle, Manager as _, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use crate::engine;

/// What every page asks first, asked while its code is still being read; the page takes the answer over
/// (`ui/src/domain/core.ts`). It asks itself where this was not asked.
const FIRST_QUESTION: &str =
    "window.daftariState = window.__TAURI_INTERNALS__.invoke('call', {name: 'state', args: {}});
    window.daftariState.catch(() => {});";

/// Opens one more window: `desk-1`, `desk-2`, ...
pub(crate) fn open(app: &AppHandle) -> tauri::Result<()> {
    let taken = app.webview_windows();
    let label = (1..).map(|n| format!("desk-{n}")).find(|label| !taken.contains_key(label)).unwrap_or_default();
    let window = WebviewWindowBuilder::new(app, label, WebviewUrl::App("index.html".into()))
        .title("Daftari")
        .inner_size(1280.0, 700.0)
        .min_inner_size(640.0, 480.0)
        .initialization_script(FIRST_QUESTION)
        .build()?;
    engine::spare(&window)
}

/// Brings the first window to the front: the program was started a second time.
pub(crate) fn show(app: &AppHandle) {
    let windows = app.webview_windows();
    let Some(window) = windows.values().min_by_key(|window| window.label().to_owned()) else { return };
    let raise = |window: &WebviewWindow| window.unminimize().and_then(|()| window.set_focus());
    if let Err(error) = raise(window) {
        eprintln!("daftari: {error}");
    }
}
