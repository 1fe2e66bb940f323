-- Leave that reaches into a window of moments.
-- param: from_at moment
-- param: to_at moment
-- column: staff_id int
-- column: from_at moment
-- column: to_at moment
-- column: kind text
SELECT staff_id, from_at, to_at, kind FROM leave WHERE from_at < $2 AND to_at > $1 ORDER BY staff_id, from_at
