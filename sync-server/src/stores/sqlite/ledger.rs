//! The logs in SQL: what the authority asks and writes.

use rusqlite::{OptionalExtension, Row, params};
use sync::authority::{Append, Enrolled, Ledger, Quarantined, QuarantinedBecause, StoredRun, StoredStream};
use sync::circular::SignedCircular;
use sync::message::{Lease, StreamEnd};
use sync::{
    DeviceId, Epoch, Hash, LogEnd, RefusalCode, RegisterId, Role, SignedHead, StreamId, UnixMillis, WriterId, log_start,
};

use super::transaction::Transaction;
use crate::stores::access::{Access, StoreError, enrolled};
use crate::stores::column::{self, pack, unpack};
use crate::stores::run;

/// The columns of a run, in the order that [`stored_run`] reads.
const RUN: &str = "lives.epoch, runs.at, streams.writer, streams.incarnation, runs.first, runs.last, runs.position,
    runs.marks, runs.until, runs.l, runs.frame FROM runs JOIN streams USING (stream) JOIN lives USING (life)";

fn stored_run(row: &Row<'_>) -> Result<StoredRun, StoreError> {
    Ok(StoredRun {
        epoch: Epoch(row.get(0)?),
        at: UnixMillis(row.get(1)?),
        stream: StreamId { writer: WriterId(row.get(2)?), incarnation: number(row, 3)? },
        first: number(row, 4)?,
        last: number(row, 5)?,
        position: number(row, 6)?,
        marks: unpack(row.get_ref(7)?.as_blob().unwrap_or_default(), "run")?,
        log: LogEnd { position: number(row, 8)?, l: Hash(row.get(9)?) },
        frame: row.get(10)?,
    })
}

fn number(row: &Row<'_>, index: usize) -> Result<u64, StoreError> {
    Ok(row.get::<_, i64>(index)?.cast_unsigned())
}

/// A place beyond every place that is counted, where it is one.
fn place(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

impl Transaction<'_> {
    fn stream_number(&self, stream: StreamId) -> Result<Option<i64>, StoreError> {
        let sql = "SELECT stream FROM streams WHERE writer = ?1 AND incarnation = ?2";
        let key = (stream.writer.0, stream.incarnation.cast_signed());
        Ok(self.prepare(sql)?.query_row(key, |row| row.get(0)).optional()?)
    }

    /// The run of a register's log in which a position lies.
    fn run_at(&self, register: RegisterId, position: u64) -> Result<Option<StoredRun>, StoreError> {
        let sql = format!("SELECT {RUN} WHERE runs.register = ?1 AND runs.until >= ?2 ORDER BY runs.until LIMIT 1");
        let mut statement = self.prepare(&sql)?;
        let mut rows = statement.query((column::register(register), place(position)))?;
        rows.next()?.map(stored_run).transpose()
    }

    /// The log's chain where a stored run ends.
    fn log_where_a_run_ends(&self, register: RegisterId, position: u64) -> Result<Option<Hash>, StoreError> {
        if position == 0 {
            return Ok(Some(log_start(register)));
        }
        let sql = "SELECT l FROM runs WHERE register = ?1 AND until = ?2";
        let key = (column::register(register), place(position));
        Ok(self.prepare(sql)?.query_row(key, |row| row.get(0)).optional()?.map(Hash))
    }

    /// Moves the log's end; refuses when it is not where the decision took it to be.
    fn move_log(&self, append: &Append) -> Result<(), StoreError> {
        let register = column::register(append.register);
        let (before, until, l) = (place(append.position) - 1, place(append.log.position), append.log.l.0);
        let sql = match before {
            0 => "INSERT INTO logs (register, position, l) VALUES (?1, ?2, ?3)",
            _ => "UPDATE logs SET position = ?2, l = ?3 WHERE register = ?1 AND position = ?4",
        };
        let mut statement = self.prepare(sql)?;
        let moved = match before {
            0 => statement.execute((register, until, l))?,
            _ => statement.execute((register, until, l, before))?,
        };
        as_decided(moved)
    }

    /// Moves the stream's end likewise, and tells its number.
    fn move_stream(&self, append: &Append) -> Result<i64, StoreError> {
        let (h, receipt) = (append.h.0, pack(&append.receipt));
        let StreamId { writer, incarnation } = append.stream;
        let key = (writer.0, incarnation.cast_signed());
        if append.first == 1 {
            let sql = "INSERT INTO streams (register, writer, incarnation, n, h, receipt)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING stream";
            let row = params![column::register(append.register), key.0, key.1, place(append.last), h, receipt];
            return Ok(self.prepare(sql)?.query_row(row, |row| row.get(0))?);
        }
        let sql = "UPDATE streams SET n = ?4, h = ?5, receipt = ?6
            WHERE writer = ?1 AND incarnation = ?2 AND n = ?3 RETURNING stream";
        let row = params![key.0, key.1, place(append.first) - 1, place(append.last), h, receipt];
        let moved = self.prepare(sql)?.query_row(row, |row| row.get(0)).optional()?;
        moved.ok_or_else(overtaken)
    }
}

