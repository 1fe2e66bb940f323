-- One store, whole.
-- param: code text
-- column: code text
-- column: name text
-- column: zone text
-- column: level text
-- column: departments text
-- column: licence_no text
-- column: licence_to day
-- column: address text
-- column: latitude_e6 int
-- column: longitude_e6 int
-- column: hours text
-- column: phone text
-- column: opened_on day
-- column: closed_on day
SELECT code, name, zone, level, departments, licence_no, licence_to, address,
       latitude AS latitude_e6, longitude AS longitude_e6, hours, phone, opened_on, closed_on
FROM store WHERE id > 0 AND code = $1
