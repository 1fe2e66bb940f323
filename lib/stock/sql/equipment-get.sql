-- A piece of equipment by its code, or all of a kind, with the last calibration by a day.
-- param: store_id int
-- param: code text
-- param: kind text
-- param: day day
-- column: id int
-- column: code text
-- column: name text
-- column: kind text
-- column: state text
-- column: calibrate bool
-- column: done_on day
-- column: valid_to day
-- column: passed bool
SELECT e.id, e.code, e.name, e.kind, e.state, e.calibrate, c.done_on, c.valid_to, c.passed
FROM equipment AS e
LEFT JOIN calibration AS c ON c.store_id = e.store_id AND c.id = (
    SELECT k.id FROM calibration AS k
    WHERE k.store_id = e.store_id AND k.equipment_id = e.id AND k.done_on <= CAST($4 AS BIGINT)
    ORDER BY k.done_on DESC, k.id DESC LIMIT 1)
WHERE e.store_id = $1
  AND (CAST($2 AS TEXT) IS NULL OR e.code = $2) AND (CAST($3 AS TEXT) IS NULL OR e.kind = $3)
ORDER BY e.code
