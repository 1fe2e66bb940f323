-- Who has a code, and still works here on a day.
-- param: code text
-- param: today int
-- column: id int
SELECT f.id FROM staff AS f WHERE f.code = $1 AND (f.left_on IS NULL OR f.left_on > $2)
