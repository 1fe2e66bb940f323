-- The way of a lot, or of one unit of it: what it is, who sold it and by which papers, how cold it came, when each store
-- received it, and everything that happened to it, down to treatment, doctor, licence and client. Of a unit only what
-- touched that unit, or the lot as a whole.
-- param: item_id int
-- param: lot text
-- param: unit text
-- column: day day
-- column: at moment
-- column: store text
-- column: step text
-- column: code text
-- column: quantity int
-- column: staff text
-- column: licence text
-- column: client text
-- column: detail text
-- column: client_id int
-- column: name bytes
-- column: data_key bytes
WITH lots AS (
    SELECT l.store_id, l.id, l.supplier_id, l.made_on, l.expires_on, l.received_on, l.quantity, l.place, l.state
    FROM lot AS l WHERE l.code = $2 AND l.item_id = $1),
first_lot AS (SELECT * FROM lots ORDER BY received_on, store_id LIMIT 1),
steps AS (
    SELECT 0 AS part, f.made_on AS day, CAST(NULL AS BIGINT) AS at, CAST(NULL AS BIGINT) AS store_id, 'lot' AS step,
           CAST($2 AS TEXT) AS code, CAST(NULL AS BIGINT) AS quantity, CAST(NULL AS BIGINT) AS staff_id,
           CAST(NULL AS BIGINT) AS client_id,
           i.code || ' ' || i.name || COALESCE(', ' || i.registration_no, '') || ', ' || e.date AS detail, 0 AS number
    FROM first_lot AS f JOIN item AS i ON i.id = $1 JOIN calendar AS e ON e.day = f.expires_on
    UNION ALL
    SELECT 1, NULL, NULL, NULL, 'supplier', u.code, NULL, NULL, NULL,
           u.name || COALESCE(', ' || u.licence_no, '') || COALESCE(', ' || e.date, ''), 0
    FROM first_lot AS f JOIN supplier AS u ON u.id = f.supplier_id LEFT JOIN calendar AS e ON e.day = u.licence_to
    UNION ALL
    SELECT 1, p.valid_from, NULL, NULL, 'paper', p.number, NULL, NULL, NULL, p.kind || COALESCE(', ' || e.date, ''), p.id
    FROM first_lot AS f
    JOIN paper AS p ON p.supplier_id = f.supplier_id AND p.valid_from <= f.received_on
                   AND (p.valid_to IS NULL OR p.valid_to >= f.received_on) AND (p.item_id IS NULL OR p.item_id = $1)
    LEFT JOIN calendar AS e ON e.day = p.valid_to
    UNION ALL
    SELECT 2, r.day, r.at, r.store_id, 'receipt', r.code, n.quantity, r.staff_id, NULL,
           COALESCE(o.code, '') || COALESCE(' ' || r.delivery_no, '')
               || COALESCE(', ' || CASE WHEN t.min_mdeg < 0 THEN '-' ELSE '' END || CAST(abs(t.min_mdeg) / 1000 AS TEXT) || '.'
                           || CAST(abs(t.min_mdeg) % 1000 / 100 AS TEXT) || ' … '
                           || CASE WHEN t.max_mdeg < 0 THEN '-' ELSE '' END || CAST(abs(t.max_mdeg) / 1000 AS TEXT) || '.'
                           || CAST(abs(t.max_mdeg) % 1000 / 100 AS TEXT) || ' °C, '
                           || t.file || ' ' || t.hash, ''), n.id
    FROM lots AS l
    JOIN receipt_line AS n ON n.store_id = l.store_id AND n.lot_id = l.id
    JOIN receipt AS r ON r.store_id = n.store_id AND r.id = n.receipt_id
    LEFT JOIN purchase AS o ON o.store_id = r.store_id AND o.id = r.purchase_id
    LEFT JOIN temperature AS t ON t.store_id = r.store_id AND t.receipt_id = r.id
    UNION ALL
    SELECT 2, l.received_on, NULL, l.store_id, 'received', NULL, l.quantity, NULL, NULL,
           COALESCE(l.place, '') || CASE WHEN l.state = 'ok' THEN '' ELSE ' ' || l.state END, 0
    FROM lots AS l
    UNION ALL
    SELECT 3, m.day, m.at, m.store_id, m.kind, m.code, m.quantity, COALESCE(t.doctor_id, m.staff_id), t.client_id,
           COALESCE(t.code || ' ' || p.name, '') || COALESCE(' #' || u.unit, '') || COALESCE(' ' || v.code, '')
               || COALESCE(' ' || m.reverses, '') || COALESCE(' ' || m.reason, '') || COALESCE(' ' || m.paper, ''), m.id
    FROM lots AS l
    CROSS JOIN stock_move AS k
    CROSS JOIN stock_move AS m
    LEFT JOIN treatment AS t ON t.store_id = m.store_id AND t.id = m.treatment_id
    LEFT JOIN project AS p ON p.id = t.project_id
    LEFT JOIN vial AS v ON v.store_id = m.store_id AND v.id = m.vial_id
    LEFT JOIN treatment_item AS u ON u.store_id = m.store_id AND u.id = (
        SELECT MIN(z.id) FROM treatment_item AS y CROSS JOIN treatment_item AS z
        WHERE z.store_id = y.store_id AND z.id = y.id AND y.store_id = m.store_id AND y.treatment_id = m.treatment_id AND z.move = m.code)
    WHERE k.store_id = l.store_id AND k.lot_id = l.id AND m.store_id = k.store_id AND m.id = k.id
      AND (CAST($3 AS TEXT) IS NULL OR u.unit = $3 OR m.kind IN ('transfer-out', 'transfer-in', 'receipt', 'place'))
    UNION ALL
    SELECT 3, t.day, t.started_at, t.store_id, 'treated', t.code, -u.quantity, t.doctor_id, t.client_id,
           p.name || COALESCE(' #' || u.unit, ''), u.id
    FROM lots AS l
    JOIN treatment_item AS y ON y.store_id = l.store_id AND y.lot_id = l.id
    JOIN treatment_item AS u ON u.store_id = y.store_id AND u.id = y.id AND u.move IS NULL
    JOIN treatment AS t ON t.store_id = u.store_id AND t.id = u.treatment_id
    JOIN project AS p ON p.id = t.project_id
    WHERE CAST($3 AS TEXT) IS NULL OR u.unit = $3
    UNION ALL
    SELECT 3, g.day, g.at, g.store_id, g.state, g.code, NULL, g.staff_id, NULL, g.reason || COALESCE(', ' || g.source, ''), g.id
    FROM lots AS l JOIN lot_state AS y ON y.store_id = l.store_id AND y.lot_id = l.id
    JOIN lot_state AS g ON g.store_id = y.store_id AND g.id = y.id
    UNION ALL
    SELECT 3, c.day, c.at, c.store_id, 'checked', c.code, NULL, c.staff_id, c.client_id, COALESCE('#' || c.unit, ''), c.id
    FROM lots AS l JOIN product_check AS y ON y.store_id = l.store_id AND y.lot_id = l.id
    JOIN product_check AS c ON c.store_id = y.store_id AND c.id = y.id
    WHERE CAST($3 AS TEXT) IS NULL OR c.unit = $3)
