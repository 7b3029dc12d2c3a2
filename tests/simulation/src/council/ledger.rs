//! One transaction on the in-memory council. Owns what each question and each write means for the tables; refuses to
//! decide.

use std::rc::Rc;

use sync::authority::{Append, Enrolled, Ledger, Quarantined, QuarantinedBecause, StoredRun, StoredStream};
use sync::circular::SignedCircular;
use sync::message::{Lease, StreamEnd};
use sync::{
    DeviceId, Epoch, Hash, LogEnd, Mark, RefusalCode, RegisterId, SignedHead, StreamId, UnixMillis, WriterId, log_next,
    log_start,
};

use super::Lost;
use super::memory::life;
use super::tables::{Stream, Tables};
use crate::opened::opened;

/// A transaction: the tables as they will be.
pub struct Transaction<'t> {
    pub(crate) tables: &'t mut Tables,
    pub(crate) lives: &'t mut u64,
}

type Answer<T> = Result<T, Lost>;

impl Ledger for Transaction<'_> {
    type Error = Lost;

    fn enrolled(&mut self, device: DeviceId, register: RegisterId) -> Answer<Option<Enrolled>> {
        let of = |member: &super::Member| Enrolled {
            key: member.key,
            role: member.role,
            revoked: member.revoked,
            in_scope: member.registers.contains(&register),
        };
        Ok(self.tables.members.get(&device).map(of))
    }

    fn stream(&mut self, stream: StreamId) -> Answer<Option<StoredStream>> {
        Ok(self.tables.stream(stream).map(|stream| stream.end))
    }

    fn hash_at(&mut self, stream: StreamId, n: u64) -> Answer<Option<Hash>> {
        let place = n.checked_sub(1).and_then(|index| usize::try_from(index).ok());
        Ok(self.tables.stream(stream).zip(place).and_then(|(stream, place)| stream.hashes.get(place).copied()))
    }

    fn hashes_from(&mut self, stream: StreamId, first: u64, limit: usize) -> Answer<Vec<Hash>> {
        let skip = first.saturating_sub(1) as usize;
        let hashes = |stream: &Stream| stream.hashes.iter().skip(skip).take(limit).copied().collect();
        Ok(self.tables.stream(stream).map_or(Vec::new(), hashes))
    }

    fn streams_of(&mut self, register: RegisterId) -> Answer<Vec<StreamEnd>> {
        let book = self.tables.book(register).ok_or(Lost)?;
        let end = |(id, stream): (&StreamId, &Rc<Stream>)| StreamEnd {
            stream: *id,
            n: stream.end.n,
            tag: stream.end.h.tag(),
        };
        Ok(book.streams.iter().map(end).collect())
    }

    fn last_incarnation(&mut self, writer: WriterId) -> Answer<u64> {
        let streams = self.tables.books.values().flat_map(|book| book.streams.keys());
        let aside = self.tables.quarantine.iter().map(|batch| &batch.stream);
        let of_writer = streams.chain(aside).filter(|stream| stream.writer == writer);
        Ok(of_writer.map(|stream| stream.incarnation).max().unwrap_or(0))
    }

    fn log_end(&mut self, register: RegisterId) -> Answer<LogEnd> {
        let chain = self.tables.book(register).map_or(&[][..], |book| &book.chain);
        let l = chain.last().copied().unwrap_or_else(|| log_start(register));
        Ok(LogEnd { position: chain.len() as u64, l })
    }

    fn log_at(&mut self, register: RegisterId, position: u64) -> Answer<Option<Hash>> {
        let Some(index) = position.checked_sub(1) else { return Ok(Some(log_start(register))) };
        Ok(self.tables.book(register).and_then(|book| book.chain.get(index as usize).copied()))
    }

    fn last_position_in(&mut self, register: RegisterId, epoch: Epoch) -> Answer<Option<u64>> {
        let lives = &self.tables.lives;
        let Some(until) = lives.iter().position(|life| *life == epoch) else { return Ok(None) };
        let lived = |run: &&Rc<StoredRun>| lives.iter().take(until + 1).any(|life| *life == run.epoch);
        let runs = self.tables.book(register).map_or(&[][..], |book| &book.runs);
        let last = runs.iter().rev().find(lived);
        Ok(Some(last.map_or(0, |run| run.log.position)))
    }

    fn closes(&mut self, year: u16) -> Answer<Option<UnixMillis>> {
        Ok(self.tables.closes.get(&year).copied())
    }

    fn commitments(&mut self, stream: StreamId, before: UnixMillis) -> Answer<Vec<(u64, Hash)>> {
        let heads = self.tables.books.values().flat_map(|book| &book.heads);
        let in_time = heads.filter(|((of, ..), at)| *of == stream && **at < before);
        Ok(in_time.map(|((_, n, h), _)| (*n, Hash(*h))).collect())
    }

    fn short_codes(&mut self, register: RegisterId, before: UnixMillis) -> Answer<Vec<String>> {
        let Some(book) = self.tables.book(register) else { return Ok(Vec::new()) };
        Ok(book.short_codes.iter().filter(|(_, at)| **at < before).map(|(code, _)| code.clone()).collect())
    }

    fn append(&mut self, append: &Append, frame: &[u8]) -> Answer<()> {
        let opened = opened(frame).ok_or(Lost)?;
        let new: Vec<Hash> = (opened.first..)
            .zip(&opened.operations)
            .filter(|(n, _)| (append.first..=append.last).contains(n))
            .map(|(_, operation)| operation.h)
            .collect();
        let epoch = self.tables.epoch();
        let book = self.tables.book_mut(append.register);
        let marks = append.marks.iter().flat_map(|(count, mark)| std::iter::repeat_n(*mark, *count as usize));
        let mut l = book.chain.last().copied().unwrap_or_else(|| log_start(append.register));
        for (h, mark) in new.iter().zip(marks) {
            l = log_next(l, *h, Mark::to_bytes(mark));
            book.chain.push(l);
        }
        if let Some(last) = book.chain.last_mut() {
            *last = append.log.l;
        }
        let end = StoredStream { n: append.last, h: append.h, receipt: append.receipt };
        let hashes = book.streams.get(&append.stream).map_or(Vec::new(), |stream| stream.hashes.clone());
        let kept = hashes.into_iter().take(append.first.saturating_sub(1) as usize);
        let hashes = kept.chain(new).collect();
        book.streams.insert(append.stream, Rc::new(Stream { end, hashes }));
        book.runs.push(Rc::new(StoredRun {
            epoch,
            at: append.receipt.received.at,
            stream: append.stream,
            first: append.first,
            last: append.last,
            position: append.position,
            marks: append.marks.clone(),
            log: append.log,
            frame: frame.to_vec(),
        }));
        Ok(())
    }

    fn quarantine(&mut self, batch: &Quarantined) -> Answer<()> {
        let known = self.tables.quarantine.iter().any(|kept| kept.frame == batch.frame && kept.why == batch.why);
        if !known {
            Rc::make_mut(&mut self.tables.quarantine).push(batch.clone());
        }
        Ok(())
    }

    fn forked_at(&mut self, stream: StreamId, n: u64) -> Answer<Vec<Vec<u8>>> {
        let aside = self.tables.quarantine.iter();
        let forks = aside.filter(|batch| batch.why == QuarantinedBecause::Forked && batch.stream == stream);
        Ok(forks.filter(|batch| (batch.first..=batch.last).contains(&n)).map(|batch| batch.frame.clone()).collect())
    }

    fn keep_head(&mut self, head: &SignedHead, at: UnixMillis) -> Answer<()> {
        let heads = &mut self.tables.book_mut(head.register).heads;
        heads.entry((head.stream(), head.n, head.h.0)).or_insert(at);
        Ok(())
    }

    fn runs(&mut self, register: RegisterId, after: u64, limit: usize) -> Answer<Vec<StoredRun>> {
        let runs = self.tables.book(register).map_or(&[][..], |book| &book.runs);
        let mut bytes = 0;
        let first = runs.partition_point(|run| run.log.position <= after);
        let wanted = runs.iter().skip(first).take_while(|run| {
            let fits = bytes < limit;
            bytes += run.frame.len();
            fits
        });
        Ok(wanted.map(|run| run.as_ref().clone()).collect())
    }

    fn leases(&mut self, register: RegisterId) -> Answer<Vec<(DeviceId, Lease)>> {
        let Some(book) = self.tables.book(register) else { return Ok(Vec::new()) };
        Ok(book.leases.iter().flat_map(|(device, leases)| leases.iter().map(|lease| (*device, *lease))).collect())
    }

    fn lease(&mut self, register: RegisterId, device: DeviceId, leases: &[Lease]) -> Answer<()> {
        self.tables.book_mut(register).leases.insert(device, leases.to_vec());
        Ok(())
    }

    fn circulars(&mut self, after: u32) -> Answer<Vec<SignedCircular>> {
        Ok(self.tables.circulars.iter().filter(|signed| signed.circular.number > after).cloned().collect())
    }

    fn begin_epoch(&mut self) -> Answer<Epoch> {
        *self.lives += 1;
        let epoch = life(*self.lives);
        Rc::make_mut(&mut self.tables.lives).push(epoch);
        Ok(epoch)
    }

    fn refused(&mut self, _: Option<DeviceId>, _: RefusalCode, _: UnixMillis) -> Answer<()> {
        Ok(())
    }
}
