-- Licences that are valid on some of these days.
-- param: from_day day
-- param: to_day day
-- column: staff_id int
-- column: from_on day
-- column: to_on day
-- column: kind text
-- column: store_id int
SELECT staff_id, valid_from AS from_on, valid_to + 1 AS to_on, kind, store_id FROM licence
WHERE (valid_from IS NULL OR valid_from < $2) AND (valid_to IS NULL OR valid_to >= $1)
ORDER BY staff_id, kind, number
