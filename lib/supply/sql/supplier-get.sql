-- A supplier by its code.
-- param: code text
-- column: id int
-- column: code text
-- column: name text
-- column: active bool
SELECT id, code, name, active FROM supplier WHERE code = $1
