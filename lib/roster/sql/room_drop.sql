-- A room that nobody was booked in is taken off the list.
-- param: store_id int
-- param: code text
DELETE FROM room WHERE store_id = $1 AND code = $2
