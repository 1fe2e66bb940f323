-- The tasks that no treatment is behind.
-- param: kept int
-- param: gone int
UPDATE task SET client_id = $1 WHERE client_id = $2 AND treatment_id IS NULL
