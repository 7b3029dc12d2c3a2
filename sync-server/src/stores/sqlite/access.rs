//! People, devices, codes, sessions and the audit in SQL.

use rusqlite::{Params, Row, params};
use sync::authority::Quarantined;
use sync::circular::SignedCircular;
use sync::{DeviceId, Epoch, Hash, LogEnd, Receipt, RegisterId, UnixMillis};

use super::people::{self, AUDIT, CODE, DEVICE, QUARANTINED, TOKEN, USER};
use super::transaction::Transaction;
use crate::stores::access::{
    Access, AuditLine, Code, Device, RegisterEnd, ShortCode, StoreError, Subject, Token, User,
};
use crate::stores::column::{self, pack, unpack};

type Read<T> = fn(&Row<'_>) -> Result<T, StoreError>;

impl Transaction<'_> {
    fn write(&self, sql: &str, row: impl Params) -> Result<usize, StoreError> {
        Ok(self.prepare(sql)?.execute(row)?)
    }

    fn one<T>(&self, sql: &str, key: impl Params, read: Read<T>) -> Result<Option<T>, StoreError> {
        let mut statement = self.prepare(sql)?;
        let mut rows = statement.query(key)?;
        rows.next()?.map(read).transpose()
    }

    fn all<T>(&self, sql: &str, key: impl Params, read: Read<T>) -> Result<Vec<T>, StoreError> {
        let mut statement = self.prepare(sql)?;
        let mut rows = statement.query(key)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read(row)?);
        }
        Ok(found)
    }
}

