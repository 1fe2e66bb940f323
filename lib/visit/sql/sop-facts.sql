-- The facts of visits in a window, for the standard procedure: what happened, when, by whom.
-- param: store_id int
-- param: visit_id int
-- param: from day
-- param: to day
-- column: store_id int
-- column: visit_id int
-- column: store text
-- column: visit text
-- column: client text
-- column: day day
-- column: fact text
-- column: at moment
-- column: staff text
WITH v AS MATERIALIZED (
    SELECT t.store_id, t.id, t.code, t.client_id, t.day, t.arrived_at, t.seen_at, t.left_at, t.purpose,
           t.consultant_id, t.doctor_id, s.code AS store, c.code AS client, c.owner_id, c.nurse_id, c.birthday
    FROM visit AS t
    JOIN store AS s ON s.id = t.store_id
    JOIN client AS c ON c.id = t.client_id
    WHERE (CAST($1 AS BIGINT) IS NULL OR t.store_id = $1) AND (CAST($2 AS BIGINT) IS NULL OR t.id = $2)
      AND t.day >= $3 AND t.day < $4
      AND t.status IN ('arrived', 'triaged', 'in-progress', 'onleave', 'finished')),
t AS MATERIALIZED (
    SELECT t.store_id, t.id, v.id AS visit_id, t.project_id, t.started_at, t.ended_at, t.doctor_id, t.nurse_id,
           t.room, t.device, p.code AS project, p.kind, p.department, p.contract, p.consent
    FROM v
    JOIN treatment AS t ON t.client_id = v.client_id AND t.store_id = v.store_id AND t.visit_id = v.id
    JOIN project AS p ON p.id = t.project_id
    WHERE t.status IN ('in-progress', 'completed', 'stopped')),
n AS MATERIALIZED (
    SELECT v.store_id, v.id AS visit_id, n.kind, n.at, n.staff_id, n.acknowledged
    FROM v JOIN notice AS n ON n.client_id = v.client_id AND n.store_id = v.store_id AND n.visit_id = v.id),
p AS MATERIALIZED (
    SELECT v.store_id, v.id AS visit_id, p.at, p.consultant_id, p.doctor_id, p.state
    FROM v JOIN plan AS p ON p.client_id = v.client_id AND p.store_id = v.store_id AND p.visit_id = v.id),
c AS MATERIALIZED (
    SELECT v.store_id, v.id AS visit_id, c.started_at, c.ended_at, c.consultant_id, c.doctor_id, c.need,
           c.expectation, c.concern, c.budget_fen, c.outcome
    FROM v JOIN consultation AS c ON c.client_id = v.client_id AND c.store_id = v.store_id AND c.visit_id = v.id
    WHERE c.outcome <> 'entered-in-error'),
k AS MATERIALIZED ( -- contracts of two years: here = made on this visit
    SELECT v.store_id, v.id AS visit_id, k.at, k.signed_at, k.reviewed_at, k.consultant_id, k.reviewed_by, k.state,
           CASE WHEN k.store_id = v.store_id AND k.visit_id = v.id THEN 1 ELSE 0 END AS here
    FROM v JOIN contract AS k ON k.client_id = v.client_id AND k.day <= v.day AND k.day >= v.day - 730
    WHERE k.state <> 'cancelled'),
a AS MATERIALIZED ( -- assessments that hold on the day
    SELECT v.store_id, v.id AS visit_id, a.at, a.staff_id, a.in_person, a.verdict, a.finding, a.history, a.allergy,
           a.expectation
    FROM v JOIN assessment AS a ON a.client_id = v.client_id AND a.day <= v.day AND a.day >= v.day - 180
    WHERE a.valid_to IS NULL OR a.valid_to >= v.day),
e AS MATERIALIZED (
    SELECT t.store_id, t.visit_id, e.term, e.rater, e.at, e.staff_id, e.as_expected, e.cause, e.remedy
    FROM t JOIN evaluation AS e ON e.store_id = t.store_id AND e.treatment_id = t.id),
