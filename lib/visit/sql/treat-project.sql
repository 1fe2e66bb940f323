-- A project by its code.
-- param: code text
-- column: id int
-- column: device_kind text
-- column: active bool
SELECT id, device_kind, active FROM project WHERE code = $1
