-- What the file of a machine says, for what is done to it.
-- param: store_id int
-- param: code text
-- column: id int
-- column: state text
-- column: name text
-- column: serial text
-- column: model text
-- column: registration_no text
-- column: bought_on day
-- column: calibrate_months int
SELECT id, state, name, serial, model, registration_no, bought_on, calibrate_months FROM equipment
WHERE store_id = $1 AND code = $2
