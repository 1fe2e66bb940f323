-- What a contract is made of, project by project: packages taken apart, with the weight of each part.
-- param: store_id int
-- param: contract_id int
-- column: line int
-- column: project_id int
-- column: package_id int
-- column: quantity int
-- column: amount_fen fen
-- column: weight int
-- column: weights int
-- column: months int
SELECT l.line, COALESCE(l.project_id, g.project_id) AS project_id, l.package_id,
       l.quantity * COALESCE(g.quantity, 1) AS quantity, l.amount_fen,
       COALESCE(g.quantity * g.share_fen, 1) AS weight,
       COALESCE((SELECT CAST(SUM(o.quantity * o.share_fen) AS BIGINT) FROM package_line AS o
                 WHERE o.package_id = l.package_id), 1) AS weights,
       k.months
FROM contract_line AS l
LEFT JOIN package AS k ON k.id = l.package_id
LEFT JOIN package_line AS g ON g.package_id = l.package_id
WHERE l.store_id = $1 AND l.contract_id = $2
ORDER BY l.line, g.id
