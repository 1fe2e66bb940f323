-- What became of a delivery.
-- param: store_id int
-- param: code text
-- column: state text
SELECT state FROM receipt WHERE store_id = $1 AND code = $2
