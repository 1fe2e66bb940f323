-- Follow-up in figures: of the tasks due in a window how many were done in time and whom they reached, what was sent, and what
-- clients answered. Tests and staff are out, and what was taken back; a task counts once it is done or its time is over.
-- param: store_id int
-- param: from day
-- param: to day
-- param: as_of moment
-- param: by text
-- param: kind text
-- column: name text
-- column: due int
-- column: done int
-- column: completion ratio
-- column: timeliness ratio
-- column: reach ratio
-- column: messages int
-- column: sending ratio
-- column: asked int
-- column: response ratio
-- column: satisfaction ratio
-- column: nps ratio
-- Satisfaction and NPS are of the latest answer for each treatment (or client, about none): csat and the score of a
-- follow-up, 4 and 5 of 5; promoters (9, 10) less detractors (0 to 6).
WITH keyed AS (
    SELECT x.store_id, x.client_id, x.treatment_id, x.day, x.plan || '/' || x.step AS step,
           COALESCE(x.done_by, x.staff_id) AS staff_id,
           CASE WHEN x.kind IN ('recall', 'escalation', 'emergency') AND CAST($6 AS TEXT) IS NULL THEN 0
                WHEN CAST($6 AS TEXT) IS NOT NULL AND x.kind <> CAST($6 AS TEXT) THEN 0
                WHEN x.done_at IS NOT NULL OR x.state = 'unreachable' OR COALESCE(x.first_until_at, x.until_at) <= CAST($4 AS BIGINT) THEN 1
                ELSE 0 END AS due,
           CASE WHEN x.state = 'done' THEN 1 ELSE 0 END AS done,
           CASE WHEN x.state = 'done' AND x.done_at <= COALESCE(x.first_until_at, x.until_at) THEN 1 ELSE 0 END AS in_time,
           CASE WHEN EXISTS (
               SELECT 1 FROM followup AS f
               WHERE f.store_id = x.store_id AND f.task_id = x.id AND f.outcome = 'answered') THEN 1 ELSE 0 END AS reached,
           0 AS messages, 0 AS sent, CASE WHEN x.kind = 'survey' AND x.state = 'done' THEN 1 ELSE 0 END AS asked,
           CASE WHEN x.kind = 'survey' AND x.state = 'done' AND EXISTS (
               SELECT 1 FROM answer AS a
               WHERE a.client_id = x.client_id AND a.treatment_id IS NOT DISTINCT FROM x.treatment_id
                 AND a.at >= x.due_at) THEN 1 ELSE 0 END AS answered,
           0 AS rated, 0 AS satisfied, 0 AS asked_nps, 0 AS net
    FROM store AS s
    JOIN task AS x ON x.store_id = s.id
    WHERE x.state <> 'cancelled' AND (CAST($1 AS BIGINT) IS NULL OR s.id = CAST($1 AS BIGINT))
      AND x.day >= CAST($2 AS BIGINT) AND x.day < CAST($3 AS BIGINT)
    UNION ALL
    SELECT m.store_id, m.client_id, m.treatment_id, m.day, m.plan || '/' || m.step, NULL, 0, 0, 0, 0,
           1, CASE WHEN m.state = 'sent' THEN 1 ELSE 0 END,
           CASE WHEN m.template LIKE 'survey.%' AND m.state = 'sent' THEN 1 ELSE 0 END,
           CASE WHEN m.template LIKE 'survey.%' AND m.state = 'sent' AND EXISTS (
               SELECT 1 FROM answer AS a
               WHERE a.client_id = m.client_id AND a.treatment_id IS NOT DISTINCT FROM m.treatment_id
                 AND a.at >= m.sent_at) THEN 1 ELSE 0 END, 0, 0, 0, 0
    FROM store AS s
    JOIN message AS m ON m.store_id = s.id
    WHERE m.state <> 'cancelled' AND (CAST($1 AS BIGINT) IS NULL OR s.id = CAST($1 AS BIGINT))
      AND m.day >= CAST($2 AS BIGINT) AND m.day < CAST($3 AS BIGINT)
      AND (m.state <> 'pending' OR m.until_at <= CAST($4 AS BIGINT)) AND CAST($6 AS TEXT) IS NULL
    UNION ALL
    SELECT w.store_id, w.client_id, w.treatment_id, w.day, '-', w.staff_id, 0, 0, 0, 0, 0, 0, 0, 0,
           CASE WHEN w.kind = 'csat' THEN 1 ELSE 0 END, CASE WHEN w.kind = 'csat' AND w.score >= 4 THEN 1 ELSE 0 END,
           CASE WHEN w.kind = 'nps' THEN 1 ELSE 0 END,
           CASE WHEN w.kind = 'nps' AND w.score >= 9 THEN 1 WHEN w.kind = 'nps' AND w.score <= 6 THEN -1 ELSE 0 END
    FROM (
        SELECT v.store_id, v.client_id, v.treatment_id, v.day, v.staff_id, v.kind, v.score,
               ROW_NUMBER() OVER (PARTITION BY v.store_id, v.client_id, v.treatment_id, v.kind
                                  ORDER BY v.at DESC, v.source, v.id DESC) AS back
        FROM (
            SELECT a.store_id, a.client_id, a.treatment_id, a.day, CAST(NULL AS BIGINT) AS staff_id, a.question AS kind,
                   a.score, a.at, a.id, 1 AS source
            FROM answer AS a
            WHERE (a.question = 'csat' OR a.question = 'nps') AND a.score IS NOT NULL
              AND a.day >= CAST($2 AS BIGINT) AND a.day < CAST($3 AS BIGINT)
            UNION ALL
            SELECT f.store_id, f.client_id, f.treatment_id, f.day, f.staff_id, 'csat', f.score, f.at, f.id, 2
            FROM followup AS f
            WHERE f.score IS NOT NULL AND f.day >= CAST($2 AS BIGINT) AND f.day < CAST($3 AS BIGINT)) AS v
        WHERE (CAST($1 AS BIGINT) IS NULL OR v.store_id = CAST($1 AS BIGINT)) AND CAST($6 AS TEXT) IS NULL) AS w
    WHERE w.back = 1),
