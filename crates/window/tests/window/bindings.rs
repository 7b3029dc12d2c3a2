//! What is committed of the interface's bindings is what the commands are.

use std::path::Path;

#[test]
fn the_committed_bindings_are_those_of_the_commands() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/domain/bindings/commands.ts");
    let made = window::typescript();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &made).expect("the bindings can be written");
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == made, "ui/src/domain/bindings/commands.ts drifted: run this test with UPDATE=1");
}
