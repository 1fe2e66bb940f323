-- The roles that may run a verb on a subject.
-- param: tool text
-- param: verb text
-- param: subject text
-- column: role text
SELECT DISTINCT role FROM permission
WHERE tool = $1 AND verb = $2 AND (subject = '*' OR subject = $3)
ORDER BY role
