-- Where goods come from: what is known of an item and of who sells it, the papers that a supplier must have, orders, what
-- was received and what was refused at the door.

-- ---- what was there before, and knows more now ---------------------------------------------------------

ALTER TABLE item ADD COLUMN gtin TEXT;                 -- 14 digits of GS1, with its check digit
ALTER TABLE item ADD COLUMN spec TEXT;                 -- 规格, as an order and a label say it
ALTER TABLE item ADD COLUMN vial_unit TEXT;            -- what vial_size units stand in: 瓶, 支
ALTER TABLE item ADD COLUMN category TEXT;             -- of papers.yaml; NULL: as registration number and kind say
ALTER TABLE item ADD COLUMN remaining_days INTEGER     -- at least so many days are left when it is received; NULL: as
    CHECK (remaining_days >= 0);                       -- stock.remaining_days says
-- 储运温度 of its own label, thousandths of a degree Celsius; NULL: as coldchain.yaml says of its storage
ALTER TABLE item ADD COLUMN temp_min_mdeg INTEGER;
ALTER TABLE item ADD COLUMN temp_max_mdeg INTEGER;
ALTER TABLE item ADD COLUMN excursion_minutes INTEGER  -- out of them for so long at most, by its maker's stability data,
    CHECK (excursion_minutes >= 0);
ALTER TABLE item ADD COLUMN excursion_min_mdeg INTEGER; -- and within these
ALTER TABLE item ADD COLUMN excursion_max_mdeg INTEGER;
CREATE INDEX item_gtin ON item (gtin);

-- One row a product number on packages of an item, and how much of it is in such a package: a GTIN of 14 digits (each level of
-- packaging has its own: 支, 盒, 箱), the device identifier of an MA code (MA.156.M0.…), or +, labeler, product and unit of measure
-- of HIBC. item.gtin needs no row here: it stands on what is opened, and where that is nothing, on one smallest unit.
CREATE TABLE item_label (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    item_id INTEGER NOT NULL REFERENCES item (id),
    quantity INTEGER NOT NULL CHECK (quantity > 0) -- in the smallest unit
) STRICT;
CREATE UNIQUE INDEX item_label_key ON item_label (code);
CREATE INDEX item_label_item ON item_label (item_id);

ALTER TABLE supplier ADD COLUMN active INTEGER NOT NULL DEFAULT 1; -- 0: nothing is ordered there any more

-- What a unit costs is share_fen / share_of, as it became when the same lot came again at another price: what was there
-- and what came, together. NULL: it came once, and its own cost and quantity say it.
ALTER TABLE lot ADD COLUMN share_of INTEGER;
ALTER TABLE lot ADD COLUMN share_fen INTEGER;
CREATE INDEX lot_item ON lot (item_id, code);        -- a lot in whatever store: recalls, receiving

-- ---- suppliers' papers ------------------------------------------------------------------------------------

-- One row a paper of a supplier (供应商资质). Its kinds are in papers.yaml, which says which category of items needs which.
CREATE TABLE paper (
    id INTEGER PRIMARY KEY,
    supplier_id INTEGER NOT NULL REFERENCES supplier (id),
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    item_id INTEGER REFERENCES item (id), -- it covers this item only (授权书, 通关单); NULL: all that the supplier sells
    lots TEXT,                            -- and these lots only, parted by 、 , ; or spaces
    valid_from INTEGER NOT NULL,
    valid_to INTEGER,                     -- the last day; NULL: 长期
    proof TEXT                            -- where the copy lies
) STRICT;
CREATE UNIQUE INDEX paper_key ON paper (supplier_id, kind, number);

-- ---- levels -------------------------------------------------------------------------------------------------

