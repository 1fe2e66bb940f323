-- A prescription of what is controlled served twice: it is good once (医疗用毒性药品管理办法 9).
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, m.paper AS subject, m.code || ', ' || n.code AS detail
FROM stock_move AS m
JOIN item AS i ON i.id = m.item_id AND i.controlled = 1
JOIN stock_move AS n ON n.store_id = m.store_id AND n.paper = m.paper AND n.id > m.id AND (n.kind = 'issue' OR n.kind = 'use')
     AND (n.day <> m.day OR (n.at <> m.at AND (n.kind = 'issue' OR m.kind = 'issue')))
JOIN store AS s ON s.id = m.store_id
WHERE m.paper IS NOT NULL AND (m.kind = 'issue' OR m.kind = 'use')
  AND NOT EXISTS (SELECT 1 FROM stock_move AS x
                  WHERE x.store_id = m.store_id AND (x.reverses = m.code OR x.reverses = n.code) AND x.kind = 'counter')
ORDER BY s.code, m.paper, m.id, n.id
