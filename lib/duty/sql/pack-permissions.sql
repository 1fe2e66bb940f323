-- The permissions as the pack has them.
-- column: role text
-- column: tool text
-- column: verb text
-- column: subject text
SELECT role, tool, verb, subject FROM permission
