-- The lot of the same number in another store.
-- param: store_id int
-- param: item_id int
-- param: code text
-- column: id int
-- column: state text
-- column: expires_on day
SELECT id, state, expires_on FROM lot WHERE store_id = $1 AND item_id = $2 AND code = $3
