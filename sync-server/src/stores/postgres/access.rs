//! People, devices, codes, sessions and the audit in SQL.

use sync::authority::Quarantined;
use sync::circular::SignedCircular;
use sync::{DeviceId, Epoch, Hash, LogEnd, Receipt, RegisterId, UnixMillis};
use tokio_postgres::Row;

use crate::stores::access::{
    Access, AuditLine, Code, Device, RegisterEnd, ShortCode, StoreError, Subject, Token, User,
};
use crate::stores::column::{self, pack, unpack};

use super::connect::AUDIT as AUDIT_LOCK;
use super::row::{self, AUDIT, CODE, Columns, DEVICE, QUARANTINED, TOKEN, USER};
use super::transaction::Transaction;

fn each<T>(rows: &[Row], read: fn(&Row) -> Result<T, StoreError>) -> Result<Vec<T>, StoreError> {
    rows.iter().map(read).collect()
}

/// As the database counts: a limit beyond all rows is none.
fn most(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

fn after(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

impl Access for Transaction<'_> {
    fn epoch(&mut self) -> Result<Epoch, StoreError> {
        Ok(self.life().1)
    }

    fn device(&mut self, id: DeviceId) -> Result<Option<Device>, StoreError> {
        let row = self.row(&format!("{DEVICE} WHERE device = $1"), &[&&id.0[..]])?;
        row.as_ref().map(row::device).transpose()
    }

    fn put_device(&mut self, device: &Device) -> Result<(), StoreError> {
        let sql = "INSERT INTO devices (device, key, name, recipient, role, scope, at, by, revoked)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (device) DO UPDATE
            SET key = $2, name = $3, recipient = $4, role = $5, scope = $6, at = $7, by = $8, revoked = $9";
        let (id, revoked) = (device.key.device(), device.revoked.map(|at| at.0));
        let (role, scope) = (device.role.name(), column::scope(&device.scope));
        let Device { key, name, recipient, at, by, .. } = device;
        self.write(sql, &[&&id.0[..], &&key.0[..], name, recipient, &role, &scope, &at.0, by, &revoked])
    }

    fn devices(&mut self) -> Result<Vec<Device>, StoreError> {
        each(&self.rows(&format!("{DEVICE} ORDER BY device"), &[])?, row::device)
    }

    fn user(&mut self, name: &str) -> Result<Option<User>, StoreError> {
        let row = self.row(&format!("{USER} WHERE name = $1{}", self.held()), &[&name])?;
        row.as_ref().map(row::user).transpose()
    }

    fn put_user(&mut self, user: &User) -> Result<(), StoreError> {
        let sql = "INSERT INTO users (name, password, role, scope, disabled, failures, locked_until)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (name) DO UPDATE
            SET password = $2, role = $3, scope = $4, disabled = $5, failures = $6, locked_until = $7";
        let (role, scope, failures) = (user.role.name(), column::scope(&user.scope), i64::from(user.failures));
        let User { name, password, disabled, locked_until, .. } = user;
        self.write(sql, &[name, password, &role, &scope, disabled, &failures, &locked_until.0])
    }

    fn users(&mut self) -> Result<Vec<User>, StoreError> {
        each(&self.rows(&format!("{USER} ORDER BY name COLLATE \"C\""), &[])?, row::user)
    }

    fn code(&mut self, id: &str) -> Result<Option<Code>, StoreError> {
        let row = self.row(&format!("{CODE} WHERE code = $1{}", self.held()), &[&id])?;
        row.as_ref().map(row::code).transpose()
    }

    fn put_code(&mut self, code: &Code) -> Result<(), StoreError> {
        let sql = "INSERT INTO codes (code, key, purpose, expires, attempts, by, used)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (code) DO UPDATE
            SET key = $2, purpose = $3, expires = $4, attempts = $5, by = $6, used = $7";
        let (purpose, attempts) = (column::purpose(&code.purpose), i64::from(code.attempts));
        let Code { id, key, expires, by, used, .. } = code;
        self.write(sql, &[id, &&key[..], &purpose, &expires.0, &attempts, by, used])
    }

    fn token(&mut self, hash: Hash) -> Result<Option<Token>, StoreError> {
        let row = self.row(&format!("{TOKEN} WHERE hash = $1{}", self.held()), &[&&hash.0[..]])?;
        row.as_ref().map(row::token).transpose()
    }

    fn put_token(&mut self, token: &Token) -> Result<(), StoreError> {
        let sql = "INSERT INTO tokens (hash, family, subject, serves, expires, spent)
            VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (hash) DO UPDATE
            SET family = $2, subject = $3, serves = $4, expires = $5, spent = $6";
        let (subject, serves) = (column::subject(&token.subject), column::serves(token.serves));
        let Token { hash, family, expires, spent, .. } = token;
        self.write(sql, &[&&hash.0[..], &&family[..], &subject, &serves, &expires.0, spent])
    }

    fn end_family(&mut self, family: [u8; 16]) -> Result<(), StoreError> {
        self.write("DELETE FROM tokens WHERE family = $1", &[&&family[..]])
    }

    fn end_sessions(&mut self, subject: &Subject) -> Result<(), StoreError> {
        if let Subject::User(name) = subject {
            self.write("DELETE FROM browser_sessions WHERE name = $1", &[name])?;
        }
        self.write("DELETE FROM tokens WHERE subject = $1", &[&column::subject(subject)])
    }

    fn spend(&mut self, challenge: Hash, expires: UnixMillis) -> Result<bool, StoreError> {
        let sql = "INSERT INTO challenges (hash, expires) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING expires";
        Ok(self.row(sql, &[&&challenge.0[..], &expires.0])?.is_some())
    }

    fn forget_expired(&mut self, before: UnixMillis) -> Result<(), StoreError> {
        self.write("DELETE FROM tokens WHERE expires < $1", &[&before.0])?;
        self.write("DELETE FROM browser_sessions WHERE expires < $1", &[&before.0])?;
        self.write("DELETE FROM challenges WHERE expires < $1", &[&before.0])
    }

    fn sub_county(&mut self, centre: u32) -> Result<u32, StoreError> {
        let sql = "SELECT sub_county FROM sub_counties WHERE centre = $1";
        let row = self.row(sql, &[&i64::from(centre)])?;
        row.map_or(Ok(column::own_sub_county(centre)), |row| row.small(0))
    }

    fn set_sub_county(&mut self, centre: u32, sub_county: u32) -> Result<(), StoreError> {
        // The console's summary of the centre is made anew.
        let (first, last) = column::registers_of(centre);
        self.write("UPDATE projected SET format = 0 WHERE register BETWEEN $1 AND $2", &[&first, &last])?;
        let sql = "INSERT INTO sub_counties (centre, sub_county) VALUES ($1, $2)
            ON CONFLICT (centre) DO UPDATE SET sub_county = $2";
        self.write(sql, &[&i64::from(centre), &i64::from(sub_county)])
    }

    fn set_closes(&mut self, year: u16, at: Option<UnixMillis>) -> Result<(), StoreError> {
        let year = i64::from(year);
        match at {
            Some(at) => {
                let sql = "INSERT INTO closings (year, at) VALUES ($1, $2) ON CONFLICT (year) DO UPDATE SET at = $2";
                self.write(sql, &[&year, &at.0])
            }
            None => self.write("DELETE FROM closings WHERE year = $1", &[&year]),
        }
    }

    fn issue(&mut self, circular: &SignedCircular) -> Result<(), StoreError> {
        let row = self.row("SELECT coalesce(max(number), 0) FROM circulars", &[])?;
        let newest: u32 = row.map_or(Ok(0), |row| row.small(0))?;
        let number = circular.circular.number;
        if Some(number) != newest.checked_add(1) {
            let text = format!("circular {number} does not follow the newest, {newest}");
            return Err(StoreError::Unavailable(text));
        }
        let sql = "INSERT INTO circulars (number, circular) VALUES ($1, $2)";
        self.write(sql, &[&i64::from(number), &pack(circular)])
    }

    fn keep_short_code(&mut self, code: &ShortCode) -> Result<(), StoreError> {
        let sql = "INSERT INTO short_codes (register, code, at, by) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
        self.write(sql, &[&column::register(code.register), &code.code, &code.at.0, &code.by])
    }

    fn registers(&mut self, after: Option<RegisterId>, limit: usize) -> Result<Vec<RegisterEnd>, StoreError> {
        let sql = "SELECT register, position, l FROM logs WHERE register > $1 ORDER BY register LIMIT $2";
        let rows = self.rows(sql, &[&after.map_or(-1, column::register), &most(limit)])?;
        each(&rows, |row| {
            let log = LogEnd { position: row.unsigned(1)?, l: row.hash(2)? };
            Ok(RegisterEnd { register: column::read_register(row.get_column(0)?)?, log })
        })
    }

    fn receipts(&mut self, register: RegisterId) -> Result<Vec<Receipt>, StoreError> {
        let sql = "SELECT receipt FROM streams WHERE register = $1 ORDER BY writer, incarnation";
        let rows = self.rows(sql, &[&column::register(register)])?;
        each(&rows, |row| unpack(row.get_column(0)?, "receipt"))
    }

    fn quarantined(&mut self, from: u64, limit: usize) -> Result<Vec<(u64, Quarantined)>, StoreError> {
        let sql = format!("{QUARANTINED} WHERE n > $1 ORDER BY n LIMIT $2");
        each(&self.rows(&sql, &[&after(from), &most(limit)])?, row::quarantined)
    }

    fn audit_end(&mut self) -> Result<Option<AuditLine>, StoreError> {
        self.lock(AUDIT_LOCK)?;
        let row = self.row(&format!("{AUDIT} ORDER BY n DESC LIMIT 1"), &[])?;
        row.as_ref().map(row::audit_line).transpose()
    }

    fn audit_append(&mut self, line: &AuditLine) -> Result<(), StoreError> {
        let sql = "INSERT INTO audit (n, at, who, what, about, hash) VALUES ($1, $2, $3, $4, $5, $6)";
        let AuditLine { n, at, who, what, about, hash } = line;
        self.write(sql, &[&n.cast_signed(), &at.0, who, what, about, &&hash.0[..]])
    }

    fn audit_after(&mut self, n: u64, limit: usize) -> Result<Vec<AuditLine>, StoreError> {
        let sql = format!("{AUDIT} WHERE n > $1 ORDER BY n LIMIT $2");
        each(&self.rows(&sql, &[&after(n), &most(limit)])?, row::audit_line)
    }
}
