-- What is owed to clients after they have left, or to bring them back: tasks of people, messages that programs send, what
-- clients answered, and what then became of it.
--
-- A task or a message is named by what it is for, and so stands once however often it is planned: its code is
-- TREATMENT/plan/step/occurrence if a treatment is what it follows, else CLIENT:plan:step:occurrence; a message's has its
-- channel behind that. `plan` is a ladder or a campaign, `step` a word in it, `occurrence` the how-manieth time, or of what
-- year or round.

-- The few treatments that were none, so that what was planned for them is found without reading the others.
CREATE INDEX treatment_void ON treatment (status, store_id, client_id) WHERE status = 'entered-in-error';

-- One row a campaign (召回、关怀、活动): whom it reaches, with what, and for how long what they do then counts as its answer.
CREATE TABLE campaign (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    rule TEXT NOT NULL,        -- of recall.yaml
    store_id INTEGER REFERENCES store (id), -- NULL: all stores
    starts_on INTEGER NOT NULL,
    ends_on INTEGER NOT NULL,  -- the last day
    answer_days INTEGER NOT NULL CHECK (answer_days > 0), -- a visit within so many days after the message is its answer
    cap INTEGER CHECK (cap > 0),      -- no more clients than this are written to or called
    holdout INTEGER NOT NULL DEFAULT 0 CHECK (holdout >= 0 AND holdout <= 100), -- so many of a hundred get nothing (对照组)
    voucher_kind TEXT                 -- the offer: a voucher for each,
        CHECK (voucher_kind = 'cash' OR voucher_kind = 'trial' OR voucher_kind = 'gift'),
    voucher_fen INTEGER,              -- worth so much,
    voucher_days INTEGER CHECK (voucher_days > 0), -- good for so many days
    cost_fen INTEGER NOT NULL DEFAULT 0, -- what it cost beside the offers
    state TEXT NOT NULL CHECK (state = 'draft' OR state = 'running' OR state = 'ended')
) STRICT;
CREATE UNIQUE INDEX campaign_code ON campaign (code);