SELECT n.day, n.at, s.code AS store, n.step, n.code, n.quantity, d.code || ' ' || d.name AS staff,
       (SELECT x.number FROM licence AS x
        WHERE n.client_id IS NOT NULL AND x.staff_id = n.staff_id AND x.kind IN ('physician', 'chief-physician', 'nurse')
          AND (x.valid_from IS NULL OR x.valid_from <= n.day) AND (x.valid_to IS NULL OR x.valid_to >= n.day)
        ORDER BY CASE x.kind WHEN 'physician' THEN 0 WHEN 'chief-physician' THEN 1 ELSE 2 END, x.number LIMIT 1) AS licence,
       c.code AS client, n.detail, c.id AS client_id, c.name, c.data_key
FROM steps AS n
LEFT JOIN store AS s ON s.id = n.store_id
LEFT JOIN staff AS d ON d.id = n.staff_id
LEFT JOIN client AS c ON c.id = n.client_id
-- in the same second: what is checked before it goes, what moves, and then what the lot became; numbers count within a table only
ORDER BY n.part, n.day NULLS FIRST, COALESCE(n.at, 0), n.store_id,
         CASE WHEN n.step = 'checked' THEN 0 WHEN n.quantity IS NOT NULL THEN 1 ELSE 2 END, n.number
