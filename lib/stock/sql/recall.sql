-- Where a lot went in the whole chain: a row a client and treatment that it was used in, a row a store that has something of it,
-- a row what was issued and is still out.
-- param: item_id int
-- param: lot text
-- column: step text
-- column: store text
-- column: client text
-- column: treatment text
-- column: day day
-- column: project text
-- column: doctor text
-- column: quantity int
-- column: unit text
-- column: serial text
-- column: place text
-- column: state text
-- column: client_id int
-- column: name bytes
-- column: phone bytes
-- column: data_key bytes
SELECT r.step, s.code AS store, c.code AS client, r.treatment, r.day, p.code AS project, d.code AS doctor, r.quantity, i.unit,
       r.serial, r.place, r.state, c.id AS client_id, c.name, c.phone, c.data_key
FROM (
    SELECT 'treated' AS step, 1 AS part, t.store_id, t.client_id, t.code AS treatment, t.day, t.project_id, t.doctor_id,
           CAST(SUM(u.quantity) AS BIGINT) AS quantity, MAX(u.unit) AS serial, CAST(NULL AS TEXT) AS place, t.status AS state
    FROM lot AS l
    JOIN treatment_item AS y ON y.store_id = l.store_id AND y.lot_id = l.id
    JOIN treatment_item AS u ON u.store_id = y.store_id AND u.id = y.id
    JOIN treatment AS t ON t.store_id = u.store_id AND t.id = u.treatment_id
    WHERE l.code = $2 AND l.item_id = $1
    GROUP BY t.store_id, t.client_id, t.code, t.day, t.project_id, t.doctor_id, t.status
    HAVING SUM(u.quantity) > 0
    UNION ALL
    SELECT 'issued', 2, m.store_id, NULL, m.code, m.day, NULL, m.staff_id, -m.quantity, NULL, m.reason, m.kind
    FROM lot AS l
    CROSS JOIN stock_move AS k
    CROSS JOIN stock_move AS m
    WHERE k.store_id = l.store_id AND k.lot_id = l.id AND m.store_id = k.store_id AND m.id = k.id AND l.code = $2 AND l.item_id = $1 AND m.quantity < 0
      AND (m.kind = 'issue' OR (m.kind = 'use' AND m.treatment_id IS NULL))
      AND NOT EXISTS (SELECT 1 FROM stock_move AS x
                      WHERE x.store_id = m.store_id AND x.reverses = m.code AND x.kind = 'counter')
    UNION ALL
    SELECT 'left', 3, l.store_id, NULL, NULL, l.received_on, NULL, NULL, l.quantity + l.moved, NULL, l.place, l.state
    FROM lot AS l
    WHERE l.code = $2 AND l.item_id = $1) AS r
JOIN store AS s ON s.id = r.store_id
JOIN item AS i ON i.id = $1
LEFT JOIN client AS c ON c.id = r.client_id
LEFT JOIN project AS p ON p.id = r.project_id
LEFT JOIN staff AS d ON d.id = r.doctor_id
ORDER BY r.part, s.code, r.day, r.treatment
