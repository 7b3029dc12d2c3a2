//! Sticks: what a desk puts on one, and what happens where it is plugged in. Owns late, repeated and reordered delivery;
//! refuses to judge what comes.

use sync::frame::Frame;
use sync::message::{Answer, PicturePart, Request, StreamEnd};
use sync::replica::{Carried, Replica};

use super::{Stick, World};
use crate::council::CouncilStore;
use crate::dice::Dice;
use crate::invariant::Violation;
use crate::opened::opened;
use crate::plan::Port;

impl<S: CouncilStore> World<S> {
    /// Everything that has no receipt, and what the desk carries for others.
    pub(crate) fn load(&mut self, at: usize) {
        let batch = self.limits.batch_operations;
        let desk = &mut self.desks[at];
        let own = desk.kept.written_now();
        let end = StreamEnd { stream: own.stream, n: own.n(), tag: own.h().tag() };
        if desk.anchor(end).is_err() {
            return;
        }
        let mut frames = Vec::new();
        for own in &desk.kept.streams {
            let mut first = desk.kept.acknowledged(own.stream) + 1;
            while first <= own.n() {
                let Ok((before, records)) = desk.operations(own.stream, first, batch) else { break };
                let incarnation = own.stream.incarnation;
                let count = records.len() as u64;
                frames.extend(Frame::seal(&desk.key, desk.register, incarnation, first, before, &records));
                first += count.max(1);
            }
        }
        frames.extend(desk.kept.carried.values().map(|frame| frame.to_vec()));
        let shown = desk.pictures_shown().into_iter();
        let pictures = shown.filter_map(|hash| Some((hash, desk.kept.pictures.get(&hash)?.to_vec()))).collect();
        let stick = Stick { register: desk.register, frames, pictures, receipts: Vec::new() };
        self.note(|| format!("    desk {at} fills a stick with {} batches", stick.frames.len()));
        self.sticks.push(stick);
    }

    pub(crate) fn plug(&mut self, stick: u8, port: Port, order: u8) -> Result<(), Violation> {
        if self.sticks.is_empty() {
            return Ok(());
        }
        let index = usize::from(stick) % self.sticks.len();
        match port {
            Port::Council => self.plug_at_the_council(index, order),
            Port::Desk(desk) => self.plug_at(self.pick(desk), index),
        }
    }

    fn plug_at_the_council(&mut self, index: usize, order: u8) -> Result<(), Violation> {
        for frame in shuffled(&self.sticks[index].frames, order) {
            self.again.iter_mut().for_each(|again| again.cut_batches += 1);
            if let Answer::Stored(receipt) = self.deliver(usize::from(order), &frame)? {
                self.sticks[index].receipts.push(receipt);
            }
        }
        let Stick { register, pictures, .. } = self.sticks[index].clone();
        for (hash, bytes) in pictures {
            let part = PicturePart { register, hash, size: bytes.len() as u32, offset: 0, bytes };
            self.ask(usize::from(order), &Request::PicturePart(part), None)?;
        }
        Ok(())
    }

    /// A desk carries on what is of others, and takes home receipts of its own.
    fn plug_at(&mut self, at: usize, index: usize) -> Result<(), Violation> {
        let stick = self.sticks[index].clone();
        let desk = &mut self.desks[at];
        if desk.register != stick.register {
            return Ok(());
        }
        let writer = desk.writer();
        let heads = stick.frames.iter().filter_map(|bytes| Some((opened(bytes)?.head, bytes)));
        let carried = heads.filter(|(head, _)| head.stream().writer != writer);
        let carried: Vec<_> = carried
            .map(|(head, bytes)| Carried { stream: head.stream(), last: head.n, frame: bytes.clone() })
            .collect();
        let end = desk.kept.end;
        let _ = desk.take(&[], &carried, end);
        for receipt in &stick.receipts {
            let received = receipt.received;
            let same = desk.hash_at(received.stream, received.n) == Ok(Some(received.h));
            let now = desk.kept.epoch == Some(received.epoch) && received.stream.writer == writer;
            if same && now && receipt.is_of(&desk.council) {
                let _ = desk.acknowledge(receipt);
            }
        }
        self.check_receipts(at)
    }

    pub(crate) fn again(&mut self, which: u8) -> Result<(), Violation> {
        if self.requests.is_empty() {
            return Ok(());
        }
        let request = self.requests[usize::from(which) * 7 % self.requests.len()].clone();
        self.ask(usize::from(which), &request, None)?;
        Ok(())
    }

    /// Every stick reaches the council at last.
    pub(crate) fn plug_all(&mut self) -> Result<(), Violation> {
        (0..self.sticks.len()).try_for_each(|index| self.plug_at_the_council(index, 0))
    }
}

/// In another order, some twice; 0 leaves them as they are.
fn shuffled(frames: &[Vec<u8>], order: u8) -> Vec<Vec<u8>> {
    let mut dice = Dice::of(order.into());
    let mut all = frames.to_vec();
    if order > 0 && !all.is_empty() {
        for index in (1..all.len()).rev() {
            all.swap(index, dice.below(index as u64 + 1) as usize);
        }
        all.push(all[dice.below(all.len() as u64) as usize].clone());
    }
    all
}
