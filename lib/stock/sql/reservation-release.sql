-- Gives back what was kept back, by its own number or that of the booking.
-- param: store_id int
-- param: code text
-- param: at moment
-- param: reason text
UPDATE reservation SET released_at = $3, reason = $4
WHERE store_id = $1 AND (code = $2 OR booking = $2) AND released_at IS NULL AND used < quantity
