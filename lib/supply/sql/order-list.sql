-- Orders of a store, or of all.
-- param: store_id int
-- param: supplier text
-- param: state text
-- param: late bool
-- param: today day
-- column: store text
-- column: code text
-- column: supplier text
-- column: state text
-- column: day day
-- column: due_on day
-- column: lines int
-- column: amount_fen fen
-- column: open_fen fen
-- column: ordered_by text
-- column: approved_by text
WITH open AS (
    SELECT store_id, purchase_id, COUNT(*) AS lines,
           SUM(CASE WHEN received < quantity THEN 1 ELSE 0 END) AS waiting,
           CAST(SUM(amount_fen - CAST(amount_fen * received / quantity AS BIGINT)) AS BIGINT) AS open_fen
    FROM purchase_line GROUP BY store_id, purchase_id)
SELECT s.code AS store, p.code, u.code AS supplier, p.state, p.day, p.due_on, COALESCE(o.lines, 0) AS lines,
       p.amount_fen, CASE WHEN p.state = 'approved' THEN o.open_fen ELSE 0 END AS open_fen, p.ordered_by, p.approved_by
FROM purchase AS p
JOIN store AS s ON s.id = p.store_id
JOIN supplier AS u ON u.id = p.supplier_id
LEFT JOIN open AS o ON o.store_id = p.store_id AND o.purchase_id = p.id
WHERE (CAST($1 AS BIGINT) IS NULL OR p.store_id = $1) AND (CAST($2 AS TEXT) IS NULL OR u.code = $2)
  AND (CAST($3 AS TEXT) IS NULL OR p.state = $3)
  AND (CAST($4 AS BIGINT) = 0 OR (p.state = 'approved' AND p.due_on < $5 AND o.waiting > 0))
ORDER BY p.day DESC, s.code, p.code DESC
