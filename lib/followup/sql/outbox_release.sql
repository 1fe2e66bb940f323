-- Who has it under this token has it no more.
-- param: store_id int
-- param: id int
-- param: token text
DELETE FROM lease WHERE store_id = $1 AND message_id = $2 AND token = $3
