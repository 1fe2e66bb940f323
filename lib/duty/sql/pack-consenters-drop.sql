-- Drops that a role may consent to a deed for so many hours.
-- param: deed text
-- param: role text
-- param: hours text
DELETE FROM consenter WHERE deed = $1 AND role = $2 AND hours = CAST(CAST($3 AS TEXT) AS BIGINT)
