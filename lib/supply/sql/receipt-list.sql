-- Deliveries that were accepted or refused.
-- param: store_id int
-- param: supplier text
-- param: state text
-- param: from day
-- param: to day
-- column: store text
-- column: code text
-- column: at moment
-- column: state text
-- column: supplier text
-- column: order text
-- column: delivery_no text
-- column: lines int
-- column: amount_fen fen
-- column: staff text
-- column: by_login text
-- column: second_by text
-- column: reasons text
SELECT s.code AS store, r.code, r.at, r.state, u.code AS supplier, p.code AS "order", r.delivery_no,
       COUNT(l.id) AS lines, CAST(COALESCE(SUM(l.amount_fen), 0) AS BIGINT) AS amount_fen, t.code AS staff,
       r.by_login, r.second_by, r.reasons
FROM receipt AS r
JOIN store AS s ON s.id = r.store_id
JOIN supplier AS u ON u.id = r.supplier_id
LEFT JOIN purchase AS p ON p.store_id = r.store_id AND p.id = r.purchase_id
LEFT JOIN receipt_line AS l ON l.store_id = r.store_id AND l.receipt_id = r.id
LEFT JOIN staff AS t ON t.id = r.staff_id
WHERE (CAST($1 AS BIGINT) IS NULL OR r.store_id = $1) AND (CAST($2 AS TEXT) IS NULL OR u.code = $2)
  AND (CAST($3 AS TEXT) IS NULL OR r.state = $3) AND (CAST($4 AS BIGINT) IS NULL OR r.day >= $4)
  AND (CAST($5 AS BIGINT) IS NULL OR r.day < $5)
GROUP BY s.code, r.code, r.at, r.state, u.code, p.code, r.delivery_no, t.code, r.by_login, r.second_by, r.reasons
ORDER BY r.at DESC, s.code, r.code DESC
