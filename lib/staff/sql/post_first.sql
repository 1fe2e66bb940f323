-- Keeps the role that a staff file has as its first post, up to a day.
-- param: id int
-- param: staff_id int
-- param: from_on day
-- param: to_on day
INSERT INTO post (id, staff_id, role, title, store_id, from_on, to_on, reason)
SELECT CAST($1 AS BIGINT), id, role, title, store_id, CAST($3 AS BIGINT), CAST($4 AS BIGINT), NULL FROM staff
WHERE id = $2
