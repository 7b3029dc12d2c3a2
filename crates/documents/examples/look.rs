//! Writes every document, in its ordinary and its awkward shapes, into a folder to be looked at:
//! `cargo run -p documents --example look FOLDER`.

#[path = "../tests/documents/sample.rs"]
mod sample;

use std::path::PathBuf;

use documents::{Masthead, photo_register, roll};

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "target/look".into()));
    std::fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, bytes: Vec<u8>| {
        println!("{name} {} bytes", bytes.len());
        std::fs::write(folder.join(name).with_extension("pdf"), bytes).unwrap();
    };
    let photo = sample::photograph(3);
    println!("photo {}", photo.len());
    for (name, count, missing, draft) in
        [("roll-0", 0, 0, false), ("roll-1", 1, 0, true), ("roll-40", 40, 7, false), ("roll-499", 499, 0, true)]
    {
        let masthead = Masthead { draft, ..sample::masthead() };
        let model = roll::RollModel { masthead, candidates: sample::centre_of(count, missing) };
        write(name, roll::render(&model).unwrap());
        write(&name.replace("roll", "photos"), photo_register::render(&model).unwrap());
    }
}
