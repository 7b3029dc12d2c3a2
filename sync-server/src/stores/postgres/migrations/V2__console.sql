-- What the console needs beside the logs. The same columns as SQLite has: both are asked in one text of SQL.

-- Sessions of browsers: a token's hash, never itself. `stage` is what is still asked: second, enrol, full.
CREATE TABLE browser_sessions (
    id      BYTEA PRIMARY KEY,
    hash    BYTEA NOT NULL UNIQUE,
    name    TEXT NOT NULL,
    stage   TEXT NOT NULL,
    factor  TEXT NOT NULL,
    agent   TEXT NOT NULL,
    created BIGINT NOT NULL,
    seen    BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    locked  BIGINT NOT NULL
);
CREATE INDEX browser_sessions_by_name ON browser_sessions (name);

-- Second factors: `secret` is sealed (totp) or a public key (passkey); `counter` is the last that was used.
CREATE TABLE factors (
    id        BYTEA PRIMARY KEY,
    name      TEXT NOT NULL,
    kind      TEXT NOT NULL,
    secret    BYTEA NOT NULL,
    label     TEXT NOT NULL,
    confirmed BIGINT NOT NULL,
    counter   BIGINT NOT NULL,
    at        BIGINT NOT NULL
);
CREATE INDEX factors_by_name ON factors (name);

-- Counts what changed for the console. Who counts holds it until the commit, so that no change appears behind another.
CREATE TABLE console_clock (
    one     BIGINT PRIMARY KEY CHECK (one = 1),
    version BIGINT NOT NULL
);
INSERT INTO console_clock VALUES (1, 0);

-- How far each register was projected, under which circulars, and its packed summary.
CREATE TABLE projected (
    register   BIGINT PRIMARY KEY,
    year       BIGINT NOT NULL,
    county     BIGINT NOT NULL,
    sub_county BIGINT NOT NULL,
    position   BIGINT NOT NULL,
    l          BYTEA NOT NULL,
    format     BIGINT NOT NULL,
    rules      BIGINT NOT NULL,
    version    BIGINT NOT NULL,
    at         BIGINT NOT NULL,
    summary    BYTEA NOT NULL
);
CREATE INDEX projected_by_version ON projected (version);
CREATE INDEX projected_by_year ON projected (year, sub_county);

CREATE TABLE candidates (
    register          BIGINT NOT NULL,
    id                BYTEA NOT NULL,
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
    photograph        BYTEA,
    fee               BIGINT NOT NULL,
    errors            BIGINT NOT NULL,
    marks             BIGINT NOT NULL,
    state             TEXT NOT NULL,
    more              TEXT NOT NULL,
    digest            BYTEA NOT NULL,
    PRIMARY KEY (register, id)
);
CREATE INDEX candidates_by_id ON candidates (id);
CREATE INDEX candidates_by_index ON candidates (qualifying_index) WHERE qualifying_index <> '';
CREATE INDEX candidates_by_certificate ON candidates (birth_certificate) WHERE birth_certificate <> '';

-- The words of names, one row each with all words of the name beside: a search walks the rarest and looks no other up.
CREATE TABLE words (
    word     TEXT COLLATE "C" NOT NULL,
    register BIGINT NOT NULL,
    id       BYTEA NOT NULL,
    name     TEXT NOT NULL,
    PRIMARY KEY (word, register, id)
);

-- What machines must not settle alone. `key` is what makes a case the same when it is found again.
CREATE TABLE cases (
    id            BYTEA PRIMARY KEY,
    key           BYTEA NOT NULL UNIQUE,
    queue         TEXT NOT NULL,
    kind          TEXT NOT NULL,
    score         BIGINT NOT NULL,
    reasons       TEXT NOT NULL,
    members       TEXT NOT NULL,
    evidence      TEXT NOT NULL,
    state         TEXT NOT NULL,
    at            BIGINT NOT NULL,
    changes       BIGINT NOT NULL,
    version       BIGINT NOT NULL,
    claimed_by    TEXT NOT NULL,
    claimed_until BIGINT NOT NULL,
    decision      TEXT NOT NULL,
    decided_by    TEXT NOT NULL,
    decided_at    BIGINT NOT NULL
);
CREATE INDEX cases_by_version ON cases (version);
CREATE INDEX cases_by_queue ON cases (queue, state, score DESC, at, id);

-- The registers that a case concerns.
CREATE TABLE case_registers (
    register BIGINT NOT NULL,
    id       BYTEA NOT NULL,
    PRIMARY KEY (register, id)
);
CREATE INDEX case_registers_by_id ON case_registers (id);

CREATE TABLE case_history (
    id       BYTEA NOT NULL,
    n        BIGINT NOT NULL,
    at       BIGINT NOT NULL,
    who      TEXT NOT NULL,
    what     TEXT NOT NULL,
    decision TEXT NOT NULL,
    reason   TEXT NOT NULL,
    PRIMARY KEY (id, n)
);

-- Results of the primary examination that the council imported (2.3.25).
CREATE TABLE kcpe_results (
    year       BIGINT NOT NULL,
    number     TEXT NOT NULL,
    name       TEXT NOT NULL,
    gender     TEXT NOT NULL,
    birth_year TEXT NOT NULL,
    PRIMARY KEY (year, number)
);

-- The life of centres (2.1).
CREATE TABLE centre_life (
    centre BIGINT NOT NULL,
    n      BIGINT NOT NULL,
    event  TEXT NOT NULL,
    day    TEXT NOT NULL,
    reason TEXT NOT NULL,
    other  BIGINT NOT NULL,
    at     BIGINT NOT NULL,
    by     TEXT NOT NULL,
    PRIMARY KEY (centre, n)
);

CREATE TABLE announcements (
    n       BIGINT PRIMARY KEY,
    year    BIGINT NOT NULL,
    english TEXT NOT NULL,
    swahili TEXT NOT NULL,
    until   BIGINT NOT NULL,
    at      BIGINT NOT NULL,
    by      TEXT NOT NULL
);
