-- Wishes for days from a day on (today).
-- param: store_id int
-- param: today day
-- param: from_day day
-- param: to_day day
-- param: staff text
-- column: staff text
-- column: name text
-- column: day day
-- column: want text
-- column: weight int
-- column: note text
SELECT p.code AS staff, p.name, w.day, w.want, w.weight, w.note
FROM wish AS w
JOIN staff AS p ON p.id = w.staff_id
WHERE (CAST($1 AS BIGINT) IS NULL OR p.store_id IS NULL OR p.store_id = $1)
  AND w.day >= COALESCE(CAST($3 AS BIGINT), CAST($2 AS BIGINT)) AND (CAST($4 AS BIGINT) IS NULL OR w.day < $4)
  AND (CAST($5 AS TEXT) IS NULL OR p.code = $5)
ORDER BY w.day, p.code
