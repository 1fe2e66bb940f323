-- A treatment that was entered in error; what it says stays as it was.
-- param: store_id int
-- param: id int
UPDATE treatment SET status = 'entered-in-error'
WHERE store_id = $1 AND id = $2 AND status <> 'entered-in-error'
