-- An order of which nothing is open any more is closed.
-- param: store_id int
-- param: id int
-- param: ended_at moment
UPDATE purchase SET state = 'closed', ended_at = $3
WHERE store_id = $1 AND id = $2 AND state = 'approved'
  AND NOT EXISTS (SELECT 1 FROM purchase_line AS l
                  WHERE l.store_id = purchase.store_id AND l.purchase_id = purchase.id AND l.received < l.quantity)
