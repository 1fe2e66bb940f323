-- The life of a machine: asked for, bought, accepted, calibrated, maintained, out of order, repaired, retired.

-- ---- its file (设备档案) -----------------------------------------------------------------------------------

ALTER TABLE equipment ADD COLUMN model TEXT;                              -- 型号
ALTER TABLE equipment ADD COLUMN maker TEXT;                              -- 生产企业
ALTER TABLE equipment ADD COLUMN supplier_id INTEGER REFERENCES supplier (id); -- who sold it
ALTER TABLE equipment ADD COLUMN price_fen INTEGER CHECK (price_fen >= 0);
ALTER TABLE equipment ADD COLUMN warranty_to INTEGER;                     -- the last day of the guarantee
ALTER TABLE equipment ADD COLUMN life_to INTEGER;                         -- 使用期限: the last day that it may be used by its maker
ALTER TABLE equipment ADD COLUMN owner_id INTEGER REFERENCES staff (id);  -- who is responsible for it
ALTER TABLE equipment ADD COLUMN calibrate_months INTEGER                 -- a calibration holds so long, unless its paper says
    CHECK (calibrate_months > 0);                                         -- otherwise
ALTER TABLE equipment ADD COLUMN emergency INTEGER NOT NULL DEFAULT 0;    -- 1: it belongs to the emergency kit (除颤仪)
ALTER TABLE equipment ADD COLUMN note TEXT;
ALTER TABLE equipment ADD COLUMN retired_on INTEGER;
ALTER TABLE equipment ADD COLUMN retired_way TEXT                         -- what became of it
    CHECK (retired_way = 'scrapped' OR retired_way = 'sold' OR retired_way = 'returned');
ALTER TABLE equipment ADD COLUMN retired_to TEXT;                         -- sold or returned: to whom
ALTER TABLE equipment ADD COLUMN retired_by TEXT;                         -- account
ALTER TABLE equipment ADD COLUMN retired_second TEXT;                     -- account of the second person
ALTER TABLE equipment ADD COLUMN retired_why TEXT;
CREATE INDEX equipment_serial ON equipment (serial);                      -- the same machine in another store

-- ---- faults (故障, 维修) -----------------------------------------------------------------------------------

