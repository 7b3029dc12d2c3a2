//! The command line as typed. Owns names, flags and help; the contract fixes those that other programs use.

mod council;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub(crate) use council::{Bundle, Conflicts, Enrol, Sync};

/// The examination register that works where the network does not.
#[derive(Debug, Parser)]
#[command(name = "daftari", version, about, propagate_version = true, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// The register: a file, or a name from `registers` such as 24505105-2026 [default: the only one in the data folder]
    #[arg(long, global = true, env = "DAFTARI_REGISTER", value_name = "PATH")]
    pub(crate) register: Option<PathBuf>,
    /// Print facts as JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// The language of messages
    #[arg(long, global = true, env = "DAFTARI_LANG", value_name = "LANG", default_value = "en")]
    pub(crate) lang: Lang,
    /// Who is at work, for the register's history
    #[arg(long = "as", global = true, env = "DAFTARI_ACTOR", value_name = "WHO", default_value = "clerk")]
    pub(crate) actor: String,
    /// Circulars laid over the rule pack: files that change a fee, a date or a threshold
    #[arg(long, global = true, env = "DAFTARI_CIRCULARS", value_name = "FILES", value_delimiter = ':')]
    pub(crate) circulars: Vec<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    /// English
    En,
    /// Kiswahili
    Sw,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check a spreadsheet against the regulations, without a register
    Check(Check),
    /// Write the import template
    Template {
        /// The workbook to write
        out: PathBuf,
    },
    /// Make a register for a centre
    Init(Init),
    /// List the registers in the data folder
    Registers,
    /// Take a spreadsheet's rows into the register
    Import(Import),
    /// Take a folder of photographs into the register
    Photos {
        /// The folder; files are matched by the index, candidate or admission number in their names
        folder: PathBuf,
    },
    /// Enter one candidate
    Enter {
        /// Fields as name=value
        #[arg(required = true, value_name = "FIELD=VALUE")]
        fields: Vec<String>,
    },
    /// Change fields of one candidate
    Set {
        /// Index, candidate or admission number, or a name
        candidate: String,
        /// Fields as name=value; an empty value takes it away
        #[arg(required = true, value_name = "FIELD=VALUE")]
        fields: Vec<String>,
        /// Why; needed after registration has closed
        #[arg(long)]
        reason: Option<String>,
    },
    /// Withdraw a candidate; the fee and the number are kept
    Withdraw {
        /// Index, candidate or admission number, or a name
        candidate: String,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Take a withdrawn candidate back
    Reinstate {
        /// Index, candidate or admission number, or a name
        candidate: String,
    },
    /// Undo the last change
    Undo,
    /// Do again what was undone
    Redo,
    /// Acknowledge a warning with a reason
    Acknowledge {
        /// The rule, as name.single
        rule: String,
        /// Whose; none for a warning about the centre
        #[arg(long)]
        candidate: Option<String>,
        /// Why it stands
        #[arg(long)]
        reason: String,
    },
    /// Record that a paper of special needs was handed in
    Paper {
        /// Index, candidate or admission number, or a name
        candidate: String,
        /// medical_report, full_photograph, earc_report, help_needed or help_given
        paper: String,
        /// It was recorded by mistake
        #[arg(long)]
        remove: bool,
    },
    /// Record a bank deposit slip
    Slip {
        /// The bank
        #[arg(long)]
        bank: String,
        /// The slip's number
        #[arg(long)]
        number: String,
        /// The date, as 2026-03-14
        #[arg(long)]
        date: String,
        /// Whole shillings
        #[arg(long)]
        amount: u32,
    },
    /// Show or change the centre's details
    Centre {
        /// Details as name=value
        #[arg(value_name = "FIELD=VALUE")]
        fields: Vec<String>,
    },
    /// Note that candidates signed the nominal roll
    Signed {
        /// Index, candidate or admission numbers; none for everybody on the roll
        candidates: Vec<String>,
        /// They were noted by mistake
        #[arg(long)]
        undo: bool,
    },
    /// Approve the roll as it is now, as its head (--as NAME); documents are then no longer DRAFT
    Approve {
        /// The approval no longer stands
        #[arg(long)]
        withdraw: bool,
    },
    /// Note that a document of the return was handed in
    Returned {
        /// nominal-roll, declaration, special-needs, nil-return or deposit-slips
        document: String,
        /// It was noted by mistake
        #[arg(long)]
        undo: bool,
    },
    /// List candidates
    List(List),
    /// Show one candidate: entry, slots, findings and fee
    Show {
        /// Index, candidate or admission number, or a name
        candidate: String,
    },
    /// Show what was changed, when and by whom
    History {
        /// Index, candidate or admission number, or a name; none for the centre itself
        candidate: Option<String>,
    },
    /// Show what is left before the centre is ready
    Readiness,
    /// Write the nominal roll
    Roll(Document),
    /// Write the photograph register
    PhotoRegister(Document),
    /// Write the fee proforma
    Proforma(Document),
    /// Write the forms of the return into a folder
    Returns {
        /// The folder
        #[arg(long)]
        out: PathBuf,
    },
    /// Write every candidate to a workbook
    Export {
        /// The workbook to write
        out: PathBuf,
    },
    /// Copy the register to a file
    Backup {
        /// The copy
        out: PathBuf,
        /// Lock the copy with the passphrase in DAFTARI_BACKUP_PASSPHRASE, to open it on another computer
        #[arg(long)]
        portable: bool,
    },
    /// Put a backup in the register's place; what was there is kept aside
    Restore {
        /// The backup
        from: PathBuf,
        /// The backup is locked with the passphrase in DAFTARI_BACKUP_PASSPHRASE
        #[arg(long)]
        portable: bool,
    },
    /// Look a register through: its file, its chain of operations, its numbers
    Verify,
    /// Make this computer known to the council, with a one-time code
    Enrol(Enrol),
    /// Send to the council what waits, and take in what others did; without --register every register in the data folder
    Sync(Sync),
    /// Show what the council has received, what waits, and what is to be decided; needs no network
    Status,
    /// Carry registers to the council on a USB stick
    #[command(subcommand)]
    Bundle(Bundle),
    /// List what two people wrote differently, or say which is right
    Conflicts {
        #[command(subcommand)]
        action: Option<Conflicts>,
    },
    /// List the council's receipts
    Receipts,
    /// Show the 22 letters that go by SMS where there is no other network: they hold your place before closing
    ShortCode,
    /// Stand, as a second person (--as NAME), for amendments of who a candidate is that are held after closing
    Countersign {
        /// The candidate's index, candidate or admission number, or name; or the operation's letters from `conflicts`
        what: String,
    },
    /// Let an operation that came late take effect; the council's operators only
    Admit {
        /// The operation's letters from `conflicts`
        operation: String,
    },
    /// Explain a rule or a paragraph of the regulations
    Explain {
        /// A rule's id, a paragraph's number or words to look for
        #[arg(required = true)]
        topic: Vec<String>,
    },
    /// Write completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Write the manual page
    Man,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// .xlsx, .xlsm, .xls, .xlsb, .ods, .csv or .tsv
    pub(crate) file: PathBuf,
    /// The examination year
    #[arg(long)]
    pub(crate) year: u16,
    /// The centre of rows that name none
    #[arg(long, default_value = "")]
    pub(crate) centre: String,
    /// The kind of centre
    #[arg(long, default_value = "school")]
    pub(crate) kind: Kind,
    /// The sheet, where it is not the first with headings
    #[arg(long)]
    pub(crate) sheet: Option<String>,
    /// The subjects the centre offers
    #[arg(long, value_name = "CODES")]
    pub(crate) offered: Option<String>,
    /// The clearance letter for Mathematics B and General Science is on record
    #[arg(long)]
    pub(crate) clearance: bool,
    /// text, or jsonl for one line of JSON a row
    #[arg(long, default_value = "text")]
    pub(crate) format: CheckFormat,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum CheckFormat {
    Text,
    Jsonl,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Kind {
    School,
    Private,
    Prison,
    Special,
}

#[derive(Debug, Args)]
pub(crate) struct Init {
    /// Eight digits
    #[arg(long)]
    pub(crate) centre: String,
    /// The name on the certificate of registration
    #[arg(long)]
    pub(crate) name: String,
    /// The kind of centre
    #[arg(long)]
    pub(crate) kind: Kind,
    /// The examination year
    #[arg(long)]
    pub(crate) year: u16,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    /// .xlsx, .xlsm, .xls, .xlsb, .ods, .csv or .tsv
    pub(crate) file: PathBuf,
    /// The sheet, where it is not the first with headings
    #[arg(long)]
    pub(crate) sheet: Option<String>,
    /// Write the error workbook: the sheet as it is, with what is wrong beside each row
    #[arg(long, value_name = "OUT.xlsx")]
    pub(crate) errors: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Document {
    /// The PDF to write
    #[arg(long, value_name = "FILE.pdf")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct List {
    /// Name, index or admission number to look for
    pub(crate) search: Option<String>,
    /// Only those with errors
    #[arg(long)]
    pub(crate) errors: bool,
    /// Only those without a photograph
    #[arg(long)]
    pub(crate) no_photo: bool,
    /// Only repeaters
    #[arg(long)]
    pub(crate) repeaters: bool,
    /// Withdrawn candidates too
    #[arg(long)]
    pub(crate) withdrawn: bool,
}

impl From<Lang> for regulations::Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::En => regulations::Language::En,
            Lang::Sw => regulations::Language::Sw,
        }
    }
}

impl From<Kind> for regulations::CentreKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::School => regulations::CentreKind::School,
            Kind::Private => regulations::CentreKind::Private,
            Kind::Prison => regulations::CentreKind::Prison,
            Kind::Special => regulations::CentreKind::Special,
        }
    }
}
