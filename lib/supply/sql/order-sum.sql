-- Makes the amount of a draft the sum of its lines.
-- param: store_id int
-- param: id int
-- column: amount_fen fen
UPDATE purchase SET amount_fen = COALESCE((
    SELECT CAST(SUM(l.amount_fen) AS BIGINT) FROM purchase_line AS l
    WHERE l.store_id = purchase.store_id AND l.purchase_id = purchase.id), 0)
WHERE store_id = $1 AND id = $2 AND state = 'draft'
RETURNING amount_fen