-- One row a fault of a machine: open, then in repair, then repaired and found good by another, or scrapped with the machine.
-- While it is open or in repair the machine stands still: its `state` says fault.
CREATE TABLE fault (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    equipment_id INTEGER NOT NULL,
    at INTEGER NOT NULL, -- since when it stands still
    day INTEGER NOT NULL,
    staff_id INTEGER REFERENCES staff (id), -- who reported it
    what TEXT NOT NULL,
    state TEXT NOT NULL
        CHECK (state = 'open' OR state = 'repairing' OR state = 'repaired' OR state = 'scrapped'),
    repair_at INTEGER,                            -- when the repair began
    repairer TEXT,                                -- the firm that repairs it,
    repairer_id INTEGER REFERENCES staff (id),    -- or who of the staff
    ended_at INTEGER,                             -- repaired or scrapped
    ended_on INTEGER,
    verified_id INTEGER REFERENCES staff (id),    -- who found it good again
    recalibrate INTEGER NOT NULL DEFAULT 0,       -- 1: after this repair it must be calibrated before it is used
    cost_fen INTEGER CHECK (cost_fen >= 0),
    note TEXT,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, equipment_id) REFERENCES equipment (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX fault_code ON fault (store_id, code);
CREATE INDEX fault_equipment ON fault (store_id, equipment_id, state, at);

-- ---- calibration (校准, 检定) -------------------------------------------------------------------------------

ALTER TABLE calibration ADD COLUMN body TEXT;                             -- 检定机构: who calibrated it
ALTER TABLE calibration ADD COLUMN fault_id INTEGER;                      -- done on the day of this repair, and after it
ALTER TABLE calibration ADD COLUMN cost_fen INTEGER CHECK (cost_fen >= 0);
CREATE INDEX calibration_certificate ON calibration (certificate);

-- ---- maintenance (保养, 维护) -------------------------------------------------------------------------------

-- One row a task of a machine's maintenance plan: every so many days, counted from `from_on` and then from the last time.
CREATE TABLE maintenance_plan (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    equipment_id INTEGER NOT NULL,
    task TEXT NOT NULL, -- 日保, 周保, 季检 …
    says TEXT,          -- what is done
    every_days INTEGER NOT NULL CHECK (every_days > 0),
    from_on INTEGER NOT NULL,
    blocks INTEGER NOT NULL DEFAULT 0, -- 1: while it is overdue the machine is not used
    active INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, equipment_id) REFERENCES equipment (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX maintenance_plan_key ON maintenance_plan (store_id, equipment_id, task);

-- One row a task that was done. What was found wrong is a fault, and then the task does not count as done.
CREATE TABLE maintenance (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    equipment_id INTEGER NOT NULL,
    task TEXT NOT NULL,
    done_on INTEGER NOT NULL,
    passed INTEGER NOT NULL,
    staff_id INTEGER REFERENCES staff (id), -- who did it, or was there
    body TEXT,                              -- the firm that did it
    fault_id INTEGER,                       -- what was found
    cost_fen INTEGER CHECK (cost_fen >= 0),
    note TEXT,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, equipment_id) REFERENCES equipment (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX maintenance_code ON maintenance (store_id, code);
CREATE INDEX maintenance_equipment ON maintenance (store_id, equipment_id, task, done_on);

-- ---- buying (请购, 比价, 验收) ---------------------------------------------------------------------------------

-- One row a machine that somebody asks for (请购单): open while offers are gathered, then one is chosen, then the machine is
-- accepted; or it is dropped.
CREATE TABLE equipment_request (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    staff_id INTEGER REFERENCES staff (id), -- who asks
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    item_id INTEGER REFERENCES item (id), -- the device of the catalogue that it is, if it stands there
    reason TEXT NOT NULL,
    budget_fen INTEGER CHECK (budget_fen >= 0),
    needed_on INTEGER,
    state TEXT NOT NULL
        CHECK (state = 'open' OR state = 'chosen' OR state = 'accepted' OR state = 'dropped'),
    supplier_id INTEGER REFERENCES supplier (id), -- whose offer was chosen
    chosen_at INTEGER,
    chosen_by TEXT,     -- account
    chosen_second TEXT, -- account of the second person, above stock.equipment_alone_fen
    chosen_why TEXT,
    ended_at INTEGER,   -- accepted or dropped
    ended_why TEXT,
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX equipment_request_code ON equipment_request (store_id, code);

-- One row what a supplier offers for a request (报价).
CREATE TABLE equipment_offer (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    request_id INTEGER NOT NULL,
    supplier_id INTEGER NOT NULL REFERENCES supplier (id),
    offered_on INTEGER NOT NULL,
    model TEXT NOT NULL,
    maker TEXT,
    registration_no TEXT,
    price_fen INTEGER NOT NULL CHECK (price_fen >= 0),
    warranty_months INTEGER NOT NULL CHECK (warranty_months >= 0),
    delivery_days INTEGER CHECK (delivery_days >= 0),
    service TEXT,                                       -- what service is promised
    service_fen INTEGER NOT NULL DEFAULT 0 CHECK (service_fen >= 0), -- what upkeep costs a year, after the guarantee
    life_months INTEGER NOT NULL CHECK (life_months > 0), -- 使用期限 by its maker
    valid_to INTEGER,                                   -- the last day that it may be taken
    note TEXT,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, request_id) REFERENCES equipment_request (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX equipment_offer_key ON equipment_offer (store_id, request_id, supplier_id);

-- One row a machine that was accepted (进货查验记录, 设备验收): what was looked at, by whom.
CREATE TABLE acceptance (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    request_id INTEGER NOT NULL,
    equipment_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    staff_id INTEGER REFERENCES staff (id), -- who accepted it
    by_login TEXT NOT NULL,                 -- account
    delivery_no TEXT,
    quality_paper TEXT NOT NULL, -- 合格证明 number, or where it lies
    manual TEXT NOT NULL,        -- 中文说明书, where it lies
    accessories TEXT NOT NULL,   -- as the packing list says
    trial TEXT NOT NULL,         -- how it ran on trial
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, request_id) REFERENCES equipment_request (store_id, id),
    FOREIGN KEY (store_id, equipment_id) REFERENCES equipment (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX acceptance_code ON acceptance (store_id, code);
CREATE UNIQUE INDEX acceptance_request ON acceptance (store_id, request_id);

-- One row a machine that was refused at the door (拒收): by whom, when, and by which conditions it fell. Its request stays chosen,
-- and what comes next for it is judged anew.
CREATE TABLE equipment_refusal (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    request_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    staff_id INTEGER REFERENCES staff (id), -- who refused it
    by_login TEXT NOT NULL,                 -- account
    delivery_no TEXT,
    model TEXT,           -- as its label said,
    serial TEXT,          -- if it did
    reasons TEXT NOT NULL, -- codes of the conditions that were not met: "model serial trial"; damage: what a person saw
    note TEXT,            -- in that person's words
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, request_id) REFERENCES equipment_request (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX equipment_refusal_code ON equipment_refusal (store_id, code);
CREATE INDEX equipment_refusal_request ON equipment_refusal (store_id, request_id, at);

-- ---- the emergency kit (急救车) ------------------------------------------------------------------------------

-- One row an item that the emergency kit of a store must have, in the item's smallest unit.
CREATE TABLE emergency_item (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    item_id INTEGER NOT NULL REFERENCES item (id),
    quantity INTEGER NOT NULL CHECK (quantity >= 0), -- 0: no longer
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX emergency_item_key ON emergency_item (store_id, item_id);
