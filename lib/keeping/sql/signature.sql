-- Signed consents: from the last visit of the client on.
-- param: class text
-- param: until day
-- param: store_id int
-- column: rows int
-- column: oldest day
-- column: may int
-- column: may_oldest day
-- column: held int
-- column: next_oldest day
WITH
-- include: last.part
, doc AS (SELECT g.store_id, g.client_id, COALESCE(l.day, g.day) AS day FROM signature AS g
          LEFT JOIN last AS l ON l.client_id = g.client_id)
-- include: tail.part
