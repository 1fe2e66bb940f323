-- Drops a role that reads so.
-- param: name text
-- param: zh text
-- param: says text
DELETE FROM role WHERE name = $1 AND zh = $2 AND says = $3
