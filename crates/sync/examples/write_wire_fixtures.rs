//! Writes golden files that `fixtures/wire` has not got yet; those that are there are frozen, and stay.
//!
//! `cargo run -p sync --example write_wire_fixtures`

#![allow(clippy::disallowed_methods, clippy::unwrap_used)]

#[path = "../tests/wire/values.rs"]
mod values;

use std::path::Path;

use sync::bundle;
use sync::message::to_bytes;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/wire");
    std::fs::create_dir_all(&folder).unwrap();
    let mut files: Vec<(&str, Vec<u8>)> = Vec::new();
    files.extend(values::frames().map(|(name, first, before, records)| (name, values::frame(first, before, &records))));
    files.extend(values::requests().iter().map(|(name, request)| (*name, to_bytes(request))));
    files.extend(values::answers().iter().map(|(name, answer)| (*name, to_bytes(answer))));
    files.push(("receipt", to_bytes(&values::receipt())));
    files.push(("signed-head", to_bytes(&values::head())));
    files.push(("signed-circular", to_bytes(&values::circular())));
    files.push(("bundle-outward", bundle::to_bytes(&values::outward()).unwrap()));
    files.push(("bundle-homeward", bundle::to_bytes(&values::homeward()).unwrap()));
    for (name, bytes) in files {
        let path = folder.join(format!("{name}.bin"));
        if !path.exists() {
            std::fs::write(&path, bytes).unwrap();
            println!("{}", path.display());
        }
    }
}
