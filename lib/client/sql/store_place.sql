-- Where a store is.
-- param: code text
-- column: latitude int
-- column: longitude int
SELECT latitude, longitude FROM store WHERE code = $1
