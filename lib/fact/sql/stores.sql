-- The stores, the chain as the first.
-- column: id int
-- column: code text
-- column: threshold text
-- column: horizon text
SELECT s.id AS id, s.code AS code, d.value AS threshold, h.value AS horizon
FROM store AS s
LEFT JOIN setting AS d ON d.store_id = s.id AND d.name = 'kpi.deal_threshold_fen'
LEFT JOIN setting AS h ON h.store_id = s.id AND h.name = 'kpi.complication_days'
ORDER BY s.id
