//! A stick's bundle: opened with the council's age identity, taken in as if each thing had come by network, and answered
//! with a bundle that only the device that packed it opens. Owns that way; the same acceptance decides, so that stick and
//! network may race.

use std::io::Read as _;
use std::sync::Arc;

use sync::authority::{self, Here, Pictures as _};
use sync::bundle::{self, BundleError, Homeward, MOST_BUNDLE, Outward, Picture};
use sync::message::{Answer, Hello, Pull, Pulled, Request};
use sync::{Epoch, Hash, Receipt, RefusalCode, RegisterId};

use crate::access::scope;
use crate::office::Office;
use crate::pictures::Measured;
use crate::problem::{Code, Problem};
use crate::stores::{Council, Device, Lane, StoreError};

/// About the most bytes of log in one answer: what is more comes with the next.
const MOST_LOG: usize = 32 << 20;

/// What came of a bundle.
pub struct Taken {
    /// The encrypted answer.
    pub reply: Vec<u8>,
    /// Batches that are durable.
    pub stored: usize,
    /// Things that were refused.
    pub refused: usize,
    /// Pictures that are whole.
    pub pictures: usize,
}

/// Takes a bundle in.
///
/// # Errors
/// When it does not open, its device is not enrolled or was revoked (its batches are looked at all the same), or the
/// store does not answer.
pub async fn take_in(office: &Arc<Office>, encrypted: Vec<u8>) -> Result<Taken, Problem> {
    let here = office.clone();
    let opened = tokio::task::spawn_blocking(move || open(&here, &encrypted)).await;
    let outward = opened.map_err(|_| RefusalCode::Busy)??;
    let (mut receipts, mut refused) = (Vec::new(), 0);
    let heads = outward.heads.iter().copied().map(Request::Commit);
    let frames = outward.frames.iter().cloned().map(Request::Push);
    for request in heads.chain(frames) {
        match judged(office, request).await? {
            Answer::Stored(receipt) => receipts.push(receipt),
            Answer::Refused(_) => refused += 1,
            _ => {}
        }
    }
    let device = known(office, &outward).await?;
    let (pictures, turned_away) = keep_pictures(office, &device, outward.pictures).await?;
    let stored = receipts.len();
    let homeward = answer(office, outward.device, outward.hellos, receipts).await?;
    let reply = close(office, &device, &homeward)?;
    tracing::info!(device = %outward.device, stored, refused, pictures, turned_away, "bundle");
    Ok(Taken { reply, stored, refused: refused + turned_away, pictures })
}

fn open(office: &Office, encrypted: &[u8]) -> Result<Outward, Problem> {
    let foreign = |_| Problem::from(Code::BadBundle);
    let decryptor = age::Decryptor::new_buffered(encrypted).map_err(foreign)?;
    let identity: &dyn age::Identity = &office.keys.identity;
    let plain = decryptor.decrypt(std::iter::once(identity)).map_err(foreign)?;
    let mut bytes = Vec::new();
    let cut = |_| Problem::of(Code::BadBundle, "The bundle is cut short or was altered.");
    plain.take(MOST_BUNDLE as u64 + 1).read_to_end(&mut bytes).map_err(cut)?;
    bundle::from_bytes(&bytes).map_err(|error| match error {
        BundleError::TooLarge => Problem::of(RefusalCode::TooLarge, error.to_string()),
        BundleError::Newer(_) => Problem::of(RefusalCode::Protocol, error.to_string()),
        BundleError::Malformed | BundleError::Forged => Problem::of(Code::BadBundle, error.to_string()),
    })
}

async fn judged(office: &Arc<Office>, request: Request) -> Result<Answer, StoreError> {
    let (here, now) = (office.clone(), office.now());
    let work = move |council: &mut dyn Council| {
        let here = Here { epoch: council.epoch()?, now, key: &here.keys.signing };
        authority::answer(council, &here, request.clone())
    };
    let answer = office.transact(Lane::Write, work).await?;
    if let Answer::Refused(refusal) = &answer {
        office.metrics.refused(refusal.code.code());
    }
    Ok(answer)
}

/// The device that packed the bundle: the answer is for it alone.
async fn known(office: &Arc<Office>, outward: &Outward) -> Result<Device, Problem> {
    let id = outward.device;
    let device = office.transact(Lane::Read, move |council| council.device(id)).await?;
    let device = device.ok_or(RefusalCode::UnknownDevice)?;
    if device.revoked.is_some() { Err(RefusalCode::Revoked.into()) } else { Ok(device) }
}

