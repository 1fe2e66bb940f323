-- How many consultations a store had in a window.
-- param: store_id int
-- param: from_day day
-- param: to_day day
-- column: consultations int
SELECT COUNT(*) AS consultations
FROM consultation
WHERE store_id = $1 AND day >= $2 AND day < $3 AND outcome <> 'entered-in-error'
