-- Whether an item is kept back for a booking already.
-- param: store_id int
-- param: booking text
-- param: item text
-- column: code text
SELECT r.code FROM reservation AS r JOIN item AS i ON i.id = r.item_id
WHERE r.store_id = $1 AND r.booking = $2 AND i.code = $3 AND r.released_at IS NULL AND r.used < r.quantity
ORDER BY r.code LIMIT 1