/// Keeps pictures of centres within the device's scope; tells how many are whole, and how many were turned away.
async fn keep_pictures(
    office: &Arc<Office>,
    device: &Device,
    pictures: Vec<Picture>,
) -> Result<(usize, usize), Problem> {
    let (reach, count) = (device.scope.clone(), pictures.len());
    let within = move |council: &mut dyn Council| {
        let reached = pictures.iter().map(|picture| scope::reaches(council, &reach, picture.register.centre));
        let reached: Vec<bool> = reached.collect::<Result<_, _>>()?;
        let kept = pictures.iter().zip(reached).filter(|(_, reached)| *reached).map(|(picture, _)| picture.clone());
        Ok(kept.collect::<Vec<Picture>>())
    };
    let pictures = office.transact(Lane::Read, within).await?;
    let (photographs, pixels) = (office.stores.photographs.clone(), office.settings.limits.pixels);
    let keep = move || {
        let mut whole = 0;
        for picture in pictures {
            let (hash, size) = (picture.hash(), u32::try_from(picture.bytes.len()).unwrap_or(u32::MAX));
            let mut hand = Measured::new(photographs.hand(), pixels);
            let there = hand.have(hash)? == u32::MAX || hand.keep(hash, size, 0, &picture.bytes)? == u32::MAX;
            whole += usize::from(there);
        }
        Ok::<_, StoreError>(whole)
    };
    let whole = tokio::task::spawn_blocking(keep).await.map_err(|_| RefusalCode::Busy)??;
    Ok((whole, count - whole))
}

async fn answer(
    office: &Arc<Office>,
    id: sync::DeviceId,
    hellos: Vec<Hello>,
    receipts: Vec<Receipt>,
) -> Result<Homeward, Problem> {
    let newest = hellos.iter().map(|hello| hello.circular).min().unwrap_or(0);
    let (mut logs, mut wanted) = (Vec::new(), Vec::new());
    for hello in hellos.into_iter().filter(|hello| hello.device == id) {
        let register = hello.register;
        let Answer::Welcome(welcome) = judged(office, Request::Hello(hello.clone())).await? else { continue };
        for pulled in pull(office, register, welcome.common, &hello).await? {
            logs.push((register, pulled));
        }
        wanted.extend(lacking(office, register).await?);
    }
    let work = move |council: &mut dyn Council| Ok((council.epoch()?, council.circulars(newest)?));
    let (epoch, circulars): (Epoch, _) = office.transact(Lane::Read, work).await?;
    // A receipt of a life that ended meanwhile says nothing to the device.
    let receipts = receipts.into_iter().filter(|receipt| receipt.received.epoch == epoch).collect();
    Ok(Homeward { device: id, epoch, receipts, logs, circulars, pictures_wanted: wanted })
}

/// The log from where the device's copy stands, in pieces.
async fn pull(office: &Arc<Office>, register: RegisterId, common: u64, hello: &Hello) -> Result<Vec<Pulled>, Problem> {
    let (mut after, mut pieces, mut bytes) = (common, Vec::new(), 0);
    while bytes < MOST_LOG {
        let limit = 1 << 20;
        let asked = Request::Pull(Pull { register, after, have: hello.streams.clone(), limit });
        let Answer::Pulled(pulled) = judged(office, asked).await? else { break };
        let (more, end) = (pulled.more, pulled.log.position);
        bytes += sync::message::to_bytes(&pulled).len();
        pieces.push(pulled);
        if !more || end <= after {
            break;
        }
        after = end;
    }
    Ok(pieces)
}

/// Pictures that the register shows and that have not come whole.
async fn lacking(office: &Arc<Office>, register: RegisterId) -> Result<Vec<Hash>, Problem> {
    let fold = office.transact(Lane::Read, move |council| authority::folded(council, register)).await?;
    let shown: Vec<Hash> = fold
        .values()
        .into_iter()
        .filter(|((_, field), _)| field == "photograph")
        .filter_map(|(_, hash)| Hash::parse(&hash))
        .collect();
    let photographs = office.stores.photographs.clone();
    let lacking = move || {
        let mut hand = photographs.hand();
        let mut lacking = Vec::new();
        for hash in shown {
            if hand.have(hash)? != u32::MAX {
                lacking.push(hash);
            }
        }
        Ok::<_, StoreError>(lacking)
    };
    Ok(tokio::task::spawn_blocking(lacking).await.map_err(|_| RefusalCode::Busy)??)
}

fn close(office: &Office, device: &Device, homeward: &Homeward) -> Result<Vec<u8>, Problem> {
    let signed = bundle::sign_homeward(homeward, &office.keys.signing);
    let signed = signed.map_err(|error| Problem::of(RefusalCode::TooLarge, error.to_string()))?;
    let recipient: Result<age::x25519::Recipient, _> = device.recipient.parse();
    let recipient = recipient.map_err(|_| Problem::of(Code::BadBundle, "The device's recipient is none."))?;
    age::encrypt(&recipient, &signed).map_err(|_| Problem::of(Code::BadBundle, "The answer could not be encrypted."))
}
