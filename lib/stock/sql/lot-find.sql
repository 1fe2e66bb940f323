-- The lot of an item by its number.
-- param: store_id int
-- param: item_id int
-- param: code text
-- column: id int
SELECT id FROM lot WHERE store_id = $1 AND item_id = $2 AND code = $3
