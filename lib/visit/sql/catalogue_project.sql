-- A project by its code.
-- param: code text
-- column: id int
-- column: active bool
-- column: contract bool
SELECT id, active, contract FROM project WHERE code = $1
