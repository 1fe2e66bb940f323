-- Whether a client has a tag now.
-- param: client_id int
-- param: tag text
-- column: id int
SELECT id FROM client_tag WHERE client_id = $1 AND tag = $2 AND to_on IS NULL
