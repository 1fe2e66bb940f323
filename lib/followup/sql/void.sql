-- What is open for treatments that were none, and for clients who were forgotten; what was raised about a client's health
-- stays until somebody has looked at it.
-- param: store_id int
-- column: message bool
-- column: store_id int
-- column: code text
SELECT 0 AS message, x.store_id, x.code
FROM treatment AS t
CROSS JOIN task AS k
CROSS JOIN task AS x
WHERE t.status = 'entered-in-error'
  AND k.store_id = t.store_id AND k.treatment_id = t.id AND x.store_id = k.store_id AND x.id = k.id
  AND x.state = 'open' AND x.plan <> 'escalation' AND x.plan <> 'emergency'
  AND (CAST($1 AS BIGINT) IS NULL OR t.store_id = CAST($1 AS BIGINT))
UNION ALL
SELECT 1, x.store_id, x.code
FROM treatment AS t
CROSS JOIN message AS x
WHERE t.status = 'entered-in-error'
  AND x.client_id = t.client_id AND x.store_id + 0 = t.store_id AND x.treatment_id = t.id
  AND x.state = 'pending' AND x.plan <> 'escalation' AND x.plan <> 'emergency'
  AND (CAST($1 AS BIGINT) IS NULL OR t.store_id = CAST($1 AS BIGINT))
UNION ALL
SELECT 0, x.store_id, x.code
FROM client AS c
CROSS JOIN treatment AS t
CROSS JOIN task AS k
CROSS JOIN task AS x
WHERE c.merged_into IS NULL AND c.forgotten_on IS NOT NULL AND t.client_id = c.id
  AND k.store_id = t.store_id AND k.treatment_id = t.id AND x.store_id = k.store_id AND x.id = k.id
  AND x.state = 'open' AND x.plan <> 'escalation' AND x.plan <> 'emergency'
  AND (CAST($1 AS BIGINT) IS NULL OR x.store_id = CAST($1 AS BIGINT))
UNION ALL
SELECT 0, x.store_id, x.code
FROM client AS c
CROSS JOIN task AS x
WHERE c.merged_into IS NULL AND c.forgotten_on IS NOT NULL AND x.client_id = c.id AND x.treatment_id IS NULL
  AND x.state = 'open' AND x.plan <> 'escalation' AND x.plan <> 'emergency'
  AND (CAST($1 AS BIGINT) IS NULL OR x.store_id = CAST($1 AS BIGINT))
UNION ALL
SELECT 1, x.store_id, x.code
FROM client AS c
CROSS JOIN message AS x
WHERE c.merged_into IS NULL AND c.forgotten_on IS NOT NULL AND x.client_id = c.id
  AND x.state = 'pending' AND x.plan <> 'escalation' AND x.plan <> 'emergency'
  AND (CAST($1 AS BIGINT) IS NULL OR x.store_id = CAST($1 AS BIGINT))
