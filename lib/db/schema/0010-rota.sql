-- Who is planned when: what people can do and where, what they wish, how many heads are wanted, and rosters that were made of it.

-- ---- people ------------------------------------------------------------------------------------------------

-- One row a skill of a person beyond role and licence (急救, 注射, 光电操作 …), by a word that needs of heads name.
CREATE TABLE skill (
    id INTEGER PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    code TEXT NOT NULL,
    from_on INTEGER, -- its first day
    to_on INTEGER    -- its last day
) STRICT;
CREATE UNIQUE INDEX skill_key ON skill (staff_id, code);

-- One row a store beside the home store in which a person may be planned (轮店).
CREATE TABLE station (
    id INTEGER PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    store_id INTEGER NOT NULL REFERENCES store (id),
    from_on INTEGER, -- its first day
    to_on INTEGER    -- its last day
) STRICT;
CREATE UNIQUE INDEX station_key ON station (staff_id, store_id);

-- One row a person whose rules of work differ from those of their role in rosters.yaml, from a day on. NULL: as the role's.
CREATE TABLE work_rule (
    id INTEGER PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    from_on INTEGER NOT NULL,
    month_hours INTEGER,     -- wanted in a month (合同工时)
    month_hours_min INTEGER, -- at least
    month_hours_max INTEGER, -- at most
    week_hours_max INTEGER,
    run_days_max INTEGER, -- days of work in a row
    run_days_min INTEGER,
    off_days_min INTEGER, -- days off in a row
    weekends_max INTEGER, -- with work on Saturday or Sunday, in a month
    late_max INTEGER,     -- late shifts in a month
    shifts TEXT           -- the only shifts that the person takes, separated by spaces
) STRICT;
CREATE UNIQUE INDEX work_rule_key ON work_rule (staff_id, from_on);

-- One row a wish of a person for a day: to be off, to work, or a shift. Weight 1 … 10; what cannot be granted costs it.
CREATE TABLE wish (
    id INTEGER PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    day INTEGER NOT NULL,
    want TEXT NOT NULL, -- off, work, or the code of a shift
    weight INTEGER NOT NULL DEFAULT 5 CHECK (weight >= 1 AND weight <= 10),
    note TEXT
) STRICT;
CREATE UNIQUE INDEX wish_key ON wish (staff_id, day);

-- One row two stores, and how long it takes from one to the other. Who works in both on days in a row needs that more rest.
CREATE TABLE travel (
    id INTEGER PRIMARY KEY,
    one_id INTEGER NOT NULL REFERENCES store (id),
    other_id INTEGER NOT NULL REFERENCES store (id),
    minutes INTEGER NOT NULL CHECK (minutes >= 0 AND minutes <= 1440)
) STRICT;
CREATE UNIQUE INDEX travel_key ON travel (one_id, other_id);

-- ---- what is wanted ----------------------------------------------------------------------------------------

-- One row a time of a day for which heads of a role are wanted in a store (人力需求): by `medi-roster load`, or entered. Times are
-- minutes of the day. A person may be named: the member day of a chief doctor (会员定制日).
CREATE TABLE head (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    day INTEGER NOT NULL,
    from_minute INTEGER NOT NULL CHECK (from_minute >= 0 AND from_minute < 1440),
    to_minute INTEGER NOT NULL CHECK (to_minute > 0 AND to_minute <= 1440),
    role TEXT NOT NULL
        CHECK (role = 'doctor' OR role = 'nurse' OR role = 'consultant' OR role = 'front-desk'
               OR role = 'manager' OR role = 'buyer' OR role = 'technician' OR role = 'marketing'
               OR role = 'other'),
    skill TEXT,                            -- only heads with it count
    staff_id INTEGER REFERENCES staff (id), -- this person
    heads INTEGER NOT NULL CHECK (heads >= 0 AND heads <= 1000),
    source TEXT NOT NULL DEFAULT 'set'
        CHECK (source = 'set' OR source = 'load'),
    note TEXT,
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX head_key ON head (store_id, day, from_minute, role, COALESCE(skill, ''), COALESCE(staff_id, 0));

-- ---- rosters -----------------------------------------------------------------------------------------------

-- One row a roster (排班表) of a store or, store 0, of the chain, over days from from_on until before to_on. A draft may be planned
-- again; what is published stands in `shift` as well, and stays as it is: it is adjusted by another roster.
CREATE TABLE roster (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    from_on INTEGER NOT NULL,
    to_on INTEGER NOT NULL,
    state TEXT NOT NULL
        CHECK (state = 'draft' OR state = 'published' OR state = 'replaced'),
    of_code TEXT,      -- the roster that this one adjusts
    objective INTEGER, -- what its wishes and shortages cost, and no roster less than `bound`
    bound INTEGER,
    short_minutes INTEGER, -- heads × minutes that are wanted and not there
    seed INTEGER,
    made_at INTEGER NOT NULL,
    published_at INTEGER,
    note TEXT,
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX roster_code ON roster (store_id, code);

-- One row a person and day of a roster: the shift, its store and times, or off, or away.
CREATE TABLE roster_cell (
    store_id INTEGER NOT NULL REFERENCES store (id), -- the roster's
    id INTEGER NOT NULL,
    roster_id INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    day INTEGER NOT NULL,
    what TEXT NOT NULL
        CHECK (what = 'work' OR what = 'off' OR what = 'leave'),
    shift TEXT,                         -- its code in rosters.yaml; NULL: times by hand, or no work
    at_id INTEGER REFERENCES store (id), -- where the person works
    role TEXT                           -- as what
        CHECK (role = 'doctor' OR role = 'nurse' OR role = 'consultant' OR role = 'front-desk'
               OR role = 'manager' OR role = 'buyer' OR role = 'technician' OR role = 'marketing'
               OR role = 'other'),
    starts_at INTEGER,
    ends_at INTEGER,
    minutes INTEGER NOT NULL DEFAULT 0, -- paid: without the break
    locked INTEGER NOT NULL DEFAULT 0,  -- 1: stays as it is when the roster is planned or adjusted
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, roster_id) REFERENCES roster (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX roster_cell_key ON roster_cell (store_id, roster_id, staff_id, day);
CREATE INDEX roster_cell_staff ON roster_cell (staff_id, day);

-- ---- what calendars were told ------------------------------------------------------------------------------

-- One row an event of a person's calendar (iCalendar): a shift as it was last written, under a name that stays. `number` counts the
-- shifts of one person, store and day. What was taken back stays as cancelled, so that whoever subscribed learns of it.
CREATE TABLE calendar_entry (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    day INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 1),
    uid TEXT NOT NULL,
    sequence INTEGER NOT NULL DEFAULT 0 CHECK (sequence >= 0), -- rises with each change
    state TEXT NOT NULL
        CHECK (state = 'confirmed' OR state = 'cancelled'),
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    shift TEXT, -- its code
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX calendar_entry_key ON calendar_entry (store_id, staff_id, day, number);
CREATE INDEX calendar_entry_staff ON calendar_entry (staff_id, day);
