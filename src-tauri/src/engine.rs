//! The page's engine on a small laptop. Owns what it is told to do without; on Linux alone, where every page has an engine
//! of its own, and what each keeps is the program's to say (docs/decisions/0015).

/// Before the first page: scripts are compiled once and not again for speed, and what is let go is given back to the system.
/// Whoever sets one of these before the start is left in the right.
#[cfg(target_os = "linux")]
pub(crate) fn small() {
    use webkit2gtk::glib;
    // The better compilers and what they make keep thirty megabytes after an hour of typing. A heap that is let grow to
    // four times what is alive before it is swept keeps fifty more, of which much is never given back.
    // Swept after every so many bytes, a visit to another screen leaves no garbage of tens of megabytes to keep room for.
    const SMALL: [(&str, &str); 3] =
        [("JSC_useDFGJIT", "0"), ("JSC_forceMiniVMMode", "1"), ("JSC_gcMaxHeapSize", "4000000")];
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
