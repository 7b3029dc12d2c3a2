//! Daftari's window. Owns the toolkit: one command, one address for pictures, and the windows; every use case is
//! `window`'s, so nothing here is worth testing without a screen.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod engine;
mod failure;
mod frame;
mod memory;
mod picture;

use std::sync::Arc;

use serde_json::Value;
use tauri::ipc::Response;
use tauri::{AppHandle, Emitter as _, Manager as _, RunEvent, State};
use window::{Problem, Window};

/// The window's commands, on a thread of their own so that none ever stops the page.
#[tauri::command]
async fn call(window: State<'_, Arc<Window>>, name: String, args: Value) -> Result<Response, Problem> {
    let window = Arc::clone(&window);
    let answered = tauri::async_runtime::spawn_blocking(move || window.call(&name, args)).await;
    let broken = |error: tauri::Error| Problem::new("window.broken", "usage", error.to_string());
    answered.map_err(broken)?.map(Response::new)
}

/// Opens a file that was printed or saved, with the program that the system has for it.
#[tauri::command]
#[expect(clippy::needless_pass_by_value, reason = "the toolkit hands arguments over")]
fn open_file(path: String) -> Result<(), Problem> {
    let opened = tauri_plugin_opener::open_path(&path, None::<&str>);
    opened.map_err(|error| Problem::new("window.unopened", "input", error.to_string()))
}

/// Another window of the same program, on the same register.
#[tauri::command]
async fn another_window(app: AppHandle) -> Result<(), Problem> {
    frame::open(&app).map_err(|error| Problem::new("window.broken", "usage", error.to_string()))
}

fn main() -> std::process::ExitCode {
    failure::in_one_sentence();
    if !failure::has_screen() {
        return failure::without_window("this session has no display");
    }
    memory::given_back();
    engine::small();
    match std::panic::catch_unwind(run) {
        Ok(Ok(())) => std::process::ExitCode::SUCCESS,
        Ok(Err(error)) => failure::without_window(&error.to_string()),
        Err(_) => failure::without_window("the display does not answer"),
    }
}

fn run() -> tauri::Result<()> {
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| frame::show(app)))
        .plugin(tauri_plugin_window_state::Builder::default().with_filename("window.json").build())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_updater::Builder::new().build())
        .invoke_handler(tauri::generate_handler![call, open_file, another_window])
        .register_asynchronous_uri_scheme_protocol("daftari", picture::answer)
        .setup(|app| {
            let handle = app.handle().clone();
            // A page that is not there any more hears nothing, which is as it should be.
            let window = Window::on_this_computer(None, move |event| drop(handle.emit("daftari", event)));
            let window = Arc::new(window);
            window.keep_in_step();
            app.manage(window);
            Ok(frame::open(app.handle())?)
        })
        .build(tauri::generate_context!())?
        .run(|app, event| {
            if let RunEvent::Exit = event {
                app.state::<Arc<Window>>().leave();
            }
        });
    Ok(())
}
