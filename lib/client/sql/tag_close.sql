-- A tag that stands, taken back.
-- param: client_id int
-- param: tag text
-- param: today day
UPDATE client_tag SET to_on = $3 WHERE client_id = $1 AND tag = $2 AND to_on IS NULL
