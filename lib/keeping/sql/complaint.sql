-- Complaints: from when they were closed on; of an open one never.
-- param: class text
-- param: until day
-- param: store_id int
-- column: rows int
-- column: oldest day
-- column: may int
-- column: may_oldest day
-- column: held int
-- column: next_oldest day
WITH doc AS (SELECT c.store_id, c.client_id, c.closed_at / 86400 + 1 AS day -- whatever the zone
 FROM complaint AS c)
-- include: tail.part
