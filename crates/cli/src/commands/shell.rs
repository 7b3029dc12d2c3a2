//! `completions`, `man`: what a shell and a reader of manuals want, made from the arguments themselves.

use std::io::Write as _;

use clap::CommandFactory as _;
use clap_complete::Shell;
use desk::Error;

use crate::arguments::Arguments;
use crate::output::Done;

pub(crate) fn completions(shell: Shell) -> Result<Done, Error> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "daftari", &mut text);
    write(&text)
}

pub(crate) fn man() -> Result<Done, Error> {
    let mut text = Vec::new();
    clap_mangen::Man::new(Arguments::command()).render(&mut text).map_err(|error| unwritten(&error))?;
    write(&text)
}

fn write(text: &[u8]) -> Result<Done, Error> {
    std::io::stdout().lock().write_all(text).map_err(|error| unwritten(&error))?;
    Ok(Done::Clean)
}

fn unwritten(error: &std::io::Error) -> Error {
    Error::Unwritten { path: "standard output".into(), reason: error.to_string() }
}
