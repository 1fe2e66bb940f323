-- What a project uses in any case.
-- param: project text
-- column: item text
-- column: quantity int
SELECT i.code AS item, k.quantity FROM project AS p
JOIN kit AS k ON k.project_id = p.id AND k.optional = 0
JOIN item AS i ON i.id = k.item_id
WHERE p.code = $1 ORDER BY i.code