-- One row an item of which a store keeps so much, in the smallest unit: below the minimum it is low, and is ordered up to
-- the target.
CREATE TABLE item_level (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    item_id INTEGER NOT NULL REFERENCES item (id),
    minimum INTEGER NOT NULL CHECK (minimum >= 0),
    target INTEGER NOT NULL,
    PRIMARY KEY (store_id, id),
    CHECK (target >= minimum)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX item_level_key ON item_level (store_id, item_id);

-- ---- orders -------------------------------------------------------------------------------------------------

-- One row an order to a supplier (采购单): drafted, approved, then closed when all of it has come or the rest will not;
-- cancelled if nothing had come.
CREATE TABLE purchase (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    supplier_id INTEGER NOT NULL REFERENCES supplier (id),
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    state TEXT NOT NULL
        CHECK (state = 'draft' OR state = 'approved' OR state = 'closed' OR state = 'cancelled'),
    amount_fen INTEGER NOT NULL, -- the sum of its lines
    due_on INTEGER,              -- when it was promised for
    ordered_by TEXT NOT NULL,    -- account
    approved_by TEXT,            -- account
    approved_at INTEGER,
    ended_at INTEGER,            -- closed or cancelled
    reason TEXT,                 -- why it was cancelled, or closed with something still to come
    note TEXT,
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX purchase_code ON purchase (store_id, code);
CREATE INDEX purchase_state ON purchase (store_id, state, day);
CREATE INDEX purchase_supplier ON purchase (supplier_id, day);

-- One row an item in an order, in its smallest unit, and how much of it has been received.
CREATE TABLE purchase_line (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    purchase_id INTEGER NOT NULL,
    line INTEGER NOT NULL,
    item_id INTEGER NOT NULL REFERENCES item (id),
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0), -- of the whole line
    spec TEXT,                                           -- 规格, as ordered
    received INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, purchase_id) REFERENCES purchase (store_id, id),
    CHECK (received >= 0 AND received <= quantity)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX purchase_line_key ON purchase_line (store_id, purchase_id, line);
CREATE INDEX purchase_line_item ON purchase_line (store_id, purchase_id, item_id);

-- ---- receiving ------------------------------------------------------------------------------------------------

-- One row a delivery that was judged at the door (验收): accepted, and then its lots are in stock, or refused whole, and
-- then nothing moved. Never changed.
CREATE TABLE receipt (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    supplier_id INTEGER NOT NULL REFERENCES supplier (id),
    purchase_id INTEGER, -- NULL: imported without its order
    state TEXT NOT NULL
        CHECK (state = 'accepted' OR state = 'refused'),
    at INTEGER NOT NULL,  -- when it arrived
    day INTEGER NOT NULL,
    shipped_at INTEGER,   -- when the supplier sent it off
    delivery_no TEXT,     -- 随货同行单号
    staff_id INTEGER REFERENCES staff (id), -- who received it
    by_login TEXT NOT NULL,                 -- account
    second_by TEXT,       -- account of the second person, where controlled items were received
    reasons TEXT,         -- refused: codes of `medi-stock receive`, with what they are about
    note TEXT,            -- refused: in the words of who refused
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, purchase_id) REFERENCES purchase (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX receipt_code ON receipt (store_id, code);
CREATE INDEX receipt_day ON receipt (store_id, day);
CREATE INDEX receipt_purchase ON receipt (store_id, purchase_id);

-- One row an item and lot of a delivery, as its label and its papers said. Of an accepted one the lot is in stock; of a
-- refused one anything may be missing.
CREATE TABLE receipt_line (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    receipt_id INTEGER NOT NULL,
    line INTEGER NOT NULL,
    item_id INTEGER NOT NULL REFERENCES item (id),
    label TEXT,          -- 批号 on the label
    lot_id INTEGER,      -- accepted: that lot
    quantity INTEGER NOT NULL,
    amount_fen INTEGER NOT NULL,
    made_on INTEGER,
    expires_on INTEGER,
    registration_no TEXT, -- on the label
    spec TEXT,            -- on the label
    place TEXT,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, receipt_id) REFERENCES receipt (store_id, id),
    FOREIGN KEY (store_id, lot_id) REFERENCES lot (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX receipt_line_key ON receipt_line (store_id, receipt_id, line);
CREATE INDEX receipt_line_lot ON receipt_line (store_id, lot_id);

-- One row a serial number on the packages of a line of a delivery. What became of the unit stands where it happened: in
-- product_check and treatment_item. Never changed.
CREATE TABLE receipt_unit (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    receipt_id INTEGER NOT NULL,
    line INTEGER NOT NULL,
    serial TEXT NOT NULL,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, receipt_id) REFERENCES receipt (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX receipt_unit_key ON receipt_unit (store_id, receipt_id, line, serial);
CREATE INDEX receipt_unit_serial ON receipt_unit (serial);

-- One row a temperature record that came with a delivery (冷链运输记录), as it was judged for one storage class. Degrees are
-- thousandths of a degree Celsius.
CREATE TABLE temperature (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    receipt_id INTEGER NOT NULL,
    storage TEXT NOT NULL
        CHECK (storage = 'ambient' OR storage = 'cool' OR storage = 'cold' OR storage = 'frozen'),
    file TEXT NOT NULL,
    hash TEXT NOT NULL,        -- SHA-256 of the file's bytes
    readings INTEGER NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    min_mdeg INTEGER NOT NULL,
    max_mdeg INTEGER NOT NULL,
    mkt_mdeg INTEGER NOT NULL, -- mean kinetic temperature
    out_s INTEGER NOT NULL,    -- seconds out of the limits
    gap_s INTEGER NOT NULL,    -- the longest silence
    passed INTEGER NOT NULL,
    reasons TEXT,              -- codes of `medi-stock temperature check`
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, receipt_id) REFERENCES receipt (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX temperature_key ON temperature (store_id, receipt_id, storage);
