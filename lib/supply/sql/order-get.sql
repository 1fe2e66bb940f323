-- An order by its code.
-- param: store_id int
-- param: code text
-- column: id int
-- column: state text
-- column: amount_fen fen
-- column: at moment
-- column: day day
-- column: ordered_by text
-- column: supplier text
SELECT p.id, p.state, p.amount_fen, p.at, p.day, p.ordered_by, u.code AS supplier
FROM purchase AS p
JOIN supplier AS u ON u.id = p.supplier_id
WHERE p.store_id = $1 AND p.code = $2
