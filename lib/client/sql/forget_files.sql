-- A client's file and those that were joined to it.
-- param: client_id int
-- column: id int
-- column: birthday day
SELECT id, birthday FROM client WHERE id = $1 OR merged_into = $1
