-- What there is of an item in a store and what was ordered and has not come, with the days from which and to which it is
-- usable; of what is on its way nobody knows yet how long.
-- param: item_id int
-- param: store_id int
-- param: today day
-- column: quantity int
-- column: from_on day
-- column: to_on day
SELECT l.quantity + l.moved AS quantity, l.received_on AS from_on, l.expires_on AS to_on
FROM lot AS l
WHERE l.store_id = $2 AND l.item_id = $1 AND l.state = 'ok' AND l.quantity + l.moved > 0 AND l.expires_on >= $3
UNION ALL
SELECT p.quantity - p.received, COALESCE(o.due_on, o.day), NULL
FROM purchase AS o
JOIN purchase_line AS p ON p.store_id = o.store_id AND p.purchase_id = o.id
WHERE o.store_id = $2 AND o.state = 'approved' AND p.item_id = $1 AND p.quantity > p.received
