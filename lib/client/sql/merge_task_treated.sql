-- The tasks that follow treatments of either file, found by those: there is no index of all tasks by client.
-- param: kept int
-- param: gone int
UPDATE task SET client_id = $1
WHERE client_id = $2 AND treatment_id IS NOT NULL
  AND (store_id, id) IN (
    SELECT k.store_id, k.id
    FROM treatment AS t
    CROSS JOIN task AS k
    WHERE (t.client_id = $1 OR t.client_id = $2) AND k.store_id = t.store_id AND k.treatment_id = t.id)
