//! The windows themselves. Owns their names, sizes and titles, and what their pages do without.

use tauri::{AppHandle, Manager as _, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

/// Opens one more window: `desk-1`, `desk-2`, ...
pub(crate) fn open(app: &AppHandle) -> tauri::Result<()> {
    let taken = app.webview_windows();
    let label = (1..).map(|n| format!("desk-{n}")).find(|label| !taken.contains_key(label)).unwrap_or_default();
    let window = WebviewWindowBuilder::new(app, label, WebviewUrl::App("index.html".into()))
        .title("Daftari")
        .inner_size(1280.0, 700.0)
        .min_inner_size(640.0, 480.0)
        .build()?;
    spare(&window)
}

/// Tells the page's engine what is never shown here, so that it keeps less: no page is gone back to, nothing is drawn in
/// three dimensions or heard.
#[cfg(target_os = "linux")]
fn spare(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::{CacheModel, SettingsExt as _, WebContextExt as _, WebViewExt as _};
    window.with_webview(|view| {
        let view = view.inner();
        if let Some(context) = view.context() {
            context.set_cache_model(CacheModel::DocumentViewer);
        }
        if let Some(settings) = view.settings() {
            settings.set_enable_page_cache(false);
            settings.set_enable_webgl(false);
            settings.set_enable_webaudio(false);
        }
    })
}

#[cfg(not(target_os = "linux"))]
fn spare(_: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
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
