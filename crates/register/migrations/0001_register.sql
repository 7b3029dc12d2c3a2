-- One register: one centre, one examination year. Text columns hold what was typed, whatever it is; '' is not given.
-- Who writes here. A new row each time that the register is restored or copied; the last one is in force.
CREATE TABLE incarnations (
    incarnation INTEGER PRIMARY KEY,
    device      BLOB    NOT NULL CHECK (length(device) = 16),
    opened_at   INTEGER NOT NULL
) STRICT;

CREATE TABLE centre (
    id                 INTEGER PRIMARY KEY CHECK (id = 1),
    code               TEXT NOT NULL DEFAULT '',
    name               TEXT NOT NULL DEFAULT '',
    kind               TEXT NOT NULL DEFAULT '',
    year               TEXT NOT NULL DEFAULT '',
    offered            TEXT NOT NULL DEFAULT '',
    clearance          TEXT NOT NULL DEFAULT '',
    county             TEXT NOT NULL DEFAULT '',
    sub_county         TEXT NOT NULL DEFAULT '',
    address            TEXT NOT NULL DEFAULT '',
    telephone          TEXT NOT NULL DEFAULT '',
    email              TEXT NOT NULL DEFAULT '',
    head_teacher       TEXT NOT NULL DEFAULT '',
    head_teacher_phone TEXT NOT NULL DEFAULT '',
    head_teacher_no    TEXT NOT NULL DEFAULT '',
    host_centre        TEXT NOT NULL DEFAULT ''
) STRICT;

-- A candidate is never deleted. state: 'entered', 'withdrawn', or '' after the entry itself was undone.
CREATE TABLE candidates (
    seq                  INTEGER PRIMARY KEY,
    id                   BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    state                TEXT NOT NULL DEFAULT '',
    withdrawn_because    TEXT NOT NULL DEFAULT '',
    photograph           TEXT NOT NULL DEFAULT '',
    centre               TEXT NOT NULL DEFAULT '',
    candidate_no         TEXT NOT NULL DEFAULT '',
    admission_no         TEXT NOT NULL DEFAULT '',
    name                 TEXT NOT NULL DEFAULT '',
    gender               TEXT NOT NULL DEFAULT '',
    year_of_birth        TEXT NOT NULL DEFAULT '',
    birth_certificate_no TEXT NOT NULL DEFAULT '',
    citizenship          TEXT NOT NULL DEFAULT '',
    entry_code           TEXT NOT NULL DEFAULT '',
    qualification        TEXT NOT NULL DEFAULT '',
    qualifying_index     TEXT NOT NULL DEFAULT '',
    qualifying_year      TEXT NOT NULL DEFAULT '',
    qualifying_test_year TEXT NOT NULL DEFAULT '',
    equation_year        TEXT NOT NULL DEFAULT '',
    country              TEXT NOT NULL DEFAULT '',
    passport_no          TEXT NOT NULL DEFAULT '',
    primary_years        TEXT NOT NULL DEFAULT '',
    id_document          TEXT NOT NULL DEFAULT '',
    waiting_card         TEXT NOT NULL DEFAULT '',
    special_needs        TEXT NOT NULL DEFAULT '',
    last_kcse_index      TEXT NOT NULL DEFAULT '',
    last_kcse_year       TEXT NOT NULL DEFAULT '',
    last_kcse_subjects   TEXT NOT NULL DEFAULT '',
    subjects             TEXT NOT NULL DEFAULT '',
    photo                TEXT NOT NULL DEFAULT '',
    phone                TEXT NOT NULL DEFAULT ''
) STRICT;

-- Numbers once issued (2.3.22): a row here outlives undo and withdrawal and never changes hands.
CREATE TABLE issued_numbers (
    number    INTEGER PRIMARY KEY CHECK (number BETWEEN 0 AND 999),
    candidate BLOB    NOT NULL
) STRICT;

CREATE TABLE papers (
    candidate BLOB NOT NULL,
    paper     TEXT NOT NULL,
    PRIMARY KEY (candidate, paper)
) STRICT, WITHOUT ROWID;

CREATE TABLE photographs (
    hash  TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;

-- about: a candidate's id, or sixteen zero bytes for the centre.
CREATE TABLE acknowledgements (
    about  BLOB NOT NULL,
    rule   TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (about, rule)
) STRICT, WITHOUT ROWID;

CREATE TABLE slips (
    id     BLOB PRIMARY KEY CHECK (length(id) = 16),
    bank   TEXT NOT NULL DEFAULT '',
    number TEXT NOT NULL DEFAULT '',
    date   TEXT NOT NULL DEFAULT '',
    amount TEXT NOT NULL DEFAULT '',
    voided TEXT NOT NULL DEFAULT ''
) STRICT;

-- One row for each named operation that a person did. standing: 'done' and 'undone' are the undo stack, 'dropped' is
-- what a later change made impossible to redo, 'final' is never undone.
CREATE TABLE changes (
    id       INTEGER PRIMARY KEY,
    kind     INTEGER NOT NULL,
    note     TEXT    NOT NULL,
    actor    TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    standing TEXT    NOT NULL CHECK (standing IN ('done', 'undone', 'dropped', 'final'))
) STRICT;
CREATE INDEX changes_by_standing ON changes (standing, id);

-- The chained operations, as they travel to KNEC.
CREATE TABLE outbox (
    seq         INTEGER PRIMARY KEY,
    change      INTEGER NOT NULL REFERENCES changes (id),
    incarnation INTEGER NOT NULL,
    n           INTEGER NOT NULL,
    bytes       BLOB    NOT NULL,
    h           BLOB    NOT NULL CHECK (length(h) = 32),
    UNIQUE (incarnation, n)
) STRICT;
CREATE INDEX outbox_by_change ON outbox (change);

-- Field by field, who is found through seq -> outbox -> changes. The last row of a field is its present value.
CREATE TABLE history (
    about BLOB    NOT NULL,
    field TEXT    NOT NULL,
    seq   INTEGER NOT NULL REFERENCES outbox (seq),
    old   TEXT    NOT NULL,
    new   TEXT    NOT NULL,
    PRIMARY KEY (about, field, seq)
) STRICT, WITHOUT ROWID;
