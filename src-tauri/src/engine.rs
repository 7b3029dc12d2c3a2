//! The page's engine on a small laptop. Owns what it is told to do without; on Linux alone, where every page has an engine
//! of its own, and what each keeps is the program's to say (docs/decisions/0015).

/// Before the first page: it is drawn by the processor, scripts are compiled once and not again for speed, and what is let
/// go is given back soon. Whoever sets one of these before the start is left in the right.
#[cfg(target_os = "linux")]
pub(crate) fn small() {
    use webkit2gtk::glib;
    const SMALL: [(&str, &str); 4] = [
        // Forms and tables want no graphics processor: layers for it, its driver and their copies are 200 MB of an afternoon.
        ("WEBKIT_DISABLE_COMPOSITING_MODE", "1"),
        ("WEBKIT_DISABLE_DMABUF_RENDERER", "1"),
        // The better compilers and what they make keep thirty megabytes after an hour of typing.
        ("JSC_useDFGJIT", "0"),
        // The heap may grow by half of what is alive before it is swept, not to four times of it: what it once had it keeps.
        ("JSC_heapGrowthMaxIncrease", "0.5"),
    ];
    for (name, value) in SMALL {
        // What cannot be set costs memory and nothing else.
        drop(glib::setenv(name, value, false));
    }
}

/// No page is gone back to, nothing is drawn in three dimensions or heard.
#[cfg(target_os = "linux")]
pub(crate) fn spare(window: &tauri::WebviewWindow) -> tauri::Result<()> {
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
pub(crate) fn small() {}

#[cfg(not(target_os = "linux"))]
pub(crate) fn spare(_: &tauri::WebviewWindow) -> tauri::Result<()> {
    Ok(())
}
