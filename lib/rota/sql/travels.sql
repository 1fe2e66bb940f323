-- The way between stores.
-- column: one_id int
-- column: other_id int
-- column: minutes int
SELECT one_id, other_id, minutes FROM travel ORDER BY one_id, other_id