-- One row a client whom a campaign chose (入选客户), for each time it did: to be written to or called, or, held out (对照组), to
-- get nothing, so that what a campaign brought can be told from what would have come anyway. It names no message: those of
-- the client with the campaign's code as their plan and this occurrence are its own.
CREATE TABLE recipient (
    store_id INTEGER NOT NULL REFERENCES store (id), -- the client's home store at that time
    id INTEGER NOT NULL,
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    client_id INTEGER NOT NULL REFERENCES client (id),
    occurrence TEXT NOT NULL,  -- 1, or the year or month that it is for
    arm TEXT NOT NULL
        CHECK (arm = 'sent' OR arm = 'held'),
    reason TEXT NOT NULL,      -- the alternative of the rule that held, segment, or list
    channel TEXT NOT NULL      -- by which it goes out, or would have
        CHECK (channel = 'sms' OR channel = 'wechat' OR channel = 'email' OR channel = 'call'),
    chosen_at INTEGER NOT NULL,
    day INTEGER NOT NULL,      -- of chosen_at
    due_at INTEGER NOT NULL,   -- of what goes out, or would have: from here on runs the clock of who is held out
    voucher_id INTEGER REFERENCES voucher (id), -- the offer, given when they were chosen
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX recipient_key ON recipient (store_id, campaign_id, client_id, occurrence);
CREATE INDEX recipient_client ON recipient (client_id, due_at); -- who was recalled lately
CREATE INDEX recipient_campaign ON recipient (campaign_id, day);

-- One row a task of a person (随访任务): a call, a look at a picture, an evaluation, a survey by phone, a recall.
CREATE TABLE task (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    treatment_id INTEGER,
    plan TEXT NOT NULL,
    step TEXT NOT NULL,
    occurrence TEXT NOT NULL,
    kind TEXT NOT NULL
        CHECK (kind = 'call' OR kind = 'care' OR kind = 'evaluation' OR kind = 'survey' OR kind = 'recall'
               OR kind = 'escalation' OR kind = 'emergency'),
    role TEXT NOT NULL,                       -- who answers for it,
    staff_id INTEGER REFERENCES staff (id),   -- and that person; NULL: anyone of the role
    grade INTEGER NOT NULL DEFAULT 0 CHECK (grade >= 0 AND grade <= 4), -- of the symptom behind it; 4 jumps the queue
    due_at INTEGER NOT NULL,
    day INTEGER NOT NULL,                     -- of due_at
    until_at INTEGER NOT NULL,                -- done after this it is late
    first_until_at INTEGER,                   -- what that was before somebody who was not reached, or nobody who took it, moved it
    state TEXT NOT NULL
        CHECK (state = 'open' OR state = 'done' OR state = 'unreachable' OR state = 'cancelled'),
    tries INTEGER NOT NULL DEFAULT 0,         -- calls that nobody took
    climbed INTEGER NOT NULL DEFAULT 0,       -- an escalation: how many did not take it in time
    done_at INTEGER,
    done_by INTEGER REFERENCES staff (id),
    reason TEXT,                              -- cancelled: why
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, treatment_id) REFERENCES treatment (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX task_code ON task (store_id, code);
-- By it `plan` knows what was planned for a treatment. That of clients holds only what no treatment is behind: with all tasks
-- it made a plan twice as dear, since clients come in no order, and to join two files is seldom.
CREATE INDEX task_treatment ON task (store_id, treatment_id, plan) WHERE treatment_id IS NOT NULL;
CREATE INDEX task_client ON task (client_id) WHERE treatment_id IS NULL;
CREATE INDEX task_open ON task (store_id, day, due_at) WHERE state = 'open';

-- One row a message that a program sends (待发消息). Its words are made when it is sent, from the template and the client's
-- file as they are then, so that nothing personal stands here.
--
--   pending → sent | pending (again at next_at) | dead
--   pending → dropped (nobody may send it: opted out, no address, over the cap, forgotten, too old) | cancelled
--
-- The code says what it is for: TREATMENT/plan/step/occurrence/channel, or CLIENT:plan:step:occurrence:channel. What is sent
-- carries a key made of it, so that a gateway knows a message again, whatever became of this database in between.
CREATE TABLE message (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    treatment_id INTEGER,
    task_id INTEGER,            -- a message that goes with a task; NULL: it stands for itself
    plan TEXT NOT NULL,
    step TEXT NOT NULL,
    occurrence TEXT NOT NULL,
    channel TEXT NOT NULL
        CHECK (channel = 'sms' OR channel = 'wechat' OR channel = 'email'),
    channels TEXT,              -- those to try next, with commas, if this one cannot be used or is dead
    template TEXT NOT NULL,
    purpose TEXT NOT NULL
        CHECK (purpose = 'care' OR purpose = 'marketing'), -- the consent that is asked for at sending
    priority INTEGER NOT NULL DEFAULT 0 CHECK (priority >= 0 AND priority <= 9), -- 9 goes first; >= 8 also in quiet hours
    due_at INTEGER NOT NULL,
    day INTEGER NOT NULL,       -- of due_at
    until_at INTEGER NOT NULL,  -- not sent after this
    state TEXT NOT NULL
        CHECK (state = 'pending' OR state = 'sent' OR state = 'dead' OR state = 'dropped' OR state = 'cancelled'),
    next_at INTEGER NOT NULL,   -- pending: not before
    tries INTEGER NOT NULL DEFAULT 0,
    sent_at INTEGER,
    late INTEGER NOT NULL DEFAULT 0, -- sent so long after due_at that it is marked late
    receipt TEXT,               -- what the gateway calls it
    reason TEXT,                -- the last refusal, in words
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, treatment_id) REFERENCES treatment (store_id, id),
    FOREIGN KEY (store_id, task_id) REFERENCES task (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX message_code ON message (store_id, code);
CREATE INDEX message_client ON message (client_id, store_id, treatment_id);
CREATE INDEX message_next ON message (store_id, channel, priority, next_at, id) WHERE state = 'pending'; -- what may be taken
CREATE INDEX message_sent ON message (client_id, sent_at) WHERE state = 'sent'; -- the cap of messages a client gets
CREATE INDEX message_dead ON message (store_id, day) WHERE state = 'dead' OR state = 'dropped'; -- what did not go

-- One row a message that somebody has taken to send it (租约), until they say what became of it or it ends. It tells nothing
-- that lasts, so it stands outside the log: to take a thousand messages writes no entry, to say what became of them does.
CREATE TABLE lease (
    store_id INTEGER NOT NULL REFERENCES store (id),
    message_id INTEGER NOT NULL,
    token TEXT NOT NULL,        -- whose it is
    until INTEGER NOT NULL,
    taken INTEGER NOT NULL,     -- how many times in a row without an answer: senders that died over it
    client_id INTEGER,          -- judged, and on its way to this client: counts for their cap
    PRIMARY KEY (store_id, message_id),
    FOREIGN KEY (store_id, message_id) REFERENCES message (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX lease_token ON lease (token);
CREATE INDEX lease_client ON lease (client_id) WHERE client_id IS NOT NULL;

-- One row a channel whose gateway limits or fails (网关): what all senders of this database, whatever process or machine they
-- are, heed together. Like leases it tells nothing that lasts, and stands outside the log.
CREATE TABLE gateway (
    channel TEXT NOT NULL PRIMARY KEY,
    free_at INTEGER NOT NULL,    -- milliseconds: what may go by its rate is used up to here
    failures INTEGER NOT NULL,   -- in a row
    open_until INTEGER NOT NULL  -- nothing goes before this; then one message tries
) STRICT, WITHOUT ROWID;

-- One row a follow-up as it was recorded (术后随访表): who spoke with the client, whether they were reached, how they are.
CREATE TABLE followup (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    treatment_id INTEGER,
    task_id INTEGER,           -- NULL: nobody had planned it, the client called
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    staff_id INTEGER REFERENCES staff (id),
    way TEXT NOT NULL
        CHECK (way = 'phone' OR way = 'wechat' OR way = 'sms' OR way = 'email' OR way = 'visit'),
    inbound INTEGER NOT NULL,  -- 1: the client began it
    outcome TEXT NOT NULL
        CHECK (outcome = 'answered' OR outcome = 'unreachable' OR outcome = 'refused'),
    score INTEGER CHECK (score >= 1 AND score <= 5), -- 满意度
    photo TEXT,                -- where the picture is kept
    grade INTEGER NOT NULL CHECK (grade >= 0 AND grade <= 4), -- the worst of its symptoms; 0: none
    note BLOB,                 -- sealed
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, treatment_id) REFERENCES treatment (store_id, id),
    FOREIGN KEY (store_id, task_id) REFERENCES task (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX followup_code ON followup (store_id, code);
CREATE INDEX followup_treatment ON followup (store_id, treatment_id);
CREATE INDEX followup_task ON followup (store_id, task_id);
CREATE INDEX followup_client ON followup (client_id);

-- One row a symptom that a follow-up found (红肿、疼痛…).
CREATE TABLE symptom (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    followup_id INTEGER NOT NULL,
    kind TEXT NOT NULL,        -- of symptoms.yaml
    grade INTEGER NOT NULL CHECK (grade >= 0 AND grade <= 4),
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, followup_id) REFERENCES followup (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX symptom_key ON symptom (store_id, followup_id, kind);

-- One row what a client answered to a survey (满意度 csat 1–5, NPS 0–10) about a treatment, or about the store.
CREATE TABLE answer (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    treatment_id INTEGER,
    survey TEXT NOT NULL,      -- of surveys.yaml
    question TEXT NOT NULL,
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    score INTEGER,
    note BLOB,                 -- sealed: their own words
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, treatment_id) REFERENCES treatment (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX answer_key ON answer (store_id, client_id, survey, question, at);
CREATE INDEX answer_client ON answer (client_id);
CREATE INDEX answer_treatment ON answer (store_id, treatment_id);
