-- The follow-up sheet of a treatment (术后随访表): whose and what, then each thing that was owed by its time with what came of it, what was
-- raised, what they answered, and when they come again. What is sealed stands in rows of its own, with the place where it is.
-- param: store_id int
-- param: treatment text
-- param: now moment
-- column: part text
-- column: code text
-- column: due_at moment
-- column: until_at moment
-- column: at moment
-- column: staff text
-- column: state text
-- column: grade int
-- column: score int
-- column: detail text
-- column: sealed_table text
-- column: sealed_column text
-- column: sealed_id int
-- column: sealed bytes
-- column: data_key bytes
WITH t AS (SELECT * FROM treatment WHERE store_id = $1 AND code = $2),
task_of AS (
    SELECT x.*, CASE WHEN x.kind = 'escalation' OR x.kind = 'emergency' THEN 2 ELSE 1 END AS block
    FROM t JOIN task AS k ON k.store_id = t.store_id AND k.treatment_id = t.id
    JOIN task AS x ON x.store_id = k.store_id AND x.id = k.id),
said AS (
    SELECT f.*, COALESCE(k.block, 1) AS block, COALESCE(k.due_at, f.at) AS due_at, COALESCE(k.id, 0) AS of_task
    FROM t JOIN followup AS x ON x.store_id = t.store_id AND x.treatment_id = t.id
    JOIN followup AS f ON f.store_id = x.store_id AND f.id = x.id
    LEFT JOIN task_of AS k ON k.id = f.task_id),
thing (block, ordered_at, of_task, said_at, said_id, seq, part, code, due_at, until_at, at, staff_id, role, state, grade, score, detail,
       sealed_table, sealed_column, sealed_id, sealed) AS (
    SELECT 0, 0, 0, 0, 0, 1, 'client', c.code, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), c.owner_id, CAST(NULL AS TEXT),
           CAST(NULL AS TEXT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS TEXT), 'client', 'name', c.id, c.name
    FROM t JOIN client AS c ON c.id = t.client_id
    UNION ALL
    SELECT 0, 0, 0, 0, 0, 2, 'phone', c.code, NULL, NULL, NULL, c.nurse_id, NULL, NULL, NULL, NULL, NULL, 'client', 'phone', c.id, c.phone
    FROM t JOIN client AS c ON c.id = t.client_id
    UNION ALL
    SELECT 0, 0, 0, 0, 0, 3, 'treatment', t.code, NULL, NULL, t.started_at, t.doctor_id, NULL, t.status, NULL, NULL, p.name, NULL, NULL, NULL, NULL
    FROM t JOIN project AS p ON p.id = t.project_id
    UNION ALL
    SELECT k.block, k.due_at, k.id, 0, 0, 1, k.kind, k.plan || '/' || k.step || '/' || k.occurrence, k.due_at, k.until_at, k.done_at,
           COALESCE(k.done_by, k.staff_id), k.role, k.state, NULLIF(k.grade, 0), NULL, k.reason, NULL, NULL, NULL, NULL
    FROM task_of AS k
    UNION ALL
    SELECT f.block, f.due_at, f.of_task, f.at, f.id, 2, 'followup', f.code, NULL, NULL, f.at, f.staff_id, NULL, f.outcome, f.grade, f.score, f.photo,
           NULL, NULL, NULL, NULL
    FROM said AS f
    UNION ALL
    SELECT f.block, f.due_at, f.of_task, f.at, f.id, 3, 'symptom', y.kind, NULL, NULL, NULL, NULL, NULL, NULL, y.grade, NULL, NULL, NULL, NULL, NULL, NULL
    FROM said AS f JOIN symptom AS y ON y.store_id = f.store_id AND y.followup_id = f.id
    UNION ALL
    SELECT f.block, f.due_at, f.of_task, f.at, f.id, 4, 'note', f.code, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'followup', 'note', f.id, f.note
    FROM said AS f WHERE f.note IS NOT NULL
    UNION ALL
    SELECT 1, m.due_at, 0, 0, m.id, 5, 'message', m.plan || '/' || m.step || '/' || m.occurrence || '/' || m.channel, m.due_at, m.until_at, m.sent_at, NULL,
           NULL, m.state, NULL, NULL, m.reason, NULL, NULL, NULL, NULL
    FROM t JOIN message AS m ON m.client_id = t.client_id AND m.store_id = t.store_id AND m.treatment_id = t.id
    UNION ALL
    SELECT 3, a.at, 0, 0, a.id, 1, 'answer', a.survey || '/' || a.question, NULL, NULL, a.at, NULL, NULL, NULL, NULL, a.score, NULL,
           CASE WHEN a.note IS NULL THEN NULL ELSE 'answer' END, 'note', a.id, a.note
    FROM t JOIN answer AS a ON a.store_id = t.store_id AND a.treatment_id = t.id
    UNION ALL
    SELECT 4, b.starts_at, 0, 0, b.id, 1, 'appointment', b.code, b.starts_at, NULL, NULL, b.doctor_id, NULL, b.status, NULL, NULL, p.name, NULL, NULL, NULL, NULL
    FROM t JOIN appointment AS b ON b.client_id = t.client_id AND b.store_id + 0 = t.store_id
    LEFT JOIN project AS p ON p.id = b.project_id
    WHERE b.starts_at > $3 AND (b.status = 'proposed' OR b.status = 'pending' OR b.status = 'booked')
    UNION ALL
    SELECT 5, 0, 0, 0, 0, n.seq, 'signature', n.who, NULL, NULL, NULL,
           CASE n.seq WHEN 2 THEN t.nurse_id WHEN 3 THEN t.doctor_id END, NULL, NULL, NULL, NULL, '____________', NULL, NULL, NULL, NULL
    FROM t CROSS JOIN (SELECT 1 AS seq, 'client' AS who UNION ALL SELECT 2, 'nurse' UNION ALL SELECT 3, 'doctor') AS n)
SELECT g.part, g.code, g.due_at, g.until_at, g.at, COALESCE(w.code || ' ' || w.name, g.role) AS staff, g.state, g.grade, g.score, g.detail,
       g.sealed_table, g.sealed_column, g.sealed_id, g.sealed, c.data_key
FROM thing AS g
CROSS JOIN t
JOIN client AS c ON c.id = t.client_id
LEFT JOIN staff AS w ON w.id = g.staff_id
ORDER BY g.block, g.ordered_at, g.of_task, g.said_at, g.said_id, g.seq, g.code
