-- The other journals, entry by entry; an entry that takes another back is as old as itself.
-- param: class text
-- param: until day
-- param: store_id int
-- column: rows int
-- column: oldest day
-- column: may int
-- column: may_oldest day
-- column: held int
-- column: next_oldest day
WITH doc AS (
    SELECT j.store_id, CAST(NULL AS BIGINT) AS client_id, j.day FROM journal AS j
    WHERE j.kind NOT IN ('waste', 'waste-handover', 'sterilisation', 'spore-test'))
-- include: tail.part
