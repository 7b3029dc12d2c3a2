-- What the console needs beside the logs. The same columns as PostgreSQL has: both are asked in one text of SQL.

-- Sessions of browsers: a token's hash, never itself. `stage` is what is still asked: second, enrol, full.
CREATE TABLE browser_sessions (
    id      BLOB PRIMARY KEY,
    hash    BLOB NOT NULL UNIQUE,
    name    TEXT NOT NULL,
    stage   TEXT NOT NULL,
    factor  TEXT NOT NULL,
    agent   TEXT NOT NULL,
    created INTEGER NOT NULL,
    seen    INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    locked  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX browser_sessions_by_name ON browser_sessions (name);

-- Second factors: `secret` is sealed (totp) or a public key (passkey); `counter` is the last that was used.
CREATE TABLE factors (
    id        BLOB PRIMARY KEY,
    name      TEXT NOT NULL,
    kind      TEXT NOT NULL,
    secret    BLOB NOT NULL,
    label     TEXT NOT NULL,
    confirmed INTEGER NOT NULL,
    counter   INTEGER NOT NULL,
    at        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX factors_by_name ON factors (name);

-- Counts what changed for the console. Who counts holds it until the commit, so that no change appears behind another.
CREATE TABLE console_clock (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    version INTEGER NOT NULL
) STRICT;
INSERT INTO console_clock VALUES (1, 0);

-- How far each register was projected, under which circulars, and its packed summary.
CREATE TABLE projected (
    register   INTEGER PRIMARY KEY,
    year       INTEGER NOT NULL,
    county     INTEGER NOT NULL,
    sub_county INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    l          BLOB NOT NULL,
    format     INTEGER NOT NULL,
    rules      INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    summary    BLOB NOT NULL
) STRICT;
CREATE INDEX projected_by_version ON projected (version);
CREATE INDEX projected_by_year ON projected (year, sub_county);

CREATE TABLE candidates (
    register          INTEGER NOT NULL,
    id                BLOB NOT NULL,
    number            TEXT NOT NULL,
    name              TEXT NOT NULL,
    gender            TEXT NOT NULL,
    birth_year        TEXT NOT NULL,
    birth_certificate TEXT NOT NULL,
    qualification     TEXT NOT NULL,
    qualifying_index  TEXT NOT NULL,
    qualifying_year   TEXT NOT NULL,
    entry_code        TEXT NOT NULL,
    subjects          TEXT NOT NULL,
    photograph        BLOB,
    fee               INTEGER NOT NULL,
    errors            INTEGER NOT NULL,
    marks             INTEGER NOT NULL,
    state             TEXT NOT NULL,
    more              TEXT NOT NULL,
    digest            BLOB NOT NULL,
    PRIMARY KEY (register, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX candidates_by_id ON candidates (id);
CREATE INDEX candidates_by_index ON candidates (qualifying_index) WHERE qualifying_index <> '';
CREATE INDEX candidates_by_certificate ON candidates (birth_certificate) WHERE birth_certificate <> '';

-- The words of names, one row each with all words of the name beside: a search walks the rarest and looks no other up.
CREATE TABLE words (
    word     TEXT NOT NULL,
    register INTEGER NOT NULL,
    id       BLOB NOT NULL,
    name     TEXT NOT NULL,
    PRIMARY KEY (word, register, id)
) STRICT, WITHOUT ROWID;

-- What machines must not settle alone. `key` is what makes a case the same when it is found again.
CREATE TABLE cases (
    id            BLOB PRIMARY KEY,
    key           BLOB NOT NULL UNIQUE,
    queue         TEXT NOT NULL,
    kind          TEXT NOT NULL,
    score         INTEGER NOT NULL,
    reasons       TEXT NOT NULL,
    members       TEXT NOT NULL,
    evidence      TEXT NOT NULL,
    state         TEXT NOT NULL,
    at            INTEGER NOT NULL,
    changes       INTEGER NOT NULL,
    version       INTEGER NOT NULL,
    claimed_by    TEXT NOT NULL,
    claimed_until INTEGER NOT NULL,
    decision      TEXT NOT NULL,
    decided_by    TEXT NOT NULL,
    decided_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX cases_by_version ON cases (version);
CREATE INDEX cases_by_queue ON cases (queue, state, score DESC, at, id);

-- The registers that a case concerns.
CREATE TABLE case_registers (
    register INTEGER NOT NULL,
    id       BLOB NOT NULL,
    PRIMARY KEY (register, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_registers_by_id ON case_registers (id);

CREATE TABLE case_history (
    id       BLOB NOT NULL,
    n        INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    who      TEXT NOT NULL,
    what     TEXT NOT NULL,
    decision TEXT NOT NULL,
    reason   TEXT NOT NULL,
    PRIMARY KEY (id, n)
) STRICT, WITHOUT ROWID;

-- Results of the primary examination that the council imported (2.3.25).
CREATE TABLE kcpe_results (
    year       INTEGER NOT NULL,
    number     TEXT NOT NULL,
    name       TEXT NOT NULL,
    gender     TEXT NOT NULL,
    birth_year TEXT NOT NULL,
    PRIMARY KEY (year, number)
) STRICT, WITHOUT ROWID;

-- The life of centres (2.1).
CREATE TABLE centre_life (
    centre INTEGER NOT NULL,
    n      INTEGER NOT NULL,
    event  TEXT NOT NULL,
    day    TEXT NOT NULL,
    reason TEXT NOT NULL,
    other  INTEGER NOT NULL,
    at     INTEGER NOT NULL,
    by     TEXT NOT NULL,
    PRIMARY KEY (centre, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE announcements (
    n       INTEGER PRIMARY KEY,
    year    INTEGER NOT NULL,
    english TEXT NOT NULL,
    swahili TEXT NOT NULL,
    until   INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    by      TEXT NOT NULL
) STRICT;
