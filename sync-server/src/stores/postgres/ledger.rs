//! The logs in SQL: what the authority asks and writes. [`Ledger::enrolled`] and [`Ledger::log_end`] take the register
//! until the commit; what is appended names the ends that it was decided on, so that nothing is written over whatever
//! order the questions came in.

use sync::authority::{Append, Enrolled, Ledger, Quarantined, QuarantinedBecause, StoredRun, StoredStream};
use sync::circular::SignedCircular;
use sync::message::{Lease, StreamEnd};
use sync::{
    DeviceId, Epoch, Hash, LogEnd, RefusalCode, RegisterId, Role, SignedHead, StreamId, UnixMillis, WriterId, log_start,
};

use crate::stores::access::{StoreError, enrolled};
use crate::stores::column::{self, pack, unpack};
use crate::stores::run;

use super::row::{Columns, RUN, device, stored_run};
use super::transaction::Transaction;

/// A place beyond every place that is counted, where it is one.
fn place(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

impl Transaction<'_> {
    /// The log's chain where a stored run ends.
    fn log_where_a_run_ends(&mut self, register: RegisterId, position: u64) -> Result<Option<Hash>, StoreError> {
        if position == 0 {
            return Ok(Some(log_start(register)));
        }
        let sql = "SELECT l FROM runs WHERE register = $1 AND until = $2";
        let row = self.row(sql, &[&column::register(register), &place(position)])?;
        row.map(|row| row.hash(0)).transpose()
    }
}

/// Moves the log's and the stream's end from where the decision took them to be, and keeps the run between; nothing of
/// it where they are not there.
fn append_sql(first_of_log: bool, first_of_stream: bool) -> String {
    let log = match first_of_log {
        true => {
            "INSERT INTO logs (register, position, l) SELECT $1, $2, $3 WHERE $4 = 0::bigint ON CONFLICT DO NOTHING"
        }
        false => "UPDATE logs SET position = $2, l = $3 WHERE register = $1 AND position = $4",
    };
    let stream = match first_of_stream {
        true => {
            "INSERT INTO streams (writer, incarnation, register, n, h, receipt) SELECT $5, $6, $1, $7, $8, $9
             WHERE $10 = 1::bigint ON CONFLICT DO NOTHING"
        }
        false => {
            "UPDATE streams SET n = $7, h = $8, receipt = $9 WHERE writer = $5 AND incarnation = $6 AND n = $10::bigint - 1"
        }
    };
    format!(
        "WITH log AS ({log} RETURNING position), stream AS ({stream} RETURNING stream)
         INSERT INTO runs (register, position, until, stream, first, last, h, l, life, at, marks, frame)
         SELECT $1, $4::bigint + 1, $2, stream, $10, $7, $8, $3, $11::bigint, $12::bigint, $13::bytea, $14::bytea
         FROM log, stream RETURNING run"
    )
    .replace("SELECT $1, $2, $3 WHERE", "SELECT $1::bigint, $2::bigint, $3::bytea WHERE")
    .replace("SELECT $5, $6, $1, $7, $8, $9", "SELECT $5::bytea, $6::bigint, $1, $7::bigint, $8::bytea, $9::bytea")
}

