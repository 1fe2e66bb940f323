-- What is known of each client up to a day, a client's rows together and in the order of days; clients in the order of
-- their ids. Parts: 1 a client who counts; 2 clients they brought who came (amount); 3 the last treatment's cycle
-- (amount: days) on its day; 4 net paid on a day in a store; 5 visits of a day that count not (amount); 6 a visit.
-- param: today day
-- column: client_id int
-- column: part int
-- column: day day
-- column: amount int
-- Parts 5 and 6 apart: so visits are read from the index by client alone, which holds no status. The + keeps SQLite
-- from walking an index whose rows must then be looked up one by one: to scan and sort costs half of it.
SELECT id AS client_id, 1 AS part, 0 AS day, 0 AS amount
FROM client
WHERE class = 'client' AND merged_into IS NULL AND forgotten_on IS NULL
UNION ALL
SELECT r.referrer_id AS client_id, 2 AS part, 0 AS day, COUNT(*) AS amount
FROM referral AS r
WHERE EXISTS (
    SELECT 1 FROM visit AS v
    WHERE v.client_id = r.client_id AND v.day <= $1
      AND v.status NOT IN ('planned', 'cancelled', 'entered-in-error'))
GROUP BY r.referrer_id
UNION ALL
SELECT +client_id AS client_id, 5 AS part, day, COUNT(*) AS amount
FROM visit
WHERE (status = 'planned' OR status = 'cancelled' OR status = 'entered-in-error') AND +day <= $1
GROUP BY +client_id, day
UNION ALL
SELECT +client_id AS client_id, 4 AS part, day, CAST(SUM(amount_fen) AS BIGINT) AS amount
FROM payment
WHERE class = 'sale' AND +day <= $1
GROUP BY +client_id, day, store_id
UNION ALL
SELECT +t.client_id AS client_id, 3 AS part, t.day AS day, p.cycle_days AS amount
FROM treatment AS t
JOIN project AS p ON p.id = t.project_id
WHERE t.status = 'completed' AND p.cycle_days IS NOT NULL AND +t.day <= $1
UNION ALL
SELECT client_id, 6 AS part, day, 0 AS amount
FROM visit
WHERE day <= $1
ORDER BY client_id, part, day
