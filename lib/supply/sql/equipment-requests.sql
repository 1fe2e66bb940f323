-- The machines that were asked for, the last first, with how many offers there are, what was chosen, and how often what
-- came was refused.
-- param: store_id int
-- param: state text
-- column: store text
-- column: code text
-- column: day day
-- column: state text
-- column: name text
-- column: kind text
-- column: staff text
-- column: budget_fen fen
-- column: needed_on day
-- column: offers int
-- column: supplier text
-- column: price_fen fen
-- column: equipment text
-- column: reason text
-- column: refused int
SELECT s.code AS store, r.code, r.day, r.state, r.name, r.kind, p.code AS staff, r.budget_fen, r.needed_on,
       (SELECT COUNT(*) FROM equipment_offer AS n WHERE n.store_id = r.store_id AND n.request_id = r.id) AS offers,
       u.code AS supplier, o.price_fen, e.code AS equipment, r.reason,
       (SELECT COUNT(*) FROM equipment_refusal AS f WHERE f.store_id = r.store_id AND f.request_id = r.id) AS refused
FROM equipment_request AS r
JOIN store AS s ON s.id = r.store_id
LEFT JOIN staff AS p ON p.id = r.staff_id
LEFT JOIN supplier AS u ON u.id = r.supplier_id
LEFT JOIN equipment_offer AS o ON o.store_id = r.store_id AND o.request_id = r.id AND o.supplier_id = r.supplier_id
LEFT JOIN acceptance AS a ON a.store_id = r.store_id AND a.request_id = r.id
LEFT JOIN equipment AS e ON e.store_id = a.store_id AND e.id = a.equipment_id
WHERE (CAST($1 AS BIGINT) IS NULL OR r.store_id = $1) AND (CAST($2 AS TEXT) IS NULL OR r.state = $2)
ORDER BY r.day DESC, s.code, r.code DESC
