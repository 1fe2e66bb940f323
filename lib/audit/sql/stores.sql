-- The stores by their ids; 0 is the chain.
-- column: id int
-- column: code text
SELECT s.id, s.code FROM store AS s ORDER BY s.id
