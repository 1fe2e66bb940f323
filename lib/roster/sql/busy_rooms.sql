-- The rooms of a store.
-- param: store_id int
-- column: code text
-- column: kinds text
-- column: from_on day
-- column: to_on day
SELECT code, kinds, from_on, to_on FROM room WHERE store_id = $1 ORDER BY code
