-- All that is kept of one person: file, posts, licences, trainings, assessments, each in the order of its days.
-- param: staff_id int
-- column: what text
-- column: code text
-- column: kind text
-- column: detail text
-- column: store text
-- column: from_on day
-- column: to_on day
-- column: score int
-- column: state text
WITH kept AS (
    SELECT 1 AS place, 'file' AS what, s.code AS code, s.role AS kind,
           s.name || CASE WHEN s.title IS NULL THEN '' ELSE ', ' || s.title END AS detail,
           s.store_id AS store_id, s.hired_on AS from_on, s.left_on AS to_on,
           CAST(NULL AS BIGINT) AS score, CAST(NULL AS TEXT) AS state
    FROM staff AS s WHERE s.id = $1
    UNION ALL
    SELECT 2, 'post', NULL, role,
           COALESCE(title, '') || CASE WHEN reason IS NULL THEN '' WHEN title IS NULL THEN reason
                                       ELSE ', ' || reason END,
           store_id, from_on, to_on - 1, NULL, NULL
    FROM post WHERE staff_id = $1
    UNION ALL
    SELECT 3, 'licence', number, kind, scope, store_id, valid_from, valid_to, NULL, NULL
    FROM licence WHERE staff_id = $1
    UNION ALL
    SELECT 4, 'training', t.code, t.kind, t.topic, t.store_id, t.day, NULL, a.score,
           CASE WHEN a.passed = 1 THEN 'passed' WHEN a.passed = 0 THEN 'failed' ELSE a.state END
    FROM attendance AS a
    JOIN training AS t ON t.store_id = a.store_id AND t.id = a.training_id
    WHERE a.staff_id = $1
    UNION ALL
    SELECT 5, 'review', r.code, r.kind, r.note, NULL, r.day, NULL, r.score, p.code
    FROM review AS r
    LEFT JOIN staff AS p ON p.id = r.reviewer_id
    WHERE r.staff_id = $1)
SELECT k.what, k.code, k.kind, CASE WHEN k.detail <> '' THEN k.detail END AS detail,
       t.code AS store, k.from_on, k.to_on, k.score, k.state
FROM kept AS k
LEFT JOIN store AS t ON t.id = k.store_id
ORDER BY k.place, k.from_on NULLS FIRST, k.code
