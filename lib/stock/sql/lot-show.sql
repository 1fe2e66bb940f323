-- A lot in each store that has it: where it came from, what became of it, how it stood at a moment.
-- param: store_id int
-- param: as_of moment
-- param: today day
-- param: item text
-- param: lot text
-- column: store text
-- column: item text
-- column: name text
-- column: lot text
-- column: state text
-- column: supplier text
-- column: made_on day
-- column: expires_on day
-- column: received_on day
-- column: received int
-- column: used int
-- column: issued int
-- column: wasted int
-- column: counted int
-- column: sent int
-- column: came int
-- column: on_hand int
-- column: unit text
-- column: opened int
-- column: opened_too_long int
-- column: cost_fen fen
-- column: value_fen fen
-- column: place text
WITH
-- include: standing.part
SELECT s.code AS store, i.code AS item, i.name, l.code AS lot, l.state, u.code AS supplier, l.made_on, l.expires_on,
       l.received_on, l.received,
       -COALESCE(CAST(SUM(m.quantity) FILTER (WHERE COALESCE(r.kind, m.kind) = 'use') AS BIGINT), 0) AS used,
       -COALESCE(CAST(SUM(m.quantity) FILTER (WHERE COALESCE(r.kind, m.kind) IN ('issue', 'return')) AS BIGINT), 0) AS issued,
       -COALESCE(CAST(SUM(m.quantity) FILTER (WHERE COALESCE(r.kind, m.kind) = 'waste') AS BIGINT), 0) AS wasted,
       COALESCE(CAST(SUM(m.quantity) FILTER (WHERE COALESCE(r.kind, m.kind) = 'count') AS BIGINT), 0) AS counted,
       -COALESCE(CAST(SUM(m.quantity) FILTER (WHERE m.kind = 'transfer-out') AS BIGINT), 0) AS sent,
       COALESCE(CAST(SUM(m.quantity) FILTER (WHERE m.kind IN ('transfer-in', 'receipt')) AS BIGINT), 0) AS came,
       l.on_hand, i.unit, l.opened, l.spoilt AS opened_too_long, l.received_fen AS cost_fen, l.value_fen, l.place
FROM standing AS l
JOIN store AS s ON s.id = l.store_id
JOIN item AS i ON i.id = l.item_id
LEFT JOIN supplier AS u ON u.id = l.supplier_id
LEFT JOIN stock_move AS k ON k.store_id = l.store_id AND k.lot_id = l.id AND k.at <= CAST($2 AS BIGINT)
LEFT JOIN stock_move AS m ON m.store_id = k.store_id AND m.id = k.id
LEFT JOIN stock_move AS r ON r.store_id = m.store_id AND r.code = m.reverses
WHERE l.code = $5
GROUP BY s.code, i.code, i.name, l.code, l.state, u.code, l.made_on, l.expires_on, l.received_on, l.received, l.on_hand, i.unit,
         l.opened, l.spoilt, l.received_fen, l.value_fen, l.place
ORDER BY i.code, s.code
