//! `roll`, `photo-register`, `proforma`, `returns`: documents as PDF files.

use std::path::Path;

use desk::papers;
use desk::{Desk, Error, files};

use super::intake::told;
use super::open;
use crate::arguments::Arguments;
use crate::output::Done;

type Render = fn(&Desk, &desk::judgement::Judgement) -> Result<Vec<u8>, Error>;

pub(crate) fn roll(arguments: &Arguments, out: &Path) -> Result<Done, Error> {
    write(arguments, out, papers::roll)
}

pub(crate) fn photo_register(arguments: &Arguments, out: &Path) -> Result<Done, Error> {
    write(arguments, out, papers::photo_register)
}

pub(crate) fn proforma(arguments: &Arguments, out: &Path) -> Result<Done, Error> {
    write(arguments, out, papers::proforma)
}

fn write(arguments: &Arguments, out: &Path, render: Render) -> Result<Done, Error> {
    let mut desk = open(arguments)?;
    let judgement = desk.judge()?;
    files::put(out, &render(&desk, &judgement)?)?;
    told(arguments, out)
}

pub(crate) fn returns(arguments: &Arguments, folder: &Path) -> Result<Done, Error> {
    let mut desk = open(arguments)?;
    let judgement = desk.judge()?;
    files::folder(folder)?;
    for form in papers::returns(&desk, &judgement)? {
        let out = folder.join(format!("{}.pdf", form.name));
        files::put(&out, &form.pdf)?;
        told(arguments, &out)?;
    }
    Ok(Done::Clean)
}
