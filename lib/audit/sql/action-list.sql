-- Corrective actions and where they stand; what is overdue goes to the managers of the store, and of the chain.
-- param: store text
-- param: today day
-- param: all int
-- column: action text
-- column: store text
-- column: rule text
-- column: subject text
-- column: severity text
-- column: state text
-- column: owner text
-- column: due_on day
-- column: days_left int
-- column: escalated_to text
-- column: finding text
-- column: what text
-- column: says text
SELECT a.code AS action, s.code AS store, f.rule, f.subject, f.severity, a.state, o.code AS owner, a.due_on,
       CASE WHEN a.closed_at IS NULL THEN a.due_on - CAST($2 AS BIGINT) END AS days_left,
       CASE WHEN a.closed_at IS NULL AND a.due_on < CAST($2 AS BIGINT)
            THEN COALESCE((SELECT MIN(m.code) FROM staff AS m
                           WHERE m.role = 'manager' AND (m.left_on IS NULL OR m.left_on > CAST($2 AS BIGINT))
                             AND m.store_id = a.store_id AND m.id <> COALESCE(a.owner_id, 0)),
                          (SELECT MIN(m.code) FROM staff AS m
                           WHERE m.role = 'manager' AND (m.left_on IS NULL OR m.left_on > CAST($2 AS BIGINT))
                             AND m.store_id IS NULL AND m.id <> COALESCE(a.owner_id, 0)), '*') END AS escalated_to,
       CASE WHEN f.fixed_at IS NULL THEN 'open' ELSE 'fixed' END AS finding, a.what,
       (SELECT p.says FROM audit_step AS p
        WHERE p.store_id = a.store_id AND p.action_id = a.id AND p.says IS NOT NULL ORDER BY p.id DESC LIMIT 1) AS says
FROM audit_action AS a
JOIN audit_finding AS f ON f.store_id = a.store_id AND f.id = a.finding_id
JOIN store AS s ON s.id = a.store_id
LEFT JOIN staff AS o ON o.id = a.owner_id
WHERE (CAST($1 AS TEXT) IS NULL OR s.code = $1) AND (CAST($3 AS BIGINT) = 1 OR a.closed_at IS NULL)
ORDER BY a.due_on, s.code, a.id
