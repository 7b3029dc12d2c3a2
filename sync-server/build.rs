//! Builds the server anew when the console was: `rust-embed` takes in what lies in the folder, but cargo does not know of
//! a folder that was not there before. A debug build reads the files as it serves, and asks for nothing.

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        let nearest = ["../ui/dist/console", "../ui/dist", "../ui"].into_iter().find(|path| Path::new(path).exists());
        println!("cargo::rerun-if-changed={}", nearest.unwrap_or(".."));
    }
}
