-- The serial number of a unit in a line of a delivery.
-- param: store_id int
-- param: id int
-- param: receipt_id int
-- param: line int
-- param: serial text
INSERT INTO receipt_unit (store_id, id, receipt_id, line, serial) VALUES ($1, $2, $3, $4, $5)
