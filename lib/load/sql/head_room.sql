-- A row of the forecast that begins when one that a person enters does: it goes.
-- param: store_id int
-- param: day day
-- param: from_minute int
-- param: role text
DELETE FROM head
WHERE store_id = $1 AND day = $2 AND from_minute = $3 AND role = $4 AND source = 'load' AND skill IS NULL AND staff_id IS NULL
