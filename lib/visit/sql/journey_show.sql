-- The way of a visit, a line a step.
-- param: store_id int
-- param: visit text
-- column: at moment
-- column: step text
-- column: code text
-- column: project text
-- column: staff text
-- column: state text
-- column: amount_fen fen
SELECT x.at, x.step, x.code, p.code AS project, s.code AS staff, x.state, x.amount_fen
FROM (
    SELECT store_id, id AS visit_id, arrived_at AS at, 1 AS rank, 'arrive' AS step, code,
           CAST(NULL AS BIGINT) AS project_id, CAST(NULL AS BIGINT) AS staff_id, purpose AS state,
           CAST(NULL AS BIGINT) AS amount_fen
    FROM visit
    UNION ALL
    SELECT store_id, id, seen_at, 2, 'seen', code, CAST(NULL AS BIGINT), consultant_id, CAST(NULL AS TEXT),
           CAST(NULL AS BIGINT)
    FROM visit WHERE seen_at IS NOT NULL
    UNION ALL
    SELECT store_id, visit_id, started_at, 3, 'consult', code, project_id, consultant_id, outcome, budget_fen FROM consultation
    UNION ALL
    SELECT store_id, visit_id, at, 4, 'objection', code, NULL, staff_id, kind, NULL FROM objection
    UNION ALL
    SELECT store_id, visit_id, at, 5, 'notice', code, project_id, staff_id, kind, NULL FROM notice
    UNION ALL
    SELECT l.store_id, l.visit_id, l.at, 6, 'plan', l.code, NULL, l.consultant_id, l.state,
           (SELECT CAST(SUM(n.amount_fen) AS BIGINT) FROM plan_line AS n WHERE n.store_id = l.store_id AND n.plan_id = l.id)
    FROM plan AS l
    UNION ALL
    SELECT store_id, visit_id, at, 7, 'assess', code, project_id, staff_id, verdict, NULL FROM assessment
    UNION ALL
    SELECT store_id, visit_id, taken_at, 8, 'exam', code, NULL, staff_id, result, NULL FROM exam
    UNION ALL
    SELECT store_id, visit_id, at, 9, 'contract', code, NULL, consultant_id, state, amount_fen FROM contract
    UNION ALL
    SELECT store_id, visit_id, signed_at, 10, 'consent', code, project_id, staff_id, signer, NULL FROM signature
    UNION ALL
    SELECT store_id, visit_id, paid_at, 11, kind, code, project_id, consultant_id, method, amount_fen FROM payment
    UNION ALL
    SELECT store_id, visit_id, at, 12, 'verify-product', code, project_id, staff_id, NULL, NULL FROM product_check
    UNION ALL
    SELECT store_id, visit_id, started_at, 13, 'treat', code, project_id, doctor_id, status, recognised_fen FROM treatment
    UNION ALL
    SELECT store_id, id, left_at, 14, 'close', code, NULL, NULL, status, NULL FROM visit WHERE left_at IS NOT NULL
) AS x
JOIN visit AS v ON v.store_id = x.store_id AND v.id = x.visit_id
LEFT JOIN project AS p ON p.id = x.project_id
LEFT JOIN staff AS s ON s.id = x.staff_id
WHERE v.store_id = $1 AND v.code = $2
ORDER BY x.at, x.rank, x.code
