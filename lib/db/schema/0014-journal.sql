-- Journals that a store keeps (台账: cleaning, sterilisation, medical waste, measurements, patrols), and what must not be destroyed.
-- What a journal asks for stands in share/medi/journals.yaml; what was judged when an entry was written stands here.

-- One row a journal that a store keeps, of a room or machine or of the whole store, and how often; a day without one is a gap.
CREATE TABLE journal_duty (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    kind TEXT NOT NULL, -- of journals.yaml
    room_id INTEGER, -- NULL: any
    equipment_id INTEGER, -- NULL: any
    every_days INTEGER NOT NULL CHECK (every_days >= 1), -- an entry holds for so many days, its own included
    basis TEXT NOT NULL
        CHECK (basis = 'calendar' OR basis = 'visits'), -- visits: only days on which somebody came count
    from_on INTEGER NOT NULL,
    to_on INTEGER, -- its last day
    note TEXT,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, room_id) REFERENCES room (store_id, id),
    FOREIGN KEY (store_id, equipment_id) REFERENCES equipment (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX journal_duty_code ON journal_duty (store_id, code);

-- One row an entry. Nothing is written over: a correction is an entry that voids the one before, and says why.
CREATE TABLE journal (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    kind TEXT NOT NULL, -- of journals.yaml; void: it only takes another one back
    at INTEGER NOT NULL,
    day INTEGER NOT NULL, -- of the store's calendar
    room_id INTEGER,
    equipment_id INTEGER,
    staff_id INTEGER NOT NULL REFERENCES staff (id), -- who did it
    second_id INTEGER REFERENCES staff (id), -- who looked on
    close_by INTEGER, -- moment by which another entry must have closed it, as a hand-over does waste; NULL: none need
    closed_by TEXT, -- code of the one that did; it comes later, and so is no reference
    voids_id INTEGER, -- the entry that it takes back
    reason TEXT, -- why it does
    note TEXT,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, room_id) REFERENCES room (store_id, id),
    FOREIGN KEY (store_id, equipment_id) REFERENCES equipment (store_id, id),
    FOREIGN KEY (store_id, voids_id) REFERENCES journal (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX journal_code ON journal (store_id, code);
CREATE UNIQUE INDEX journal_voids ON journal (store_id, voids_id) WHERE voids_id IS NOT NULL;
CREATE INDEX journal_kind ON journal (store_id, kind, day);
CREATE INDEX journal_closed ON journal (store_id, closed_by) WHERE closed_by IS NOT NULL;

-- One row a value of an entry: a number or a word, the limits that were in force, and how it was judged.
CREATE TABLE journal_value (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    journal_id INTEGER NOT NULL,
    name TEXT NOT NULL, -- the field of journals.yaml
    number INTEGER, -- in units of 10 to the power of -places of `unit`
    says TEXT, -- what is no number
    places INTEGER NOT NULL DEFAULT 0 CHECK (places >= 0 AND places <= 6),
    unit TEXT,
    least INTEGER, -- limits, as `number`
    most INTEGER,
    verdict TEXT NOT NULL
        CHECK (verdict = 'ok' OR verdict = 'bad' OR verdict = 'free'), -- free: nothing is asked of it
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, journal_id) REFERENCES journal (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX journal_value_name ON journal_value (store_id, journal_id, name);

-- One row a hold (封存): of a class of documents, of a client, or of a class of a client nothing may be destroyed until it is released.
CREATE TABLE hold (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    class TEXT, -- of retention.yaml; NULL: all
    client_id INTEGER REFERENCES client (id), -- NULL: of whomever
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    by_login TEXT NOT NULL,
    released_at INTEGER,
    released_by TEXT,
    released_why TEXT,
    CHECK (class IS NOT NULL OR client_id IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX hold_code ON hold (code);
CREATE INDEX hold_client ON hold (client_id) WHERE client_id IS NOT NULL;
