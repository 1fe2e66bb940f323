-- What a clinic wants of itself, and what it sees of others.

-- One row a goal (目标) of a store, or of the chain (store 0), for a month, quarter or year: as its metric is, in money, as a number
-- or as a share.
CREATE TABLE goal (
    store_id INTEGER NOT NULL REFERENCES store (id),
    id INTEGER NOT NULL,
    metric TEXT NOT NULL, -- of lib/insight/goal.h
    period TEXT NOT NULL
        CHECK (period = 'month' OR period = 'quarter' OR period = 'year'),
    from_on INTEGER NOT NULL, -- its first day
    amount_fen INTEGER CHECK (amount_fen >= 0),
    number INTEGER CHECK (number >= 0),
    share INTEGER CHECK (share >= 0 AND share <= 1000), -- thousandths
    note TEXT,
    PRIMARY KEY (store_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX goal_key ON goal (store_id, metric, period, from_on);

-- One row a price that a competitor was seen to ask (竞品价格), with what went with it.
CREATE TABLE market_price (
    id INTEGER PRIMARY KEY,
    competitor TEXT NOT NULL,
    offer TEXT NOT NULL, -- as they call it
    project_id INTEGER REFERENCES project (id), -- which of our own it is; NULL: none that we have, or not judged yet
    seen_on INTEGER NOT NULL,
    amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0), -- for one time
    activity TEXT, -- 买一送一, 双十一 …
    source TEXT,   -- where it was seen: 大众点评, 到店, 海报 …
    note TEXT
) STRICT;
CREATE UNIQUE INDEX market_price_key ON market_price (competitor, offer, seen_on);
CREATE INDEX market_price_project ON market_price (project_id, competitor, seen_on);
