-- What figures are made of. All of it is derived from the tables, kept in the same transaction as their rows, recounted by `medi-db
-- check`, and made anew by `medi-kpi refresh --all`: see lib/fact/fact.h. Nobody is told of these rows, and no set of the log holds
-- them: whoever alters one is found by the recount. They refer to nothing, since they are written in bulk and hold no fact of their own.

-- One row a store, day and fact (visit, sale, deal …; numbers of enum fact_id): its rows of that day as columns of small numbers
-- (lib/fact/pack.h). Of days without any there is none.
CREATE TABLE fact (
    store_id INTEGER NOT NULL,
    fact INTEGER NOT NULL,
    day INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (store_id, fact, day)
) STRICT;

-- One row 512 clients whose ids follow one another, and a kind of what is looked up of them: 1 from their files, 2 their first visit
-- and their first deal.
CREATE TABLE fact_client (
    kind INTEGER NOT NULL,
    part INTEGER NOT NULL, -- client id / 512
    data BLOB NOT NULL,
    PRIMARY KEY (kind, part)
) STRICT;

-- One row a store, fact, cut and month: the counts and sums of that month by the cut's dimensions (lib/fact/cut.h).
CREATE TABLE rollup (
    store_id INTEGER NOT NULL,
    fact INTEGER NOT NULL,
    cut INTEGER NOT NULL,
    month INTEGER NOT NULL, -- its first day
    data BLOB NOT NULL,
    PRIMARY KEY (store_id, fact, cut, month)
) STRICT, WITHOUT ROWID;

-- One row a word that facts hold as a number: steps of ladders, categories of complaints, surveys. They stay when nothing uses them.
CREATE TABLE fact_word (
    id INTEGER PRIMARY KEY,
    word TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX fact_word_key ON fact_word (word);

-- A store's days are read one at a time.
CREATE INDEX lead_day ON lead (store_id, day);
CREATE INDEX spend_day ON spend (store_id, day);
CREATE INDEX evaluation_day ON evaluation (store_id, day);
CREATE INDEX task_day ON task (store_id, day);
CREATE INDEX task_person ON task (client_id);
CREATE INDEX answer_day ON answer (store_id, day);
CREATE INDEX followup_day ON followup (store_id, day);
CREATE INDEX shift_day ON shift (store_id, day);
CREATE INDEX complaint_treatment ON complaint (store_id, treatment_id) WHERE treatment_id IS NOT NULL;
