//! Writes every document, in its ordinary and its awkward shapes, into a folder to be looked at:
//! `cargo run -p documents --example look FOLDER`.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "it writes files, and stops when it cannot")]

#[path = "../tests/documents/sample.rs"]
mod sample;

use std::path::PathBuf;

use documents::{
    Language, Masthead, declaration, foreign, label, nil_return, photo_register, proforma, roll, slips, special_needs,
};

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
    let awkward = || sample::awkward();
    let model = roll::RollModel { masthead: sample::masthead(), candidates: awkward() };
    write("roll-awkward", roll::render(&model).unwrap());
    write("photos-awkward", photo_register::render(&model).unwrap());
    let model = slips::SlipsModel { candidates: awkward(), ..sample::slips(sample::masthead(), Language::En, 0) };
    write("slips-awkward", slips::render(&model).unwrap());
    for draft in [false, true] {
        let head = || Masthead { draft, ..sample::masthead() };
        let forms = [
            ("proforma", proforma::render(&sample::proforma(head()))),
            ("declaration", declaration::render(&sample::declaration(head()))),
            ("nil-return", nil_return::render(&sample::nil_return(head()))),
            ("special-needs", special_needs::render(&sample::special_needs(head()))),
            ("foreign", foreign::render(&sample::foreign(head()))),
            ("label", label::render(&sample::label(head()))),
            ("slips-en", slips::render(&sample::slips(head(), Language::En, 7))),
            ("slips-sw", slips::render(&sample::slips(head(), Language::Sw, 4))),
        ];
        for (name, bytes) in forms {
            write(&format!("{name}{}", if draft { "-draft" } else { "" }), bytes.unwrap());
        }
    }
}
