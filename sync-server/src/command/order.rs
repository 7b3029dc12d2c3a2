//! The orders that can be typed. Owns their words; each travels to a running server as JSON.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde::{Deserialize, Serialize};

use super::OrderError;

/// What the server can be told to do.
#[derive(Clone, Debug, PartialEq, Subcommand, Serialize, Deserialize)]
pub enum Order {
    /// Serve (also without any word)
    Serve,
    /// Print a one-time code for a device to enrol, or for a user to set a password
    Code(CodeFor),
    /// Users, who sign in with a password
    User {
        /// What is done
        #[command(subcommand)]
        order: UserOrder,
    },
    /// Revoke a device, from its next request on
    Revoke {
        /// The device's id, 32 hexadecimal digits
        device: String,
    },
    /// List a centre in another sub-county than the first five digits of its code say
    Centre {
        /// Eight digits
        centre: String,
        /// Five digits
        #[arg(long)]
        sub_county: String,
    },
    /// Circulars: dates, fees and thresholds laid over the rule pack
    Circular {
        /// What is done
        #[command(subcommand)]
        order: CircularOrder,
    },
    /// The registration window
    Window {
        /// What is done
        #[command(subcommand)]
        order: WindowOrder,
    },
    /// Move a candidate from one centre to another
    Transfer(TransferAsked),
    /// Print what the council has of a centre, signed
    Proof {
        /// Eight digits
        centre: String,
        /// The examination's year; without it the newest
        #[arg(long)]
        year: Option<u16>,
    },
    /// List the batches kept aside, or take one of a revoked device in
    Quarantine {
        /// The number of a batch to take in after all
        #[arg(long)]
        release: Option<u64>,
    },
    /// The audit
    Audit {
        /// What is done
        #[command(subcommand)]
        order: AuditOrder,
    },
    /// Bundles that came on a stick
    Bundle {
        /// What is done
        #[command(subcommand)]
        order: BundleOrder,
    },
    /// Write a copy of everything into a new folder, while the server goes on
    Backup {
        /// The folder
        to: PathBuf,
    },
    /// Put a copy back into an empty data folder; another life of the database begins
    Restore {
        /// The folder of the copy
        from: PathBuf,
    },
    /// Print which life the database lives
    Epoch {
        /// Begin another: after a PostgreSQL was put back from a copy and every server's data folder was lost
        #[arg(long)]
        begin: bool,
    },
    /// Print which candidates of a table may be one person, with probabilities; needs no server
    #[serde(skip)]
    Duplicates(super::duplicates::Asked),
    /// What the console shows
    Console {
        /// What is done
        #[command(subcommand)]
        order: ConsoleOrder,
    },
    /// Print the OpenAPI document
    Openapi,
}

/// Whom a code is for.
#[derive(Clone, Debug, PartialEq, Eq, Args, Serialize, Deserialize)]
pub struct CodeFor {
    /// clerk, head, scde, operator, supervisor or auditor
    #[arg(long, required_unless_present = "user")]
    pub role: Option<String>,
    #[command(flatten)]
    pub scope: Reach,
    /// A user who is to set a new password
    #[arg(long, conflicts_with_all = ["role", "centre", "sub_county"])]
    pub user: Option<String>,
}

/// Which centres; all of them without either.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args, Serialize, Deserialize)]
pub struct Reach {
    /// A centre, eight digits; may be given several times
    #[arg(long, conflicts_with = "sub_county")]
    pub centre: Vec<String>,
    /// A sub-county, five digits
    #[arg(long)]
    pub sub_county: Option<String>,
}

/// What is done with users.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand, Serialize, Deserialize)]
pub enum UserOrder {
    /// Add a user; prints the code by which they set their password
    Add {
        /// The name to sign in with
        name: String,
        /// clerk, head, scde, operator, supervisor or auditor
        #[arg(long)]
        role: String,
        #[command(flatten)]
        scope: Reach,
    },
    /// End a user's sessions and let them sign in no more
    Disable {
        /// The name
        name: String,
    },
    /// Forget a user's second factor, so that they set up another
    Factor {
        /// The name
        name: String,
    },
    /// List users
    List,
}

/// What is done with circulars.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand, Serialize, Deserialize)]
pub enum CircularOrder {
    /// Sign a circular and give it to every device that asks
    Issue {
        /// The circular's text
        file: PathBuf,
        /// The examination's year
        #[arg(long)]
        year: u16,
    },
    /// List circulars
    List,
}

/// What is done with the window.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand, Serialize, Deserialize)]
pub enum WindowOrder {
    /// Say when registration closes
    Set {
        /// The examination's year
        year: u16,
        /// The moment, such as 2026-03-31T23:59:59+03:00, or `open`
        when: String,
    },
}

/// A candidate's move.
#[derive(Clone, Debug, PartialEq, Eq, Args, Serialize, Deserialize)]
pub struct TransferAsked {
    /// The candidate's id, 32 hexadecimal digits
    pub candidate: String,
    /// The register they leave, CENTRE-YEAR
    #[arg(long)]
    pub from: String,
    /// The register they come to, CENTRE-YEAR
    #[arg(long)]
    pub to: String,
    /// Why
    #[arg(long)]
    pub reason: String,
}

/// What is done with what the console shows.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand, Serialize, Deserialize)]
pub enum ConsoleOrder {
    /// Make every row that the console shows anew from the logs; the running server does it, beside its work
    Rebuild,
}

/// What is done with the audit.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand, Serialize, Deserialize)]
pub enum AuditOrder {
    /// Compute its chain anew: exit 1 when a line was altered
    Verify,
}

/// What is done with bundles.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand, Serialize, Deserialize)]
pub enum BundleOrder {
    /// Take a bundle in and write the answer for the device that it comes from
    Import {
        /// The bundle
        bundle: PathBuf,
        /// Where the answer goes
        #[arg(long)]
        reply: PathBuf,
    },
}

impl Order {
    /// The same with absolute paths: the server that carries it out works elsewhere.
    pub(super) fn absolute(self) -> Result<Order, OrderError> {
        let whole = |path: PathBuf| std::path::absolute(&path).map_err(|error| OrderError::File(path, error));
        Ok(match self {
            Order::Circular { order: CircularOrder::Issue { file, year } } => {
                Order::Circular { order: CircularOrder::Issue { file: whole(file)?, year } }
            }
            Order::Bundle { order: BundleOrder::Import { bundle, reply } } => {
                Order::Bundle { order: BundleOrder::Import { bundle: whole(bundle)?, reply: whole(reply)? } }
            }
            Order::Backup { to } => Order::Backup { to: whole(to)? },
            other => other,
        })
    }
}
