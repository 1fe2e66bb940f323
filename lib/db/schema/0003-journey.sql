-- The people and the journey: what a client is to the clinic, the way of a visit from arrival to evaluation, what must
-- be there before a treatment, what it uses, and what went wrong.
--
-- A BLOB that says "sealed" is personal: it is sealed under the client's own key (`data_key` of the client's row), bound to
-- table, column and row, so that to forget a client is to destroy one key. References to proof are plain words: a file, a
-- paper's number, a place in the archive.

-- ---- what was there before, and knows more now ---------------------------------------------------------

ALTER TABLE client ADD COLUMN preference BLOB;                               -- sealed: 偏好
ALTER TABLE client ADD COLUMN merged_into INTEGER REFERENCES client (id);    -- the file that this one was joined to
ALTER TABLE client ADD COLUMN merged_on INTEGER;
ALTER TABLE client ADD COLUMN forgotten_on INTEGER;                          -- its key is gone, the figures stay
CREATE INDEX client_merged ON client (merged_into, forgotten_on, class);
CREATE INDEX client_id_number ON client (id_number_index);
CREATE INDEX client_place ON client (latitude, longitude);

-- With all that a pass over all clients asks for, so that it gives them in their order and reads no row.
DROP INDEX payment_client;
CREATE INDEX payment_client ON payment (client_id, day, store_id, class, amount_fen);
DROP INDEX treatment_client;
CREATE INDEX treatment_client ON treatment (client_id, day, project_id, status);

-- The few visits that count not, so that a pass over all clients finds them without reading the others.
CREATE INDEX visit_void ON visit (client_id, day)
    WHERE status = 'planned' OR status = 'cancelled' OR status = 'entered-in-error';

ALTER TABLE lead ADD COLUMN note BLOB;                                       -- sealed, under the lead's own key
CREATE INDEX lead_client ON lead (client_id);

ALTER TABLE project ADD COLUMN grade INTEGER;                                -- 美容外科项目分级 1 … 4
ALTER TABLE project ADD COLUMN licence TEXT                                  -- kind of licence that its operator needs
    CHECK (licence = 'physician' OR licence = 'chief-physician' OR licence = 'nurse'
           OR licence = 'pharmacist' OR licence = 'device' OR licence = 'other');
ALTER TABLE project ADD COLUMN device_kind TEXT;                             -- the kind of equipment that it needs
ALTER TABLE project ADD COLUMN contract INTEGER NOT NULL DEFAULT 1;          -- 1: a signed contract is due before it
ALTER TABLE project ADD COLUMN consent TEXT;                                 -- series of consent forms; NULL: none is due
ALTER TABLE project ADD COLUMN ladder TEXT;                                  -- the follow-up ladder
ALTER TABLE project ADD COLUMN horizon_days INTEGER;                         -- a complication within them counts

ALTER TABLE consultation ADD COLUMN doctor_id INTEGER REFERENCES staff (id); -- 三方会诊: the doctor who joined
ALTER TABLE consultation ADD COLUMN ended_at INTEGER;
ALTER TABLE consultation ADD COLUMN need BLOB;                               -- sealed
ALTER TABLE consultation ADD COLUMN expectation BLOB;                        -- sealed
ALTER TABLE consultation ADD COLUMN concern BLOB;                            -- sealed

ALTER TABLE treatment ADD COLUMN prepaid TEXT;                               -- code of the balance that it draws on (划扣)
ALTER TABLE treatment ADD COLUMN order_code TEXT;                            -- of the contract or order that it belongs to
CREATE INDEX treatment_prepaid ON treatment (store_id, prepaid);

ALTER TABLE lot ADD COLUMN moved INTEGER NOT NULL DEFAULT 0                  -- sum of its movements: there are quantity + moved
    CHECK (quantity + moved >= 0);
ALTER TABLE lot ADD COLUMN moved_fen INTEGER NOT NULL DEFAULT 0              -- and of their cost: what is there cost the rest
    CHECK (cost_fen + moved_fen >= 0);
ALTER TABLE item ADD COLUMN vial_size INTEGER;                                -- smallest units in what is opened (瓶, 支); NULL:
                                                                             -- a unit is used whole
ALTER TABLE lot ADD COLUMN state TEXT NOT NULL DEFAULT 'ok'
    CHECK (state = 'ok' OR state = 'quarantined' OR state = 'recalled');

-- ---- client: what the clinic and a client have to do with each other ---------------------------------

