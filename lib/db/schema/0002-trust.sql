-- Trust: what was done and by whom, that it was not undone behind the tools' backs, and who may do what.

-- One row a write by any tool: who did what, when, to what; and one a look at unmasked personal data. Entries
-- of a store are a chain: each holds a hash over itself and the one before (see lib/log/log.h).
CREATE TABLE log (
    store_id INTEGER NOT NULL REFERENCES store (id),
    seq INTEGER NOT NULL, -- from 1, without gaps, in each store
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    tool TEXT NOT NULL,
    verb TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT,
    changes TEXT,       -- the rows that were written, before and after; of many, their number
    sets TEXT NOT NULL, -- the store's tables that were changed, as they were left: name, rows, hash
    run TEXT NOT NULL,  -- the run of the program that wrote it: 32 hexadecimal digits, given once
    hash BLOB NOT NULL,
    PRIMARY KEY (store_id, seq)
) STRICT, WITHOUT ROWID;

-- One row a chain of the log: its last entry, kept apart so that it can be locked.
CREATE TABLE chain (
    store_id INTEGER PRIMARY KEY REFERENCES store (id),
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL
) STRICT;

-- One row a table of a store (store 0: of the chain): the hash of all its rows as a set, which every write
-- updates. The log's entries hold its digest.
CREATE TABLE tally (
    store_id INTEGER NOT NULL REFERENCES store (id),
    name TEXT NOT NULL, -- of the table
    count INTEGER NOT NULL,
    state BLOB NOT NULL, -- see base/multiset.h
    PRIMARY KEY (store_id, name)
) STRICT;

-- Eight bytes a row of a table, 480 rows together by their ids: so that a row that was changed behind the tools'
-- backs can be named. They prove nothing; the tally does.
CREATE TABLE mark (
    store_id INTEGER NOT NULL REFERENCES store (id),
    name TEXT NOT NULL,
    part INTEGER NOT NULL, -- id / 480; 0 where rows have no number
    marks BLOB NOT NULL,
    PRIMARY KEY (store_id, name, part)
) STRICT;

-- One row a signed statement of where all chains stood (see lib/log/checkpoint.h). Copies kept elsewhere are what
-- counts.
CREATE TABLE checkpoint (
    number INTEGER PRIMARY KEY, -- from 1, without gaps
    at INTEGER NOT NULL,
    note TEXT NOT NULL
) STRICT;

-- One row an account that may use the tools: a login of the operating system (of PostgreSQL: its role). It stays
-- when it is closed, since the log names it.
CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    login TEXT NOT NULL,
    staff_id INTEGER REFERENCES staff (id), -- NULL: a machine, or who made the database
    opened_at INTEGER NOT NULL,
    closed_at INTEGER
) STRICT;
CREATE UNIQUE INDEX account_login ON account (login);

-- One row a role that an account may have. This and the next two are what `medi-db roles apply` last took from the pack
-- share/medi/roles.yaml.
CREATE TABLE role (
    name TEXT PRIMARY KEY,
    zh TEXT NOT NULL,
    says TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row a thing that a role may do; * is any subject.
CREATE TABLE permission (
    role TEXT NOT NULL REFERENCES role (name),
    tool TEXT NOT NULL,    -- medi-db …
    verb TEXT NOT NULL,    -- import …; 'reveal': see personal data unmasked
    subject TEXT NOT NULL, -- a kind of records, where the verb has one
    PRIMARY KEY (role, tool, verb, subject)
) STRICT, WITHOUT ROWID;

-- One row a deed that needs a second person, and a role whose holders may consent to it.
CREATE TABLE consenter (
    deed TEXT NOT NULL,
    role TEXT NOT NULL REFERENCES role (name),
    hours INTEGER NOT NULL, -- a request lives so long
    PRIMARY KEY (deed, role)
) STRICT, WITHOUT ROWID;

-- One row a role that an account has, in one store or (store 0) in all.
CREATE TABLE duty (
    account_id INTEGER NOT NULL REFERENCES account (id),
    role TEXT NOT NULL REFERENCES role (name),
    store_id INTEGER NOT NULL REFERENCES store (id),
    given_at INTEGER NOT NULL,
    given_by TEXT NOT NULL, -- login
    PRIMARY KEY (account_id, role, store_id)
) STRICT, WITHOUT ROWID;

-- One row a request for a second person's consent: made by the one who wants to act, approved or refused by
-- another from an account of their own, good for one act, until it expires.
CREATE TABLE request (
    id INTEGER PRIMARY KEY,
    store_id INTEGER NOT NULL REFERENCES store (id),
    deed TEXT NOT NULL,     -- what is to be done, by the word that the tool asks with
    subject TEXT NOT NULL,  -- to what exactly
    reason TEXT NOT NULL,   -- as the asker gave it; '' if none was asked for
    asked_by TEXT NOT NULL, -- login
    asked_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    state TEXT NOT NULL
        CHECK (state = 'pending' OR state = 'approved' OR state = 'refused' OR state = 'withdrawn'
               OR state = 'used'),
    decided_by TEXT, -- login
    decided_at INTEGER,
    answer TEXT,     -- why it was refused
    used_at INTEGER
) STRICT;
CREATE INDEX request_asked ON request (asked_by, deed, state);

-- One row a master key under which people's data keys are sealed: one, and while a rekey is under way two. The
-- highest number seals what is new. The keys themselves are in key files, apart from the database.
CREATE TABLE vault (
    number INTEGER PRIMARY KEY, -- from 1
    key_id BLOB NOT NULL,       -- names the master key and tells nothing of it
    index_key BLOB NOT NULL     -- the key of the indexes for search, sealed by that master key: the same in each row
) STRICT;
CREATE UNIQUE INDEX vault_key ON vault (key_id);
