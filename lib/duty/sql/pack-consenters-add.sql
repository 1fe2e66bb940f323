-- Takes over that a role may consent to a deed.
-- param: deed text
-- param: role text
-- param: hours text
INSERT INTO consenter (deed, role, hours) VALUES ($1, $2, CAST(CAST($3 AS TEXT) AS BIGINT))
ON CONFLICT (deed, role) DO UPDATE SET hours = excluded.hours
