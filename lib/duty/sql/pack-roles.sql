-- The roles as the pack has them.
-- column: name text
-- column: zh text
-- column: says text
SELECT name, zh, says FROM role
