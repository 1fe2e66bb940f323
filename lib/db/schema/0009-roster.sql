-- What can be booked, and when it is there: rooms, opening, closed days, leave, shifts, and what a project needs of them.

-- ---- rooms (诊室, 治疗室) -----------------------------------------------------------------------------------

-- One row a room of a store. Appointments and treatments name it by its code.
CREATE TABLE room (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kinds TEXT,      -- the kinds of projects that it is fit for, separated by spaces; NULL: all
    from_on INTEGER, -- its first day
    to_on INTEGER,   -- its last day
    note TEXT,
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX room_code ON room (store_id, code);

-- ---- days that are not as the week says (节假日, 调休) --------------------------------------------------------

-- One row a day, or part of one, on which a store, or (store 0) the chain, is closed though its hours say open, or open though
-- they say closed. Times are minutes of the day as the store's clock shows them.
CREATE TABLE closure (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    day INTEGER NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL
        CHECK (state = 'closed' OR state = 'open'),
    from_minute INTEGER NOT NULL CHECK (from_minute >= 0 AND from_minute < 1440),
    to_minute INTEGER NOT NULL CHECK (to_minute > 0 AND to_minute <= 1440),
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX closure_key ON closure (store_id, day, from_minute);

-- ---- people's time ---------------------------------------------------------------------------------------

-- One row a leave of a person (请假): from a moment until another, whatever shifts say.
CREATE TABLE leave (
    id INTEGER PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    from_at INTEGER NOT NULL,
    to_at INTEGER NOT NULL,
    kind TEXT NOT NULL
        CHECK (kind = 'annual' OR kind = 'sick' OR kind = 'personal' OR kind = 'maternity' OR kind = 'training'
               OR kind = 'compensatory' OR kind = 'other'),
    approved_id INTEGER REFERENCES staff (id),
    note TEXT
) STRICT;
CREATE UNIQUE INDEX leave_key ON leave (staff_id, from_at);

-- One row a time that a person works in a store (班次). Who has none in a store's month works there as it is open. What was published
-- names its roster; what was entered by hand names none.
CREATE TABLE shift (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    day INTEGER NOT NULL, -- of starts_at
    code TEXT,            -- of the shift in rosters.yaml; NULL: times by hand
    role TEXT             -- as what; NULL: as their own
        CHECK (role = 'doctor' OR role = 'nurse' OR role = 'consultant' OR role = 'front-desk'
               OR role = 'manager' OR role = 'buyer' OR role = 'technician' OR role = 'marketing'
               OR role = 'other'),
    minutes INTEGER,                      -- paid: without the break; NULL: from its beginning to its end
    of_id INTEGER REFERENCES store (id),  -- whose roster published it: a store's, or (0) the chain's
    roster TEXT,                          -- its code
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX shift_key ON shift (store_id, staff_id, starts_at);
CREATE INDEX shift_staff ON shift (staff_id, day);

-- ---- what a project needs ----------------------------------------------------------------------------------

-- One row a project that needs something else than its licence and device tell. Minutes before and after are those in which who
-- and what it takes is not free for another (准备, 清洁).
CREATE TABLE project_need (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES project (id),
    doctor INTEGER, -- 1, 0; NULL: 1 if its licence is a doctor's
    nurse INTEGER,  -- 1, 0; NULL: 1 if its licence is none of a doctor's
    room INTEGER,   -- 1, 0; NULL: 1 if the store keeps rooms
    before_minutes INTEGER NOT NULL DEFAULT 0 CHECK (before_minutes >= 0),
    after_minutes INTEGER NOT NULL DEFAULT 0 CHECK (after_minutes >= 0)
) STRICT;
CREATE UNIQUE INDEX project_need_key ON project_need (project_id);

-- ---- appointments ------------------------------------------------------------------------------------------

-- A person's day in all stores, and who waits.
CREATE INDEX appointment_doctor ON appointment (doctor_id, day) WHERE doctor_id IS NOT NULL;
CREATE INDEX appointment_nurse ON appointment (nurse_id, day) WHERE nurse_id IS NOT NULL;
CREATE INDEX appointment_waits ON appointment (store_id, project_id) WHERE status = 'waitlist';
