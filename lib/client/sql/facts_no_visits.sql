-- Visits that count not, in any order.
-- param: today day
-- column: client_id int
-- column: day day
SELECT client_id, day
FROM visit
WHERE (status = 'planned' OR status = 'cancelled' OR status = 'entered-in-error') AND day <= $1
