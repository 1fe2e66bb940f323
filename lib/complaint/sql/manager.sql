-- To whom a late complaint goes: the one who was named, else a manager who is not its owner, of its store before one of all.
-- param: store_id int
-- param: owner_id int
-- param: named text
-- param: today day
-- column: code text
SELECT s.code
FROM staff AS s
WHERE (s.left_on IS NULL OR s.left_on >= $4) AND (s.hired_on IS NULL OR s.hired_on <= $4)
  AND (s.code = CAST($3 AS TEXT)
       OR (s.role = 'manager' AND (CAST($2 AS BIGINT) IS NULL OR s.id <> $2)
           AND (s.store_id IS NULL OR s.store_id = $1)))
ORDER BY CASE WHEN s.code = CAST($3 AS TEXT) THEN 0 WHEN s.store_id = $1 THEN 1 ELSE 2 END, s.code
LIMIT 1
