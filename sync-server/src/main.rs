//! `sync-server`: the council's server. Everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    sync_server::command::main(std::env::args_os())
}
