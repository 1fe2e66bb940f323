-- Facts that a treatment is in, by their numbers, and their days; with `all`, also those that only name it.
-- param: store_id int
-- param: treatment_id int
-- param: all bool
-- column: fact int
-- column: day day
SELECT 5 AS fact, t.day AS day FROM treatment AS t WHERE t.store_id = $1 AND t.id = $2
UNION
SELECT 6, e.day FROM evaluation AS e WHERE CAST($3 AS BIGINT) = 1 AND e.store_id = $1 AND e.treatment_id = $2
UNION
SELECT 7, k.day FROM complaint AS k WHERE CAST($3 AS BIGINT) = 1 AND k.store_id = $1 AND k.treatment_id = $2
UNION
SELECT 8, x.day FROM task AS x WHERE CAST($3 AS BIGINT) = 1 AND x.store_id = $1 AND x.treatment_id = $2
UNION
SELECT 9, a.day FROM answer AS a WHERE CAST($3 AS BIGINT) = 1 AND a.store_id = $1 AND a.treatment_id = $2
UNION
SELECT 9, f.day FROM followup AS f WHERE CAST($3 AS BIGINT) = 1 AND f.store_id = $1 AND f.treatment_id = $2
