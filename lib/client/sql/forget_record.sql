-- The last visit of a client of whom there is a medical record.
-- param: client_id int
-- column: last_on day
SELECT MAX(v.day) AS last_on
FROM (
    SELECT day FROM treatment WHERE client_id = $1 AND status <> 'entered-in-error'
    UNION ALL
    SELECT day FROM assessment WHERE client_id = $1
    UNION ALL
    SELECT day FROM exam WHERE client_id = $1
    UNION ALL
    SELECT day FROM visit
    WHERE client_id = $1 AND status NOT IN ('planned', 'cancelled', 'entered-in-error')
      AND (EXISTS (SELECT 1 FROM treatment WHERE client_id = $1 AND status <> 'entered-in-error')
           OR EXISTS (SELECT 1 FROM assessment WHERE client_id = $1)
           OR EXISTS (SELECT 1 FROM exam WHERE client_id = $1))) AS v
