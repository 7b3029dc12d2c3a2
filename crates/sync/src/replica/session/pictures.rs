//! Pictures, after all text: what the council has of each, the rest in parts, as many at once as the link bears, then
//! what is missing here. Owns the parts' size; refuses to know what a picture shows.

use std::collections::{BTreeSet, VecDeque};

use super::council::{Asked, Word};
use super::{Limits, Replica, Session};
use crate::fault::{Fault, planted};
use crate::identity::{Hash, RegisterId};
use crate::message::{PicturePart, Request};
use crate::replica::trouble::Trouble;

/// Pictures asked about at once: a kilobyte of names.
const MOST_ASKED: usize = 32;

/// How often a picture may come to nothing before it waits for another day.
const MOST_STALLS: u8 = 3;

/// A picture on its way to the council.
#[derive(Clone, Copy, Debug)]
struct Sending {
    hash: Hash,
    size: u32,
    offset: u32,
    stalls: u8,
}

/// Where the pictures stand.
#[derive(Debug)]
pub(super) struct Gallery {
    least: u32,
    most: u32,
    /// Bytes in a request, as the link bears now.
    bears: u32,
    /// The most bytes of a part.
    part: u32,
    /// Of several parts one was refused: each goes by itself until it is known which.
    singly: bool,
    /// On their way, the first now.
    sending: VecDeque<Sending>,
    /// Those that the council was asked about.
    asked: BTreeSet<Hash>,
    /// Those that it was asked for, to the end.
    fetched: BTreeSet<Hash>,
    /// The last that was asked for, and from where.
    getting: Option<(Hash, u32)>,
    /// The bytes of the one of which a part went last.
    bytes: Option<(Hash, Vec<u8>)>,
    off: bool,
}

impl Gallery {
    pub(super) fn new(limits: &Limits) -> Gallery {
        let least = limits.picture_bytes.0.max(1);
        let most = limits.picture_bytes.1.max(least);
        Gallery {
            least,
            most,
            bears: limits.first_pictures.clamp(least, most),
            part: limits.part_bytes.max(1),
            singly: false,
            sending: VecDeque::new(),
            asked: BTreeSet::new(),
            fetched: BTreeSet::new(),
            getting: None,
            bytes: None,
            off: false,
        }
    }

    pub(super) fn bears(&self) -> u32 {
        self.bears
    }

    /// A request did not get through.
    pub(super) fn shrink(&mut self) {
        self.bears = (self.bears / 2).max(self.least);
    }

    fn grow(&mut self) {
        self.bears = self.bears.saturating_mul(2).min(self.most);
    }

    /// How much the council has of those on their way is not known any more.
    pub(super) fn forget(&mut self) {
        for sending in self.sending.drain(..) {
            self.asked.remove(&sending.hash);
        }
        (self.getting, self.bytes) = (None, None);
    }

    /// Nothing that it said of any is known any more.
    pub(super) fn forget_all(&mut self) {
        self.forget();
        self.asked.clear();
        self.fetched.clear();
    }

    /// No more pictures in this session.
    pub(super) fn close(&mut self) {
        self.off = true;
    }

    /// Several parts came to a refusal, those before the one that was meant being kept.
    pub(super) fn go_singly(&mut self) {
        self.singly = true;
        self.forget();
    }

    /// It was the one that was meant.
    pub(super) fn refused(&mut self, hash: Hash) {
        self.singly = false;
        self.drop(hash);
    }

    /// It is there, or waits for another day.
    fn drop(&mut self, hash: Hash) {
        self.sending.retain(|sending| sending.hash != hash);
    }

    pub(super) fn fetched(&mut self, hash: Hash) {
        self.fetched.insert(hash);
    }

    pub(super) fn next<R: Replica>(
        &mut self,
        replica: &R,
        register: RegisterId,
    ) -> Result<Option<(Asked, Request)>, R::Error> {
        if self.off {
            return Ok(None);
        }
        let parts = self.parts(replica, register)?;
        if !parts.is_empty() {
            return Ok(Some(send(parts)));
        }
        let to_send = replica.pictures_to_send()?.into_iter();
        let asked: Vec<_> = to_send.filter(|(hash, _)| !self.asked.contains(hash)).take(MOST_ASKED).collect();
        if asked.is_empty() {
            return self.fetch(replica, register);
        }
        let names = asked.iter().map(|(hash, _)| *hash).collect();
        Ok(Some((Asked::Have(asked), Request::PicturesHave(register, names))))
    }

    /// The next parts of those on their way, as many as the link bears. A picture of which there is nothing to send here
    /// waits for another day.
    fn parts<R: Replica>(&mut self, replica: &R, register: RegisterId) -> Result<Vec<PicturePart>, R::Error> {
        let (mut parts, mut room) = (Vec::new(), self.bears);
        let mut at = 0;
        while let Some(Sending { hash, size, mut offset, .. }) = self.sending.get(at).copied() {
            if self.bytes.as_ref().is_none_or(|(of, _)| *of != hash) {
                self.bytes = Some((hash, replica.picture(hash)?));
            }
            let whole = self.bytes.as_ref().map(|(_, bytes)| bytes).filter(|bytes| bytes.len() == size as usize);
            let Some(bytes) = whole.filter(|_| offset < size) else {
                self.sending.remove(at);
                continue;
            };
            while room > 0 && offset < size {
                let end = offset.saturating_add(self.part.min(room)).min(size);
                // A crumb is not worth its name; and the council looks at a picture's measure in its first part.
                if end < size && end - offset < self.least.min(self.part) && !parts.is_empty() {
                    return Ok(parts);
                }
                let bytes = bytes.get(offset as usize..end as usize).unwrap_or_default().to_vec();
                parts.push(PicturePart { register, hash, size, offset, bytes });
                (room, offset) = (room - (end - offset), end);
                if self.singly {
                    return Ok(parts);
                }
            }
            if room == 0 {
                break;
            }
            at += 1;
        }
        Ok(parts)
    }

