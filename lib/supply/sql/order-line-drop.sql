-- A line that is not ordered after all.
-- param: store_id int
-- param: id int
DELETE FROM purchase_line WHERE store_id = $1 AND id = $2
