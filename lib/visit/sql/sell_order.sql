-- What an order without a contract has: whose it is, what was paid, net, and whether balances came of it.
-- param: store_id int
-- param: code text
-- column: client_id int
-- column: client text
-- column: visit_id int
-- column: consultant_id int
-- column: paid_fen fen
-- column: balances int
-- column: deposits_only bool
SELECT MIN(COALESCE(c.merged_into, c.id)) AS client_id, MIN(c.code) AS client, MIN(p.visit_id) AS visit_id,
       MIN(p.consultant_id) AS consultant_id, CAST(SUM(p.amount_fen) AS BIGINT) AS paid_fen,
       (SELECT COUNT(*) FROM prepaid AS b WHERE b.store_id = p.store_id AND b.order_code = p.order_code) AS balances,
       CASE WHEN COUNT(*) FILTER (WHERE p.kind = 'payment') = 0 THEN 1 ELSE 0 END AS deposits_only
FROM payment AS p
JOIN client AS c ON c.id = p.client_id
WHERE p.store_id = $1 AND p.order_code = $2
GROUP BY p.store_id, p.order_code
