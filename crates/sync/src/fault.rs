//! Protocol faults that the simulation plants to see that it bites. Without the feature `faults` every question is
//! answered no at compile time and nothing of this is in a program. Owns their list; each site is one line elsewhere.

macro_rules! faults {
    ($($variant:ident $name:literal $text:literal,)*) => {
        /// A fault of the protocol, as others have shipped it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Fault { $(#[doc = $text] $variant,)* }

        impl Fault {
            /// Each of them.
            pub const ALL: &'static [Fault] = &[$(Fault::$variant),*];

            /// Its name on the command line and in the table.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Fault::$variant => $name,)* }
            }

            /// What is wrong, in one sentence.
            #[must_use]
            pub const fn sentence(self) -> &'static str {
                match self { $(Fault::$variant => $text,)* }
            }

            /// The fault of this name.
            #[must_use]
            pub fn named(name: &str) -> Option<Fault> {
                Fault::ALL.iter().copied().find(|fault| fault.name() == name)
            }
        }
    };
}

faults! {
    SkipChainCheck "skip-chain-check" "The council appends a batch without asking whether it continues the stored chain.",
    InsertOrIgnore "insert-or-ignore" "An overlap with another hash is taken for a repeat and acknowledged.",
    ForkOverwritten "fork-overwritten" "A fork replaces what stands at its place.",
    GapAppended "gap-appended" "A batch behind a gap is appended.",
    RepeatAppended "repeat-appended" "A repeated batch is appended again.",
    QuarantineDropped "quarantine-dropped" "A forked or revoked batch is refused and not kept aside.",
    RevokedAccepted "revoked-accepted" "A revoked device's batch is taken in.",
    ForeignAccepted "foreign-accepted" "A batch for a centre outside the device's scope is taken in.",
    SignatureUnchecked "signature-unchecked" "The council takes in a batch that its device did not sign.",
    BadBatchBlocks "bad-batch-blocks" "An operation without standing refuses the whole batch.",
    NoStanding "no-standing" "An operation that the role may not write takes effect.",
    LateInTime "late-in-time" "What comes after closing is marked in time.",
    DeviceClock "device-clock" "The device's clock decides what is in time.",
    CommitmentUnchained "commitment-unchained" "A commitment counts without being compared with the chain.",
    OldEpoch "old-epoch" "A restored database goes on under its old epoch.",
    MarkUnchained "mark-unchained" "The log's chain leaves out what the council said of an operation.",
    PullSkipsRun "pull-skips-run" "A pull leaves out a run of the log.",
    LeaseTwice "lease-twice" "Two devices are given the same candidate numbers.",
    TransferInTwo "transfer-in-two" "Departure and arrival are two transactions.",
    AcknowledgeBeforeDurable "acknowledge-before-durable" "The receipt leaves before the transaction is durable.",
    PictureUnverified "picture-unverified" "A picture is shown before its bytes are compared with its name.",
    PictureOffsetIgnored "picture-offset-ignored" "A part is appended wherever it begins.",
    LastWriterWins "last-writer-wins" "A write replaces the value, whatever its writer had seen.",
    ResolveClosesAll "resolve-closes-all" "A resolution closes branches that its writer had not seen.",
    ParkedForgotten "parked-forgotten" "An operation whose base still travels is forgotten.",
    NumberReissued "number-reissued" "A number of a candidate who gave it up is issued again.",
    HeldTakesEffect "held-takes-effect" "A late entry takes effect without being admitted.",
    MovedStaysWritable "moved-stays-writable" "A candidate who departed is still written to.",
    ReceiptUnverified "receipt-unverified" "A device believes a receipt without verifying it.",
    AnchorIgnored "anchor-ignored" "A restored register writes on although it is behind its anchor.",
    AnchorAfterOffering "anchor-after-offering" "The anchor is written after the batch was offered.",
    NoRewind "no-rewind" "A copy of the log is kept although the council lost its end.",
    ReopenDrops "reopen-drops" "A new incarnation begins without what the old one had not delivered.",
    CarriedUnrebased "carried-unrebased" "Operations carried over keep bases that nobody will ever see.",
    TakeWithoutMerge "take-without-merge" "The log is kept and not shown.",
    CursorBeforeCommit "cursor-before-commit" "The log's end is written before its operations are.",
    DropOnRefusal "drop-on-refusal" "A refused batch counts as sent.",
    StaleAnswerApplied "stale-answer-applied" "A late answer to another question is believed.",
    CarriedNotOffered "carried-not-offered" "What others wrote and the council lost is not offered again.",
    RunUnverified "run-unverified" "A device takes in a log that does not hash to its end.",
    CutResendsAll "cut-resends-all" "After a cut everything is sent from the beginning.",
    PictureRestarts "picture-restarts" "After a cut a picture is sent from its first byte.",
    OwnForgotten "own-forgotten" "Taking in the log forgets own operations that are not in it yet.",
}

#[cfg(feature = "faults")]
mod switch {
    use std::cell::Cell;

    use super::Fault;

    thread_local! {
        static PLANTED: Cell<Option<Fault>> = const { Cell::new(None) };
    }

    /// Plants a fault in this thread, in place of any before.
    pub fn plant(fault: Option<Fault>) {
        PLANTED.set(fault);
    }

    /// Whether this fault is planted.
    #[must_use]
    pub fn planted(fault: Fault) -> bool {
        PLANTED.get() == Some(fault)
    }
}

#[cfg(feature = "faults")]
pub use switch::{plant, planted};

/// Whether this fault is planted: never, without the feature.
#[cfg(not(feature = "faults"))]
#[must_use]
#[inline(always)]
pub const fn planted(_: Fault) -> bool {
    false
}
