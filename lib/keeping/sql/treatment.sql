-- Operation records with their consumables: from the last visit of the client on.
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
, doc AS (SELECT t.store_id, t.client_id, COALESCE(l.day, t.day) AS day FROM treatment AS t
          LEFT JOIN last AS l ON l.client_id = t.client_id WHERE t.status <> 'entered-in-error')
-- include: tail.part
