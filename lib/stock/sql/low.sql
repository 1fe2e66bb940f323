-- Items of which a store has less than its minimum: what is usable there today and not kept back. An error if there is none.
-- param: store_id int
-- param: now moment
-- param: today day
-- column: severity text
-- column: store text
-- column: item text
-- column: name text
-- column: available int
-- column: unit text
-- column: minimum int
-- column: target int
-- column: wanted int
WITH usable AS (
    SELECT n.store_id, n.item_id, n.minimum, n.target,
           COALESCE((SELECT CAST(SUM(l.quantity + l.moved) AS BIGINT) FROM lot AS l
                     WHERE l.store_id = n.store_id AND l.item_id = n.item_id AND l.quantity + l.moved > 0
                       AND l.expires_on >= CAST($3 AS BIGINT) AND l.state = 'ok'), 0)
           - COALESCE((SELECT CAST(SUM(v.quantity - v.used) AS BIGINT) FROM lot AS l
                       JOIN vial AS v ON v.store_id = l.store_id AND v.lot_id = l.id
                       WHERE l.store_id = n.store_id AND l.item_id = n.item_id AND l.quantity + l.moved > 0
                         AND l.expires_on >= CAST($3 AS BIGINT) AND l.state = 'ok'
                         AND v.closed_at IS NULL AND v.use_by <= CAST($2 AS BIGINT)), 0)
           - COALESCE((SELECT CAST(SUM(r.quantity - r.used) AS BIGINT) FROM reservation AS r
                       WHERE r.store_id = n.store_id AND r.item_id = n.item_id AND r.until_on >= CAST($3 AS BIGINT)
                         AND r.released_at IS NULL AND r.used < r.quantity), 0) AS available
    FROM item_level AS n
    WHERE CAST($1 AS BIGINT) IS NULL OR n.store_id = $1)
SELECT CASE WHEN u.available > 0 THEN 'warning' ELSE 'error' END AS severity, s.code AS store, i.code AS item, i.name,
       CASE WHEN u.available > 0 THEN u.available ELSE 0 END AS available, i.unit, u.minimum, u.target,
       u.target - CASE WHEN u.available > 0 THEN u.available ELSE 0 END AS wanted
FROM usable AS u
JOIN store AS s ON s.id = u.store_id
JOIN item AS i ON i.id = u.item_id
WHERE u.available < u.minimum
ORDER BY CASE WHEN u.available > 0 THEN 1 ELSE 0 END, s.code, i.code
