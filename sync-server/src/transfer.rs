//! A candidate's move, asked for by a person or at the server. Owns the transaction around the authority's decision:
//! what was half written when it says no goes with it.

use std::sync::{Arc, Mutex, PoisonError};

use sync::authority::{self, Here, NotMoved, Transfer};

use crate::access::Decided;
use crate::audit;
use crate::office::Office;
use crate::problem::{Code, Problem};
use crate::stores::{Council, Lane, StoreError};

/// Where departure and arrival stand in the two logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Moved {
    /// In the log of the centre that was left.
    pub departed: u64,
    /// In the log of the other.
    pub arrived: u64,
}

/// Moves a candidate if `may` says so, in the same transaction.
///
/// # Errors
/// When the candidate cannot be moved so, `may` says no, or the store does not answer.
pub async fn move_candidate(
    office: &Arc<Office>,
    asked: Transfer,
    who: String,
    mut may: impl FnMut(&mut dyn Council) -> Decided<()> + Send + 'static,
) -> Result<Moved, Problem> {
    let (here, now) = (office.clone(), office.now());
    let stayed = Arc::new(Mutex::new(None));
    let why = stayed.clone();
    let work = move |council: &mut dyn Council| {
        if let Err(problem) = may(council)? {
            return Ok(Err(problem));
        }
        let here = Here { epoch: council.epoch()?, now, key: &here.keys.signing };
        match authority::transfer(council, &here, &asked)? {
            Ok((departed, arrived)) => {
                audit::note(council, now, &who, "candidate.transfer", &asked.candidate.to_string())?;
                let (departed, arrived) = (departed.received.log.position, arrived.received.log.position);
                Ok(Ok(Moved { departed, arrived }))
            }
            Err(not) => {
                *why.lock().unwrap_or_else(PoisonError::into_inner) = Some(not);
                Err(StoreError::Unavailable("the candidate was not moved".into()))
            }
        }
    };
    let outcome = office.transact(Lane::Write, work).await;
    let stayed: Option<NotMoved> = stayed.lock().unwrap_or_else(PoisonError::into_inner).take();
    match stayed {
        Some(not) => Err(Problem::of(Code::BadTransfer, format!("It is refused: {not}."))),
        None => outcome?,
    }
}
