-- Everything of a visit in the order of time, a row a thing: from arrival to what came after it. What is sealed stands
-- in rows of its own, with the place where it is sealed.
-- param: store_id int
-- param: visit_id int
-- column: at moment
-- column: step text
-- column: code text
-- column: project text
-- column: staff text
-- column: state text
-- column: quantity int
-- column: amount_fen fen
-- column: detail text
-- column: sealed_table text
-- column: sealed_column text
-- column: sealed_id int
-- column: sealed bytes
-- column: data_key bytes
WITH v AS (SELECT * FROM visit WHERE store_id = $1 AND id = $2),
t AS (
    SELECT t.* FROM v JOIN treatment AS t
      ON t.client_id = v.client_id AND +t.store_id = v.store_id AND t.visit_id = v.id),
thing (at, seq, step, code, project_id, staff_id, state, quantity, amount_fen, detail, sealed_table, sealed_column, sealed_id, sealed) AS (
    SELECT v.arrived_at, 0, 'client', c.code, CAST(NULL AS BIGINT), c.owner_id, CAST(NULL AS TEXT),
           CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS TEXT), 'client', 'name', c.id, c.name
    FROM v JOIN client AS c
      ON c.id = v.client_id
    UNION ALL SELECT v.arrived_at, 1, 'arrive', v.code, NULL, v.consultant_id, v.purpose, NULL, NULL, NULL, NULL, NULL, NULL,
           NULL
    FROM v
    UNION ALL SELECT v.seen_at, 2, 'seen', NULL, NULL, v.consultant_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM v
    WHERE v.seen_at IS NOT NULL
    UNION ALL SELECT k.started_at, 3, 'consult', k.code, k.project_id, k.consultant_id, k.outcome, NULL, k.budget_fen, NULL,
           NULL, NULL, NULL, NULL
    FROM v JOIN consultation AS k
      ON k.client_id = v.client_id AND +k.store_id = v.store_id AND k.visit_id = v.id
    UNION ALL SELECT k.started_at, 4, 'need', k.code, NULL, NULL, NULL, NULL, NULL, NULL, 'consultation', 'need', k.id, k.need
    FROM v JOIN consultation AS k
      ON k.client_id = v.client_id AND +k.store_id = v.store_id AND k.visit_id = v.id
    WHERE k.need IS NOT NULL
    UNION ALL SELECT k.started_at, 4, 'expectation', k.code, NULL, NULL, NULL, NULL, NULL, NULL, 'consultation',
           'expectation', k.id, k.expectation
    FROM v JOIN consultation AS k
      ON k.client_id = v.client_id AND +k.store_id = v.store_id AND k.visit_id = v.id
    WHERE k.expectation IS NOT NULL
    UNION ALL SELECT k.started_at, 4, 'concern', k.code, NULL, NULL, NULL, NULL, NULL, NULL, 'consultation', 'concern', k.id,
           k.concern
    FROM v JOIN consultation AS k
      ON k.client_id = v.client_id AND +k.store_id = v.store_id AND k.visit_id = v.id
    WHERE k.concern IS NOT NULL
    UNION ALL SELECT n.at, 5, 'notice', n.code, n.project_id, n.staff_id, n.kind, n.acknowledged, NULL, NULL, NULL, NULL,
           NULL, NULL
    FROM v JOIN notice AS n
      ON n.client_id = v.client_id AND +n.store_id = v.store_id AND n.visit_id = v.id
    UNION ALL SELECT o.at, 6, 'objection', o.code, NULL, o.staff_id, CASE WHEN o.resolved = 1 THEN 'resolved' ELSE 'open' END,
           NULL, NULL, o.kind, NULL, NULL, NULL, NULL
    FROM v JOIN objection AS o
      ON o.client_id = v.client_id AND +o.store_id = v.store_id AND o.visit_id = v.id
    UNION ALL SELECT o.at, 7, 'objection-note', o.code, NULL, NULL, NULL, NULL, NULL, NULL, 'objection', 'note', o.id, o.note
    FROM v JOIN objection AS o
      ON o.client_id = v.client_id AND +o.store_id = v.store_id AND o.visit_id = v.id
    WHERE o.note IS NOT NULL
    UNION ALL SELECT p.at, 8, 'plan', p.code, NULL, COALESCE(p.doctor_id, p.consultant_id), p.state, NULL, NULL, NULL, NULL,
           NULL, NULL, NULL
    FROM v JOIN plan AS p
      ON p.client_id = v.client_id AND +p.store_id = v.store_id AND p.visit_id = v.id
    UNION ALL SELECT p.at, 9, 'plan-line', p.code, l.project_id, NULL, NULL, l.quantity, l.amount_fen, NULL, NULL, NULL, NULL,
           NULL
    FROM v JOIN plan AS p
      ON p.client_id = v.client_id AND +p.store_id = v.store_id AND p.visit_id = v.id
    JOIN plan_line AS l
      ON l.store_id = p.store_id AND l.plan_id = p.id AND l.line > -1
    UNION ALL SELECT p.at, 9, 'plan-note', p.code, NULL, NULL, NULL, NULL, NULL, NULL, 'plan', 'note', p.id, p.note
    FROM v JOIN plan AS p
      ON p.client_id = v.client_id AND +p.store_id = v.store_id AND p.visit_id = v.id
    WHERE p.note IS NOT NULL
    UNION ALL SELECT h.at, 10, 'contract', h.code, NULL, h.consultant_id, h.state, NULL, h.amount_fen, NULL, NULL, NULL, NULL,
           NULL
    FROM v JOIN contract AS h
      ON h.client_id = v.client_id AND +h.store_id = v.store_id AND h.visit_id = v.id
    UNION ALL SELECT h.at, 11, 'contract-line', h.code, l.project_id, NULL, CASE WHEN l.gift = 1 THEN 'gift' END, l.quantity,
           l.amount_fen, k.code, NULL, NULL, NULL, NULL
    FROM v JOIN contract AS h
      ON h.client_id = v.client_id AND +h.store_id = v.store_id AND h.visit_id = v.id
    JOIN contract_line AS l
      ON l.store_id = h.store_id AND l.contract_id = h.id AND l.line > -1
    LEFT JOIN package AS k
      ON k.id = l.package_id
    UNION ALL SELECT h.reviewed_at, 12, 'review', h.code, NULL, h.reviewed_by, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM v JOIN contract AS h
      ON h.client_id = v.client_id AND +h.store_id = v.store_id AND h.visit_id = v.id
    WHERE h.reviewed_at IS NOT NULL
    UNION ALL SELECT h.signed_at, 13, 'sign', h.code, NULL, NULL, h.signer, NULL, NULL, h.proof, NULL, NULL, NULL, NULL
    FROM v JOIN contract AS h
      ON h.client_id = v.client_id AND +h.store_id = v.store_id AND h.visit_id = v.id
    WHERE h.signed_at IS NOT NULL
    UNION ALL SELECT y.paid_at, 14, y.kind, y.code, y.project_id, y.consultant_id, y.method, y.quantity, y.amount_fen, NULL,
           NULL, NULL, NULL, NULL
    FROM v JOIN payment AS y
      ON y.client_id = v.client_id AND +y.store_id = v.store_id AND y.visit_id = v.id
    UNION ALL SELECT x.taken_at, 15, 'exam', x.code, NULL, x.staff_id, x.result, NULL, NULL, x.kind, NULL, NULL, NULL, NULL
    FROM v JOIN exam AS x
      ON x.client_id = v.client_id AND +x.store_id = v.store_id AND x.visit_id = v.id
    UNION ALL SELECT x.taken_at, 16, 'exam-finding', x.code, NULL, NULL, NULL, NULL, NULL, NULL, 'exam', 'finding', x.id,
           x.finding
    FROM v JOIN exam AS x
      ON x.client_id = v.client_id AND +x.store_id = v.store_id AND x.visit_id = v.id
    WHERE x.finding IS NOT NULL
    UNION ALL SELECT a.at, 17, 'assess', a.code, a.project_id, a.staff_id, a.verdict, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM v JOIN assessment AS a
      ON a.client_id = v.client_id AND +a.store_id = v.store_id AND a.visit_id = v.id
    UNION ALL SELECT a.at, 18, 'history', a.code, NULL, NULL, NULL, NULL, NULL, NULL, 'assessment', 'history', a.id, a.history
    FROM v JOIN assessment AS a
      ON a.client_id = v.client_id AND +a.store_id = v.store_id AND a.visit_id = v.id
    WHERE a.history IS NOT NULL
    UNION ALL SELECT a.at, 18, 'allergy', a.code, NULL, NULL, NULL, NULL, NULL, NULL, 'assessment', 'allergy', a.id, a.allergy
    FROM v JOIN assessment AS a
      ON a.client_id = v.client_id AND +a.store_id = v.store_id AND a.visit_id = v.id
    WHERE a.allergy IS NOT NULL
    UNION ALL SELECT a.at, 18, 'expectation', a.code, NULL, NULL, NULL, NULL, NULL, NULL, 'assessment', 'expectation', a.id,
           a.expectation
    FROM v JOIN assessment AS a
      ON a.client_id = v.client_id AND +a.store_id = v.store_id AND a.visit_id = v.id
    WHERE a.expectation IS NOT NULL
    UNION ALL SELECT a.at, 18, 'finding', a.code, NULL, NULL, NULL, NULL, NULL, NULL, 'assessment', 'finding', a.id, a.finding
    FROM v JOIN assessment AS a
      ON a.client_id = v.client_id AND +a.store_id = v.store_id AND a.visit_id = v.id
    WHERE a.finding IS NOT NULL
    UNION ALL SELECT a.at, 18, 'reason', a.code, NULL, NULL, NULL, NULL, NULL, NULL, 'assessment', 'reason', a.id, a.reason
    FROM v JOIN assessment AS a
      ON a.client_id = v.client_id AND +a.store_id = v.store_id AND a.visit_id = v.id
    WHERE a.reason IS NOT NULL
    UNION ALL SELECT g.signed_at, 19, 'consent', g.code, g.project_id, g.staff_id, CASE WHEN g.withdrawn_at IS NULL THEN
           g.signer ELSE 'withdrawn' END, NULL, NULL, f.code, NULL, NULL, NULL, NULL
    FROM v JOIN signature AS g
      ON g.client_id = v.client_id AND +g.store_id = v.store_id AND g.visit_id = v.id
    JOIN consent_form AS f
      ON f.id = g.form_id
    UNION ALL SELECT g.signed_at, 20, 'guardian', g.code, NULL, NULL, NULL, NULL, NULL, NULL, 'signature', 'guardian', g.id,
           g.guardian
    FROM v JOIN signature AS g
      ON g.client_id = v.client_id AND +g.store_id = v.store_id AND g.visit_id = v.id
    WHERE g.guardian IS NOT NULL
    UNION ALL SELECT q.at, 21, 'verify-product', q.code, q.project_id, q.staff_id, CASE WHEN q.confirmed_at IS NOT NULL THEN
           'confirmed' ELSE 'checked' END, NULL, NULL, i.code || ' ' || l.code, NULL, NULL, NULL, NULL
    FROM v JOIN product_check AS q
      ON q.client_id = v.client_id AND +q.store_id = v.store_id AND q.visit_id = v.id
    JOIN item AS i
      ON i.id = q.item_id
    JOIN lot AS l
      ON l.store_id = q.store_id AND l.id = q.lot_id
    UNION ALL SELECT t.started_at, 22, 'treat', t.code, t.project_id, t.doctor_id, t.status, t.quantity, t.recognised_fen,
           t.device, NULL, NULL, NULL, NULL
    FROM t
    UNION ALL SELECT t.started_at, 23, 'hand', t.code, NULL, t.nurse_id, 'nurse', NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM t
    WHERE t.nurse_id IS NOT NULL
    UNION ALL SELECT t.started_at, 23, 'hand', t.code, NULL, h.staff_id, h.part, h.share, NULL, NULL, NULL, NULL, NULL, NULL
    FROM t JOIN treatment_hand AS h
      ON h.store_id = t.store_id AND h.treatment_id = t.id AND h.staff_id > 0
    UNION ALL SELECT t.started_at, 24, 'use', t.code, NULL, NULL, NULL, u.quantity, u.cost_fen, i.code || ' ' || l.code, NULL,
           NULL, NULL, NULL
    FROM t JOIN treatment_item AS u
      ON u.store_id = t.store_id AND u.treatment_id = t.id AND u.line > -1
    JOIN item AS i
      ON i.id = u.item_id
    JOIN lot AS l
      ON l.store_id = u.store_id AND l.id = u.lot_id
    UNION ALL SELECT z.at, 25, 'override', t.code, NULL, NULL, z.gates, NULL, NULL, z.reason, NULL, NULL, NULL, NULL
    FROM t JOIN gate_override AS z
      ON z.store_id = t.store_id AND z.treatment_id = t.id
    UNION ALL SELECT t.ended_at, 26, 'treat-end', t.code, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM t
    WHERE t.ended_at IS NOT NULL
    UNION ALL SELECT m.at, 27, 'amend', m.code, NULL, m.staff_id, m.kind, NULL, NULL, m.reason, NULL, NULL, NULL, NULL
    FROM t JOIN amendment AS m
      ON m.client_id = t.client_id AND +m.store_id = t.store_id AND m.treatment_id = t.id
    UNION ALL SELECT m.at, 28, 'amendment', m.code, NULL, NULL, NULL, NULL, NULL, NULL, 'amendment', 'what', m.id, m.what
    FROM t JOIN amendment AS m
      ON m.client_id = t.client_id AND +m.store_id = t.store_id AND m.treatment_id = t.id
    WHERE m.what IS NOT NULL
    UNION ALL SELECT d.at, 29, 'sop', d.action, NULL, d.staff_id, 'done', NULL, NULL, d.proof, NULL, NULL, NULL, NULL
    FROM v JOIN sop_done AS d
      ON d.store_id = v.store_id AND d.visit_id = v.id AND d.action > ''
    UNION ALL SELECT r.at, 30, 'care', r.code, NULL, r.staff_id, (SELECT b.date FROM calendar AS b WHERE b.day = r.next_on),
           NULL, NULL, r.advice, NULL, NULL, NULL, NULL
    FROM t JOIN care AS r
      ON r.client_id = t.client_id AND +r.store_id = t.store_id AND r.treatment_id = t.id
    UNION ALL SELECT v.left_at, 31, 'close', v.code, NULL, NULL, v.status, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM v
    WHERE v.left_at IS NOT NULL
    UNION ALL SELECT e.at, 32, 'evaluate', e.code, NULL, e.staff_id, e.term || ' ' || e.rater, e.score, NULL, CASE WHEN
           e.as_expected = 0 THEN e.cause || '; ' || e.remedy END, NULL, NULL, NULL, NULL
    FROM t JOIN evaluation AS e
      ON e.client_id = t.client_id AND +e.store_id = t.store_id AND e.treatment_id = t.id
    UNION ALL SELECT e.at, 33, 'evaluation-note', e.code, NULL, NULL, NULL, NULL, NULL, NULL, 'evaluation', 'note', e.id,
           e.note
    FROM t JOIN evaluation AS e
      ON e.client_id = t.client_id AND +e.store_id = t.store_id AND e.treatment_id = t.id
    WHERE e.note IS NOT NULL
    UNION ALL SELECT b.found_at, 34, 'adverse', b.code, NULL, COALESCE(b.doctor_id, b.staff_id), b.state, b.grade, NULL,
           b.kind, NULL, NULL, NULL, NULL
    FROM t JOIN adverse AS b
      ON b.client_id = t.client_id AND +b.store_id = t.store_id AND b.treatment_id = t.id
    UNION ALL SELECT b.found_at, 35, 'adverse-detail', b.code, NULL, NULL, NULL, NULL, NULL, NULL, 'adverse', 'detail', b.id,
           b.detail
    FROM t JOIN adverse AS b
      ON b.client_id = t.client_id AND +b.store_id = t.store_id AND b.treatment_id = t.id
    WHERE b.detail IS NOT NULL
    UNION ALL SELECT b.reported_at, 36, 'adverse-report', b.code, NULL, NULL, NULL, NULL, NULL, b.authority, NULL, NULL, NULL,
           NULL
    FROM t JOIN adverse AS b
      ON b.client_id = t.client_id AND +b.store_id = t.store_id AND b.treatment_id = t.id
    WHERE b.reported_at IS NOT NULL)
SELECT g.at, g.step, g.code, p.code AS project, s.code AS staff, g.state, g.quantity, g.amount_fen, g.detail,
       g.sealed_table, g.sealed_column, g.sealed_id, g.sealed, c.data_key
FROM thing AS g
JOIN v ON 1 = 1
JOIN client AS c ON c.id = v.client_id
LEFT JOIN project AS p ON p.id = g.project_id
LEFT JOIN staff AS s ON s.id = g.staff_id
ORDER BY g.at, g.seq, g.code, g.step
