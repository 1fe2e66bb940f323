-- The core of medi: who, where, when, and what was paid.
--
-- Said once, here, and kept everywhere:
--
--   Scope.   A row belongs to the chain or to one store. A chain table's key is `id`. A store
--            table's key is (store_id, id), and so begins every key and every reference to it, that
--            the same schema can be partitioned by store. Store 0 is the chain itself.
--   Ids.     Small integers, given out by `counter`, never used again. People never see them: they
--            see `code`, the clinic's own number, unique in the chain or in its store.
--   Time.    A moment (…_at) is UTC seconds since 1970. A day (…_on, day) is days since 1970-01-01
--            of the store's own calendar, fixed when the row is written. Windows are half open.
--   Money.   …_fen, whole fen. Quantities are whole numbers of an item's smallest unit.
--   Words.   States and kinds are short English words, spelt as in FHIR R4 where it has them.
--   Types.   INTEGER is 64 bits, TEXT is UTF-8; an empty value is NULL, never ''. The words of a
--            CHECK are an OR chain: SQLite builds a table for each row and each IN list.

-- One row a migration that this database has been through.
CREATE TABLE migration (
    version INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    applied_at INTEGER NOT NULL
) STRICT;

-- Facts about the database as a whole: its default zone, whether it is a test database (test = 1: the
-- only kind that honours a frozen clock).
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The days from 1990 to 2069 with the names of the periods they lie in, so that a period is a join and
-- not a function that engines spell differently. Weeks are ISO weeks: they begin on Monday.
CREATE TABLE calendar (
    day INTEGER PRIMARY KEY,
    date TEXT NOT NULL,
    week TEXT NOT NULL,
    month TEXT NOT NULL,
    quarter TEXT NOT NULL,
    year TEXT NOT NULL,
    weekday INTEGER NOT NULL -- 1 Monday … 7 Sunday
) STRICT;

-- One row a clinic (门店). Store 0, code *, is the chain: what is written for all stores is written for it.
CREATE TABLE store (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    zone TEXT NOT NULL,        -- IANA name; its days and months are those of this zone
    level TEXT,                -- 机构等级: 医院, 门诊部, 诊所 …
    departments TEXT,          -- 诊疗科目 as on the licence, separated by 、
    licence_no TEXT,           -- 医疗机构执业许可证
    licence_to INTEGER,        -- its last day
    address TEXT,
    latitude INTEGER,          -- millionths of a degree
    longitude INTEGER,
    hours TEXT,                -- opening hours: Mo-Fr 09:00-18:00; Sa-Su 10:00-20:00
    phone TEXT,
    opened_on INTEGER,
    closed_on INTEGER
) STRICT;
CREATE UNIQUE INDEX store_code ON store (code);

-- The next free id of a table, for the chain (store 0) or for a store.
CREATE TABLE counter (
    store_id INTEGER NOT NULL REFERENCES store (id),
    name TEXT NOT NULL,
    next_id INTEGER NOT NULL,
    PRIMARY KEY (store_id, name)
) STRICT, WITHOUT ROWID;

-- Settings that differ from the shipped ones: for the chain (store 0), or for a store that overrides it.
CREATE TABLE setting (
    store_id INTEGER NOT NULL REFERENCES store (id),
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (store_id, name)
) STRICT, WITHOUT ROWID;

-- One row a person who works here or did (人员).
CREATE TABLE staff (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL
        CHECK (role = 'doctor' OR role = 'nurse' OR role = 'consultant' OR role = 'front-desk'
               OR role = 'manager' OR role = 'buyer' OR role = 'technician' OR role = 'marketing'
               OR role = 'other'),
    store_id INTEGER REFERENCES store (id), -- the home store; NULL works in all
    title TEXT,
    phone TEXT,
    hired_on INTEGER,
    left_on INTEGER
) STRICT;
CREATE UNIQUE INDEX staff_code ON staff (code);

-- One row a licence of a person (执业证, 主诊医师备案 …), with what it covers and until when.
CREATE TABLE licence (
    id INTEGER PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    kind TEXT NOT NULL
        CHECK (kind = 'physician' OR kind = 'chief-physician' OR kind = 'nurse'
               OR kind = 'pharmacist' OR kind = 'device' OR kind = 'other'),
    number TEXT NOT NULL,
    scope TEXT,                             -- 美容外科, 美容皮肤科 …
    store_id INTEGER REFERENCES store (id), -- where it is registered
    valid_from INTEGER,
    valid_to INTEGER -- the last day
) STRICT;
CREATE UNIQUE INDEX licence_number ON licence (staff_id, kind, number);

