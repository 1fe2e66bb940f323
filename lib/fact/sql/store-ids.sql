-- All stores, the chain as the first.
-- column: id int
SELECT s.id AS id FROM store AS s ORDER BY s.id
