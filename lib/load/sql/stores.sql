-- The stores whose arrivals are known, in the order of their codes.
-- column: id int
-- column: code text
SELECT id, code FROM store WHERE id <> 0 ORDER BY code
