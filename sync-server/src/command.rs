//! The command line: flags, environment and file become settings; an order becomes words on standard output and an exit
//! code. Owns both; what an order does, the modules below and the library do.
//!
//! Exit codes, as the desk's: 0 done · 1 done, and something was found (an audit that does not hold) · 2 wrong usage ·
//! 3 an input could not be read · 4 the store refused · 5 the server could not listen or be reached.

mod configuration;
mod copies;
mod council;
mod dev;
mod door;
mod duplicates;
mod order;
mod people;
mod serve;
mod sticks;

use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;

pub use door::Door;
pub use order::{BundleOrder, Order};

use crate::office::{Office, StartError};
use crate::stores::StoreError;

/// The council's server: takes in what schools send, orders it, keeps it, answers.
#[derive(Parser)]
#[command(name = "sync-server", version, max_term_width = 100)]
struct Cli {
    #[command(flatten)]
    flags: configuration::Flags,
    /// Serve for trying out: a data folder of its own that is forgotten, and codes for a head and a sub-county's office
    #[arg(long)]
    dev: bool,
    /// With --dev: fill an empty data folder with made-up centres in which every queue has a case
    #[arg(long, requires = "dev")]
    practice: bool,
    #[command(subcommand)]
    order: Option<Order>,
}

/// What an order came to.
#[derive(Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Outcome {
    /// The exit code.
    pub exit: u8,
    /// For standard output.
    pub out: String,
    /// For standard error.
    pub err: String,
}

/// Why an order was not carried out.
#[derive(Debug, thiserror::Error)]
pub enum OrderError {
    /// What was typed makes no sense.
    #[error("{0}")]
    Usage(String),
    /// A file.
    #[error("{0} cannot be read or written: {1}")]
    File(std::path::PathBuf, #[source] std::io::Error),
    /// A file that holds something else.
    #[error("{0}")]
    Input(String),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The server does not start.
    #[error(transparent)]
    Start(#[from] StartError),
    /// What was asked is refused.
    #[error("{}: {}", .0.code.code(), if .0.detail.is_empty() { .0.code.title() } else { &.0.detail })]
    Refused(crate::problem::Problem),
    /// No server could be reached.
    #[error("the running server does not answer: {0}")]
    Unreachable(std::io::Error),
}

impl From<crate::problem::Problem> for OrderError {
    fn from(problem: crate::problem::Problem) -> OrderError {
        OrderError::Refused(problem)
    }
}

impl From<crate::clock::NoRandomness> for OrderError {
    fn from(error: crate::clock::NoRandomness) -> OrderError {
        OrderError::Store(StoreError::Unavailable(error.to_string()))
    }
}

impl OrderError {
    const fn exit(&self) -> u8 {
        match self {
            OrderError::Usage(_) => 2,
            OrderError::File(..) | OrderError::Input(_) => 3,
            OrderError::Store(_) | OrderError::Refused(_) | OrderError::Start(StartError::Store(_)) => 4,
            OrderError::Start(StartError::Listen(..)) | OrderError::Unreachable(_) => 5,
            OrderError::Start(_) => 3,
        }
    }
}

/// Runs the program.
pub fn main(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(told) => {
            let _ = told.print();
            return ExitCode::from(if told.use_stderr() { 2 } else { 0 });
        }
    };
    let outcome = run(cli).unwrap_or_else(|error| Outcome {
        exit: error.exit(),
        out: String::new(),
        err: format!("sync-server: {error}\n"),
    });
    print!("{}", outcome.out);
    eprint!("{}", outcome.err);
    ExitCode::from(outcome.exit)
}

fn run(cli: Cli) -> Result<Outcome, OrderError> {
    let order = cli.order.unwrap_or(Order::Serve);
    match order {
        Order::Openapi => Ok(said(serde_json::to_string_pretty(&crate::http::document()).unwrap_or_default())),
        Order::Serve => serve::serve(&cli.flags, cli.dev, cli.practice),
        Order::Duplicates(asked) => duplicates::duplicates(&asked),
        Order::Restore { from } => copies::restore(&cli.flags.settings()?, &from),
        other => carry_out_somewhere(&cli.flags, other.absolute()?),
    }
}

/// The running server carries the order out, since nobody else may write its database; without one, this process does.
fn carry_out_somewhere(flags: &configuration::Flags, order: Order) -> Result<Outcome, OrderError> {
    let settings = flags.settings()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let runtime = runtime.map_err(OrderError::Unreachable)?;
    if let Some(outcome) = runtime.block_on(door::knock(&settings.data, &order))? {
        return Ok(outcome);
    }
    let office = Office::open(settings)?;
    let outcome = runtime.block_on(carry_out(&office, order));
    office.stores.database.close();
    outcome
}

/// Carries out an order in this process.
///
/// # Errors
/// When it cannot be; nothing was changed then.
pub async fn carry_out(office: &Arc<Office>, order: Order) -> Result<Outcome, OrderError> {
    match order {
        Order::Serve | Order::Openapi | Order::Restore { .. } | Order::Duplicates(_) => {
            Err(OrderError::Usage("not while serving".into()))
        }
        Order::Code(asked) => people::code(office, asked).await,
        Order::User { order } => people::user(office, order).await,
        Order::Revoke { device } => people::revoke(office, &device).await,
        Order::Centre { centre, sub_county } => people::centre(office, &centre, sub_county).await,
        Order::Circular { order } => council::circular(office, order).await,
        Order::Window { order } => council::window(office, order).await,
        Order::Transfer(asked) => council::transfer(office, asked).await,
        Order::Proof { centre, year } => council::proof(office, &centre, year).await,
        Order::Quarantine { release } => council::quarantine(office, release).await,
        Order::Epoch { begin } => council::epoch(office, begin).await,
        Order::Audit { .. } => council::audit(office).await,
        Order::Console { .. } => council::rebuild(office).await,
        Order::Bundle { order } => sticks::bundle(office, order).await,
        Order::Backup { to } => copies::back_up(office, &to),
    }
}

fn said(mut text: String) -> Outcome {
    if !text.ends_with('\n') && !text.is_empty() {
        text.push('\n');
    }
    Outcome { exit: 0, out: text, err: String::new() }
}
