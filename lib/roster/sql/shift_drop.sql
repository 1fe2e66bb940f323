-- The shifts of a person in a store on a day are taken back.
-- param: store_id int
-- param: staff text
-- param: day day
DELETE FROM shift WHERE store_id = $1 AND staff_id = (SELECT id FROM staff WHERE code = $2) AND day = $3
