-- Whether a person has a licence of that kind and number.
-- param: staff_id int
-- param: kind text
-- param: number text
-- column: there int
SELECT 1 AS there FROM licence WHERE staff_id = $1 AND kind = $2 AND number = $3
