-- Visits that count not, a client's together and in the order of days.
-- param: today day
-- column: client_id int
-- column: day day
SELECT client_id, day
FROM visit
WHERE (status = 'planned' OR status = 'cancelled' OR status = 'entered-in-error') AND day <= $1
ORDER BY client_id, day
