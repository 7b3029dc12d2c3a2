//! Requests of devices: who asks and whether they may see what they ask for is checked here, in the transaction that
//! answers; what the answer is, `sync::authority` decides. Owns which lane of the store serves which request.

use std::collections::BTreeSet;
use std::sync::Arc;

use sync::authority::{self, Here, Opened};
use sync::message::{Answer, Request};
use sync::{DeviceId, RefusalCode, RegisterId};

use crate::access::{Caller, scope};
use crate::office::Office;
use crate::pictures::Measured;
use crate::problem::Problem;
use crate::stores::{Council, Lane, StoreError};

/// Answers a request of a device. A refusal comes as [`Answer::Refused`].
///
/// # Errors
/// When the store does not answer.
pub async fn answer(office: &Arc<Office>, caller: &Caller, request: Request) -> Result<Answer, Problem> {
    let Some(device) = caller.device() else {
        return Err(Problem::of(RefusalCode::NoRight, "Only devices synchronise; this session is a person's."));
    };
    match (lane_of(&request), request) {
        (_, Request::Push(batch)) => push(office, device, batch).await,
        (Some(lane), request) => in_transaction(office, lane, caller.clone(), device, request).await,
        (None, request) => about_pictures(office, caller.clone(), device, request).await,
    }
}

/// Takes in a batch, whoever carries it. It is opened and its signature checked beside those who write: many at a time.
async fn push(office: &Arc<Office>, carrier: DeviceId, batch: Vec<u8>) -> Result<Answer, Problem> {
    let open = move |council: &mut dyn Council| match Opened::open(batch.clone()) {
        Ok(mut opened) => {
            if let Some(device) = council.device(opened.device())? {
                opened.check(&device.key);
            }
            Ok(Ok(opened))
        }
        Err(code) => Ok(Err(code)),
    };
    let opened = match office.transact(Lane::Read, open).await? {
        Ok(opened) => opened,
        Err(code) => {
            note(office, carrier, code).await?;
            return Ok(Answer::Refused(code.into()));
        }
    };
    let (here, now) = (office.clone(), office.now());
    let take_in = move |council: &mut dyn Council| {
        let here = Here { epoch: council.epoch()?, now, key: &here.keys.signing };
        authority::push_opened(council, &here, &opened)
    };
    Ok(office.transact(Lane::Write, take_in).await?)
}

/// The store's lane; `None`: pictures, which are not in the database.
const fn lane_of(request: &Request) -> Option<Lane> {
    match request {
        Request::Commit(_) => Some(Lane::Urgent),
        Request::Hello(_) | Request::Push(_) => Some(Lane::Write),
        Request::Pull(_) | Request::Locate(_) | Request::Circulars(_) => Some(Lane::Read),
        Request::PicturesHave(..) | Request::PicturePart(_) | Request::PictureParts(_) | Request::PictureGet(..) => {
            None
        }
    }
}

async fn in_transaction(
    office: &Arc<Office>,
    lane: Lane,
    caller: Caller,
    device: DeviceId,
    request: Request,
) -> Result<Answer, Problem> {
    let (here, now) = (office.clone(), office.now());
    let work = move |council: &mut dyn Council| {
        if let Some(code) = barred(council, &caller, device, &request)? {
            return Ok(Answer::Refused(code.into()));
        }
        let epoch = council.epoch()?;
        authority::answer(council, &Here { epoch, now, key: &here.keys.signing }, request.clone())
    };
    let answer = office.transact(lane, work).await?;
    // What only reads cannot note its refusals.
    match &answer {
        Answer::Refused(refusal) if lane == Lane::Read => note(office, device, refusal.code).await?,
        _ => {}
    }
    Ok(answer)
}

async fn about_pictures(
    office: &Arc<Office>,
    caller: Caller,
    device: DeviceId,
    request: Request,
) -> Result<Answer, Problem> {
    let asked = request.clone();
    let gate = move |council: &mut dyn Council| barred(council, &caller, device, &asked);
    if let Some(code) = office.transact(Lane::Read, gate).await? {
        note(office, device, code).await?;
        return Ok(Answer::Refused(code.into()));
    }
    let (photographs, pixels) = (office.stores.photographs.clone(), office.settings.limits.pixels);
    let work = move || {
        let mut measured = Measured::new(photographs.hand(), pixels);
        let answer = authority::answer_picture(&mut measured, request)?;
        Ok::<_, StoreError>(if measured.refused() { Answer::Refused(RefusalCode::BadPicture.into()) } else { answer })
    };
    let gone = || StoreError::Unavailable("the pictures' thread ended".into());
    let answer = tokio::task::spawn_blocking(work).await.map_err(|_| gone())??;
    if let Answer::Refused(refusal) = &answer {
        note(office, device, refusal.code).await?;
    }
    Ok(answer)
}

async fn note(office: &Arc<Office>, device: DeviceId, code: RefusalCode) -> Result<(), StoreError> {
    let now = office.now();
    office.transact(Lane::Write, move |council| council.refused(Some(device), code, now)).await
}

/// Why the caller may not ask this, if so. Batches and signed heads prove themselves: anybody enrolled may carry them.
fn barred(
    council: &mut dyn Council,
    caller: &Caller,
    device: DeviceId,
    request: &Request,
) -> Result<Option<RefusalCode>, StoreError> {
    if caller.revoked {
        // Its own batches go on to the authority, which keeps them aside.
        return Ok((!matches!(request, Request::Push(_))).then_some(RefusalCode::Revoked));
    }
    if let Request::Hello(hello) = request
        && hello.device != device
    {
        return Ok(Some(RefusalCode::NoRight));
    }
    for register in registers_of(request) {
        if !scope::reaches(council, &caller.scope, register.centre)? {
            return Ok(Some(RefusalCode::ForeignCentre));
        }
    }
    Ok(None)
}

/// The registers that are asked about, where what is sent does not say itself who may write it.
fn registers_of(request: &Request) -> BTreeSet<RegisterId> {
    match request {
        Request::Hello(hello) => BTreeSet::from([hello.register]),
        Request::Pull(pull) => BTreeSet::from([pull.register]),
        Request::Locate(locate) => BTreeSet::from([locate.register]),
        Request::PicturesHave(register, _) | Request::PictureGet(register, ..) => BTreeSet::from([*register]),
        Request::PicturePart(part) => BTreeSet::from([part.register]),
        Request::PictureParts(parts) => parts.iter().map(|part| part.register).collect(),
        Request::Commit(_) | Request::Push(_) | Request::Circulars(_) => BTreeSet::new(),
    }
}
