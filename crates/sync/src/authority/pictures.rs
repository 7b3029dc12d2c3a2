//! Pictures to the council and from it, a part at a time, resumed at the byte. Owns the limits; refuses to keep them and
//! to say who may see which (the server's sessions do).

use crate::message::{Answer, PicturePart, Request};
use crate::refusal::RefusalCode;

use super::ledger::Pictures;

/// The most bytes of a picture. The regulations ask for far less.
pub const MOST_PICTURE: u32 = 4 << 20;

/// The most bytes of a part.
pub const MOST_PART: usize = 256 << 10;

/// The most pictures in one question.
const MOST_ASKED: usize = 2_000;

/// Answers a request for pictures; the others are [`super::answer`]'s.
///
/// # Errors
/// When the store does not answer.
pub fn answer_picture<P: Pictures>(pictures: &mut P, request: Request) -> Result<Answer, P::Error> {
    match request {
        Request::PicturesHave(_, hashes) if hashes.len() > MOST_ASKED => Ok(refused(RefusalCode::TooLarge)),
        Request::PicturesHave(_, hashes) => {
            let had = hashes.into_iter().map(|hash| pictures.have(hash));
            Ok(Answer::PicturesHad(had.collect::<Result<_, _>>()?))
        }
        Request::PicturePart(part) => take_part(pictures, &part),
        Request::PictureParts(parts) => take_parts(pictures, &parts),
        Request::PictureGet(_, hash, offset) => Ok(Answer::Picture(pictures.get(hash, offset)?)),
        _ => Ok(refused(RefusalCode::Malformed)),
    }
}

fn refused(code: RefusalCode) -> Answer {
    Answer::Refused(code.into())
}

/// Up to the first that is refused; what came before it stays.
fn take_parts<P: Pictures>(pictures: &mut P, parts: &[PicturePart]) -> Result<Answer, P::Error> {
    let mut taken = Vec::with_capacity(parts.len());
    for part in parts {
        match take_part(pictures, part)? {
            Answer::PictureTaken(have) => taken.push(have),
            refused => return Ok(refused),
        }
    }
    Ok(Answer::PicturesTaken(taken))
}

/// Takes one part: a server does so with each of several as it comes.
///
/// # Errors
/// When the store does not answer.
pub fn take_part<P: Pictures>(pictures: &mut P, part: &PicturePart) -> Result<Answer, P::Error> {
    let end = part.offset as usize + part.bytes.len();
    if part.bytes.len() > MOST_PART {
        return Ok(refused(RefusalCode::TooLarge));
    }
    if part.size == 0 || part.size > MOST_PICTURE || end > part.size as usize {
        return Ok(refused(RefusalCode::BadPicture));
    }
    let have = pictures.have(part.hash)?;
    if have == u32::MAX || part.offset > have {
        return Ok(Answer::PictureTaken(have));
    }
    let taken = pictures.keep(part.hash, part.size, part.offset, &part.bytes)?;
    // A picture sent in one piece that is not of its name is the sender's mistake. Of several pieces the first may have
    // been another's: it is asked for anew.
    let wrong = taken == 0 && part.offset == 0 && end == part.size as usize;
    Ok(if wrong { refused(RefusalCode::BadPicture) } else { Answer::PictureTaken(taken) })
}
