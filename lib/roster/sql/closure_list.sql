-- Days that are not as the week says, from a day on (today).
-- param: store_id int
-- param: today day
-- param: from_day day
-- param: to_day day
-- column: store text
-- column: day day
-- column: state text
-- column: opens text
-- column: closes text
-- column: name text
SELECT s.code AS store, c.day, c.state,
       substr(CAST(100 + c.from_minute / 60 AS TEXT), 2) || ':' || substr(CAST(100 + c.from_minute % 60 AS TEXT), 2) AS opens,
       substr(CAST(100 + c.to_minute / 60 AS TEXT), 2) || ':' || substr(CAST(100 + c.to_minute % 60 AS TEXT), 2) AS closes, c.name
FROM closure AS c
JOIN store AS s ON s.id = c.store_id
WHERE (CAST($1 AS BIGINT) IS NULL OR c.store_id = 0 OR c.store_id = $1)
  AND c.day >= COALESCE(CAST($3 AS BIGINT), CAST($2 AS BIGINT)) AND (CAST($4 AS BIGINT) IS NULL OR c.day < $4)
ORDER BY c.day, s.code, c.from_minute
