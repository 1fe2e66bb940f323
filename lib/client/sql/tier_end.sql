-- Closes a row of a tier.
-- param: id int
-- param: today day
UPDATE client_tier SET to_on = $2 WHERE id = $1
