//! Builds in what the window's configuration names.

fn main() {
    tauri_build::build();
}
