-- A tag that was given and taken on one day is given again.
-- param: client_id int
-- param: tag text
-- param: today day
UPDATE client_tag SET to_on = NULL, source = 'hand' WHERE client_id = $1 AND tag = $2 AND from_on = $3
