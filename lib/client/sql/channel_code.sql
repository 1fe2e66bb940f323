-- The code of a channel.
-- param: id int
-- column: code text
SELECT code FROM channel WHERE id = $1
