//! Pictures, after all text: what the council has of each, the rest in parts that fit the link, then what is missing
//! here. Owns the parts' size; refuses to know what a picture shows.

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
    part: u32,
    /// On their way, the first now.
    sending: VecDeque<Sending>,
    /// Those that the council was asked about.
    asked: BTreeSet<Hash>,
    /// Those that it was asked for, to the end.
    fetched: BTreeSet<Hash>,
    /// The last that was asked for, and from where.
    getting: Option<(Hash, u32)>,
    /// The bytes of the one on its way.
    bytes: Option<(Hash, Vec<u8>)>,
    off: bool,
}

impl Gallery {
    pub(super) fn new(limits: &Limits) -> Gallery {
        let least = limits.part_bytes.0.max(1);
        let most = limits.part_bytes.1.max(least);
        Gallery {
            least,
            most,
            part: limits.first_part.clamp(least, most),
            sending: VecDeque::new(),
            asked: BTreeSet::new(),
            fetched: BTreeSet::new(),
            getting: None,
            bytes: None,
            off: false,
        }
    }

    pub(super) fn part(&self) -> u32 {
        self.part
    }

    /// A part did not get through.
    pub(super) fn shrink(&mut self) {
        self.part = (self.part / 2).max(self.least);
    }

    fn grow(&mut self) {
        self.part = self.part.saturating_mul(2).min(self.most);
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

    /// The one on its way waits for another day.
    pub(super) fn give_up(&mut self) {
        self.sending.pop_front();
        self.bytes = None;
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
        if let Some(part) = self.send(replica, register)? {
            return Ok(Some(part));
        }
        let to_send = replica.pictures_to_send()?.into_iter();
        let asked: Vec<_> = to_send.filter(|(hash, _)| !self.asked.contains(hash)).take(MOST_ASKED).collect();
        if asked.is_empty() {
            return self.fetch(replica, register);
        }
        let names = asked.iter().map(|(hash, _)| *hash).collect();
        Ok(Some((Asked::Have(asked), Request::PicturesHave(register, names))))
    }

    /// The next part of the one on its way.
    fn send<R: Replica>(&mut self, replica: &R, register: RegisterId) -> Result<Option<(Asked, Request)>, R::Error> {
        while let Some(Sending { hash, size, offset, .. }) = self.sending.front().copied() {
            if self.bytes.as_ref().is_none_or(|(of, _)| *of != hash) {
                self.bytes = Some((hash, replica.picture(hash)?));
            }
            let end = offset.saturating_add(self.part).min(size);
            let whole = self.bytes.as_ref().map(|(_, bytes)| bytes).filter(|bytes| bytes.len() == size as usize);
            match whole.and_then(|bytes| bytes.get(offset as usize..end as usize)) {
                Some(part) if !part.is_empty() => {
                    let part = PicturePart { register, hash, size, offset, bytes: part.to_vec() };
                    return Ok(Some((Asked::Part(hash, end), Request::PicturePart(part))));
                }
                _ => self.give_up(),
            }
        }
        Ok(None)
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

    pub(super) fn part_taken<R: Replica>(
        &mut self,
        replica: &mut R,
        hash: Hash,
        end: u32,
        n: u32,
    ) -> Result<Word, R::Error> {
        let Some(sending) = self.gallery.sending.front_mut().filter(|sending| sending.hash == hash) else {
            return Ok(Word::Holds);
        };
        let (size, offset) = (sending.size, sending.offset);
        if n == u32::MAX {
            self.gallery.give_up();
            self.gallery.grow();
            self.whole(replica, hash, size - offset)?;
        } else if n > offset && n <= end && n < size {
            sending.offset = n;
            self.progress.picture_bytes_sent += u64::from(n - offset);
            self.gallery.grow();
        } else {
            sending.offset = if n < size { n } else { 0 };
            sending.stalls += 1;
            if sending.stalls == MOST_STALLS {
                self.gallery.give_up();
                self.summary.note(Trouble::Picture(hash));
            }
        }
        Ok(Word::Holds)
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