-- One row a contact with a client that has no table of its own (触点): call, message, letter. Kinds are in touches.yaml.
CREATE TABLE touch (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    kind TEXT NOT NULL
        CHECK (kind = 'web-consult' OR kind = 'live-stream' OR kind = 'phone' OR kind = 'wechat'
               OR kind = 'wecom' OR kind = 'sms' OR kind = 'email' OR kind = 'letter' OR kind = 'follow-up'
               OR kind = 'survey' OR kind = 'review' OR kind = 'greeting' OR kind = 'gift'
               OR kind = 'home-visit' OR kind = 'emergency' OR kind = 'other'),
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    staff_id INTEGER REFERENCES staff (id),
    inbound INTEGER NOT NULL, -- 1: the client began it
    proof TEXT,
    note BLOB,                -- sealed
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX touch_code ON touch (store_id, code);
CREATE INDEX touch_client ON touch (client_id, day);

-- One row a word of a client on what may be done with their data, or that it may be no longer: the last one for a purpose
-- and a way counts (个人信息保护法 14-15, 29).
CREATE TABLE consent (
    id INTEGER PRIMARY KEY,
    client_id INTEGER NOT NULL REFERENCES client (id),
    purpose TEXT NOT NULL
        CHECK (purpose = 'care' OR purpose = 'marketing' OR purpose = 'album' OR purpose = 'research'
               OR purpose = 'third-party'),
    way TEXT NOT NULL
        CHECK (way = 'any' OR way = 'sms' OR way = 'phone' OR way = 'wechat' OR way = 'email' OR way = 'post'),
    given INTEGER NOT NULL, -- 1 given, 0 withdrawn
    at INTEGER NOT NULL,
    until INTEGER,          -- its last day
    staff_id INTEGER REFERENCES staff (id),
    proof TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX consent_key ON consent (client_id, purpose, way, at);

-- One row a tag of a client (标签), by hand or by a rule of tags.yaml; closed, not deleted.
CREATE TABLE client_tag (
    id INTEGER PRIMARY KEY,
    client_id INTEGER NOT NULL REFERENCES client (id),
    tag TEXT NOT NULL,
    source TEXT NOT NULL
        CHECK (source = 'hand' OR source = 'rule'),
    from_on INTEGER NOT NULL,
    to_on INTEGER -- the first day without it
) STRICT;
CREATE UNIQUE INDEX client_tag_key ON client_tag (client_id, tag, from_on);
CREATE INDEX client_tag_open ON client_tag (tag, to_on);

-- One row a change of a client's tier (会员等级).
CREATE TABLE client_tier (
    id INTEGER PRIMARY KEY,
    client_id INTEGER NOT NULL REFERENCES client (id),
    tier TEXT NOT NULL,
    from_on INTEGER NOT NULL,
    to_on INTEGER, -- the first day of the next one
    reason TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX client_tier_key ON client_tier (client_id, from_on);
CREATE INDEX client_tier_open ON client_tier (tier, to_on);

-- One row a client as `medi-client segment` last saw them.
CREATE TABLE client_segment (
    id INTEGER PRIMARY KEY REFERENCES client (id),
    segment TEXT NOT NULL,  -- 高净值 high-value, 潜力 potential, 流失预警 at-risk, 普通 ordinary
    score INTEGER NOT NULL, -- 0 … 100
    reasons TEXT NOT NULL,
    visits INTEGER NOT NULL,
    first_on INTEGER,
    last_on INTEGER,
    spend_fen INTEGER NOT NULL,    -- net paid, all time
    year_fen INTEGER NOT NULL,     -- net paid, 365 days
    overdue_milli INTEGER,         -- days since the last visit ÷ own cycle, thousandths
    alive_milli INTEGER,           -- P(alive), thousandths
    computed_on INTEGER NOT NULL
) STRICT;
CREATE INDEX client_segment_segment ON client_segment (segment, score);

-- One row a client who brought another (转介绍); nobody is brought twice, and nobody brings themselves by any detour.
CREATE TABLE referral (
    id INTEGER PRIMARY KEY,
    referrer_id INTEGER NOT NULL REFERENCES client (id),
    client_id INTEGER NOT NULL REFERENCES client (id),
    day INTEGER NOT NULL,
    reward TEXT, -- code of the voucher given for it
    note TEXT
) STRICT;
CREATE UNIQUE INDEX referral_client ON referral (client_id);
CREATE INDEX referral_referrer ON referral (referrer_id);

-- One row a partner of another trade (异业合作).
CREATE TABLE partner (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    trade TEXT,
    terms TEXT,
    channel_id INTEGER REFERENCES channel (id),
    valid_from INTEGER,
    valid_to INTEGER,
    contact TEXT,
    phone TEXT
) STRICT;
CREATE UNIQUE INDEX partner_code ON partner (code);

-- One row an event (开放日, 会员日) of a store.
CREATE TABLE event (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL
        CHECK (kind = 'open-day' OR kind = 'member-day' OR kind = 'salon' OR kind = 'partner' OR kind = 'other'),
    starts_on INTEGER NOT NULL,
    ends_on INTEGER NOT NULL,
    partner_id INTEGER REFERENCES partner (id),
    budget_fen INTEGER NOT NULL,
    spent_fen INTEGER NOT NULL,
    note TEXT,
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX event_code ON event (store_id, code);

-- One row a client at an event.
CREATE TABLE guest (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    event_id INTEGER NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    state TEXT NOT NULL
        CHECK (state = 'invited' OR state = 'accepted' OR state = 'declined' OR state = 'attended' OR state = 'absent'),
    day INTEGER NOT NULL,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, event_id) REFERENCES event (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX guest_key ON guest (store_id, event_id, client_id);
CREATE INDEX guest_client ON guest (client_id, day);

-- One row a voucher (代金券, 体验券): given once, redeemed once.
CREATE TABLE voucher (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    kind TEXT NOT NULL
        CHECK (kind = 'cash' OR kind = 'trial' OR kind = 'gift'),
    client_id INTEGER REFERENCES client (id), -- NULL: whoever brings it
    partner_id INTEGER REFERENCES partner (id),
    project_id INTEGER REFERENCES project (id),
    value_fen INTEGER NOT NULL,
    why TEXT NOT NULL,
    issued_on INTEGER NOT NULL,
    expires_on INTEGER NOT NULL, -- the last day
    state TEXT NOT NULL
        CHECK (state = 'issued' OR state = 'redeemed' OR state = 'void'),
    redeemed_at INTEGER,
    redeemed_by INTEGER REFERENCES client (id),
    redeemed_store_id INTEGER REFERENCES store (id),
    order_code TEXT
) STRICT;
CREATE UNIQUE INDEX voucher_code ON voucher (code);
CREATE INDEX voucher_client ON voucher (client_id);
CREATE INDEX voucher_redeemed ON voucher (redeemed_by);

-- One row a pair of pictures (效果对比): where they lie, and how far and how long the client lets them be used. Without
-- a consent to 'album' that still stands they are not given out.
CREATE TABLE album (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    project_id INTEGER REFERENCES project (id),
    before_ref BLOB NOT NULL, -- sealed
    after_ref BLOB,           -- sealed
    taken_on INTEGER NOT NULL,
    scope TEXT NOT NULL
        CHECK (scope = 'record' OR scope = 'consultation' OR scope = 'public'),
    until INTEGER,            -- the last day of the use
    proof TEXT,
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX album_code ON album (store_id, code);
CREATE INDEX album_client ON album (client_id);

-- ---- staff --------------------------------------------------------------------------------------------

-- One row a post that a person has or had: role and title over time (晋升通道).
CREATE TABLE post (
    id INTEGER PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    role TEXT NOT NULL
        CHECK (role = 'doctor' OR role = 'nurse' OR role = 'consultant' OR role = 'front-desk'
               OR role = 'manager' OR role = 'buyer' OR role = 'technician' OR role = 'marketing'
               OR role = 'other'),
    title TEXT,
    store_id INTEGER REFERENCES store (id),
    from_on INTEGER NOT NULL,
    to_on INTEGER, -- the first day of the next one
    reason TEXT
) STRICT;
CREATE UNIQUE INDEX post_key ON post (staff_id, from_on);

-- One row a training that was or will be held (培训). Kinds and how often each role needs them are in training.yaml.
CREATE TABLE training (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    topic TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    minutes INTEGER,
    trainer_id INTEGER REFERENCES staff (id),
    proof TEXT,
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX training_code ON training (store_id, code);
CREATE INDEX training_day ON training (store_id, day);

-- One row a person at a training, with what they scored (0 … 100).
CREATE TABLE attendance (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    training_id INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    state TEXT NOT NULL
        CHECK (state = 'present' OR state = 'absent' OR state = 'excused'),
    score INTEGER,
    passed INTEGER, -- 1, 0; NULL: there was no test
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, training_id) REFERENCES training (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX attendance_key ON attendance (store_id, training_id, staff_id);
CREATE INDEX attendance_staff ON attendance (staff_id);

-- One row an assessment of a person's work (考核): skill, service, conduct; 0 … 100.
CREATE TABLE review (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    kind TEXT NOT NULL
        CHECK (kind = 'skill' OR kind = 'service' OR kind = 'conduct' OR kind = 'knowledge'),
    day INTEGER NOT NULL,
    score INTEGER NOT NULL,
    reviewer_id INTEGER REFERENCES staff (id),
    note TEXT
) STRICT;
CREATE UNIQUE INDEX review_code ON review (code);
CREATE INDEX review_staff ON review (staff_id, day);

-- ---- catalogue: what is sold, and what each project needs -----------------------------------------------

-- One row a package (套餐): several projects for one price, prepaid and drawn upon.
CREATE TABLE package (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    price_fen INTEGER NOT NULL,
    floor_fen INTEGER,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER,
    months INTEGER,            -- its balances expire so long after they were bought
    trial INTEGER NOT NULL,    -- 1: for first visits only
    active INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX package_code ON package (code);

-- One row a project in a package; share_fen of the price is recognised for each one given.
CREATE TABLE package_line (
    id INTEGER PRIMARY KEY,
    package_id INTEGER NOT NULL REFERENCES package (id),
    project_id INTEGER NOT NULL REFERENCES project (id),
    quantity INTEGER NOT NULL,
    share_fen INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX package_line_key ON package_line (package_id, project_id);

-- One row an examination that a project needs before it, and for how many days its result holds.
CREATE TABLE project_exam (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES project (id),
    kind TEXT NOT NULL, -- of exams.yaml
    valid_days INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX project_exam_key ON project_exam (project_id, kind);

-- One row an item that a project uses (耗材包), in its smallest unit.
CREATE TABLE kit (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES project (id),
    item_id INTEGER NOT NULL REFERENCES item (id),
    quantity INTEGER NOT NULL,
    optional INTEGER NOT NULL -- 1: used if the case needs it
) STRICT;
CREATE UNIQUE INDEX kit_key ON kit (project_id, item_id);

-- One row a use that an item's registration covers: what is not here is off its indication.
CREATE TABLE indication (
    id INTEGER PRIMARY KEY,
    item_id INTEGER NOT NULL REFERENCES item (id),
    project_id INTEGER NOT NULL REFERENCES project (id),
    says TEXT NOT NULL -- 注册适应症, as it is worded
) STRICT;
CREATE UNIQUE INDEX indication_key ON indication (item_id, project_id);

-- One row a version of a consent form (知情同意书). The right one is that of its series which is in force on the day.
CREATE TABLE consent_form (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    series TEXT NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER, -- its last day; NULL: until the next version
    proof TEXT
) STRICT;
CREATE UNIQUE INDEX consent_form_code ON consent_form (code);
CREATE UNIQUE INDEX consent_form_version ON consent_form (series, version);

-- ---- the journey ----------------------------------------------------------------------------------------

-- One row a thing that a client was told (告知): risks, alternatives, prices, use of data.
CREATE TABLE notice (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    visit_id INTEGER,
    project_id INTEGER REFERENCES project (id),
    kind TEXT NOT NULL
        CHECK (kind = 'risk' OR kind = 'alternative' OR kind = 'price' OR kind = 'privacy' OR kind = 'other'),
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    staff_id INTEGER REFERENCES staff (id),
    acknowledged INTEGER NOT NULL, -- 1: the client said or signed that it was understood
    proof TEXT,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, visit_id) REFERENCES visit (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX notice_code ON notice (store_id, code);
CREATE INDEX notice_client ON notice (client_id, day);

-- One row a doubt of a client and what it was answered (常见疑虑应对手册: objections.yaml).
CREATE TABLE objection (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    visit_id INTEGER,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    staff_id INTEGER REFERENCES staff (id),
    resolved INTEGER NOT NULL,
    note BLOB, -- sealed
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, visit_id) REFERENCES visit (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX objection_code ON objection (store_id, code);
CREATE INDEX objection_client ON objection (client_id, day);

-- One row a plan (方案), or a revision of one: a revision replaces the one before and both stay.
CREATE TABLE plan (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    visit_id INTEGER,
    doctor_id INTEGER REFERENCES staff (id),
    consultant_id INTEGER REFERENCES staff (id),
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    replaces TEXT, -- code of the plan before it
    state TEXT NOT NULL
        CHECK (state = 'proposed' OR state = 'agreed' OR state = 'replaced' OR state = 'declined'),
    note BLOB, -- sealed
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, visit_id) REFERENCES visit (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX plan_code ON plan (store_id, code);
CREATE INDEX plan_client ON plan (client_id, day);

-- One row a project in a plan.
CREATE TABLE plan_line (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    line INTEGER NOT NULL,
    project_id INTEGER NOT NULL REFERENCES project (id),
    quantity INTEGER NOT NULL,
    amount_fen INTEGER NOT NULL,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, plan_id) REFERENCES plan (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX plan_line_key ON plan_line (store_id, plan_id, line);

-- One row a contract (合同). Its code is the order_code of its payments.
CREATE TABLE contract (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    visit_id INTEGER,
    plan_id INTEGER,
    consultant_id INTEGER REFERENCES staff (id),
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    state TEXT NOT NULL
        CHECK (state = 'draft' OR state = 'reviewed' OR state = 'signed' OR state = 'cancelled'),
    drafted_by TEXT,             -- login of who wrote it, who does not review it; NULL: it came from elsewhere
    list_fen INTEGER NOT NULL,   -- by the price list
    amount_fen INTEGER NOT NULL, -- as agreed
    reviewed_by INTEGER REFERENCES staff (id), -- 法务审核
    reviewed_at INTEGER,
    signed_at INTEGER,
    signer TEXT
        CHECK (signer = 'client' OR signer = 'guardian'),
    proof TEXT,
    note TEXT,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, visit_id) REFERENCES visit (store_id, id),
    FOREIGN KEY (store_id, plan_id) REFERENCES plan (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX contract_code ON contract (store_id, code);
CREATE INDEX contract_client ON contract (client_id, day);

-- One row a project or a package in a contract, with the amount of the whole line.
CREATE TABLE contract_line (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    contract_id INTEGER NOT NULL,
    line INTEGER NOT NULL,
    project_id INTEGER REFERENCES project (id),
    package_id INTEGER REFERENCES package (id),
    quantity INTEGER NOT NULL,
    list_fen INTEGER NOT NULL,
    amount_fen INTEGER NOT NULL,
    gift INTEGER NOT NULL,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, contract_id) REFERENCES contract (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX contract_line_key ON contract_line (store_id, contract_id, line);

-- One row a balance of treatments that were bought and not given yet (预存, 划扣): used is what treatments drew on
-- it, returned what was given back; neither it nor its money ever goes below zero.
CREATE TABLE prepaid (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    order_code TEXT NOT NULL,
    package_id INTEGER REFERENCES package (id),
    project_id INTEGER NOT NULL REFERENCES project (id),
    bought INTEGER NOT NULL,
    used INTEGER NOT NULL,
    returned INTEGER NOT NULL,
    paid_fen INTEGER NOT NULL,
    recognised_fen INTEGER NOT NULL, -- by what was used
    returned_fen INTEGER NOT NULL,
    sold_on INTEGER NOT NULL,
    expires_on INTEGER, -- its last day
    PRIMARY KEY (store_id, id),
    CHECK (used >= 0 AND returned >= 0 AND used + returned <= bought),
    CHECK (recognised_fen >= 0 AND returned_fen >= 0 AND recognised_fen + returned_fen <= paid_fen)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX prepaid_code ON prepaid (store_id, code);
CREATE INDEX prepaid_client ON prepaid (client_id);
CREATE INDEX prepaid_order ON prepaid (store_id, order_code);

-- One row an assessment before a treatment (诊前评估表), by a doctor who saw the client (医师法 24).
CREATE TABLE assessment (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    visit_id INTEGER,
    project_id INTEGER NOT NULL REFERENCES project (id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    in_person INTEGER NOT NULL,
    verdict TEXT NOT NULL
        CHECK (verdict = 'fit' OR verdict = 'unfit' OR verdict = 'postponed'),
    valid_to INTEGER,    -- its last day
    history BLOB,        -- sealed
    allergy BLOB,        -- sealed
    expectation BLOB,    -- sealed
    finding BLOB,        -- sealed
    reason BLOB,         -- sealed: why the client does not fit
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, visit_id) REFERENCES visit (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX assessment_code ON assessment (store_id, code);
CREATE INDEX assessment_client ON assessment (client_id, day);

-- One row an examination of a client (血常规, 凝血, 感染筛查 …: exams.yaml).
CREATE TABLE exam (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    visit_id INTEGER,
    kind TEXT NOT NULL,
    taken_at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    result TEXT NOT NULL
        CHECK (result = 'pending' OR result = 'normal' OR result = 'acceptable' OR result = 'abnormal'),
    staff_id INTEGER REFERENCES staff (id), -- who judged it
    finding BLOB, -- sealed
    proof TEXT,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, visit_id) REFERENCES visit (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX exam_code ON exam (store_id, code);
CREATE INDEX exam_client ON exam (client_id, day);

-- One row a signature under a consent form (知情同意): by the client, for a minor by the guardian too.
CREATE TABLE signature (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    visit_id INTEGER,
    project_id INTEGER NOT NULL REFERENCES project (id),
    form_id INTEGER NOT NULL REFERENCES consent_form (id),
    signed_at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    signer TEXT NOT NULL
        CHECK (signer = 'client' OR signer = 'guardian'),
    guardian BLOB,            -- sealed: name and relation
    staff_id INTEGER REFERENCES staff (id), -- who explained it
    withdrawn_at INTEGER,
    proof TEXT NOT NULL,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, visit_id) REFERENCES visit (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX signature_code ON signature (store_id, code);
CREATE INDEX signature_client ON signature (client_id, day);

-- One row a product that was checked against its lot before use, and confirmed by the client (扫码验真).
CREATE TABLE product_check (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    visit_id INTEGER,
    project_id INTEGER NOT NULL REFERENCES project (id),
    item_id INTEGER NOT NULL REFERENCES item (id),
    lot_id INTEGER NOT NULL,
    unit TEXT, -- the serial number or code of the unit
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    staff_id INTEGER REFERENCES staff (id),
    own INTEGER NOT NULL DEFAULT 0, -- 1: entered from the account of who checked it, who thereby signs for it
    confirmed_at INTEGER, -- by the client; NULL: not yet
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, visit_id) REFERENCES visit (store_id, id),
    FOREIGN KEY (store_id, lot_id) REFERENCES lot (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX product_check_code ON product_check (store_id, code);
CREATE INDEX product_check_client ON product_check (client_id, day);

-- One row an item that a treatment used, by lot; its cost is the lot's. What was written wrongly is countered by a row
-- below zero, and stays.
CREATE TABLE treatment_item (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    treatment_id INTEGER NOT NULL,
    line INTEGER NOT NULL,
    item_id INTEGER NOT NULL REFERENCES item (id),
    lot_id INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    unit TEXT,
    cost_fen INTEGER NOT NULL,
    move TEXT, -- code of the movement behind it; NULL: it comes from records that kept none
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, treatment_id) REFERENCES treatment (store_id, id),
    FOREIGN KEY (store_id, lot_id) REFERENCES lot (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX treatment_item_key ON treatment_item (store_id, treatment_id, line);
CREATE INDEX treatment_item_lot ON treatment_item (store_id, lot_id);
CREATE INDEX treatment_item_unit ON treatment_item (store_id, unit, item_id, lot_id);

-- One row a person beside doctor and nurse who took part in a treatment; share is of the work, thousandths.
CREATE TABLE treatment_hand (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    treatment_id INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    part TEXT NOT NULL
        CHECK (part = 'operator' OR part = 'assistant' OR part = 'anaesthetist' OR part = 'nurse'),
    share INTEGER,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, treatment_id) REFERENCES treatment (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX treatment_hand_key ON treatment_hand (store_id, treatment_id, staff_id, part);

-- One row a thing added to the record of a treatment later: what was written stays (医疗纠纷预防和处理条例 15).
CREATE TABLE amendment (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    treatment_id INTEGER NOT NULL,
    kind TEXT NOT NULL
        CHECK (kind = 'correction' OR kind = 'addition' OR kind = 'late-note' OR kind = 'retraction'),
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    what BLOB NOT NULL, -- sealed
    reason TEXT NOT NULL,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, treatment_id) REFERENCES treatment (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX amendment_code ON amendment (store_id, code);
CREATE INDEX amendment_treatment ON amendment (store_id, treatment_id);
CREATE INDEX amendment_client ON amendment (client_id);

-- One row an emergency in which gates were passed over, with the second person who consented: a finding for ever.
CREATE TABLE gate_override (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    treatment_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    gates TEXT NOT NULL,   -- what was missing: codes with commas
    reason TEXT NOT NULL,
    asked_by TEXT NOT NULL,    -- login
    approved_by TEXT NOT NULL, -- login
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, treatment_id) REFERENCES treatment (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX gate_override_treatment ON gate_override (store_id, treatment_id);

-- One row advice for the time after a treatment (护理计划), and when the client is seen again.
CREATE TABLE care (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    treatment_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    staff_id INTEGER REFERENCES staff (id),
    advice TEXT NOT NULL,
    next_on INTEGER,
    proof TEXT,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, treatment_id) REFERENCES treatment (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX care_code ON care (store_id, code);
CREATE INDEX care_client ON care (client_id, day);
CREATE INDEX care_treatment ON care (store_id, treatment_id);

-- One row a judgement of a treatment's effect: short term (1-3 months), long term (3-6 months or later).
CREATE TABLE evaluation (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    treatment_id INTEGER NOT NULL,
    term TEXT NOT NULL
        CHECK (term = 'short' OR term = 'long'),
    rater TEXT NOT NULL
        CHECK (rater = 'client' OR rater = 'staff' OR rater = 'third-party'),
    staff_id INTEGER REFERENCES staff (id),
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    score INTEGER NOT NULL, -- 1 … 5
    as_expected INTEGER NOT NULL,
    cause TEXT,  -- below expectation: why,
    remedy TEXT, -- and what is done about it
    proof TEXT,
    note BLOB, -- sealed
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, treatment_id) REFERENCES treatment (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX evaluation_code ON evaluation (store_id, code);
CREATE INDEX evaluation_client ON evaluation (client_id, day);
CREATE INDEX evaluation_treatment ON evaluation (store_id, treatment_id);

-- One row a complication or an adverse event (并发症, 不良事件), graded 1 … 5 (5: death). Kinds and deadlines of reports are
-- in adverse.yaml.
CREATE TABLE adverse (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    treatment_id INTEGER,
    kind TEXT NOT NULL,
    grade INTEGER NOT NULL,
    found_at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    staff_id INTEGER REFERENCES staff (id),
    confirmed INTEGER NOT NULL, -- 1: a doctor confirmed it,
    doctor_id INTEGER REFERENCES staff (id), -- this one
    state TEXT NOT NULL
        CHECK (state = 'open' OR state = 'treated' OR state = 'closed' OR state = 'entered-in-error'),
    report_by INTEGER,   -- the last day for the report to the authority; NULL: none is due
    reported_at INTEGER,
    reported_on INTEGER,
    authority TEXT,      -- to whom, and its number there
    closed_at INTEGER,
    outcome TEXT, -- what was done, and how it ended
    detail BLOB,  -- sealed
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, treatment_id) REFERENCES treatment (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX adverse_code ON adverse (store_id, code);
CREATE INDEX adverse_client ON adverse (client_id, day);
CREATE INDEX adverse_treatment ON adverse (store_id, treatment_id);
CREATE INDEX adverse_report ON adverse (report_by, reported_at);

-- One row an action of the SOP that was done for a visit and leaves no other record. Actions are in sop.yaml.
CREATE TABLE sop_done (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    visit_id INTEGER NOT NULL,
    action TEXT NOT NULL,
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    staff_id INTEGER REFERENCES staff (id),
    proof TEXT,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, visit_id) REFERENCES visit (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX sop_done_key ON sop_done (store_id, visit_id, action);

-- ---- stock and equipment ----------------------------------------------------------------------------------

-- One row a movement of a lot after it was received, never changed: a mistake is countered by another row. The sums
-- of a lot's rows are its `moved` and `moved_fen`.
CREATE TABLE stock_move (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    item_id INTEGER NOT NULL REFERENCES item (id),
    lot_id INTEGER NOT NULL,
    kind TEXT NOT NULL
        CHECK (kind = 'use' OR kind = 'issue' OR kind = 'return' OR kind = 'waste' OR kind = 'count'
               OR kind = 'transfer-out' OR kind = 'transfer-in' OR kind = 'receipt' OR kind = 'counter'
               OR kind = 'place'),
    quantity INTEGER NOT NULL, -- below zero: out; of 'place', which only moves it inside the store, 0
    cost_fen INTEGER NOT NULL, -- of that quantity, with its sign
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    treatment_id INTEGER,
    vial_id INTEGER, -- the opened one that it came from
    staff_id INTEGER REFERENCES staff (id),
    second_id INTEGER REFERENCES staff (id), -- who checked it, where two must
    reverses TEXT, -- code of the movement that it counters
    reason TEXT,
    paper TEXT, -- 处方号, 领用单, 销毁记录: the paper behind it
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, lot_id) REFERENCES lot (store_id, id),
    FOREIGN KEY (store_id, treatment_id) REFERENCES treatment (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX stock_move_code ON stock_move (store_id, code);
-- with all that a balance at any moment asks for, so that it reads no row
CREATE INDEX stock_move_lot ON stock_move (store_id, lot_id, at, quantity, cost_fen, vial_id);
CREATE INDEX stock_move_item ON stock_move (store_id, item_id, day, kind, quantity);
CREATE INDEX stock_move_treatment ON stock_move (store_id, treatment_id);

-- One row an opened pack (已开封) of a lot, usable until use_by and no longer.
CREATE TABLE vial (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    item_id INTEGER NOT NULL REFERENCES item (id),
    lot_id INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    use_by INTEGER, -- a moment; NULL: as long as the lot
    quantity INTEGER NOT NULL,
    used INTEGER NOT NULL,
    closed_at INTEGER, -- empty, or thrown away
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, lot_id) REFERENCES lot (store_id, id),
    CHECK (used >= 0 AND used <= quantity)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX vial_code ON vial (store_id, code);
CREATE INDEX vial_lot ON vial (store_id, lot_id, opened_at, use_by, quantity, used, closed_at, code);

-- One row a piece of equipment (设备).
CREATE TABLE equipment (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL, -- what project.device_kind asks for
    registration_no TEXT,
    serial TEXT,
    room TEXT,
    state TEXT NOT NULL
        CHECK (state = 'ok' OR state = 'fault' OR state = 'retired'),
    bought_on INTEGER,
    calibrate INTEGER NOT NULL, -- 1: it must be in calibration to be used
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX equipment_code ON equipment (store_id, code);

-- One row a calibration or inspection of a piece of equipment.
CREATE TABLE calibration (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    equipment_id INTEGER NOT NULL,
    done_on INTEGER NOT NULL,
    valid_to INTEGER NOT NULL, -- the last day
    passed INTEGER NOT NULL,
    certificate TEXT,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, equipment_id) REFERENCES equipment (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX calibration_code ON calibration (store_id, code);
CREATE INDEX calibration_equipment ON calibration (store_id, equipment_id, done_on);

-- ---- complaints -----------------------------------------------------------------------------------------

-- One row a complaint (投诉). Categories are in complaints.yaml. Paused time does not count against its clock.
CREATE TABLE complaint (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    treatment_id INTEGER,
    visit_id INTEGER,
    staff_id INTEGER REFERENCES staff (id), -- whom it is about
    item_id INTEGER REFERENCES item (id),   -- the product that it is about,
    lot_id INTEGER,                         -- and its lot
    way TEXT NOT NULL
        CHECK (way = 'store' OR way = 'phone' OR way = 'wechat' OR way = 'web' OR way = 'letter' OR way = 'authority'
               OR way = 'media'),
    category TEXT NOT NULL,
    severity INTEGER NOT NULL, -- 1 … 4
    opened_at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    state TEXT NOT NULL
        CHECK (state = 'open' OR state = 'assigned' OR state = 'responded' OR state = 'investigated'
               OR state = 'proposed' OR state = 'agreed' OR state = 'mediation' OR state = 'compensated'
               OR state = 'closed'),
    owner_id INTEGER REFERENCES staff (id), -- the operations manager who answers for it
    respond_by INTEGER,                     -- a moment, as its clock stood at the opening; NULL: imported without
    responded_at INTEGER,
    paused_at INTEGER,                      -- since then it is paused
    paused_s INTEGER NOT NULL,              -- seconds that it was paused before
    compensation_fen INTEGER NOT NULL,
    closed_at INTEGER,
    improvement TEXT,
    detail BLOB, -- sealed
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, treatment_id) REFERENCES treatment (store_id, id),
    FOREIGN KEY (store_id, visit_id) REFERENCES visit (store_id, id),
    FOREIGN KEY (store_id, lot_id) REFERENCES lot (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX complaint_code ON complaint (store_id, code);
CREATE INDEX complaint_day ON complaint (store_id, day);
CREATE INDEX complaint_client ON complaint (client_id, day);
CREATE INDEX complaint_state ON complaint (store_id, state);

-- One row a step of a complaint, dated; nothing is overwritten.
CREATE TABLE complaint_step (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    complaint_id INTEGER NOT NULL,
    client_id INTEGER NOT NULL REFERENCES client (id),
    line INTEGER NOT NULL,
    kind TEXT NOT NULL
        CHECK (kind = 'open' OR kind = 'assign' OR kind = 'respond' OR kind = 'investigate' OR kind = 'propose'
               OR kind = 'agree' OR kind = 'mediate' OR kind = 'compensate' OR kind = 'pause' OR kind = 'resume'
               OR kind = 'feedback' OR kind = 'close'),
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    staff_id INTEGER REFERENCES staff (id), -- who took it,
    with_id INTEGER REFERENCES staff (id),  -- and with whom: respond: the client's consultant; assign: the new owner
    amount_fen INTEGER,
    proof TEXT,
    note BLOB, -- sealed
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, complaint_id) REFERENCES complaint (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX complaint_step_key ON complaint_step (store_id, complaint_id, line);
CREATE INDEX complaint_step_client ON complaint_step (client_id);
