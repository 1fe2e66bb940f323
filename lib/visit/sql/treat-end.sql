-- Ends a treatment that is under way.
-- param: store_id int
-- param: id int
-- param: ended_at moment
-- param: status text
UPDATE treatment SET ended_at = $3, status = $4
WHERE store_id = $1 AND id = $2 AND status = 'in-progress'
