-- The hours of a month that rules of single people say, from when on.
-- param: to_day day
-- column: staff_id int
-- column: from_on day
-- column: month_hours int
SELECT staff_id, from_on, month_hours FROM work_rule WHERE from_on < CAST($1 AS BIGINT) ORDER BY staff_id, from_on
