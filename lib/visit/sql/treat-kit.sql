-- What a project uses each time (耗材包).
-- param: project_id int
-- column: item_id int
-- column: quantity int
SELECT k.item_id, k.quantity
FROM kit AS k
JOIN item AS i ON i.id = k.item_id
WHERE k.project_id = $1 AND k.optional = 0
ORDER BY i.code
