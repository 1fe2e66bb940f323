-- Messages that wait to be sent, due before a day.
-- param: store_id int
-- param: to day
-- param: client text
-- column: store text
-- column: code text
-- column: channel text
-- column: plan text
-- column: step text
-- column: template text
-- column: purpose text
-- column: priority int
-- column: due_at moment
-- column: next_at moment
-- column: until_at moment
-- column: client text
-- column: treatment text
-- column: tries int
-- column: reason text
SELECT s.code AS store, x.code, x.channel, x.plan, x.step, x.template, x.purpose, x.priority, x.due_at, x.next_at,
       x.until_at, c.code AS client, t.code AS treatment, x.tries, x.reason
FROM store AS s
CROSS JOIN message AS x
CROSS JOIN client AS c
LEFT JOIN treatment AS t ON t.store_id = x.store_id AND t.id = x.treatment_id
WHERE x.store_id = s.id AND x.state = 'pending' AND x.day < CAST($2 AS BIGINT) AND c.id = x.client_id
  AND (CAST($1 AS BIGINT) IS NULL OR s.id = CAST($1 AS BIGINT))
  AND (CAST($3 AS TEXT) IS NULL OR c.code = CAST($3 AS TEXT))
ORDER BY x.priority DESC, x.due_at, s.code, x.code
