-- A delivery: what came, which units, and at which temperatures.
-- param: store_id int
-- param: receipt text
-- column: part text
-- column: what text
-- column: lot text
-- column: quantity int
-- column: unit text
-- column: amount_fen fen
-- column: made_on day
-- column: expires_on day
-- column: at moment
-- column: detail text
WITH one AS (SELECT * FROM receipt WHERE store_id = $1 AND code = $2),
parts (place, line, part, what, lot, quantity, unit, amount_fen, made_on, expires_on, at, detail) AS (
    SELECT 1, 0, 'receipt', o.state, CAST(NULL AS TEXT), CAST(NULL AS BIGINT), CAST(NULL AS TEXT),
           CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), o.at, o.reasons
    FROM one AS o
    UNION ALL
    SELECT 2, 0, 'by', o.by_login, NULL, NULL, NULL, NULL, NULL, NULL, NULL, t.code
    FROM one AS o LEFT JOIN staff AS t ON t.id = o.staff_id
    UNION ALL
    SELECT 3, 0, 'second', o.second_by, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM one AS o WHERE o.second_by IS NOT NULL
    UNION ALL
    SELECT 4, 0, 'supplier', u.code, NULL, NULL, NULL, NULL, NULL, NULL, o.shipped_at, o.delivery_no
    FROM one AS o JOIN supplier AS u ON u.id = o.supplier_id
    UNION ALL
    SELECT 5, 0, 'order', p.code, NULL, NULL, NULL, NULL, NULL, NULL, p.at, NULL
    FROM one AS o JOIN purchase AS p ON p.store_id = o.store_id AND p.id = o.purchase_id
    UNION ALL
    SELECT 6, 0, 'note', o.note, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM one AS o WHERE o.note IS NOT NULL
    UNION ALL
    SELECT 7, l.line, 'line', i.code, l.label, l.quantity, i.unit, l.amount_fen, l.made_on, l.expires_on, NULL, l.spec
    FROM one AS o
    JOIN receipt_line AS l ON l.store_id = o.store_id AND l.receipt_id = o.id
    JOIN item AS i ON i.id = l.item_id
    UNION ALL
    SELECT 8, u.line, 'unit', i.code, l.label, NULL, NULL, NULL, NULL, NULL, NULL, u.serial
    FROM one AS o
    JOIN receipt_unit AS u ON u.store_id = o.store_id AND u.receipt_id = o.id
    JOIN receipt_line AS l ON l.store_id = u.store_id AND l.receipt_id = u.receipt_id AND l.line = u.line
    JOIN item AS i ON i.id = l.item_id
    UNION ALL
    SELECT 9, t.id, 'temperature', t.storage, NULL, t.readings, 'mdeg ' || CAST(t.min_mdeg AS TEXT) || ' … '
           || CAST(t.max_mdeg AS TEXT) || ', mkt ' || CAST(t.mkt_mdeg AS TEXT), NULL, NULL, NULL, t.first_at,
           t.file || ' sha256:' || t.hash || COALESCE(' ' || t.reasons, '')
    FROM one AS o JOIN temperature AS t ON t.store_id = o.store_id AND t.receipt_id = o.id)
SELECT part, what, lot, quantity, unit, amount_fen, made_on, expires_on, at, detail FROM parts
ORDER BY place, line, detail