impl Ledger for Transaction<'_> {
    type Error = StoreError;

    fn enrolled(&mut self, id: DeviceId, register: RegisterId) -> Result<Option<Enrolled>, StoreError> {
        self.take_register(column::register(register))?;
        let key = *self.council();
        if key.device() == id {
            return Ok(Some(Enrolled { key, role: Role::Council, revoked: false, in_scope: true }));
        }
        let sql = "SELECT key, name, recipient, role, scope, at, by, revoked,
            (SELECT sub_county FROM sub_counties WHERE centre = $2) FROM devices WHERE device = $1";
        let centre = i64::from(register.centre);
        let Some(row) = self.row(sql, &[&&id.0[..], &centre])? else { return Ok(None) };
        let listed = row.get_column::<Option<i64>>(8)?.map(|code| code as u32);
        let sub_county = listed.unwrap_or_else(|| column::own_sub_county(register.centre));
        Ok(Some(enrolled(&device(&row)?, register.centre, sub_county)))
    }

    fn stream(&mut self, stream: StreamId) -> Result<Option<StoredStream>, StoreError> {
        let sql = "SELECT n, h, receipt FROM streams WHERE writer = $1 AND incarnation = $2";
        let row = self.row(sql, &[&&stream.writer.0[..], &stream.incarnation.cast_signed()])?;
        let Some(row) = row else { return Ok(None) };
        let receipt = unpack(row.get_column(2)?, "receipt")?;
        Ok(Some(StoredStream { n: row.unsigned(0)?, h: row.hash(1)?, receipt }))
    }

    fn hash_at(&mut self, stream: StreamId, n: u64) -> Result<Option<Hash>, StoreError> {
        let sql = "SELECT first, last, runs.h, frame FROM runs JOIN streams USING (stream)
            WHERE writer = $1 AND incarnation = $2 AND last >= $3 ORDER BY last LIMIT 1";
        let row = self.row(sql, &[&&stream.writer.0[..], &stream.incarnation.cast_signed(), &place(n)])?;
        let Some(row) = row.filter(|_| n > 0) else { return Ok(None) };
        if row.unsigned(1)? == n {
            return row.hash(2).map(Some);
        }
        Ok(run::hashes(row.get_column(3)?, row.unsigned(0)?, n)?.last().copied())
    }

    fn hashes_from(&mut self, stream: StreamId, first: u64, limit: usize) -> Result<Vec<Hash>, StoreError> {
        let sql = "SELECT first, last, frame FROM runs JOIN streams USING (stream)
            WHERE writer = $1 AND incarnation = $2 AND last >= $3 ORDER BY last LIMIT $4";
        // A run holds one operation at least.
        let most = i64::try_from(limit).unwrap_or(i64::MAX);
        let key = (&stream.writer.0[..], stream.incarnation.cast_signed());
        let mut found = Vec::new();
        for row in self.rows(sql, &[&key.0, &key.1, &place(first), &most])? {
            if found.len() >= limit {
                break;
            }
            found.extend(run::hashes(row.get_column(2)?, row.unsigned(0)?.max(first), row.unsigned(1)?)?);
        }
        found.truncate(limit);
        Ok(found)
    }

    fn streams_of(&mut self, register: RegisterId) -> Result<Vec<StreamEnd>, StoreError> {
        let sql = "SELECT writer, incarnation, n, h FROM streams WHERE register = $1 ORDER BY writer, incarnation";
        let rows = self.rows(sql, &[&column::register(register)])?;
        let read = |row: &tokio_postgres::Row| {
            let stream = StreamId { writer: WriterId(row.bytes(0)?), incarnation: row.unsigned(1)? };
            Ok(StreamEnd { stream, n: row.unsigned(2)?, tag: row.hash(3)?.tag() })
        };
        rows.iter().map(read).collect()
    }

    fn last_incarnation(&mut self, writer: WriterId) -> Result<u64, StoreError> {
        let sql = "SELECT greatest((SELECT max(incarnation) FROM streams WHERE writer = $1),
            (SELECT max(incarnation) FROM quarantine WHERE writer = $1), 0)";
        let row = self.row(sql, &[&&writer.0[..]])?;
        row.map_or(Ok(0), |row| row.unsigned(0))
    }

    fn log_end(&mut self, register: RegisterId) -> Result<LogEnd, StoreError> {
        self.take_register(column::register(register))?;
        let sql = "SELECT position, l FROM logs WHERE register = $1";
        match self.row(sql, &[&column::register(register)])? {
            Some(row) => Ok(LogEnd { position: row.unsigned(0)?, l: row.hash(1)? }),
            None => Ok(LogEnd { position: 0, l: log_start(register) }),
        }
    }

    fn log_at(&mut self, register: RegisterId, position: u64) -> Result<Option<Hash>, StoreError> {
        if let Some(l) = self.log_where_a_run_ends(register, position)? {
            return Ok(Some(l));
        }
        let sql = format!("SELECT {RUN} WHERE runs.register = $1 AND until >= $2 ORDER BY until LIMIT 1");
        let row = self.row(&sql, &[&column::register(register), &place(position)])?;
        let Some(run) = row.as_ref().map(stored_run).transpose()? else { return Ok(None) };
        let before = self.log_where_a_run_ends(register, run.position - 1)?;
        let before = before.ok_or_else(|| column::damaged("log with a gap"))?;
        let hashes = run::hashes(&run.frame, run.first, run.last)?;
        Ok(Some(run::log_within(before, &hashes, &run.marks, position + 1 - run.position)))
    }

    fn last_position_in(&mut self, register: RegisterId, epoch: Epoch) -> Result<Option<u64>, StoreError> {
        let life = self.row("SELECT life FROM lives WHERE epoch = $1", &[&&epoch.0[..]])?;
        let Some(life) = life.map(|row| row.get_column::<i64>(0)).transpose()? else { return Ok(None) };
        let sql = "SELECT until FROM runs WHERE register = $1 AND life <= $2 ORDER BY until DESC LIMIT 1";
        let last = self.row(sql, &[&column::register(register), &life])?;
        last.map_or(Ok(Some(0)), |row| row.unsigned(0).map(Some))
    }

    fn closes(&mut self, year: u16) -> Result<Option<UnixMillis>, StoreError> {
        let row = self.row("SELECT at FROM closings WHERE year = $1", &[&i64::from(year)])?;
        row.map(|row| row.moment(0)).transpose()
    }

    fn commitments(&mut self, stream: StreamId, before: UnixMillis) -> Result<Vec<(u64, Hash)>, StoreError> {
        let sql = "SELECT n, h FROM commitments WHERE writer = $1 AND incarnation = $2 AND at < $3 ORDER BY n, h";
        let rows = self.rows(sql, &[&&stream.writer.0[..], &stream.incarnation.cast_signed(), &before.0])?;
        rows.iter().map(|row| Ok((row.unsigned(0)?, row.hash(1)?))).collect()
    }

    fn short_codes(&mut self, register: RegisterId, before: UnixMillis) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT code FROM short_codes WHERE register = $1 AND at < $2 ORDER BY code";
        let rows = self.rows(sql, &[&column::register(register), &before.0])?;
        rows.iter().map(|row| row.get_column(0)).collect()
    }

    fn append(&mut self, append: &Append, frame: &[u8]) -> Result<(), StoreError> {
        let (life, epoch) = self.life();
        let received = append.receipt.received;
        if received.epoch != epoch {
            return Err(self.overtaken());
        }
        let (register, until, before) =
            (column::register(append.register), place(append.log.position), place(append.position) - 1);
        let (incarnation, first, last) =
            (append.stream.incarnation.cast_signed(), place(append.first), place(append.last));
        let (writer, h, l) = (&append.stream.writer.0[..], &append.h.0[..], &append.log.l.0[..]);
        let (receipt, marks, at) = (pack(&append.receipt), pack(&append.marks), received.at.0);
        let kept = self.row(
            &append_sql(before == 0, first == 1),
            &[
                &register,
                &until,
                &l,
                &before,
                &writer,
                &incarnation,
                &last,
                &h,
                &receipt,
                &first,
                &life,
                &at,
                &marks,
                &frame,
            ],
        )?;
        kept.map(drop).ok_or_else(|| self.overtaken())
    }

    fn quarantine(&mut self, batch: &Quarantined) -> Result<(), StoreError> {
        let sql = "INSERT INTO quarantine
            (batch, why, device, register, writer, incarnation, first, last, at, frame)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (batch) DO NOTHING";
        let hash = blake3::hash(&batch.frame);
        let (first, last) = (batch.first.cast_signed(), batch.last.cast_signed());
        self.write(
            sql,
            &[
                &&hash.as_bytes()[..],
                &column::why(batch.why),
                &&batch.device.0[..],
                &column::register(batch.register),
                &&batch.stream.writer.0[..],
                &batch.stream.incarnation.cast_signed(),
                &first,
                &last,
                &batch.at.0,
                &batch.frame,
            ],
        )
    }

    fn forked_at(&mut self, stream: StreamId, n: u64) -> Result<Vec<Vec<u8>>, StoreError> {
        let sql = "SELECT frame FROM quarantine
            WHERE writer = $1 AND incarnation = $2 AND why = $3 AND $4 BETWEEN first AND last";
        let (writer, incarnation) = (&stream.writer.0[..], stream.incarnation.cast_signed());
        let rows = self.rows(sql, &[&writer, &incarnation, &column::why(QuarantinedBecause::Forked), &place(n)])?;
        rows.iter().map(|row| row.get_column(0)).collect()
    }

    fn keep_head(&mut self, head: &SignedHead, at: UnixMillis) -> Result<(), StoreError> {
        let sql = "INSERT INTO commitments (writer, incarnation, n, h, at, head)
            VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";
        let StreamId { writer, incarnation } = head.stream();
        let (incarnation, n) = (incarnation.cast_signed(), head.n.cast_signed());
        self.write(sql, &[&&writer.0[..], &incarnation, &n, &&head.h.0[..], &at.0, &pack(head)])
    }

    fn runs(&mut self, register: RegisterId, after: u64, limit: usize) -> Result<Vec<StoredRun>, StoreError> {
        // Sizes are summed before the batches are read: no more of them travel than were asked for.
        let sql = format!(
            "SELECT {RUN} WHERE runs.run IN (SELECT run FROM (
                SELECT run, sum(length(frame)) OVER (ORDER BY until) - length(frame) AS before FROM (
                    SELECT run, until, frame FROM runs WHERE register = $1 AND until > $2 ORDER BY until LIMIT 4096
                ) AS later) AS sized WHERE before < $3::bigint) ORDER BY runs.until"
        );
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = self.rows(&sql, &[&column::register(register), &place(after), &limit])?;
        rows.iter().map(stored_run).collect()
    }

    fn leases(&mut self, register: RegisterId) -> Result<Vec<(DeviceId, Lease)>, StoreError> {
        let sql = "SELECT device, first, last FROM leases WHERE register = $1 ORDER BY first, device";
        let rows = self.rows(sql, &[&column::register(register)])?;
        let read = |row: &tokio_postgres::Row| {
            Ok((DeviceId(row.bytes(0)?), Lease { first: row.small(1)?, last: row.small(2)? }))
        };
        rows.iter().map(read).collect()
    }

    fn lease(&mut self, register: RegisterId, device: DeviceId, leases: &[Lease]) -> Result<(), StoreError> {
        let register = column::register(register);
        self.write("DELETE FROM leases WHERE register = $1 AND device = $2", &[&register, &&device.0[..]])?;
        let sql = "INSERT INTO leases (register, device, first, last) VALUES ($1, $2, $3, $4)";
        leases.iter().try_for_each(|lease| {
            let (first, last) = (i64::from(lease.first), i64::from(lease.last));
            self.write(sql, &[&register, &&device.0[..], &first, &last])
        })
    }

    fn circulars(&mut self, after: u32) -> Result<Vec<SignedCircular>, StoreError> {
        let sql = "SELECT circular FROM circulars WHERE number > $1 ORDER BY number";
        let rows = self.rows(sql, &[&i64::from(after)])?;
        rows.iter().map(|row| unpack(row.get_column(0)?, "circular")).collect()
    }

    fn begin_epoch(&mut self) -> Result<Epoch, StoreError> {
        self.begin_life()
    }

    fn refused(&mut self, device: Option<DeviceId>, code: RefusalCode, at: UnixMillis) -> Result<(), StoreError> {
        let who = device.map_or_else(|| "-".to_owned(), |id| id.to_string());
        crate::audit::note(self, at, &who, &format!("refused.{}", code.code()), "")
    }
}
