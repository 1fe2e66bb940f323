-- A roster is published now.
-- param: store_id int
-- param: id int
-- param: now moment
UPDATE roster SET state = 'published', published_at = $3 WHERE store_id = $1 AND id = $2
