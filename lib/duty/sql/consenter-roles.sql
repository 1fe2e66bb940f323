-- The roles that may consent to a deed.
-- param: deed text
-- column: role text
SELECT role FROM consenter WHERE deed = $1 ORDER BY role
