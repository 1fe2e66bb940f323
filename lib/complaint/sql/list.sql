-- Complaints as they stand.
-- param: store_id int
-- param: state text
-- param: category text
-- param: client text
-- param: owner text
-- param: open bool
-- param: from day
-- param: to day
-- column: store text
-- column: code text
-- column: opened_at moment
-- column: client text
-- column: way text
-- column: category text
-- column: grade int
-- column: state text
-- column: paused bool
-- column: owner text
-- column: treatment text
-- column: about text
-- column: item text
-- column: lot text
-- column: respond_by moment
-- column: responded_at moment
-- column: compensation_fen fen
-- column: closed_at moment
SELECT s.code AS store, k.code, k.opened_at, c.code AS client, k.way, k.category,
       k.severity AS grade, k.state, CASE WHEN k.paused_at IS NULL THEN 0 ELSE 1 END AS paused,
       o.code AS owner, t.code AS treatment, a.code AS about, i.code AS item, l.code AS lot,
       k.respond_by, k.responded_at, k.compensation_fen, k.closed_at
FROM complaint AS k
JOIN store AS s ON s.id = k.store_id
JOIN client AS c ON c.id = k.client_id
LEFT JOIN staff AS o ON o.id = k.owner_id
LEFT JOIN staff AS a ON a.id = k.staff_id
LEFT JOIN treatment AS t ON t.store_id = k.store_id AND t.id = k.treatment_id
LEFT JOIN lot AS l ON l.store_id = k.store_id AND l.id = k.lot_id
LEFT JOIN item AS i ON i.id = k.item_id
WHERE (CAST($1 AS BIGINT) IS NULL OR k.store_id = $1)
  AND (CAST($2 AS TEXT) IS NULL OR k.state = $2)
  AND (CAST($3 AS TEXT) IS NULL OR k.category = $3)
  AND (CAST($4 AS TEXT) IS NULL OR c.code = $4)
  AND (CAST($5 AS TEXT) IS NULL OR o.code = $5)
  AND (CAST($6 AS BIGINT) = 0 OR k.state <> 'closed')
  AND (CAST($7 AS BIGINT) IS NULL OR k.day >= $7) AND (CAST($8 AS BIGINT) IS NULL OR k.day < $8)
ORDER BY s.code, k.opened_at, k.code
