-- A row of lead gets its data key sealed anew.
-- param: id int
-- param: data_key bytes
UPDATE lead SET data_key = $2 WHERE id = $1
