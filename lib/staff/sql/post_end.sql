-- Ends the post that began on a day.
-- param: staff_id int
-- param: from_on day
-- param: to_on day
UPDATE post SET to_on = $3 WHERE staff_id = $1 AND from_on = $2
