-- Lines of receiving: from the end of the life of what came on; of implants, and of what has no end, never.
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
    SELECT l.store_id, CAST(NULL AS BIGINT) AS client_id, CASE WHEN i.kind = 'implant' THEN NULL ELSE l.expires_on END AS day
    FROM receipt_line AS l JOIN item AS i ON i.id = l.item_id)
-- include: tail.part
