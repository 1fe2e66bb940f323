-- Medical records, one a client who was treated, assessed or examined: from their last visit on.
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
, doc AS (SELECT c.store_id, c.id AS client_id, l.day FROM client AS c JOIN last AS l ON l.client_id = c.id
          WHERE c.forgotten_on IS NULL
            AND (EXISTS (SELECT 1 FROM treatment AS t WHERE t.client_id = c.id AND t.status <> 'entered-in-error')
                 OR EXISTS (SELECT 1 FROM assessment AS a WHERE a.client_id = c.id)
                 OR EXISTS (SELECT 1 FROM exam AS x WHERE x.client_id = c.id)))
-- include: tail.part
