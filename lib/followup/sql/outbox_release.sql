-- Nobody has it any more.
-- param: store_id int
-- param: id int
DELETE FROM lease WHERE store_id = $1 AND message_id = $2
