//! The USB stick: bundles out, replies in. Owns no byte of either: packing, sealing and what of a reply is believed is
//! `desk`'s and `sync`'s.

use std::path::PathBuf;

use desk::sync::bundle::{Packing, Reply, reply_beside, send as send_bundle, take_in as take_in_reply};
use desk::sync::{Cancel, Council};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Event, Outcome, Problem, Window};

commands! {
    "bundles.pack" => pack, (Pack) -> PackedView;
    "bundles.send" => send, (Send) -> Sent;
    "bundles.take-in" => take_in, (TakeIn) -> ArrivedView;
}

/// A bundle of the open register is to be written.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "BundlePack")]
pub(crate) struct Pack {
    /// Where to.
    pub(crate) path: String,
    /// Whether photographs go into it.
    pub(crate) pictures: bool,
}

/// What was packed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "BundlePacked")]
pub(crate) struct PackedView {
    /// The file.
    pub(crate) path: String,
    /// Own changes in it.
    pub(crate) changes: u64,
    /// Photographs in it.
    pub(crate) pictures: u64,
    /// Its bytes.
    pub(crate) bytes: u64,
}

/// A bundle, of whomever, is to be carried to the council.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "BundleSend")]
pub(crate) struct Send {
    /// The name under which it can be stopped.
    pub(crate) task: String,
    /// The bundle.
    pub(crate) path: String,
}

/// A bundle that the council has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "BundleSent")]
pub(crate) struct Sent {
    /// Where the reply is, to be carried back.
    pub(crate) reply: String,
    /// Bytes that were sent.
    pub(crate) bytes: u64,
}

/// A reply is to be taken in.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(rename = "BundleTakeIn")]
pub(crate) struct TakeIn {
    /// The reply.
    pub(crate) path: String,
}

/// What a reply brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "BundleArrived")]
pub(crate) struct ArrivedView {
    /// Own changes for which a receipt came.
    pub(crate) received: u64,
    /// Changes of others taken in.
    pub(crate) taken: u64,
    /// New circulars.
    pub(crate) circulars: u32,
    /// What was not as it should be, in English.
    pub(crate) troubles: Vec<String>,
}

fn pack(window: &Window, Pack { path, pictures }: Pack) -> Outcome<PackedView> {
    let council = Council::of(&window.office, Cancel::default())?;
    let mut packing = Packing::new(&council);
    window.reading(|at_work| Ok(packing.add(&window.office, &council, &mut at_work.desk, pictures)?))?;
    let packed = packing.seal(&council, &PathBuf::from(&path))?;
    Ok(PackedView { path, changes: packed.operations, pictures: packed.pictures, bytes: packed.bytes })
}

fn send(window: &Window, Send { task, path }: Send) -> Outcome<Sent> {
    let task = window.begin(&task);
    let path = PathBuf::from(path);
    let reply = reply_beside(&path);
    let mut council = Council::of(&window.office, task.cancel.clone())?;
    let bytes = send_bundle(&mut council, &path, &reply)?;
    Ok(Sent { reply: reply.display().to_string(), bytes })
}

fn take_in(window: &Window, TakeIn { path }: TakeIn) -> Outcome<ArrivedView> {
    let council = Council::of(&window.office, Cancel::default())?;
    let reply = Reply::open(&council, &PathBuf::from(&path))?;
    let arrived = window.reading(|at_work| {
        if !at_work.desk.id()?.is_some_and(|id| reply.concerns(id)) {
            return Err(Problem::new("bundle.other-register", "usage", "the reply does not speak of this register"));
        }
        at_work.changed();
        Ok(take_in_reply(&window.office, &council, &mut at_work.desk, &reply)?)
    })?;
    window.tell(&Event::Changed { candidates: Vec::new() });
    window.exchanged();
    Ok(ArrivedView {
        received: arrived.received,
        taken: arrived.summary.operations_taken.saturating_sub(arrived.received),
        circulars: arrived.summary.circulars,
        troubles: arrived.summary.troubles.iter().map(ToString::to_string).collect(),
    })
}
