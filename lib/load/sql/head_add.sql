-- Heads that the forecast of arrivals wants.
-- param: store_id int
-- param: id int
-- param: day day
-- param: from_minute int
-- param: to_minute int
-- param: role text
-- param: heads int
INSERT INTO head (store_id, id, day, from_minute, to_minute, role, heads, source)
VALUES ($1, $2, $3, $4, $5, $6, $7, 'load')
