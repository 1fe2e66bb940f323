-- Takes back a goal.
-- param: store_id int
-- param: metric text
-- param: period text
-- param: from_on day
DELETE FROM goal WHERE store_id = $1 AND metric = $2 AND period = $3 AND from_on = $4
