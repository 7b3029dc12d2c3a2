//! `daftari`: the command line over the desk's use cases. Owns arguments, exit codes and what is printed; refuses
//! everything else.

mod arguments;
mod commands;
mod output;

use std::process::ExitCode;

use clap::Parser as _;

use arguments::Arguments;

fn main() -> ExitCode {
    // Readers of foreign formats are contained where they are called; their panic is told as an error there.
    std::panic::set_hook(Box::new(|_| {}));
    let arguments = Arguments::parse();
    match std::panic::catch_unwind(|| commands::run(&arguments)) {
        Ok(Ok(done)) => done.exit_code(),
        Ok(Err(error)) => output::failed(&error),
        Err(_) => output::failed_within(),
    }
}
