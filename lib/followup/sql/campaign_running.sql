-- The campaigns that run on a day, those of a store or all.
-- param: store_id int
-- param: today day
-- column: code text
SELECT g.code AS code
FROM campaign AS g
WHERE g.state = 'running' AND g.starts_on <= CAST($2 AS BIGINT) AND g.ends_on >= CAST($2 AS BIGINT)
  AND (CAST($1 AS BIGINT) IS NULL OR g.store_id = CAST($1 AS BIGINT) OR g.store_id IS NULL)
ORDER BY g.code