named AS (
    SELECT CASE COALESCE(CAST($5 AS TEXT), 'step')
               WHEN 'step' THEN k.step WHEN 'project' THEN p.code WHEN 'staff' THEN f.code WHEN 'doctor' THEN d.code
               WHEN 'store' THEN s.code WHEN 'month' THEN y.month ELSE 'all' END AS label,
           k.*
    FROM keyed AS k
    JOIN client AS c ON c.id = k.client_id AND c.class = 'client'
    JOIN store AS s ON s.id = k.store_id
    JOIN calendar AS y ON y.day = k.day
    LEFT JOIN treatment AS t ON t.store_id = k.store_id AND t.id = k.treatment_id
    LEFT JOIN project AS p ON p.id = t.project_id
    LEFT JOIN staff AS d ON d.id = t.doctor_id
    LEFT JOIN staff AS f ON f.id = k.staff_id)
SELECT COALESCE(label, '-') AS name, CAST(SUM(due) AS BIGINT) AS due, CAST(SUM(due * done) AS BIGINT) AS done,
       CAST(SUM(due * in_time) AS BIGINT) AS completion_numerator, CAST(SUM(due) AS BIGINT) AS completion_denominator,
       CAST(SUM(due * in_time) AS BIGINT) AS timeliness_numerator, CAST(SUM(due * done) AS BIGINT) AS timeliness_denominator,
       CAST(SUM(due * reached) AS BIGINT) AS reach_numerator, CAST(SUM(due) AS BIGINT) AS reach_denominator,
       CAST(SUM(messages) AS BIGINT) AS messages, CAST(SUM(sent) AS BIGINT) AS sending_numerator,
       CAST(SUM(messages) AS BIGINT) AS sending_denominator, CAST(SUM(asked) AS BIGINT) AS asked,
       CAST(SUM(answered) AS BIGINT) AS response_numerator, CAST(SUM(asked) AS BIGINT) AS response_denominator,
       CAST(SUM(satisfied) AS BIGINT) AS satisfaction_numerator, CAST(SUM(rated) AS BIGINT) AS satisfaction_denominator,
       CAST(SUM(net) AS BIGINT) AS nps_numerator, CAST(SUM(asked_nps) AS BIGINT) AS nps_denominator
FROM named
GROUP BY COALESCE(label, '-')
HAVING SUM(due) + SUM(messages) + SUM(rated) + SUM(asked_nps) > 0
ORDER BY COALESCE(label, '-')
