-- How this register meets the others (docs/sync.md).

-- The incarnation into which an operation was carried over: it is kept aside then, and sent no more.
ALTER TABLE outbox ADD COLUMN carried_into INTEGER;

-- For a change taken in from the council's log: the kind that it was where it was made.
ALTER TABLE changes ADD COLUMN merged INTEGER;

-- Field by field. tag names the operation, of whatever stream, that wrote the value: the base of the next write. The
-- last row of a field is its present value. Made anew from the table before, whose rows hung on the outbox.
CREATE TABLE history_of_all (
    about  BLOB    NOT NULL,
    field  TEXT    NOT NULL,
    seq    INTEGER NOT NULL,
    old    TEXT    NOT NULL,
    new    TEXT    NOT NULL,
    change INTEGER NOT NULL REFERENCES changes (id),
    tag    BLOB    CHECK (length(tag) = 8),
    PRIMARY KEY (about, field, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO history_of_all (about, field, seq, old, new, change, tag)
    SELECT h.about, h.field, h.seq, h.old, h.new, o.change, substr(o.h, 1, 8)
    FROM history AS h JOIN outbox AS o ON o.seq = h.seq;
DROP TABLE history;
ALTER TABLE history_of_all RENAME TO history;

-- Values of fields that this version has no place for; a newer one wrote them.
CREATE TABLE other_values (
    about BLOB NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (about, field)
) STRICT, WITHOUT ROWID;

-- Who the council is and what it said last; no row before enrolment. seq: the last place that a merge took in history.
CREATE TABLE council (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    centre  INTEGER NOT NULL,
    year    INTEGER NOT NULL,
    key     BLOB    NOT NULL CHECK (length(key) = 32),
    epoch   BLOB    CHECK (length(epoch) = 8),
    contact INTEGER,
    closes  INTEGER,
    seq     INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The copy of the council's log. bytes: NULL where the operation is in the outbox.
CREATE TABLE log (
    position    INTEGER PRIMARY KEY,
    epoch       BLOB    NOT NULL CHECK (length(epoch) = 8),
    writer      BLOB    NOT NULL CHECK (length(writer) = 16),
    incarnation INTEGER NOT NULL,
    n           INTEGER NOT NULL,
    h           BLOB    NOT NULL CHECK (length(h) = 32),
    mark        BLOB    NOT NULL CHECK (length(mark) = 3),
    at          INTEGER NOT NULL,
    l           BLOB    NOT NULL CHECK (length(l) = 32),
    bytes       BLOB,
    UNIQUE (writer, incarnation, n)
) STRICT;

-- The council's receipts, of every life of its database, as they were signed.
CREATE TABLE receipts (
    epoch       BLOB    NOT NULL,
    writer      BLOB    NOT NULL,
    incarnation INTEGER NOT NULL,
    n           INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    position    INTEGER NOT NULL,
    bytes       BLOB    NOT NULL,
    PRIMARY KEY (epoch, writer, incarnation, n)
) STRICT, WITHOUT ROWID;

-- Signed heads that the council keeps, and since when.
CREATE TABLE commitments (
    epoch       BLOB    NOT NULL,
    writer      BLOB    NOT NULL,
    incarnation INTEGER NOT NULL,
    n           INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    bytes       BLOB    NOT NULL,
    PRIMARY KEY (epoch, writer, incarnation, n)
) STRICT, WITHOUT ROWID;

-- Signed batches of others, to be offered again should the council lose them. settled: the life in which it had its say.
CREATE TABLE carried (
    id          INTEGER PRIMARY KEY,
    writer      BLOB    NOT NULL,
    incarnation INTEGER NOT NULL,
    last        INTEGER NOT NULL,
    name        BLOB    NOT NULL CHECK (length(name) = 32),
    frame       BLOB    NOT NULL,
    settled     BLOB,
    UNIQUE (writer, incarnation, last, name)
) STRICT;

-- The candidate numbers that this device may give out.
CREATE TABLE leases (
    first INTEGER PRIMARY KEY,
    last  INTEGER NOT NULL
) STRICT;

CREATE TABLE circulars (
    number INTEGER PRIMARY KEY,
    bytes  BLOB    NOT NULL
) STRICT;

-- Pictures that the council is known to have, by the life of its database.
CREATE TABLE pictures_at_council (
    hash  TEXT NOT NULL,
    epoch BLOB NOT NULL,
    PRIMARY KEY (hash, epoch)
) STRICT, WITHOUT ROWID;

-- Pictures on their way here.
CREATE TABLE picture_parts (
    hash   TEXT    NOT NULL,
    offset INTEGER NOT NULL,
    bytes  BLOB    NOT NULL,
    PRIMARY KEY (hash, offset)
) STRICT;
