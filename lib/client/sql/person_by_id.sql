-- The same, by its number.
-- param: id int
-- column: id int
-- column: code text
-- column: class text
-- column: store_id int
-- column: merged_into int
-- column: forgotten_on day
SELECT id, code, class, store_id, merged_into, forgotten_on FROM client WHERE id = $1
