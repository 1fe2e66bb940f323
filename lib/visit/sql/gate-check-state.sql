-- When a product was checked, and confirmed by the client.
-- param: store_id int
-- param: code text
-- column: at moment
-- column: confirmed_at moment
SELECT at, confirmed_at FROM product_check WHERE store_id = $1 AND code = $2
