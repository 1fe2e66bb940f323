-- All visits, those that count not among them, a client's together and in the order of days: so the index by client
-- gives them alone, and no row need be looked up.
-- param: today day
-- column: client_id int
-- column: day day
SELECT client_id, day
FROM visit
WHERE day <= $1
ORDER BY client_id, day
