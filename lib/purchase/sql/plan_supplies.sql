-- What there is of an item in a store and what was ordered and has not come, with the days from which and to which it is
-- usable; of what is on its way nobody knows yet how long. The rest of an opened pack stands apart from its lot: it is usable
-- until `use_by` only, and one whose time is over is none.
-- param: item_id int
-- param: store_id int
-- param: today day
-- param: now moment
-- column: quantity int
-- column: from_on day
-- column: to_on day
-- column: use_by moment
SELECT l.quantity + l.moved - COALESCE((
           SELECT CAST(SUM(v.quantity - v.used) AS BIGINT) FROM vial AS v
           WHERE v.store_id = l.store_id AND v.lot_id = l.id AND v.closed_at IS NULL), 0) AS quantity,
       l.received_on AS from_on, l.expires_on AS to_on, CAST(NULL AS BIGINT) AS use_by
FROM lot AS l
WHERE l.store_id = $2 AND l.item_id = $1 AND l.state = 'ok' AND l.quantity + l.moved > 0 AND l.expires_on >= $3
UNION ALL
SELECT v.quantity - v.used, l.received_on, l.expires_on, v.use_by
FROM lot AS l
JOIN vial AS v ON v.store_id = l.store_id AND v.lot_id = l.id AND v.closed_at IS NULL
WHERE l.store_id = $2 AND l.item_id = $1 AND l.state = 'ok' AND l.expires_on >= $3 AND v.quantity > v.used
  AND (v.use_by IS NULL OR v.use_by > $4)
UNION ALL
SELECT p.quantity - p.received, COALESCE(o.due_on, o.day), NULL, NULL
FROM purchase AS o
JOIN purchase_line AS p ON p.store_id = o.store_id AND p.purchase_id = o.id
WHERE o.store_id = $2 AND o.state = 'approved' AND p.item_id = $1 AND p.quantity > p.received
