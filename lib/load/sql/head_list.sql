-- Heads wanted, from a day on (today).
-- param: store_id int
-- param: today day
-- param: from_day day
-- param: to_day day
-- param: role text
-- param: source text
-- column: store text
-- column: day day
-- column: opens text
-- column: closes text
-- column: role text
-- column: heads int
-- column: skill text
-- column: staff text
-- column: source text
-- column: note text
SELECT s.code AS store, h.day,
       substr(CAST(100 + h.from_minute / 60 AS TEXT), 2) || ':' || substr(CAST(100 + h.from_minute % 60 AS TEXT), 2) AS opens,
       substr(CAST(100 + h.to_minute / 60 AS TEXT), 2) || ':' || substr(CAST(100 + h.to_minute % 60 AS TEXT), 2) AS closes,
       h.role, h.heads, h.skill, p.code AS staff, h.source, h.note
FROM head AS h
JOIN store AS s ON s.id = h.store_id
LEFT JOIN staff AS p ON p.id = h.staff_id
WHERE (CAST($1 AS BIGINT) IS NULL OR h.store_id = $1)
  AND h.day >= COALESCE(CAST($3 AS BIGINT), CAST($2 AS BIGINT)) AND (CAST($4 AS BIGINT) IS NULL OR h.day < $4)
  AND (CAST($5 AS TEXT) IS NULL OR h.role = $5) AND (CAST($6 AS TEXT) IS NULL OR h.source = $6)
ORDER BY h.day, s.code, h.role, h.from_minute, h.skill NULLS FIRST, p.code NULLS FIRST
