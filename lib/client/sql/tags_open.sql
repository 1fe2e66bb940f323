-- Every tag that stands, by clients.
-- column: client_id int
-- column: id int
-- column: tag text
-- column: source text
SELECT client_id, id, tag, source FROM client_tag WHERE to_on IS NULL ORDER BY client_id, id
