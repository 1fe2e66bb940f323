-- The days that are closed or opened against the week: of a store where it has any of its own on that day, else of the chain.
-- param: store_id int
-- param: from_day day
-- param: to_day day
-- column: day day
-- column: name text
-- column: state text
-- column: from_minute int
-- column: to_minute int
SELECT c.day, c.name, c.state, c.from_minute, c.to_minute
FROM closure AS c
WHERE c.day >= CAST($2 AS BIGINT) AND c.day < CAST($3 AS BIGINT)
  AND (c.store_id = CAST($1 AS BIGINT)
       OR (c.store_id = 0 AND NOT EXISTS (SELECT 1 FROM closure AS o WHERE o.store_id = $1 AND o.day = c.day)))
ORDER BY c.day, c.from_minute
