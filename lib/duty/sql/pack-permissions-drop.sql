-- Drops a permission.
-- param: role text
-- param: tool text
-- param: verb text
-- param: subject text
DELETE FROM permission WHERE role = $1 AND tool = $2 AND verb = $3 AND subject = $4
