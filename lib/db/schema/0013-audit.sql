-- What audits found, what was done about it, and where they stood. The rules themselves are packs (share/medi/rules).

-- One row a run of `medi-audit run` that was kept: over everything, or over what changed since the one before.
CREATE TABLE audit_run (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    day INTEGER NOT NULL, -- as of which it was judged
    whole INTEGER NOT NULL, -- 0: since the last run
    rules INTEGER NOT NULL, -- that the run was for
    asked INTEGER NOT NULL, -- of them, those that had to be asked again
    faults INTEGER NOT NULL, -- rules that could not be asked: the run does not speak for them
    errors INTEGER NOT NULL, -- findings that were open when it ended, waived ones left out
    warnings INTEGER NOT NULL,
    waived INTEGER NOT NULL,
    fresh INTEGER NOT NULL, -- of all, those that the run before did not have,
    fixed INTEGER NOT NULL, -- and those that are gone
    by_login TEXT NOT NULL
) STRICT;

-- One row a rule and run in which it had findings, or lost some: for the trend.
CREATE TABLE audit_count (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES audit_run (id),
    rule TEXT NOT NULL,
    open INTEGER NOT NULL,
    fresh INTEGER NOT NULL,
    fixed INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX audit_count_key ON audit_count (run_id, rule);

-- One row a finding: a rule, and what breaks it. It stays when it is fixed, and is opened again if it comes back.
CREATE TABLE audit_finding (
    store_id INTEGER NOT NULL REFERENCES store (id), -- 0: no one store's
    id INTEGER NOT NULL,
    rule TEXT NOT NULL,
    severity TEXT NOT NULL
        CHECK (severity = 'warning' OR severity = 'error'),
    subject TEXT NOT NULL,
    detail TEXT,
    day INTEGER, -- of the record that it is about; NULL: it has none, and each run asks for it anew
    found_at INTEGER NOT NULL,
    found_run INTEGER NOT NULL REFERENCES audit_run (id),
    fixed_at INTEGER, -- NULL: it is open
    fixed_run INTEGER REFERENCES audit_run (id),
    times INTEGER NOT NULL DEFAULT 1, -- that it was found anew
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX audit_finding_key ON audit_finding (store_id, rule, subject);
CREATE INDEX audit_finding_open ON audit_finding (rule, store_id, id) WHERE fixed_at IS NULL;

-- One row a finding that is let stand for a time (豁免): by whom, with whose consent, why, and until when.
CREATE TABLE audit_waiver (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    rule TEXT NOT NULL,
    subject TEXT NOT NULL,
    reason TEXT NOT NULL,
    from_on INTEGER NOT NULL,
    until_on INTEGER NOT NULL, -- its last day
    at INTEGER NOT NULL,
    by_login TEXT NOT NULL,
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_waiver_key ON audit_waiver (store_id, rule, subject, until_on);

-- One row a corrective action (整改): who puts a finding right until when, with what evidence it was closed.
CREATE TABLE audit_action (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    finding_id INTEGER NOT NULL,
    what TEXT NOT NULL, -- what is to be done
    owner_id INTEGER REFERENCES staff (id), -- NULL: nobody yet
    due_on INTEGER NOT NULL, -- the last day
    state TEXT NOT NULL
        CHECK (state = 'open' OR state = 'done' OR state = 'closed'), -- done: there is evidence
    opened_at INTEGER NOT NULL,
    closed_at INTEGER,
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, finding_id) REFERENCES audit_finding (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX audit_action_code ON audit_action (code);
CREATE INDEX audit_action_finding ON audit_action (store_id, finding_id);
CREATE INDEX audit_action_open ON audit_action (due_on) WHERE closed_at IS NULL;

-- One row a step of a corrective action, dated; nothing is overwritten.
CREATE TABLE audit_step (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    action_id INTEGER NOT NULL,
    kind TEXT NOT NULL
        CHECK (kind = 'open' OR kind = 'assign' OR kind = 'evidence' OR kind = 'close'),
    at INTEGER NOT NULL,
    by_login TEXT NOT NULL,
    staff_id INTEGER REFERENCES staff (id), -- assign: to whom
    due_on INTEGER,
    says TEXT, -- evidence: where it lies; close: why
    PRIMARY KEY (store_id, id),
    FOREIGN KEY (store_id, action_id) REFERENCES audit_action (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_step_action ON audit_step (store_id, action_id, id);

-- One row a table of a store, and the id from which on its rows came after the last run; 'log': the entry of its chain.
CREATE TABLE audit_place (
    store_id INTEGER NOT NULL REFERENCES store (id),
    name TEXT NOT NULL,
    next_id INTEGER NOT NULL,
    PRIMARY KEY (store_id, name)
) STRICT, WITHOUT ROWID;
