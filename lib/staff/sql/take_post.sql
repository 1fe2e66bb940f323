-- Makes a post the one of the staff file.
-- param: id int
-- param: role text
-- param: title text
-- param: store_id int
UPDATE staff SET role = $2, title = $3, store_id = $4 WHERE id = $1
