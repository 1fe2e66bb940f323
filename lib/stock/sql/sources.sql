-- Where an item can be taken from in a store: opened packs first, the one that must be used soonest before others;
-- then what is unopened, first expired first out. A row of an opened pack has its id.
-- param: store_id int
-- param: item_id int
-- param: lot_id int
-- column: lot_id int
-- column: lot text
-- column: state text
-- column: expires_on day
-- column: received_on day
-- column: vial_id int
-- column: use_by moment
-- column: amount int
-- column: opened_at moment
SELECT lot_id, lot, state, expires_on, received_on, vial_id, use_by, amount, opened_at
FROM (
    SELECT l.id AS lot_id, l.code AS lot, l.state AS state, l.expires_on AS expires_on, l.received_on AS received_on,
           v.id AS vial_id, v.use_by AS use_by, v.quantity - v.used AS amount, 0 AS sealed,
           v.opened_at AS opened_at
    FROM lot AS k
    CROSS JOIN lot AS l
    JOIN vial AS v ON v.store_id = l.store_id AND v.lot_id = l.id AND v.closed_at IS NULL
    WHERE k.store_id = $1 AND k.item_id = $2 AND k.quantity + k.moved > 0
      AND (CAST($3 AS BIGINT) IS NULL OR k.id = $3) AND l.store_id = k.store_id AND l.id = k.id
    UNION ALL
    SELECT l.id, l.code, l.state, l.expires_on, l.received_on, NULL, NULL,
           l.quantity + l.moved - COALESCE((
               SELECT CAST(SUM(v.quantity - v.used) AS BIGINT) FROM vial AS v
               WHERE v.store_id = l.store_id AND v.lot_id = l.id AND v.closed_at IS NULL), 0), 1, NULL
    FROM lot AS k
    CROSS JOIN lot AS l
    WHERE k.store_id = $1 AND k.item_id = $2 AND k.quantity + k.moved > 0
      AND (CAST($3 AS BIGINT) IS NULL OR k.id = $3) AND l.store_id = k.store_id AND l.id = k.id) AS source
WHERE amount > 0
ORDER BY sealed, use_by NULLS LAST, expires_on, received_on, lot_id, vial_id
