-- A piece of equipment by its code, or all of a kind, as it stands on a day: what keeps it from being used.
-- param: store_id int
-- param: day day
-- param: code text
-- param: kind text
-- column: id int
-- column: code text
-- column: name text
-- column: kind text
-- column: state text
-- column: calibrate bool
-- column: done_on day
-- column: valid_to day
-- column: passed bool
-- column: fault text
-- column: repaired_on day
-- column: task text
-- column: due_on day
-- column: life_to day
-- column: in_repair bool
WITH
-- include: machine.part
SELECT m.id, m.code, m.name, m.kind, m.state, m.calibrate, m.done_on, m.valid_to, m.passed, m.fault, m.repaired_on, m.task, m.due_on,
       m.life_to, m.in_repair
FROM machine AS m
WHERE (CAST($3 AS TEXT) IS NULL OR m.code = $3) AND (CAST($4 AS TEXT) IS NULL OR m.kind = $4)
ORDER BY m.code
