-- Papers of suppliers.
-- param: supplier text
-- param: kind text
-- param: today day
-- column: supplier text
-- column: name text
-- column: kind text
-- column: number text
-- column: item text
-- column: lots text
-- column: valid_from day
-- column: valid_to day
-- column: valid bool
-- column: proof text
SELECT u.code AS supplier, u.name, p.kind, p.number, i.code AS item, p.lots, p.valid_from, p.valid_to,
       CASE WHEN p.valid_from <= $3 AND (p.valid_to IS NULL OR p.valid_to >= $3) THEN 1 ELSE 0 END AS valid, p.proof
FROM paper AS p
JOIN supplier AS u ON u.id = p.supplier_id
LEFT JOIN item AS i ON i.id = p.item_id
WHERE (CAST($1 AS TEXT) IS NULL OR u.code = $1) AND (CAST($2 AS TEXT) IS NULL OR p.kind = $2)
ORDER BY u.code, p.kind, p.number
