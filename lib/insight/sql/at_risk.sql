-- The clients at risk of leaving who paid most.
-- param: store_id int
-- param: count int
-- column: client text
-- column: spend_fen fen
-- column: visits int
-- column: overdue_milli int
-- column: alive_milli int
SELECT c.code AS client, g.spend_fen, g.visits, g.overdue_milli, g.alive_milli
FROM client_segment AS g
JOIN client AS c ON c.id = g.id AND c.class = 'client'
WHERE g.segment = 'at-risk' AND (CAST($1 AS BIGINT) IS NULL OR c.store_id = $1)
ORDER BY g.spend_fen DESC, c.code
LIMIT CAST($2 AS BIGINT)
