-- Takes over a permission.
-- param: role text
-- param: tool text
-- param: verb text
-- param: subject text
INSERT INTO permission (role, tool, verb, subject) VALUES ($1, $2, $3, $4)
ON CONFLICT (role, tool, verb, subject) DO NOTHING
