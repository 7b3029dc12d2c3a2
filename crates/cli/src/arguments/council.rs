//! What is typed to meet the council: enrolment, sync, sticks, conflicts.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub(crate) struct Enrol {
    /// The council's address, as in the letter with the code
    pub(crate) url: String,
    /// The code: 20 letters and digits, good once
    pub(crate) code: String,
    /// What the council shall call this computer
    #[arg(long, default_value = "Desk")]
    pub(crate) name: String,
    /// Forget the council that this computer is enrolled with
    #[arg(long)]
    pub(crate) anew: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Sync {
    /// Leave photographs for another time
    #[arg(long)]
    pub(crate) no_pictures: bool,
    /// Only tell what would be sent, and send nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Bundle {
    /// Write what the council has not received into one file that only the council can read
    Export {
        /// The file to write
        out: PathBuf,
        /// Without photographs
        #[arg(long)]
        no_pictures: bool,
    },
    /// Take in the council's reply that came back on the stick
    Import {
        /// The reply
        from: PathBuf,
    },
    /// Carry a bundle, of whomever, to the council over the network, and save its reply beside it
    Send {
        /// The bundle
        file: PathBuf,
        /// Where the reply is written [default: the bundle's name with .reply]
        #[arg(long)]
        reply: Option<PathBuf>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Conflicts {
    /// List them
    List,
    /// Say which value is right
    Resolve {
        /// Index, candidate or admission number, or a name; `centre` for the centre itself
        who: String,
        /// The field
        field: String,
        /// The value that is right
        #[arg(long)]
        value: String,
        /// Why
        #[arg(long)]
        reason: String,
    },
}
