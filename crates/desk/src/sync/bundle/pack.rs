//! What goes into a bundle: for each register where it stands, its signed end, and in batches what the council has not
//! received. Owns the choice; nothing goes in before its end is anchored.

use std::path::Path;

use ::sync::SignedHead;
use ::sync::bundle::{MOST_PICTURE, Outward, Picture};
use ::sync::frame::{Frame, MOST_BYTES, MOST_OPERATIONS};
use ::sync::message::{Hello, StreamEnd};
use ::sync::replica::{OwnStream, Place, Replica};

use super::sealed;
use crate::desk::Desk;
use crate::error::{Error, Result};
use crate::office::Office;
use crate::sync::copy::Copy;
use crate::sync::council::Council;
use crate::sync::exchange::introduce;

/// A bundle being packed.
#[derive(Debug)]
pub struct Packing {
    content: Outward,
    packed: Packed,
}

/// What a bundle holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// Registers.
    pub registers: u64,
    /// Own operations.
    pub operations: u64,
    /// Photographs.
    pub pictures: u64,
    /// Bytes of the file.
    pub bytes: u64,
}

impl Packing {
    /// An empty bundle of this computer.
    #[must_use]
    pub fn new(council: &Council) -> Packing {
        let device = council.identity().device();
        let (hellos, heads, frames, pictures) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Packing { content: Outward { device, hellos, heads, frames, pictures }, packed: Packed::default() }
    }

    /// Packs a register.
    ///
    /// # Errors
    /// When it cannot be read, or its anchor not be written.
    pub fn add(&mut self, office: &Office, council: &Council, desk: &mut Desk, pictures: bool) -> Result<()> {
        let id = introduce(office, council, desk)?;
        let key = council.identity().key().clone();
        let anchors = office.anchors();
        let mut copy = Copy { register: desk.register_mut(), id, key: &key, anchors, anchored: None, by_stick: true };
        let place = copy.place()?;
        if let Some(now) = place.streams.last() {
            copy.anchor(end_of(now))?;
        }
        self.content.hellos.push(self.hello(&place));
        for own in place.streams.iter().filter(|own| own.n > own.acknowledged) {
            self.content.heads.push(SignedHead::sign(&key, place.register, own.stream.incarnation, own.n, own.h));
            self.batches(&copy, &place, own)?;
            self.packed.operations += own.n - own.acknowledged;
        }
        self.content.frames.extend(copy.register.read().carried()?.into_iter().map(|batch| batch.frame));
        if pictures {
            self.pictures(&copy, &place)?;
        }
        self.packed.registers += 1;
        copy.settle();
        Ok(())
    }

    fn hello(&self, place: &Place) -> Hello {
        Hello {
            register: place.register,
            device: self.content.device,
            streams: place.streams.iter().map(end_of).collect(),
            lineage: place.lineage.clone(),
            log: (place.log.position, place.log.l.tag()),
            proof: None,
            circular: place.circular,
        }
    }

    fn batches(&mut self, copy: &Copy<'_>, place: &Place, own: &OwnStream) -> Result<()> {
        let (mut first, mut most) = (own.acknowledged + 1, MOST_OPERATIONS);
        while first <= own.n && most > 0 {
            let (before, records) = copy.operations(own.stream, first, most)?;
            let sealed = Frame::seal(copy.key(), place.register, own.stream.incarnation, first, before, &records);
            match sealed {
                Ok(frame) if frame.len() <= MOST_BYTES => {
                    self.content.frames.push(frame);
                    (first, most) = (first + records.len() as u64, MOST_OPERATIONS);
                }
                _ => most = records.len() / 2,
            }
        }
        Ok(())
    }

    fn pictures(&mut self, copy: &Copy<'_>, place: &Place) -> Result<()> {
        for (hash, size) in copy.pictures_to_send()? {
            if size as usize <= MOST_PICTURE {
                let picture = Picture { register: place.register, bytes: copy.picture(hash)? };
                self.content.pictures.push(picture);
                self.packed.pictures += 1;
            }
        }
        Ok(())
    }

    /// Writes the file.
    ///
    /// # Errors
    /// When there is nothing to carry, it would be too large, or it cannot be written.
    pub fn seal(self, council: &Council, out: &Path) -> Result<Packed> {
        if self.packed.registers == 0 {
            return Err(Error::Usage("there is no register to carry".to_owned()));
        }
        let bytes = sealed(council, &self.content, out)?;
        Ok(Packed { bytes, ..self.packed })
    }
}

fn end_of(own: &OwnStream) -> StreamEnd {
    StreamEnd { stream: own.stream, n: own.n, tag: own.h.tag() }
}
