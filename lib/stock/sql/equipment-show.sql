-- The file of a machine: what it is, what is planned, and all that happened to it, the last first; among that
-- what was refused before it was accepted.
-- param: store_id int
-- param: equipment text
-- column: part text
-- column: code text
-- column: day day
-- column: to_day day
-- column: state text
-- column: staff text
-- column: cost_fen fen
-- column: detail text
SELECT x.part, x.code, x.day, x.to_day, x.state, p.code AS staff, x.cost_fen, x.detail
FROM equipment AS e
JOIN (
    SELECT 1 AS n, 'machine' AS part, q.store_id, q.id AS equipment_id, q.code, q.bought_on AS day, q.life_to AS to_day, q.state,
           q.owner_id AS staff_id, q.price_fen AS cost_fen,
           q.name || ' ' || q.kind || COALESCE(' ' || q.maker, '') || COALESCE(' ' || q.model, '') || COALESCE(' ' || q.serial, '')
           || COALESCE(' ' || q.registration_no, '') || COALESCE(' ' || q.room, '') || COALESCE(': ' || q.note, '') AS detail
    FROM equipment AS q
    UNION ALL
    SELECT 2, 'warranty', q.store_id, q.id, u.code, q.bought_on, q.warranty_to, NULL, NULL, NULL, u.name
    FROM equipment AS q LEFT JOIN supplier AS u ON u.id = q.supplier_id WHERE q.warranty_to IS NOT NULL
    UNION ALL
    SELECT 3, 'plan', n.store_id, n.equipment_id, n.task, n.from_on, NULL,
           CASE WHEN n.active = 0 THEN 'off' WHEN n.blocks = 1 THEN 'blocks' ELSE 'on' END, NULL, NULL,
           CAST(n.every_days AS TEXT) || ' d' || COALESCE(': ' || n.says, '')
    FROM maintenance_plan AS n
    UNION ALL
    SELECT 4, 'retired', q.store_id, q.id, q.code, q.retired_on, NULL, q.retired_way, NULL, NULL,
           COALESCE(q.retired_to || ': ', '') || q.retired_why
    FROM equipment AS q WHERE q.retired_on IS NOT NULL
    UNION ALL
    SELECT 5, 'fault', f.store_id, f.equipment_id, f.code, f.day, f.ended_on, f.state, f.staff_id, f.cost_fen,
           f.what || COALESCE('; ' || f.repairer, '') || COALESCE('; ' || r.code, '') || COALESCE(' / ' || v.code, '')
           || COALESCE(': ' || f.note, '')
    FROM fault AS f
    LEFT JOIN staff AS r ON r.id = f.repairer_id
    LEFT JOIN staff AS v ON v.id = f.verified_id
    UNION ALL
    SELECT 5, 'calibration', c.store_id, c.equipment_id, c.code, c.done_on, c.valid_to,
           CASE WHEN c.passed = 1 THEN 'passed' ELSE 'failed' END, NULL, c.cost_fen,
           COALESCE(c.body, '') || COALESCE(' ' || c.certificate, '')
    FROM calibration AS c
    UNION ALL
    SELECT 5, 'maintenance', m.store_id, m.equipment_id, m.code, m.done_on, NULL,
           CASE WHEN m.passed = 1 THEN 'passed' ELSE 'failed' END, m.staff_id, m.cost_fen,
           m.task || COALESCE('; ' || m.body, '') || COALESCE(': ' || m.note, '')
    FROM maintenance AS m
    UNION ALL
    SELECT 5, 'accepted', a.store_id, a.equipment_id, a.code, a.day, NULL, NULL, a.staff_id, NULL,
           r.code || COALESCE(' ' || a.delivery_no, '') || ': ' || a.quality_paper || '; ' || a.trial
    FROM acceptance AS a JOIN equipment_request AS r ON r.store_id = a.store_id AND r.id = a.request_id
    UNION ALL
    SELECT 5, 'refused', a.store_id, a.equipment_id, f.code, f.day, NULL, NULL, f.staff_id, NULL,
           r.code || COALESCE(' ' || f.model, '') || COALESCE(' ' || f.serial, '') || ': ' || f.reasons
           || COALESCE(': ' || f.note, '')
    FROM equipment_refusal AS f
    JOIN equipment_request AS r ON r.store_id = f.store_id AND r.id = f.request_id
    JOIN acceptance AS a ON a.store_id = f.store_id AND a.request_id = f.request_id) AS x ON x.store_id = e.store_id AND x.equipment_id = e.id
LEFT JOIN staff AS p ON p.id = x.staff_id
WHERE e.store_id = $1 AND e.code = $2
ORDER BY x.n, CASE WHEN x.n = 5 THEN x.day END DESC, x.part, x.code DESC
