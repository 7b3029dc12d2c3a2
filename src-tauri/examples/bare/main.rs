//! The least window there is, a page of one button: what `cargo xtask bench desk` measures Daftari's window against.

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!("examples/bare/tauri.conf.json"))
}
