-- What is kept back for a booking is kept until another day.
-- param: store_id int
-- param: booking text
-- param: until_on day
UPDATE reservation SET until_on = $3
WHERE store_id = $1 AND booking = $2 AND released_at IS NULL AND used < quantity AND until_on <> $3
