-- The ledger: what is known of a lot beside its movements, what is kept back for whom, what went to another store, what
-- was counted.

-- ---- lots ----------------------------------------------------------------------------------------------

-- A lot by its number in any store, and the few lots of which something is there.
CREATE INDEX lot_code ON lot (code);
CREATE INDEX lot_on_hand ON lot (store_id, item_id, expires_on) WHERE quantity + moved > 0;

-- What counters or returns a movement, and what was drawn from an opened pack.
CREATE INDEX stock_move_reverses ON stock_move (store_id, reverses, kind, code, quantity, cost_fen) WHERE reverses IS NOT NULL;
CREATE INDEX stock_move_vial ON stock_move (store_id, vial_id, at, quantity) WHERE vial_id IS NOT NULL;
CREATE INDEX stock_move_paper ON stock_move (store_id, paper, kind, day, code) WHERE paper IS NOT NULL; -- a prescription is good once

-- A unit by its serial number in any store.
CREATE INDEX product_check_unit ON product_check (store_id, unit, item_id, lot_id);
CREATE INDEX product_check_lot ON product_check (store_id, lot_id);

-- One row a change of a lot's state (隔离, 放行, 召回). The lot's own `state` is that of its last row.
CREATE TABLE lot_state (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    item_id INTEGER NOT NULL REFERENCES item (id),
    lot_id INTEGER NOT NULL,
    was TEXT NOT NULL
        CHECK (was = 'ok' OR was = 'quarantined' OR was = 'recalled'),
    state TEXT NOT NULL
        CHECK (state = 'ok' OR state = 'quarantined' OR state = 'recalled'),
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    staff_id INTEGER REFERENCES staff (id),
    reason TEXT NOT NULL,
    source TEXT, -- who says so: 厂家召回函, 药监局公告
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, lot_id) REFERENCES lot (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX lot_state_code ON lot_state (store_id, code);
CREATE INDEX lot_state_lot ON lot_state (store_id, lot_id, at);

-- ---- kept back, and sent ---------------------------------------------------------------------------------

-- One row an item that is kept back for a client's booked treatment (预留). Until it is used, released or past its last
-- day, nobody else gets it.
CREATE TABLE reservation (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    item_id INTEGER NOT NULL REFERENCES item (id),
    client_id INTEGER NOT NULL REFERENCES client (id),
    project_id INTEGER REFERENCES project (id),
    booking TEXT,    -- code of the appointment or visit
    quantity INTEGER NOT NULL,
    used INTEGER NOT NULL,
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    until_on INTEGER NOT NULL, -- the last day
    staff_id INTEGER REFERENCES staff (id),
    released_at INTEGER,
    reason TEXT, -- why it was released
    PRIMARY KEY (store_id, id),
    CHECK (used >= 0 AND used <= quantity)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX reservation_code ON reservation (store_id, code);
CREATE INDEX reservation_item ON reservation (store_id, item_id, until_on, released_at, used, quantity, at, client_id);

-- One row a lot, or a part of it, that went to another store (调拨), where it has the same number and dates and costs what it
-- cost. There it is a lot of its own, received on that day, or more of one that was there (in_move).
CREATE TABLE transfer (
    store_id INTEGER NOT NULL REFERENCES store (id), -- where it came from
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    line INTEGER NOT NULL,
    to_store_id INTEGER NOT NULL REFERENCES store (id),
    item_id INTEGER NOT NULL REFERENCES item (id),
    lot_id INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    cost_fen INTEGER NOT NULL,
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    staff_id INTEGER REFERENCES staff (id),
    reason TEXT,
    out_move TEXT NOT NULL, -- code of the movement here
    in_move TEXT,           -- and of the one there; NULL: the lot there began with it
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, lot_id) REFERENCES lot (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX transfer_line ON transfer (store_id, code, line);
CREATE INDEX transfer_lot ON transfer (store_id, lot_id);
CREATE INDEX transfer_to ON transfer (to_store_id, item_id);

-- ---- counted -----------------------------------------------------------------------------------------------

-- One row a stocktake (盘点) of a store. It stands for the moment `at`: what is entered later and happened later is not
-- touched by it; what happened at that moment or before cannot be entered any more once it is closed.
CREATE TABLE stocktake (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    position INTEGER NOT NULL, -- the last movement's id when it began
    state TEXT NOT NULL
        CHECK (state = 'open' OR state = 'closed' OR state = 'cancelled'),
    staff_id INTEGER REFERENCES staff (id),
    closed_at INTEGER,
    closed_by TEXT,            -- the login whose consent it has
    note TEXT,
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX stocktake_code ON stocktake (store_id, code);

-- One row a lot in a stocktake. What the books say of it stands in the ledger.
CREATE TABLE stocktake_line (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    stocktake_id INTEGER NOT NULL,
    item_id INTEGER NOT NULL REFERENCES item (id),
    lot_id INTEGER NOT NULL,
    counted INTEGER,    -- NULL: not yet
    counted_at INTEGER, -- when that was entered
    staff_id INTEGER REFERENCES staff (id),
    move TEXT,          -- code of the movement that made the books right; NULL: they were, or it is open
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, stocktake_id) REFERENCES stocktake (store_id, id),
    FOREIGN KEY (store_id, lot_id) REFERENCES lot (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX stocktake_line_key ON stocktake_line (store_id, stocktake_id, item_id, lot_id);
CREATE INDEX stocktake_line_item ON stocktake_line (store_id, item_id, stocktake_id);

-- ---- destroyed -----------------------------------------------------------------------------------------------

-- One row a record of destruction (销毁记录) of what is controlled, or of anything that wants one: how, where, and who watched. What
-- it destroyed are the movements of kind waste whose `paper` is its code.
CREATE TABLE disposal (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    method TEXT NOT NULL,  -- 稀释后倾倒, 高压灭活, 焚烧
    place TEXT NOT NULL,
    witness TEXT NOT NULL, -- code or name; 监督人 may be of another house
    staff_id INTEGER REFERENCES staff (id),
    second_id INTEGER REFERENCES staff (id), -- who consented; what is controlled has one
    reason TEXT,
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX disposal_code ON disposal (store_id, code);
