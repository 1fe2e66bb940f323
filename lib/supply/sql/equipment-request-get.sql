-- A request for a machine by its code.
-- param: store_id int
-- param: code text
-- column: id int
-- column: state text
-- column: name text
-- column: kind text
-- column: item text
-- column: budget_fen fen
-- column: supplier text
SELECT r.id, r.state, r.name, r.kind, i.code AS item, r.budget_fen, u.code AS supplier
FROM equipment_request AS r
LEFT JOIN item AS i ON i.id = r.item_id
LEFT JOIN supplier AS u ON u.id = r.supplier_id
WHERE r.store_id = $1 AND r.code = $2
