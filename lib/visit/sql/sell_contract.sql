-- A contract of a store, with what was paid for it, net, and whether balances came of it.
-- param: store_id int
-- param: code text
-- column: id int
-- column: client_id int
-- column: client text
-- column: birthday day
-- column: visit_id int
-- column: consultant_id int
-- column: state text
-- column: amount_fen fen
-- column: drafted_by text
-- column: paid_fen fen
-- column: balances int
SELECT k.id, COALESCE(c.merged_into, c.id) AS client_id, c.code AS client, c.birthday, k.visit_id, k.consultant_id, k.state,
       k.amount_fen, k.drafted_by,
       (SELECT CAST(COALESCE(SUM(p.amount_fen), 0) AS BIGINT) FROM payment AS p
        WHERE p.store_id = k.store_id AND p.order_code = k.code) AS paid_fen,
       (SELECT COUNT(*) FROM prepaid AS b WHERE b.store_id = k.store_id AND b.order_code = k.code) AS balances
FROM contract AS k
JOIN client AS c ON c.id = k.client_id
WHERE k.store_id = $1 AND k.code = $2
