-- A task, message, follow-up or answer belongs to a treatment or task of another client.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, x.code AS subject, c.code || ' / ' || x.other || ' ' || o.code AS detail
FROM (
    SELECT k.store_id, k.code, k.client_id, t.code AS other, t.client_id AS other_id
    FROM task AS k
    JOIN treatment AS t ON t.store_id = k.store_id AND t.id = k.treatment_id
    WHERE t.client_id <> k.client_id
    UNION ALL
    SELECT m.store_id, m.code, m.client_id, t.code, t.client_id
    FROM message AS m
    JOIN treatment AS t ON t.store_id = m.store_id AND t.id = m.treatment_id
    WHERE t.client_id <> m.client_id
    UNION ALL
    SELECT m.store_id, m.code, m.client_id, k.code, k.client_id
    FROM message AS m
    JOIN task AS k ON k.store_id = m.store_id AND k.id = m.task_id
    WHERE k.client_id <> m.client_id
    UNION ALL
    SELECT f.store_id, f.code, f.client_id, t.code, t.client_id
    FROM followup AS f
    JOIN treatment AS t ON t.store_id = f.store_id AND t.id = f.treatment_id
    WHERE t.client_id <> f.client_id
    UNION ALL
    SELECT f.store_id, f.code, f.client_id, k.code, k.client_id
    FROM followup AS f
    JOIN task AS k ON k.store_id = f.store_id AND k.id = f.task_id
    LEFT JOIN treatment AS t ON t.store_id = f.store_id AND t.id = f.treatment_id
    WHERE k.client_id <> f.client_id AND (t.id IS NULL OR t.client_id = f.client_id)
    UNION ALL
    SELECT a.store_id, a.survey || ' ' || a.question, a.client_id, t.code, t.client_id
    FROM answer AS a
    JOIN treatment AS t ON t.store_id = a.store_id AND t.id = a.treatment_id
    WHERE t.client_id <> a.client_id) AS x
JOIN store AS s ON s.id = x.store_id
JOIN client AS c ON c.id = x.client_id
JOIN client AS o ON o.id = x.other_id
ORDER BY s.code, x.code, x.other
