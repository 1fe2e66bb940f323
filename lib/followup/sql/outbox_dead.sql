-- Messages that did not go: dead letters, and with --dropped those that nobody might send.
-- param: store text
-- param: channel text
-- param: plan text
-- param: from day
-- param: to day
-- param: dropped bool
-- column: store text
-- column: code text
-- column: client text
-- column: channel text
-- column: plan text
-- column: step text
-- column: template text
-- column: priority int
-- column: due_at moment
-- column: until_at moment
-- column: state text
-- column: tries int
-- column: reason text
SELECT s.code AS store, m.code, c.code AS client, m.channel, m.plan, m.step, m.template, m.priority, m.due_at, m.until_at,
    m.state, m.tries, m.reason
FROM message AS m
JOIN store AS s ON s.id = m.store_id
JOIN client AS c ON c.id = m.client_id
WHERE (m.state = 'dead' OR (CAST($6 AS BIGINT) = 1 AND m.state = 'dropped'))
    AND (CAST($1 AS TEXT) IS NULL OR s.code = $1)
    AND (CAST($2 AS TEXT) IS NULL OR m.channel = $2)
    AND (CAST($3 AS TEXT) IS NULL OR m.plan = $3)
    AND (CAST($4 AS BIGINT) IS NULL OR m.day >= $4)
    AND (CAST($5 AS BIGINT) IS NULL OR m.day < $5)
ORDER BY s.code, m.day, m.due_at, m.code
