-- What the council keeps. Numbers counted from 1 that Rust holds as u64 are stored bit for bit as i64.

-- The lives of this database, oldest first.
CREATE TABLE lives (
    life  INTEGER PRIMARY KEY,
    epoch BLOB NOT NULL UNIQUE
) STRICT;

-- How often something was committed: a copy that was put back is behind what is written outside.
CREATE TABLE commits (
    one   INTEGER PRIMARY KEY CHECK (one = 1),
    count INTEGER NOT NULL
) STRICT;
INSERT INTO commits VALUES (1, 0);

-- A register is centre * 65536 + year.
CREATE TABLE logs (
    register INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    l        BLOB NOT NULL
) STRICT;

CREATE TABLE streams (
    stream      INTEGER PRIMARY KEY,
    register    INTEGER NOT NULL,
    writer      BLOB NOT NULL,
    incarnation INTEGER NOT NULL,
    n           INTEGER NOT NULL,
    h           BLOB NOT NULL,
    receipt     BLOB NOT NULL,
    UNIQUE (writer, incarnation)
) STRICT;
CREATE INDEX streams_by_register ON streams (register);

-- One row for each batch taken in, not for each operation: positions `position` to `until` of the log hold operations
-- `first` to `last` of the stream, which are in `frame`. The frame stands last, so that the others are read without it.
CREATE TABLE runs (
    run      INTEGER PRIMARY KEY,
    register INTEGER NOT NULL,
    position INTEGER NOT NULL,
    until    INTEGER NOT NULL,
    stream   INTEGER NOT NULL,
    first    INTEGER NOT NULL,
    last     INTEGER NOT NULL,
    h        BLOB NOT NULL,
    l        BLOB NOT NULL,
    life     INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    marks    BLOB NOT NULL,
    frame    BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX runs_by_log ON runs (register, until);
CREATE UNIQUE INDEX runs_by_stream ON runs (stream, last);

CREATE TABLE commitments (
    writer      BLOB NOT NULL,
    incarnation INTEGER NOT NULL,
    n           INTEGER NOT NULL,
    h           BLOB NOT NULL,
    at          INTEGER NOT NULL,
    head        BLOB NOT NULL,
    PRIMARY KEY (writer, incarnation, n, h)
) STRICT, WITHOUT ROWID;

CREATE TABLE short_codes (
    register INTEGER NOT NULL,
    code     TEXT NOT NULL,
    at       INTEGER NOT NULL,
    by       TEXT NOT NULL,
    PRIMARY KEY (register, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE quarantine (
    n           INTEGER PRIMARY KEY AUTOINCREMENT,
    batch       BLOB NOT NULL UNIQUE,
    why         TEXT NOT NULL,
    device      BLOB NOT NULL,
    register    INTEGER NOT NULL,
    writer      BLOB NOT NULL,
    incarnation INTEGER NOT NULL,
    first       INTEGER NOT NULL,
    last        INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    frame       BLOB NOT NULL
) STRICT;
CREATE INDEX quarantine_by_writer ON quarantine (writer, incarnation);

CREATE TABLE leases (
    register INTEGER NOT NULL,
    device   BLOB NOT NULL,
    first    INTEGER NOT NULL,
    last     INTEGER NOT NULL,
    PRIMARY KEY (register, device, first)
) STRICT, WITHOUT ROWID;

CREATE TABLE circulars (
    number   INTEGER PRIMARY KEY,
    circular BLOB NOT NULL
) STRICT;

CREATE TABLE closings (
    year INTEGER PRIMARY KEY,
    at   INTEGER NOT NULL
) STRICT;

CREATE TABLE sub_counties (
    centre     INTEGER PRIMARY KEY,
    sub_county INTEGER NOT NULL
) STRICT;

CREATE TABLE devices (
    device    BLOB PRIMARY KEY,
    key       BLOB NOT NULL,
    name      TEXT NOT NULL,
    recipient TEXT NOT NULL,
    role      TEXT NOT NULL,
    scope     TEXT NOT NULL,
    at        INTEGER NOT NULL,
    by        TEXT NOT NULL,
    revoked   INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE users (
    name         TEXT PRIMARY KEY,
    password     TEXT NOT NULL,
    role         TEXT NOT NULL,
    scope        TEXT NOT NULL,
    disabled     INTEGER NOT NULL,
    failures     INTEGER NOT NULL,
    locked_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE codes (
    code     TEXT PRIMARY KEY,
    key      BLOB NOT NULL,
    purpose  TEXT NOT NULL,
    expires  INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    by       TEXT NOT NULL,
    used     TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE tokens (
    hash    BLOB PRIMARY KEY,
    family  BLOB NOT NULL,
    subject TEXT NOT NULL,
    serves  TEXT NOT NULL,
    expires INTEGER NOT NULL,
    spent   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tokens_by_family ON tokens (family);
CREATE INDEX tokens_by_subject ON tokens (subject);
CREATE INDEX tokens_by_expiry ON tokens (expires);

CREATE TABLE challenges (
    hash    BLOB PRIMARY KEY,
    expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX challenges_by_expiry ON challenges (expires);

CREATE TABLE audit (
    n     INTEGER PRIMARY KEY,
    at    INTEGER NOT NULL,
    who   TEXT NOT NULL,
    what  TEXT NOT NULL,
    about TEXT NOT NULL,
    hash  BLOB NOT NULL
) STRICT;
