-- The stores that messages may wait in.
-- column: id int
SELECT id
FROM store
WHERE id > 0
    AND (closed_on IS NULL OR EXISTS (SELECT 1 FROM message WHERE store_id = store.id AND state = 'pending'))
ORDER BY id
