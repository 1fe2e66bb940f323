-- The projects.
-- param: kind text
-- param: all bool
-- column: code text
-- column: name text
-- column: kind text
-- column: department text
-- column: grade int
-- column: licence text
-- column: device_kind text
-- column: contract bool
-- column: consent text
-- column: ladder text
-- column: cycle_days int
-- column: minutes int
-- column: active bool
SELECT code, name, kind, department, grade, licence, device_kind, contract, consent, ladder, cycle_days, minutes, active
FROM project
WHERE (CAST($1 AS TEXT) IS NULL OR kind = $1) AND (active = 1 OR $2 = 1)
ORDER BY code