/// As SQLite counts: a limit beyond all rows is none.
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
        self.one(&format!("{DEVICE} WHERE device = ?1"), [id.0], people::device)
    }

    fn put_device(&mut self, device: &Device) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO devices (device, key, name, recipient, role, scope, at, by, revoked)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let (id, revoked) = (device.key.device().0, device.revoked.map(|at| at.0));
        let (role, scope) = (device.role.name(), column::scope(&device.scope));
        let row =
            params![id, device.key.0, device.name, device.recipient, role, scope, device.at.0, device.by, revoked];
        self.write(sql, row).map(drop)
    }

    fn devices(&mut self) -> Result<Vec<Device>, StoreError> {
        self.all(&format!("{DEVICE} ORDER BY device"), [], people::device)
    }

    fn user(&mut self, name: &str) -> Result<Option<User>, StoreError> {
        self.one(&format!("{USER} WHERE name = ?1"), [name], people::user)
    }

    fn put_user(&mut self, user: &User) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO users (name, password, role, scope, disabled, failures, locked_until)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let (role, scope) = (user.role.name(), column::scope(&user.scope));
        let (disabled, locked) = (user.disabled, user.locked_until.0);
        self.write(sql, params![user.name, user.password, role, scope, disabled, user.failures, locked]).map(drop)
    }

    fn users(&mut self) -> Result<Vec<User>, StoreError> {
        self.all(&format!("{USER} ORDER BY name"), [], people::user)
    }

    fn code(&mut self, id: &str) -> Result<Option<Code>, StoreError> {
        self.one(&format!("{CODE} WHERE code = ?1"), [id], people::code)
    }

    fn put_code(&mut self, code: &Code) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO codes (code, key, purpose, expires, attempts, by, used)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let (purpose, expires) = (column::purpose(&code.purpose), code.expires.0);
        self.write(sql, params![code.id, code.key, purpose, expires, code.attempts, code.by, code.used]).map(drop)
    }

    fn token(&mut self, hash: Hash) -> Result<Option<Token>, StoreError> {
        self.one(&format!("{TOKEN} WHERE hash = ?1"), [hash.0], people::token)
    }

    fn put_token(&mut self, token: &Token) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO tokens (hash, family, subject, serves, expires, spent)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let (subject, serves) = (column::subject(&token.subject), column::serves(token.serves));
        let row = params![token.hash.0, token.family, subject, serves, token.expires.0, token.spent];
        self.write(sql, row).map(drop)
    }

    fn end_family(&mut self, family: [u8; 16]) -> Result<(), StoreError> {
        self.write("DELETE FROM tokens WHERE family = ?1", [family]).map(drop)
    }

    fn end_sessions(&mut self, subject: &Subject) -> Result<(), StoreError> {
        if let Subject::User(name) = subject {
            self.write("DELETE FROM browser_sessions WHERE name = ?1", [name])?;
        }
        self.write("DELETE FROM tokens WHERE subject = ?1", [column::subject(subject)]).map(drop)
    }

    fn spend(&mut self, challenge: Hash, expires: UnixMillis) -> Result<bool, StoreError> {
        let sql = "INSERT INTO challenges (hash, expires) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
        self.write(sql, (challenge.0, expires.0)).map(|written| written == 1)
    }

    fn forget_expired(&mut self, before: UnixMillis) -> Result<(), StoreError> {
        self.write("DELETE FROM tokens WHERE expires < ?1", [before.0])?;
        self.write("DELETE FROM browser_sessions WHERE expires < ?1", [before.0])?;
        self.write("DELETE FROM challenges WHERE expires < ?1", [before.0]).map(drop)
    }

    fn sub_county(&mut self, centre: u32) -> Result<u32, StoreError> {
        let sql = "SELECT sub_county FROM sub_counties WHERE centre = ?1";
        let listed = self.one(sql, [centre], |row| Ok(row.get(0)?))?;
        Ok(listed.unwrap_or_else(|| column::own_sub_county(centre)))
    }

    fn set_sub_county(&mut self, centre: u32, sub_county: u32) -> Result<(), StoreError> {
        // The console's summary of the centre is made anew.
        let (first, last) = column::registers_of(centre);
        self.write("UPDATE projected SET format = 0 WHERE register BETWEEN ?1 AND ?2", (first, last))?;
        let sql = "INSERT OR REPLACE INTO sub_counties (centre, sub_county) VALUES (?1, ?2)";
        self.write(sql, (centre, sub_county)).map(drop)
    }

    fn set_closes(&mut self, year: u16, at: Option<UnixMillis>) -> Result<(), StoreError> {
        match at {
            Some(at) => {
                let sql = "INSERT OR REPLACE INTO closings (year, at) VALUES (?1, ?2)";
                self.write(sql, (year, at.0)).map(drop)
            }
            None => self.write("DELETE FROM closings WHERE year = ?1", [year]).map(drop),
        }
    }

    fn issue(&mut self, circular: &SignedCircular) -> Result<(), StoreError> {
        let newest: u32 =
            self.one("SELECT coalesce(max(number), 0) FROM circulars", [], |row| Ok(row.get(0)?))?.unwrap_or_default();
        let number = circular.circular.number;
        if Some(number) != newest.checked_add(1) {
            let text = format!("circular {number} does not follow the newest, {newest}");
            return Err(StoreError::Unavailable(text));
        }
        let sql = "INSERT INTO circulars (number, circular) VALUES (?1, ?2)";
        self.write(sql, (number, pack(circular))).map(drop)
    }

    fn keep_short_code(&mut self, code: &ShortCode) -> Result<(), StoreError> {
        let sql = "INSERT INTO short_codes (register, code, at, by) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
        self.write(sql, params![column::register(code.register), code.code, code.at.0, code.by]).map(drop)
    }

    fn registers(&mut self, after: Option<RegisterId>, limit: usize) -> Result<Vec<RegisterEnd>, StoreError> {
        let sql = "SELECT register, position, l FROM logs WHERE register > ?1 ORDER BY register LIMIT ?2";
        let read = |row: &Row<'_>| {
            let log = LogEnd { position: row.get::<_, i64>(1)?.cast_unsigned(), l: Hash(row.get(2)?) };
            Ok(RegisterEnd { register: column::read_register(row.get(0)?)?, log })
        };
        self.all(sql, (after.map_or(-1, column::register), most(limit)), read)
    }

    fn receipts(&mut self, register: RegisterId) -> Result<Vec<Receipt>, StoreError> {
        let sql = "SELECT receipt FROM streams WHERE register = ?1 ORDER BY writer, incarnation";
        let read = |row: &Row<'_>| unpack(row.get_ref(0)?.as_blob().unwrap_or_default(), "receipt");
        self.all(sql, [column::register(register)], read)
    }

    fn quarantined(&mut self, from: u64, limit: usize) -> Result<Vec<(u64, Quarantined)>, StoreError> {
        let sql = format!("{QUARANTINED} WHERE n > ?1 ORDER BY n LIMIT ?2");
        self.all(&sql, (after(from), most(limit)), people::quarantined)
    }

    fn audit_end(&mut self) -> Result<Option<AuditLine>, StoreError> {
        self.one(&format!("{AUDIT} ORDER BY n DESC LIMIT 1"), [], people::audit_line)
    }

    fn audit_append(&mut self, line: &AuditLine) -> Result<(), StoreError> {
        let sql = "INSERT INTO audit (n, at, who, what, about, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let row = params![line.n.cast_signed(), line.at.0, line.who, line.what, line.about, line.hash.0];
        self.write(sql, row).map(drop)
    }

    fn audit_after(&mut self, n: u64, limit: usize) -> Result<Vec<AuditLine>, StoreError> {
        let sql = format!("{AUDIT} WHERE n > ?1 ORDER BY n LIMIT ?2");
        self.all(&sql, (after(n), most(limit)), people::audit_line)
    }
}
