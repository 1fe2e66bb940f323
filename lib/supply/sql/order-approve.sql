-- A draft is approved.
-- param: store_id int
-- param: id int
-- param: approved_by text
-- param: approved_at moment
UPDATE purchase SET state = 'approved', approved_by = $3, approved_at = $4
WHERE store_id = $1 AND id = $2 AND state = 'draft'
