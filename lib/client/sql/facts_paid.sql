-- What clients paid, a client's together, and those of a day and a store. Gifts, staff and test orders are out. The index
-- by client gives it alone.
-- param: today day
-- column: client_id int
-- column: day day
-- column: store_id int
-- column: amount fen
SELECT client_id, day, store_id, amount_fen AS amount
FROM payment
WHERE class = 'sale' AND day <= $1
ORDER BY client_id, day, store_id
