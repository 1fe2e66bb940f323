-- What clients paid, in any order. Gifts, staff and test orders are out.
-- param: today day
-- column: client_id int
-- column: day day
-- column: store_id int
-- column: amount fen
SELECT client_id, day, store_id, amount_fen AS amount
FROM payment
WHERE class = 'sale' AND +day <= $1