fact (store_id, visit_id, fact, at, staff_id) AS (
    SELECT store_id, id, 'visit.arrived', arrived_at, CAST(NULL AS BIGINT) FROM v
    UNION ALL SELECT store_id, id, 'visit.seen', seen_at, consultant_id FROM v WHERE seen_at IS NOT NULL
    UNION ALL SELECT store_id, id, 'visit.left', left_at, NULL FROM v WHERE left_at IS NOT NULL
    UNION ALL SELECT store_id, id, 'visit.consultant', arrived_at, consultant_id FROM v WHERE consultant_id IS NOT NULL
    UNION ALL SELECT store_id, id, 'visit.doctor', arrived_at, doctor_id FROM v WHERE doctor_id IS NOT NULL
    UNION ALL SELECT store_id, id, 'purpose.' || purpose, arrived_at, NULL FROM v
    UNION ALL SELECT store_id, id, 'client.owner', arrived_at, owner_id FROM v WHERE owner_id IS NOT NULL
    UNION ALL SELECT store_id, id, 'client.nurse', arrived_at, nurse_id FROM v WHERE nurse_id IS NOT NULL
    UNION ALL SELECT store_id, id, 'client.birthday', arrived_at, NULL FROM v WHERE birthday IS NOT NULL
    UNION ALL SELECT store_id, id, 'client.new', arrived_at, NULL FROM v
    WHERE NOT EXISTS (SELECT 1 FROM visit AS o WHERE o.client_id = v.client_id AND o.day < v.day
                      AND o.status <> 'cancelled' AND o.status <> 'entered-in-error' AND o.status <> 'planned')
    UNION ALL SELECT store_id, visit_id, 'consultation.started', started_at, consultant_id FROM c
    UNION ALL SELECT store_id, visit_id, 'consultation.need', started_at, consultant_id FROM c WHERE need IS NOT NULL
    UNION ALL SELECT store_id, visit_id, 'consultation.expectation', started_at, consultant_id FROM c
    WHERE expectation IS NOT NULL
    UNION ALL SELECT store_id, visit_id, 'consultation.concern', started_at, consultant_id FROM c
    WHERE concern IS NOT NULL
    UNION ALL SELECT store_id, visit_id, 'consultation.budget', started_at, consultant_id FROM c
    WHERE budget_fen IS NOT NULL
    UNION ALL SELECT store_id, visit_id, 'consultation.doctor', started_at, doctor_id FROM c WHERE doctor_id IS NOT NULL
    UNION ALL SELECT store_id, visit_id, 'consultation.ended', COALESCE(ended_at, started_at), consultant_id FROM c
    WHERE ended_at IS NOT NULL OR outcome <> 'pending'
    UNION ALL SELECT store_id, visit_id, 'notice.' || kind, at, staff_id FROM n
    UNION ALL SELECT store_id, visit_id, 'notice.acknowledged', at, staff_id FROM n
    WHERE kind = 'risk' AND acknowledged = 1
    UNION ALL SELECT v.store_id, v.id, 'objection.raised', o.at, o.staff_id
    FROM v JOIN objection AS o ON o.client_id = v.client_id AND o.store_id = v.store_id AND o.visit_id = v.id
    UNION ALL SELECT v.store_id, v.id, 'objection.resolved', o.at, o.staff_id
    FROM v JOIN objection AS o ON o.client_id = v.client_id AND o.store_id = v.store_id AND o.visit_id = v.id
    WHERE o.resolved = 1
    UNION ALL SELECT store_id, visit_id, 'plan.proposed', at, consultant_id FROM p
    UNION ALL SELECT store_id, visit_id, 'plan.doctor', at, doctor_id FROM p WHERE doctor_id IS NOT NULL
    UNION ALL SELECT store_id, visit_id, 'plan.agreed', at, consultant_id FROM p WHERE state = 'agreed'
    UNION ALL SELECT store_id, visit_id, 'contract.drafted', at, consultant_id FROM k
    UNION ALL SELECT store_id, visit_id, 'contract.held', signed_at, consultant_id FROM k
    WHERE state = 'signed' AND signed_at IS NOT NULL
    UNION ALL SELECT store_id, visit_id, 'contract.reviewed', reviewed_at, reviewed_by FROM k
    WHERE here = 1 AND reviewed_at IS NOT NULL
    UNION ALL SELECT store_id, visit_id, 'contract.signed', signed_at, consultant_id FROM k
    WHERE here = 1 AND state = 'signed' AND signed_at IS NOT NULL
    UNION ALL SELECT v.store_id, v.id, 'payment.made', y.paid_at, y.consultant_id
    FROM v JOIN payment AS y ON y.client_id = v.client_id AND y.store_id = v.store_id AND y.visit_id = v.id
    WHERE y.class = 'sale' AND y.amount_fen > 0
    UNION ALL SELECT store_id, visit_id, 'assessment.in-person', at, staff_id FROM a WHERE in_person = 1
    UNION ALL SELECT store_id, visit_id, 'assessment.fit', at, staff_id FROM a WHERE verdict = 'fit'
    UNION ALL SELECT store_id, visit_id, 'assessment.finding', at, staff_id FROM a WHERE finding IS NOT NULL
    UNION ALL SELECT store_id, visit_id, 'assessment.history', at, staff_id FROM a WHERE history IS NOT NULL
    UNION ALL SELECT store_id, visit_id, 'assessment.allergy', at, staff_id FROM a WHERE allergy IS NOT NULL
    UNION ALL SELECT store_id, visit_id, 'assessment.expectation', at, staff_id FROM a WHERE expectation IS NOT NULL
    UNION ALL SELECT v.store_id, v.id, 'exam.taken', x.taken_at, x.staff_id
    FROM v JOIN exam AS x ON x.client_id = v.client_id AND x.day <= v.day AND x.day >= v.day - 180
    UNION ALL SELECT v.store_id, v.id, 'exam.judged', x.taken_at, x.staff_id
    FROM v JOIN exam AS x ON x.client_id = v.client_id AND x.day <= v.day AND x.day >= v.day - 180
    WHERE x.result <> 'pending'
    UNION ALL SELECT t.store_id, t.visit_id, 'signature.signed', g.signed_at, g.staff_id
    FROM v
    JOIN t ON t.store_id = v.store_id AND t.visit_id = v.id
    JOIN signature AS g ON g.client_id = v.client_id AND g.project_id = t.project_id AND g.day <= v.day
    WHERE g.withdrawn_at IS NULL
    UNION ALL SELECT t.store_id, t.visit_id, 'signature.proof', g.signed_at, g.staff_id
    FROM v
    JOIN t ON t.store_id = v.store_id AND t.visit_id = v.id
    JOIN signature AS g ON g.client_id = v.client_id AND g.project_id = t.project_id AND g.day <= v.day
    WHERE g.withdrawn_at IS NULL AND g.proof IS NOT NULL
    UNION ALL SELECT v.store_id, v.id, 'product.checked', q.at, q.staff_id
    FROM v JOIN product_check AS q ON q.client_id = v.client_id AND q.store_id = v.store_id AND q.visit_id = v.id
    UNION ALL SELECT v.store_id, v.id, 'product.confirmed', q.confirmed_at, q.staff_id
    FROM v JOIN product_check AS q ON q.client_id = v.client_id AND q.store_id = v.store_id AND q.visit_id = v.id
    WHERE q.confirmed_at IS NOT NULL
    UNION ALL SELECT store_id, visit_id, 'treatment.started', started_at, doctor_id FROM t
    UNION ALL SELECT store_id, visit_id, 'treatment.ended', ended_at, doctor_id FROM t WHERE ended_at IS NOT NULL
    UNION ALL SELECT store_id, visit_id, 'treatment.operator', started_at, doctor_id FROM t WHERE doctor_id IS NOT NULL
    UNION ALL SELECT store_id, visit_id, 'treatment.nurse', started_at, nurse_id FROM t WHERE nurse_id IS NOT NULL
    UNION ALL SELECT store_id, visit_id, 'treatment.room', started_at, nurse_id FROM t WHERE room IS NOT NULL
    UNION ALL SELECT store_id, visit_id, 'treatment.device', started_at, nurse_id FROM t WHERE device IS NOT NULL
    UNION ALL SELECT store_id, visit_id, 'treatment.contract', started_at, NULL FROM t WHERE contract = 1
    UNION ALL SELECT store_id, visit_id, 'treatment.consent', started_at, NULL FROM t WHERE consent IS NOT NULL
    UNION ALL SELECT store_id, visit_id, 'treatment.medical', started_at, NULL FROM t WHERE department IS NOT NULL
    UNION ALL SELECT store_id, visit_id, 'kind.' || kind, started_at, NULL FROM t
    UNION ALL SELECT store_id, visit_id, 'project.' || project, started_at, NULL FROM t
    UNION ALL SELECT store_id, visit_id, 'treatment.exam', started_at, NULL FROM t
    WHERE EXISTS (SELECT 1 FROM project_exam AS x WHERE x.project_id = t.project_id)
    UNION ALL SELECT store_id, visit_id, 'treatment.product', started_at, NULL FROM t
    WHERE EXISTS (SELECT 1 FROM kit WHERE kit.project_id = t.project_id)
       OR EXISTS (SELECT 1 FROM treatment_item AS i WHERE i.store_id = t.store_id AND i.treatment_id = t.id)
    UNION ALL SELECT store_id, visit_id, 'treatment.items', started_at, nurse_id FROM t
    WHERE EXISTS (SELECT 1 FROM treatment_item AS i WHERE i.store_id = t.store_id AND i.treatment_id = t.id)
    UNION ALL SELECT store_id, visit_id, 'treatment.controlled', started_at, NULL FROM t
    WHERE EXISTS (SELECT 1 FROM treatment_item AS i JOIN item AS m ON m.id = i.item_id
                  WHERE i.store_id = t.store_id AND i.treatment_id = t.id AND m.controlled = 1)
    UNION ALL SELECT store_id, visit_id, 'treatment.assistant', started_at, nurse_id FROM t
    WHERE nurse_id IS NOT NULL
       OR EXISTS (SELECT 1 FROM treatment_hand AS h WHERE h.store_id = t.store_id AND h.treatment_id = t.id
                  AND h.part <> 'operator')
    UNION ALL SELECT t.store_id, t.visit_id, 'stock.second', m.at, m.second_id
    FROM t JOIN stock_move AS m ON m.store_id = t.store_id AND m.treatment_id = t.id
    WHERE m.second_id IS NOT NULL
    UNION ALL SELECT v.store_id, v.id, 'album.before',
                     CASE WHEN b.taken_on = v.day THEN v.arrived_at ELSE b.taken_on * 86400 END, NULL
    FROM v JOIN album AS b ON b.client_id = v.client_id AND b.taken_on <= v.day AND b.taken_on >= v.day - 30
    UNION ALL SELECT v.store_id, v.id, 'album.after', v.arrived_at, NULL
    FROM v JOIN album AS b ON b.client_id = v.client_id AND b.taken_on <= v.day AND b.taken_on >= v.day - 30
    WHERE b.after_ref IS NOT NULL
    UNION ALL SELECT v.store_id, v.id, 'consent.' || w.purpose, w.at, w.staff_id
    FROM v JOIN consent AS w ON w.client_id = v.client_id AND w.given = 1
    UNION ALL SELECT t.store_id, t.visit_id, 'care.told', r.at, r.staff_id
    FROM t JOIN care AS r ON r.store_id = t.store_id AND r.treatment_id = t.id
    UNION ALL SELECT t.store_id, t.visit_id, 'care.next', r.at, r.staff_id
    FROM t JOIN care AS r ON r.store_id = t.store_id AND r.treatment_id = t.id WHERE r.next_on IS NOT NULL
    UNION ALL SELECT t.store_id, t.visit_id, 'care.proof', r.at, r.staff_id
    FROM t JOIN care AS r ON r.store_id = t.store_id AND r.treatment_id = t.id WHERE r.proof IS NOT NULL
    UNION ALL SELECT v.store_id, v.id, 'touch.' || o.kind, o.at, o.staff_id
    FROM v JOIN touch AS o ON o.client_id = v.client_id AND o.day >= v.day AND o.day <= v.day + 400
    UNION ALL SELECT t.store_id, t.visit_id, 'adverse.found', d.found_at, d.staff_id
    FROM t JOIN adverse AS d ON d.store_id = t.store_id AND d.treatment_id = t.id
    WHERE d.state <> 'entered-in-error'
    UNION ALL SELECT t.store_id, t.visit_id, 'adverse.confirmed', d.found_at, d.staff_id
    FROM t JOIN adverse AS d ON d.store_id = t.store_id AND d.treatment_id = t.id
    WHERE d.state <> 'entered-in-error' AND d.confirmed = 1
    UNION ALL SELECT store_id, visit_id, CASE WHEN term = 'long' THEN 'evaluation.long'
                                              ELSE 'evaluation.short-' || rater END, at, staff_id FROM e
    UNION ALL SELECT store_id, visit_id, 'evaluation.below', at, staff_id FROM e WHERE as_expected = 0
    UNION ALL SELECT store_id, visit_id, 'evaluation.remedy', at, staff_id FROM e
    WHERE as_expected = 0 AND cause IS NOT NULL AND remedy IS NOT NULL
    UNION ALL SELECT v.store_id, v.id, 'done:' || z.action, z.at, z.staff_id
    FROM v JOIN sop_done AS z ON z.store_id = v.store_id AND z.visit_id = v.id)
SELECT v.store_id, v.id AS visit_id, v.store, v.code AS visit, v.client, v.day, f.fact, f.at, s.code AS staff
FROM fact AS f
JOIN v ON v.store_id = f.store_id AND v.id = f.visit_id
LEFT JOIN staff AS s ON s.id = f.staff_id
ORDER BY v.store_id, v.id, f.at, f.fact
