-- What taking from an item needs to know of it.
-- param: id int
-- column: code text
-- column: name text
-- column: kind text
-- column: unit text
-- column: vial_size int
-- column: open_hours int
-- column: controlled bool
SELECT code, name, kind, unit, vial_size, open_hours, controlled FROM item WHERE id = $1
