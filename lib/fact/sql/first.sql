-- A client's first visit: its day, and of several on that day the lowest store.
-- param: client_id int
-- column: day day
-- column: store_id int
SELECT x.day AS day, x.store_id AS store_id FROM (
    SELECT v.day, v.store_id FROM visit AS v
    WHERE v.client_id = $1 AND v.status IN ('arrived', 'triaged', 'in-progress', 'onleave', 'finished')
    UNION ALL
    SELECT a.day, a.store_id FROM appointment AS a
    WHERE a.client_id = $1 AND a.status IN ('arrived', 'checked-in', 'fulfilled')) AS x
ORDER BY 1, 2 LIMIT 1
