-- The papers of a supplier.
-- param: supplier_id int
-- column: kind text
-- column: number text
-- column: item_id int
-- column: lots text
-- column: valid_from day
-- column: valid_to day
SELECT kind, number, item_id, lots, valid_from, valid_to FROM paper WHERE supplier_id = $1 ORDER BY kind, number
