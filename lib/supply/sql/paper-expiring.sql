-- Papers of suppliers that are bought from which have ended or end within so many days, and were not renewed.
-- param: today day
-- param: days int
-- column: severity text
-- column: supplier text
-- column: name text
-- column: kind text
-- column: number text
-- column: item text
-- column: valid_to day
-- column: days_left int
SELECT CASE WHEN p.valid_to < $1 THEN 'error' ELSE 'warning' END AS severity, u.code AS supplier, u.name, p.kind,
       p.number, i.code AS item, p.valid_to, p.valid_to - $1 AS days_left
FROM paper AS p
JOIN supplier AS u ON u.id = p.supplier_id
LEFT JOIN item AS i ON i.id = p.item_id
WHERE u.active = 1 AND p.valid_to <= CAST($1 AS BIGINT) + CAST($2 AS BIGINT) AND p.lots IS NULL
  AND NOT EXISTS (SELECT 1 FROM paper AS n
                  WHERE n.supplier_id = p.supplier_id AND n.kind = p.kind
                    AND n.item_id IS NOT DISTINCT FROM p.item_id
                    AND (n.valid_to IS NULL OR n.valid_to > p.valid_to))
ORDER BY p.valid_to, u.code, p.kind, p.number