    fn fetch<R: Replica>(&mut self, replica: &R, register: RegisterId) -> Result<Option<(Asked, Request)>, R::Error> {
        for (hash, from) in replica.pictures_to_fetch()? {
            // One that was asked for from the same byte on came to nothing.
            if self.fetched.contains(&hash) || self.getting == Some((hash, from)) {
                continue;
            }
            self.getting = Some((hash, from));
            return Ok(Some((Asked::Get(hash, from), Request::PictureGet(register, hash, from))));
        }
        Ok(None)
    }
}

/// One goes as ever, and several together.
fn send(mut parts: Vec<PicturePart>) -> (Asked, Request) {
    let asked = parts.iter().map(|part| (part.hash, part.offset + part.bytes.len() as u32)).collect();
    let request = match (parts.pop(), parts.is_empty()) {
        (Some(part), true) => Request::PicturePart(part),
        (last, _) => {
            parts.extend(last);
            Request::PictureParts(parts)
        }
    };
    (Asked::Parts(asked), request)
}

impl Session {
    pub(super) fn had<R: Replica>(
        &mut self,
        replica: &mut R,
        asked: &[(Hash, u32)],
        had: &[u32],
    ) -> Result<Word, R::Error> {
        if asked.len() != had.len() {
            self.nonsense();
            return Ok(Word::Void);
        }
        for ((hash, size), had) in asked.iter().zip(had) {
            self.gallery.asked.insert(*hash);
            if *had == u32::MAX {
                self.whole(replica, *hash, *size)?;
            } else {
                let offset = if *had >= *size || planted(Fault::PictureRestarts) { 0 } else { *had };
                self.progress.picture_bytes_sent += u64::from(offset);
                self.gallery.sending.push_back(Sending { hash: *hash, size: *size, offset, stalls: 0 });
            }
        }
        Ok(Word::Holds)
    }

    fn whole<R: Replica>(&mut self, replica: &mut R, hash: Hash, bytes: u32) -> Result<(), R::Error> {
        replica.picture_sent(hash, true)?;
        self.summary.pictures_sent += 1;
        self.progress.pictures_sent += 1;
        self.progress.picture_bytes_sent += u64::from(bytes);
        Ok(())
    }

    pub(super) fn parts_taken<R: Replica>(
        &mut self,
        replica: &mut R,
        asked: &[(Hash, u32)],
        taken: &[u32],
    ) -> Result<Word, R::Error> {
        if asked.len() != taken.len() {
            self.nonsense();
            return Ok(Word::Void);
        }
        let mut stalled = BTreeSet::new();
        for ((hash, end), taken) in asked.iter().zip(taken) {
            // What stands behind a part that came to nothing cannot come to more.
            if !stalled.contains(hash) && !self.part_taken(replica, *hash, *end, *taken)? {
                stalled.insert(*hash);
            }
        }
        if stalled.is_empty() {
            self.gallery.grow();
        }
        Ok(Word::Holds)
    }

    /// Whether it brought the picture on.
    fn part_taken<R: Replica>(&mut self, replica: &mut R, hash: Hash, end: u32, n: u32) -> Result<bool, R::Error> {
        let Some(sending) = self.gallery.sending.iter_mut().find(|sending| sending.hash == hash) else {
            return Ok(true);
        };
        let (size, offset) = (sending.size, sending.offset);
        if n == u32::MAX {
            self.gallery.drop(hash);
            self.whole(replica, hash, size - offset)?;
        } else if n > offset && n <= end && n < size {
            sending.offset = n;
            self.progress.picture_bytes_sent += u64::from(n - offset);
        } else {
            sending.offset = if n < size { n } else { 0 };
            sending.stalls += 1;
            if sending.stalls == MOST_STALLS {
                self.gallery.drop(hash);
                self.summary.note(Trouble::Picture(hash));
            }
            return Ok(false);
        }
        Ok(true)
    }

    pub(super) fn picture_came<R: Replica>(
        &mut self,
        replica: &mut R,
        hash: Hash,
        from: u32,
        came: Option<(u32, Vec<u8>)>,
    ) -> Result<Word, R::Error> {
        let Some((size, bytes)) = came else {
            self.gallery.fetched(hash);
            return Ok(Word::Holds);
        };
        let end = u64::from(from) + bytes.len() as u64;
        let whole = end <= u64::from(size) && replica.picture_part(hash, from, size, &bytes)?;
        if whole {
            self.summary.pictures_fetched += 1;
        } else if end >= u64::from(size) {
            self.summary.note(Trouble::Picture(hash));
        }
        if whole || end >= u64::from(size) || bytes.is_empty() {
            self.gallery.fetched(hash);
        }
        Ok(Word::Holds)
    }
}
