//! What happens in a world, as data: everything is in the list, so that a story is shortened by leaving things out.
//! Numbers that choose among things are taken modulo what there is when they are used. Owns the list's shape; refuses
//! to carry it out (`world` does).

mod draw;

use sync::Role;

pub use draw::draw;

/// A world and what happens in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// How many centres.
    pub centres: u8,
    /// Each desk: its computer, its centre and its role. Desks of one computer have one key.
    pub desks: Vec<(u8, u8, Role)>,
    /// By how many milliseconds each server's clock is wrong.
    pub servers: Vec<i64>,
    /// Operations in a batch, at most, so that small worlds have several batches.
    pub batch: u8,
    /// The events.
    pub events: Vec<Event>,
    /// Batches on sticks that come only after everything was healed.
    pub sticks_last: bool,
}

/// Something that happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Somebody writes at a desk.
    Write(u8, Writing),
    /// A desk meets the council, in this weather at these steps, for so many steps at most.
    Meet(u8, Vec<(u8, Weather)>, u8),
    /// A desk fills a stick.
    Load(u8),
    /// A stick is plugged in, its batches in another order and some twice.
    Plug(u8, Port, u8),
    /// A request that once was sent reaches the council again.
    Again(u8),
    /// Somebody sends what nobody wrote.
    Forge(u8, Forgery),
    /// So many seconds pass.
    Pass(u32),
    /// A desk's clock jumps by so many seconds.
    Jump(u8, i32),
    /// Registration closes in so many seconds, or is said to.
    Closes(u32),
    /// A head teacher sends a short code of the stream's end.
    ShortCode(u8),
    /// A desk's disk is as it was so many events ago; whether the anchor outside is still there.
    Restore(u8, u8, bool),
    /// A desk's whole computer is copied.
    Copy(u8),
    /// The council's database is as it was so many events ago; whether it notices by itself.
    RestoreCouncil(u8, bool),
    /// The council's picture store forgets the beginnings that it has.
    LoseParts,
    /// A desk's computer is revoked.
    Revoke(u8),
    /// The council moves a candidate from a centre to the next, and may crash before or after that is durable.
    Transfer(u8, u8, Option<bool>),
    /// The council issues a circular.
    Circular,
}

/// What somebody writes: which, and two numbers to choose by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Writing {
    /// What.
    pub what: What,
    /// Chooses about whom.
    pub whom: u8,
    /// Chooses the value.
    pub value: u8,
    /// The computer crashes, before or after it is durable.
    pub crash: Option<bool>,
}

/// What somebody writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Enters a candidate.
    Enter,
    /// Changes a field.
    Change,
    /// Changes a number of candidate.
    Renumber,
    /// Changes a field of several.
    Bulk,
    /// Enters several.
    Import,
    /// Withdraws.
    Withdraw,
    /// Takes a withdrawal back.
    Reinstate,
    /// Undoes: writes what was there before.
    Undo,
    /// Attaches a photograph.
    Photograph,
    /// Changes a field of the centre.
    Centre,
    /// Closes a conflict.
    Resolve,
    /// Changes a field, with the reason that amendments need.
    Amend,
    /// Stands for somebody's amendment.
    Countersign,
    /// Lets a late entry take effect.
    Admit,
    /// Writes what the role may not, what only the council may, or what no version reads.
    Foul,
}

/// What happens to a request, or to those who speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weather {
    /// The request is lost.
    RequestLost,
    /// The next request with several parts of pictures is cut: the first ones come.
    RequestCut(u8),
    /// The answer is lost.
    AnswerLost,
    /// The answer is late: it comes after a later one.
    AnswerLate,
    /// The request comes twice.
    Twice,
    /// The council crashes, before or after it is durable.
    CouncilCrash(bool),
    /// The desk crashes at its so-many-th durable step from here, before or after.
    DeskCrash(u8, bool),
    /// The council is busy.
    Busy,
    /// The answer says something that is not so.
    Lie,
    /// A picture's bytes arrive altered.
    Smudge,
    /// Another desk meets the council meanwhile.
    Meanwhile(u8),
}

/// Where a stick is plugged in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Port {
    /// At the council.
    Council,
    /// At a desk, which carries on what is on it and takes home receipts that are its own.
    Desk(u8),
}

/// What nobody wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forgery {
    /// A desk's next batch, signed by another's key.
    Signature,
    /// A batch of the desk's key that stands where its stream ends at the council, and continues another chain.
    Chain,
    /// A batch for another centre, by a computer that has no right to it.
    Centre,
    /// A desk's batch with a byte altered.
    Altered(u8),
    /// A commitment for a chain that nobody has.
    Commitment,
    /// A batch by a computer that was never enrolled.
    Stranger,
    /// Bytes.
    Noise(u8),
}
