-- How much of a lot was found.
-- param: store_id int
-- param: stocktake_id int
-- param: lot_id int
-- param: counted int
-- param: at moment
-- param: staff_id int
UPDATE stocktake_line SET counted = $4, counted_at = $5, staff_id = $6
WHERE store_id = $1 AND stocktake_id = $2 AND lot_id = $3
