-- A roster by its code.
-- param: store_id int
-- param: code text
-- column: id int
-- column: from_on day
-- column: to_on day
-- column: state text
-- column: of_code text
SELECT id, from_on, to_on, state, of_code FROM roster WHERE store_id = $1 AND code = $2
