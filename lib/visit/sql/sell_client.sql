-- Whose file counts for a client: that of the client, or the one that it was joined to.
-- param: id int
-- column: id int
-- column: code text
SELECT COALESCE(merged_into, id) AS id, code FROM client WHERE id = $1
