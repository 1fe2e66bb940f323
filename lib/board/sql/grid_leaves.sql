-- Who is on leave at some time of a window.
-- param: from_at moment
-- param: to_at moment
-- column: staff_id int
-- column: from_at moment
-- column: to_at moment
SELECT staff_id, from_at, to_at FROM leave WHERE to_at > CAST($1 AS BIGINT) AND from_at < CAST($2 AS BIGINT) ORDER BY staff_id, from_at
