-- What the council keeps, for several servers at once. Numbers counted from 1 that Rust holds as u64 are stored bit for
-- bit as i64.

-- The lives of this database, oldest first. The cluster's name and timeline change when it is restored.
CREATE TABLE lives (
    life     BIGINT PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    epoch    BYTEA NOT NULL UNIQUE,
    cluster  TEXT NOT NULL,
    timeline TEXT NOT NULL
);

-- A register is centre * 65536 + year.
CREATE TABLE logs (
    register BIGINT PRIMARY KEY,
    position BIGINT NOT NULL,
    l        BYTEA NOT NULL
);

CREATE TABLE streams (
    stream      BIGINT PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    register    BIGINT NOT NULL,
    writer      BYTEA NOT NULL,
    incarnation BIGINT NOT NULL,
    n           BIGINT NOT NULL,
    h           BYTEA NOT NULL,
    receipt     BYTEA NOT NULL,
    UNIQUE (writer, incarnation)
);
CREATE INDEX streams_by_register ON streams (register);

-- One row for each batch taken in, not for each operation: positions `position` to `until` of the log hold operations
-- `first` to `last` of the stream, which are in `frame`. The frame stands last, so that the others are read without it.
CREATE TABLE runs (
    run      BIGINT PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    register BIGINT NOT NULL,
    position BIGINT NOT NULL,
    until    BIGINT NOT NULL,
    stream   BIGINT NOT NULL,
    first    BIGINT NOT NULL,
    last     BIGINT NOT NULL,
    h        BYTEA NOT NULL,
    l        BYTEA NOT NULL,
    life     BIGINT NOT NULL,
    at       BIGINT NOT NULL,
    marks    BYTEA NOT NULL,
    frame    BYTEA NOT NULL
);
CREATE UNIQUE INDEX runs_by_log ON runs (register, until);
CREATE UNIQUE INDEX runs_by_stream ON runs (stream, last);

CREATE TABLE commitments (
    writer      BYTEA NOT NULL,
    incarnation BIGINT NOT NULL,
    n           BIGINT NOT NULL,
    h           BYTEA NOT NULL,
    at          BIGINT NOT NULL,
    head        BYTEA NOT NULL,
    PRIMARY KEY (writer, incarnation, n, h)
);

CREATE TABLE short_codes (
    register BIGINT NOT NULL,
    code     TEXT NOT NULL,
    at       BIGINT NOT NULL,
    by       TEXT NOT NULL,
    PRIMARY KEY (register, code)
);

CREATE TABLE quarantine (
    n           BIGINT PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    batch       BYTEA NOT NULL UNIQUE,
    why         TEXT NOT NULL,
    device      BYTEA NOT NULL,
    register    BIGINT NOT NULL,
    writer      BYTEA NOT NULL,
    incarnation BIGINT NOT NULL,
    first       BIGINT NOT NULL,
    last        BIGINT NOT NULL,
    at          BIGINT NOT NULL,
    frame       BYTEA NOT NULL
);
CREATE INDEX quarantine_by_writer ON quarantine (writer, incarnation);

CREATE TABLE leases (
    register BIGINT NOT NULL,
    device   BYTEA NOT NULL,
    first    BIGINT NOT NULL,
    last     BIGINT NOT NULL,
    PRIMARY KEY (register, device, first)
);

CREATE TABLE circulars (
    number   BIGINT PRIMARY KEY,
    circular BYTEA NOT NULL
);

CREATE TABLE closings (
    year BIGINT PRIMARY KEY,
    at   BIGINT NOT NULL
);

CREATE TABLE sub_counties (
    centre     BIGINT PRIMARY KEY,
    sub_county BIGINT NOT NULL
);

CREATE TABLE devices (
    device    BYTEA PRIMARY KEY,
    key       BYTEA NOT NULL,
    name      TEXT NOT NULL,
    recipient TEXT NOT NULL,
    role      TEXT NOT NULL,
    scope     TEXT NOT NULL,
    at        BIGINT NOT NULL,
    by        TEXT NOT NULL,
    revoked   BIGINT
);

CREATE TABLE users (
    name         TEXT PRIMARY KEY,
    password     TEXT NOT NULL,
    role         TEXT NOT NULL,
    scope        TEXT NOT NULL,
    disabled     BOOLEAN NOT NULL,
    failures     BIGINT NOT NULL,
    locked_until BIGINT NOT NULL
);

CREATE TABLE codes (
    code     TEXT PRIMARY KEY,
    key      BYTEA NOT NULL,
    purpose  TEXT NOT NULL,
    expires  BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    by       TEXT NOT NULL,
    used     TEXT
);

CREATE TABLE tokens (
    hash    BYTEA PRIMARY KEY,
    family  BYTEA NOT NULL,
    subject TEXT NOT NULL,
    serves  TEXT NOT NULL,
    expires BIGINT NOT NULL,
    spent   BOOLEAN NOT NULL
);
CREATE INDEX tokens_by_family ON tokens (family);
CREATE INDEX tokens_by_subject ON tokens (subject);
CREATE INDEX tokens_by_expiry ON tokens (expires);

CREATE TABLE challenges (
    hash    BYTEA PRIMARY KEY,
    expires BIGINT NOT NULL
);
CREATE INDEX challenges_by_expiry ON challenges (expires);

CREATE TABLE audit (
    n     BIGINT PRIMARY KEY,
    at    BIGINT NOT NULL,
    who   TEXT NOT NULL,
    what  TEXT NOT NULL,
    about TEXT NOT NULL,
    hash  BYTEA NOT NULL
);

-- Parts of pictures that are not whole yet: they come to one server or another.
CREATE TABLE picture_parts (
    hash  BYTEA NOT NULL,
    start BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (hash, start)
);

-- What is packed already is not packed again.
ALTER TABLE picture_parts ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE runs ALTER COLUMN frame SET STORAGE EXTERNAL;