-- One row a way by which clients come (渠道). 0 is 'unknown': unknown is a channel too.
CREATE TABLE channel (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    category TEXT NOT NULL
        CHECK (category = 'paid' OR category = 'organic' OR category = 'own'
               OR category = 'referral' OR category = 'partner' OR category = 'walk-in'
               OR category = 'unknown')
) STRICT;
CREATE UNIQUE INDEX channel_code ON channel (code);

-- One row an amount spent on a channel on a day, by a store or (store 0) by the chain.
CREATE TABLE spend (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    channel_id INTEGER NOT NULL REFERENCES channel (id),
    day INTEGER NOT NULL,
    purpose TEXT NOT NULL,
    amount_fen INTEGER NOT NULL,
    note TEXT,
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX spend_key ON spend (store_id, channel_id, day, purpose);

-- One row a treatment that can be bought (项目).
CREATE TABLE project (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    department TEXT, -- the 诊疗科目 that a store needs for it
    kind TEXT NOT NULL
        CHECK (kind = 'injection' OR kind = 'laser' OR kind = 'skin' OR kind = 'surgery'
               OR kind = 'dental' OR kind = 'care' OR kind = 'exam' OR kind = 'other'),
    cycle_days INTEGER, -- the usual time until it is due again
    minutes INTEGER,    -- the usual length
    active INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX project_code ON project (code);

-- One row a price of a project: of the chain (store 0) or a store, for one channel or all, from a day on.
CREATE TABLE price (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES project (id),
    store_id INTEGER NOT NULL REFERENCES store (id),
    channel_id INTEGER REFERENCES channel (id),
    valid_from INTEGER NOT NULL,
    valid_to INTEGER,
    amount_fen INTEGER NOT NULL,
    floor_fen INTEGER -- below it a discount needs a second person
) STRICT;
CREATE UNIQUE INDEX price_key ON price (project_id, store_id, COALESCE(channel_id, 0), valid_from);

-- One row a client (客户) of the chain. Channel is first touch, fixed when the file is made. What is personal is
-- sealed under the client's own key (see lib/vault/vault.h): BLOBs that only the master key opens.
CREATE TABLE client (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    name BLOB,
    phone BLOB,     -- E.164
    id_number BLOB, -- 身份证号
    gender TEXT
        CHECK (gender = 'female' OR gender = 'male' OR gender = 'other'),
    birthday INTEGER,
    store_id INTEGER NOT NULL REFERENCES store (id), -- the home store
    channel_id INTEGER NOT NULL REFERENCES channel (id),
    owner_id INTEGER REFERENCES staff (id), -- consultant or 医美管家
    nurse_id INTEGER REFERENCES staff (id), -- whom an emergency reaches
    created_on INTEGER NOT NULL,
    class TEXT NOT NULL
        CHECK (class = 'client' OR class = 'staff' OR class = 'test'),
    address BLOB,
    latitude INTEGER,  -- thousandths of a degree, in millionths: the neighbourhood, not the house
    longitude INTEGER,
    language TEXT,
    allergy BLOB,
    history BLOB,
    note BLOB,
    email BLOB,
    wechat BLOB,         -- what the clinic's account calls them there
    data_key BLOB,       -- the client's own key, sealed by the master key; NULL: nothing is sealed yet
    phone_index BLOB,    -- equal for equal phones, and tells no more
    id_number_index BLOB
) STRICT;
CREATE UNIQUE INDEX client_code ON client (code);
CREATE INDEX client_phone ON client (phone_index);

-- One row a person who asked but has not come yet (线索). Name and phone are sealed as a client's are.
CREATE TABLE lead (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    name BLOB,
    phone BLOB,
    store_id INTEGER NOT NULL REFERENCES store (id),
    channel_id INTEGER NOT NULL REFERENCES channel (id),
    project_id INTEGER REFERENCES project (id), -- the interest
    owner_id INTEGER REFERENCES staff (id),
    created_at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    stage TEXT NOT NULL
        CHECK (stage = 'new' OR stage = 'contacted' OR stage = 'qualified' OR stage = 'booked'
               OR stage = 'converted' OR stage = 'lost'),
    next_step TEXT,
    next_on INTEGER,
    lost_reason TEXT,
    client_id INTEGER REFERENCES client (id), -- whom the lead became
    data_key BLOB,
    phone_index BLOB
) STRICT;
CREATE UNIQUE INDEX lead_code ON lead (code);
CREATE INDEX lead_phone ON lead (phone_index);

-- One row a booking (预约). Statuses are FHIR R4's of Appointment.
CREATE TABLE appointment (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    project_id INTEGER REFERENCES project (id),
    doctor_id INTEGER REFERENCES staff (id),
    nurse_id INTEGER REFERENCES staff (id),
    room TEXT,
    device TEXT,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    status TEXT NOT NULL
        CHECK (status = 'proposed' OR status = 'pending' OR status = 'booked'
               OR status = 'arrived' OR status = 'fulfilled' OR status = 'cancelled'
               OR status = 'noshow' OR status = 'entered-in-error' OR status = 'checked-in'
               OR status = 'waitlist'),
    note TEXT,
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX appointment_code ON appointment (store_id, code);
CREATE INDEX appointment_day ON appointment (store_id, day);
CREATE INDEX appointment_client ON appointment (client_id, day);

-- One row a stay of a client in a store (到院). Statuses are FHIR R4's of Encounter.
CREATE TABLE visit (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    arrived_at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    seen_at INTEGER, -- the end of the wait
    left_at INTEGER,
    purpose TEXT NOT NULL
        CHECK (purpose = 'consult' OR purpose = 'treatment' OR purpose = 'review'
               OR purpose = 'follow-up' OR purpose = 'payment' OR purpose = 'other'),
    status TEXT NOT NULL
        CHECK (status = 'planned' OR status = 'arrived' OR status = 'triaged'
               OR status = 'in-progress' OR status = 'onleave' OR status = 'finished'
               OR status = 'cancelled' OR status = 'entered-in-error'),
    channel_id INTEGER REFERENCES channel (id), -- last touch: what brought this visit
    consultant_id INTEGER REFERENCES staff (id),
    doctor_id INTEGER REFERENCES staff (id),
    note TEXT,
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX visit_code ON visit (store_id, code);
CREATE INDEX visit_day ON visit (store_id, day);
CREATE INDEX visit_client ON visit (client_id, day);

-- One row a consultation (咨询): what was asked for and how it ended.
CREATE TABLE consultation (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    visit_id INTEGER,
    consultant_id INTEGER REFERENCES staff (id),
    project_id INTEGER REFERENCES project (id), -- the need
    started_at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    budget_fen INTEGER,
    outcome TEXT NOT NULL
        CHECK (outcome = 'deal' OR outcome = 'pending' OR outcome = 'lost'
               OR outcome = 'medical-refusal' OR outcome = 'entered-in-error'),
    note TEXT,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, visit_id) REFERENCES visit (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX consultation_code ON consultation (store_id, code);
CREATE INDEX consultation_day ON consultation (store_id, day);
CREATE INDEX consultation_client ON consultation (client_id, day);

-- One row a line of money received or (negative) given back (收款). Lines of one order share order_code.
CREATE TABLE payment (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    order_code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    visit_id INTEGER,
    consultant_id INTEGER REFERENCES staff (id),
    project_id INTEGER REFERENCES project (id),
    kind TEXT NOT NULL
        CHECK (kind = 'deposit' OR kind = 'payment' OR kind = 'refund'),
    class TEXT NOT NULL
        CHECK (class = 'sale' OR class = 'gift' OR class = 'staff' OR class = 'test'),
    method TEXT,
    quantity INTEGER NOT NULL,
    amount_fen INTEGER NOT NULL,
    paid_at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    note TEXT,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, visit_id) REFERENCES visit (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX payment_code ON payment (store_id, code);
CREATE INDEX payment_day ON payment (store_id, day);
CREATE INDEX payment_client ON payment (client_id, day);
CREATE INDEX payment_order ON payment (store_id, order_code);

-- One row a treatment given (治疗). recognised_fen is the revenue it consumes (消耗/划扣).
CREATE TABLE treatment (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    visit_id INTEGER,
    project_id INTEGER NOT NULL REFERENCES project (id),
    doctor_id INTEGER REFERENCES staff (id),
    nurse_id INTEGER REFERENCES staff (id),
    room TEXT,
    device TEXT,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    day INTEGER NOT NULL,
    status TEXT NOT NULL
        CHECK (status = 'preparation' OR status = 'in-progress' OR status = 'completed'
               OR status = 'stopped' OR status = 'entered-in-error'),
    quantity INTEGER NOT NULL,
    recognised_fen INTEGER NOT NULL,
    note TEXT,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, visit_id) REFERENCES visit (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX treatment_code ON treatment (store_id, code);
CREATE INDEX treatment_day ON treatment (store_id, day);
CREATE INDEX treatment_client ON treatment (client_id, day);

-- One row a thing that is kept in stock (品目): drug, consumable, implant or device.
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL
        CHECK (kind = 'drug' OR kind = 'consumable' OR kind = 'implant' OR kind = 'device'),
    registration_no TEXT, -- 注册证号 / 国药准字
    unit TEXT NOT NULL,   -- the smallest unit: U, 0.01ml, 支, 片
    pack_unit TEXT,
    pack_size INTEGER, -- smallest units in a pack
    storage TEXT NOT NULL
        CHECK (storage = 'ambient' OR storage = 'cool' OR storage = 'cold' OR storage = 'frozen'),
    open_hours INTEGER,          -- usable after opening
    controlled INTEGER NOT NULL DEFAULT 0 -- 毒麻精放: two people
) STRICT;
CREATE UNIQUE INDEX item_code ON item (code);

-- One row a supplier (供应商).
CREATE TABLE supplier (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    contact TEXT,
    phone TEXT,
    licence_no TEXT, -- 经营许可证
    licence_to INTEGER
) STRICT;
CREATE UNIQUE INDEX supplier_code ON supplier (code);

-- One row a lot of an item as a store received it (批次).
CREATE TABLE lot (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    item_id INTEGER NOT NULL REFERENCES item (id),
    code TEXT NOT NULL, -- 批号
    supplier_id INTEGER REFERENCES supplier (id),
    made_on INTEGER,
    expires_on INTEGER NOT NULL, -- the last day it may be used
    received_on INTEGER NOT NULL,
    quantity INTEGER NOT NULL, -- as received, in the item's smallest unit
    cost_fen INTEGER NOT NULL, -- of the whole quantity
    place TEXT,
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX lot_key ON lot (store_id, item_id, code);
CREATE INDEX lot_expiry ON lot (store_id, expires_on);

-- What every database begins with: the chain, the unknown channel, the calendar.
INSERT INTO store (id, code, name, zone) VALUES (0, '*', '全部门店', 'Asia/Shanghai');
INSERT INTO channel (id, code, name, category) VALUES (0, 'unknown', '未知', 'unknown');

-- Civil date from the day number (Hinnant: eras of 400 years, which begin on 1 March), in integers that both
-- engines divide alike.
INSERT INTO calendar (day, date, week, month, quarter, year, weekday)
WITH RECURSIVE
    days (day) AS (SELECT 7305 UNION ALL SELECT day + 1 FROM days WHERE day < 36524),
    eras (day, weekday, thursday, of_era, thursday_of_era) AS MATERIALIZED (
        SELECT day, (day + 3) % 7 + 1, day - (day + 3) % 7 + 3,
               (day + 719468) % 146097, (day - (day + 3) % 7 + 3 + 719468) % 146097
        FROM days),
    years (day, weekday, thursday, of_era, year_of_era, thursday_of_era, thursday_year)
        AS MATERIALIZED (
        SELECT day, weekday, thursday, of_era,
               (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365,
               thursday_of_era,
               (thursday_of_era - thursday_of_era / 1460 + thursday_of_era / 36524
                - thursday_of_era / 146096) / 365
        FROM eras),
    parts (day, weekday, year_of_era, day_of_year, shifted, thursday_year, thursday_day)
        AS MATERIALIZED (
        SELECT day, weekday, year_of_era,
               of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100),
               (5 * (of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100)) + 2) / 153,
               thursday_year,
               thursday_of_era - (365 * thursday_year + thursday_year / 4 - thursday_year / 100)
        FROM years),
    civil (day, weekday, year, month, date, week_year, week) AS MATERIALIZED (
        SELECT day, weekday,
               400 * ((day + 719468) / 146097) + year_of_era + CASE WHEN shifted >= 10 THEN 1 ELSE 0 END,
               CASE WHEN shifted < 10 THEN shifted + 3 ELSE shifted - 9 END,
               day_of_year - (153 * shifted + 2) / 5 + 1,
               400 * ((day - weekday + 4 + 719468) / 146097) + thursday_year + CASE WHEN thursday_day >= 306 THEN 1 ELSE 0 END,
               CASE WHEN thursday_day >= 306 THEN (thursday_day - 306) / 7 + 1
                    ELSE (thursday_day + 59
                          + CASE WHEN (thursday_year % 4 = 0 AND thursday_year % 100 <> 0)
                                      OR thursday_year % 400 = 0 THEN 1 ELSE 0 END) / 7 + 1
               END
        FROM parts),
    words (day, weekday, year, month, date, week_year, week) AS MATERIALIZED (
        SELECT day, weekday, CAST(year AS TEXT), substr(CAST(100 + month AS TEXT), 2, 2),
               substr(CAST(100 + date AS TEXT), 2, 2), CAST(week_year AS TEXT),
               substr(CAST(100 + week AS TEXT), 2, 2)
        FROM civil)
SELECT day, year || '-' || month || '-' || date, week_year || '-W' || week, year || '-' || month,
       year || '-Q' || CASE WHEN month <= '03' THEN '1' WHEN month <= '06' THEN '2'
                            WHEN month <= '09' THEN '3' ELSE '4' END,
       year, weekday
FROM words;