fn as_decided(moved: usize) -> Result<(), StoreError> {
    if moved == 1 { Ok(()) } else { Err(overtaken()) }
}

/// The log or the stream does not end where the decision took it to end: nothing is written on top.
fn overtaken() -> StoreError {
    StoreError::Unavailable("a batch was decided on what is no longer so".into())
}

impl Ledger for Transaction<'_> {
    type Error = StoreError;

    fn enrolled(&mut self, device: DeviceId, register: RegisterId) -> Result<Option<Enrolled>, StoreError> {
        let key = *self.council();
        if key.device() == device {
            return Ok(Some(Enrolled { key, role: Role::Council, revoked: false, in_scope: true }));
        }
        let Some(device) = self.device(device)? else { return Ok(None) };
        let sub_county = self.sub_county(register.centre)?;
        Ok(Some(enrolled(&device, register.centre, sub_county)))
    }

    fn stream(&mut self, stream: StreamId) -> Result<Option<StoredStream>, StoreError> {
        let sql = "SELECT n, h, receipt FROM streams WHERE writer = ?1 AND incarnation = ?2";
        let mut statement = self.prepare(sql)?;
        let mut rows = statement.query((stream.writer.0, stream.incarnation.cast_signed()))?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let receipt = unpack(row.get_ref(2)?.as_blob().unwrap_or_default(), "receipt")?;
        Ok(Some(StoredStream { n: number(row, 0)?, h: Hash(row.get(1)?), receipt }))
    }

    fn hash_at(&mut self, stream: StreamId, n: u64) -> Result<Option<Hash>, StoreError> {
        let Some(number) = self.stream_number(stream)? else { return Ok(None) };
        let sql = "SELECT first, last, h, frame FROM runs WHERE stream = ?1 AND last >= ?2 ORDER BY last LIMIT 1";
        let mut statement = self.prepare(sql)?;
        let mut rows = statement.query((number, place(n)))?;
        let Some(row) = rows.next()?.filter(|_| n > 0) else { return Ok(None) };
        let (first, last) = (row.get::<_, i64>(0)?.cast_unsigned(), row.get::<_, i64>(1)?.cast_unsigned());
        if last == n {
            return Ok(Some(Hash(row.get(2)?)));
        }
        let hashes = run::hashes(row.get_ref(3)?.as_blob().unwrap_or_default(), first, n)?;
        Ok(hashes.last().copied())
    }

    fn hashes_from(&mut self, stream: StreamId, first: u64, limit: usize) -> Result<Vec<Hash>, StoreError> {
        let Some(number) = self.stream_number(stream)? else { return Ok(Vec::new()) };
        let sql = "SELECT first, last, frame FROM runs WHERE stream = ?1 AND last >= ?2 ORDER BY last";
        let mut statement = self.prepare(sql)?;
        let mut rows = statement.query((number, place(first)))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()?.filter(|_| found.len() < limit) {
            let (start, last) = (row.get::<_, i64>(0)?.cast_unsigned(), row.get::<_, i64>(1)?.cast_unsigned());
            let frame = row.get_ref(2)?.as_blob().unwrap_or_default();
            found.extend(run::hashes(frame, start.max(first), last)?);
        }
        found.truncate(limit);
        Ok(found)
    }

    fn streams_of(&mut self, register: RegisterId) -> Result<Vec<StreamEnd>, StoreError> {
        let sql = "SELECT writer, incarnation, n, h FROM streams WHERE register = ?1 ORDER BY writer, incarnation";
        let mut statement = self.prepare(sql)?;
        let mut rows = statement.query([column::register(register)])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let stream = StreamId { writer: WriterId(row.get(0)?), incarnation: number(row, 1)? };
            found.push(StreamEnd { stream, n: number(row, 2)?, tag: Hash(row.get(3)?).tag() });
        }
        Ok(found)
    }

    fn last_incarnation(&mut self, writer: WriterId) -> Result<u64, StoreError> {
        let sql = "SELECT max(coalesce((SELECT max(incarnation) FROM streams WHERE writer = ?1), 0),
            coalesce((SELECT max(incarnation) FROM quarantine WHERE writer = ?1), 0))";
        self.prepare(sql)?.query_row([writer.0], |row| Ok(row.get::<_, i64>(0)?.cast_unsigned())).map_err(Into::into)
    }

    fn log_end(&mut self, register: RegisterId) -> Result<LogEnd, StoreError> {
        let sql = "SELECT position, l FROM logs WHERE register = ?1";
        let mut statement = self.prepare(sql)?;
        let mut rows = statement.query([column::register(register)])?;
        match rows.next()? {
            Some(row) => Ok(LogEnd { position: number(row, 0)?, l: Hash(row.get(1)?) }),
            None => Ok(LogEnd { position: 0, l: log_start(register) }),
        }
    }

    fn log_at(&mut self, register: RegisterId, position: u64) -> Result<Option<Hash>, StoreError> {
        if let Some(l) = self.log_where_a_run_ends(register, position)? {
            return Ok(Some(l));
        }
        let Some(run) = self.run_at(register, position)? else { return Ok(None) };
        let before = self.log_where_a_run_ends(register, run.position - 1)?;
        let before = before.ok_or_else(|| column::damaged("log with a gap"))?;
        let hashes = run::hashes(&run.frame, run.first, run.last)?;
        Ok(Some(run::log_within(before, &hashes, &run.marks, position + 1 - run.position)))
    }

    fn last_position_in(&mut self, register: RegisterId, epoch: Epoch) -> Result<Option<u64>, StoreError> {
        let life = self.prepare("SELECT life FROM lives WHERE epoch = ?1")?.query_row([epoch.0], |row| row.get(0));
        let Some(life): Option<i64> = life.optional()? else { return Ok(None) };
        let sql = "SELECT until FROM runs WHERE register = ?1 AND life <= ?2 ORDER BY until DESC LIMIT 1";
        let last = self.prepare(sql)?.query_row((column::register(register), life), |row| row.get::<_, i64>(0));
        Ok(Some(last.optional()?.unwrap_or(0).cast_unsigned()))
    }

    fn closes(&mut self, year: u16) -> Result<Option<UnixMillis>, StoreError> {
        let sql = "SELECT at FROM closings WHERE year = ?1";
        Ok(self.prepare(sql)?.query_row([year], |row| row.get(0).map(UnixMillis)).optional()?)
    }

    fn commitments(&mut self, stream: StreamId, before: UnixMillis) -> Result<Vec<(u64, Hash)>, StoreError> {
        let sql = "SELECT n, h FROM commitments WHERE writer = ?1 AND incarnation = ?2 AND at < ?3 ORDER BY n, h";
        let mut statement = self.prepare(sql)?;
        let key = (stream.writer.0, stream.incarnation.cast_signed(), before.0);
        let read = |row: &Row<'_>| Ok((row.get::<_, i64>(0)?.cast_unsigned(), Hash(row.get(1)?)));
        let found = statement.query_map(key, read)?.collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    fn short_codes(&mut self, register: RegisterId, before: UnixMillis) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT code FROM short_codes WHERE register = ?1 AND at < ?2 ORDER BY code";
        let mut statement = self.prepare(sql)?;
        let found = statement.query_map((column::register(register), before.0), |row| row.get(0))?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    fn append(&mut self, append: &Append, frame: &[u8]) -> Result<(), StoreError> {
        let (life, epoch) = self.life();
        let received = append.receipt.received;
        if received.epoch != epoch {
            return Err(overtaken());
        }
        self.move_log(append)?;
        let stream = self.move_stream(append)?;
        let sql = "INSERT INTO runs (register, position, until, stream, first, last, h, l, life, at, marks, frame)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
        self.prepare(sql)?.execute(params![
            column::register(append.register),
            place(append.position),
            place(append.log.position),
            stream,
            place(append.first),
            place(append.last),
            append.h.0,
            append.log.l.0,
            life,
            received.at.0,
            pack(&append.marks),
            frame,
        ])?;
        Ok(())
    }

    fn quarantine(&mut self, batch: &Quarantined) -> Result<(), StoreError> {
        let sql = "INSERT INTO quarantine
            (batch, why, device, register, writer, incarnation, first, last, at, frame)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (batch) DO NOTHING";
        self.prepare(sql)?.execute(params![
            blake3::hash(&batch.frame).as_bytes(),
            column::why(batch.why),
            batch.device.0,
            column::register(batch.register),
            batch.stream.writer.0,
            batch.stream.incarnation.cast_signed(),
            batch.first.cast_signed(),
            batch.last.cast_signed(),
            batch.at.0,
            batch.frame,
        ])?;
        Ok(())
    }

    fn forked_at(&mut self, stream: StreamId, n: u64) -> Result<Vec<Vec<u8>>, StoreError> {
        let sql = "SELECT frame FROM quarantine
            WHERE writer = ?1 AND incarnation = ?2 AND why = ?3 AND ?4 BETWEEN first AND last";
        let (writer, incarnation) = (stream.writer.0, stream.incarnation.cast_signed());
        let mut statement = self.prepare(sql)?;
        let key = (writer, incarnation, column::why(QuarantinedBecause::Forked), place(n));
        let frames = statement.query_map(key, |row| row.get(0))?;
        Ok(frames.collect::<rusqlite::Result<_>>()?)
    }

    fn keep_head(&mut self, head: &SignedHead, at: UnixMillis) -> Result<(), StoreError> {
        let sql = "INSERT INTO commitments (writer, incarnation, n, h, at, head)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING";
        let StreamId { writer, incarnation } = head.stream();
        let (incarnation, n) = (incarnation.cast_signed(), head.n.cast_signed());
        self.prepare(sql)?.execute(params![writer.0, incarnation, n, head.h.0, at.0, pack(head)])?;
        Ok(())
    }

    fn runs(&mut self, register: RegisterId, after: u64, limit: usize) -> Result<Vec<StoredRun>, StoreError> {
        let sql = format!("SELECT {RUN} WHERE runs.register = ?1 AND runs.until > ?2 ORDER BY runs.until");
        let mut statement = self.prepare(&sql)?;
        let mut rows = statement.query((column::register(register), place(after)))?;
        let (mut found, mut bytes) = (Vec::new(), 0);
        while let Some(row) = rows.next()? {
            let run = stored_run(row)?;
            bytes += run.frame.len();
            found.push(run);
            if bytes >= limit {
                break;
            }
        }
        Ok(found)
    }

    fn leases(&mut self, register: RegisterId) -> Result<Vec<(DeviceId, Lease)>, StoreError> {
        let sql = "SELECT device, first, last FROM leases WHERE register = ?1 ORDER BY first, device";
        let mut statement = self.prepare(sql)?;
        let read = |row: &Row<'_>| Ok((DeviceId(row.get(0)?), Lease { first: row.get(1)?, last: row.get(2)? }));
        let found = statement.query_map([column::register(register)], read)?.collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    fn lease(&mut self, register: RegisterId, device: DeviceId, leases: &[Lease]) -> Result<(), StoreError> {
        let register = column::register(register);
        let sql = "DELETE FROM leases WHERE register = ?1 AND device = ?2";
        self.prepare(sql)?.execute((register, device.0))?;
        let sql = "INSERT OR REPLACE INTO leases (register, device, first, last) VALUES (?1, ?2, ?3, ?4)";
        for Lease { first, last } in leases {
            self.prepare(sql)?.execute((register, device.0, first, last))?;
        }
        Ok(())
    }

    fn circulars(&mut self, after: u32) -> Result<Vec<SignedCircular>, StoreError> {
        let mut statement = self.prepare("SELECT circular FROM circulars WHERE number > ?1 ORDER BY number")?;
        let mut rows = statement.query([after])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(unpack(row.get_ref(0)?.as_blob().unwrap_or_default(), "circular")?);
        }
        Ok(found)
    }

    fn begin_epoch(&mut self) -> Result<Epoch, StoreError> {
        self.begin_life()
    }

    fn refused(&mut self, device: Option<DeviceId>, code: RefusalCode, at: UnixMillis) -> Result<(), StoreError> {
        let who = device.map_or_else(|| "-".to_owned(), |id| id.to_string());
        crate::audit::note(self, at, &who, &format!("refused.{}", code.code()), "")
    }
}
