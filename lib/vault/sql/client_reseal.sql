-- A row of client gets its data key sealed anew.
-- param: id int
-- param: data_key bytes
UPDATE client SET data_key = $2 WHERE id = $1
