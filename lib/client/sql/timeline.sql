-- Everything that a client and the clinic had to do with each other, in no order. Where only the day is known, `at` is
-- empty. Kinds are those of touches.yaml.
-- param: client_id int
-- param: offset int
-- column: day day
-- column: at moment
-- column: kind text
-- column: store_id int
-- column: code text
-- column: staff_id int
-- column: project_id int
-- column: detail text
-- column: amount fen
-- $2 is the zone's offset in seconds, for what has a moment and no day. Sorted and given its codes in timeline.c: for two
-- thousand rows that costs a third of what the engine needs for it.
SELECT day AS day, at AS at, kind AS kind, store_id AS store_id, code AS code, staff_id AS staff_id,
       CAST(NULL AS BIGINT) AS project_id, CASE WHEN inbound = 1 THEN 'inbound' ELSE 'outbound' END AS detail,
       CAST(NULL AS BIGINT) AS amount
FROM touch WHERE client_id = $1
UNION ALL
SELECT day, created_at, 'lead', store_id, code, owner_id, project_id, stage, NULL FROM lead WHERE client_id = $1
UNION ALL
SELECT day, starts_at, 'appointment', store_id, code, doctor_id, project_id, status, NULL
FROM appointment WHERE client_id = $1
UNION ALL
SELECT day, arrived_at, 'visit', store_id, code, consultant_id, NULL, purpose || ', ' || status, NULL
FROM visit WHERE client_id = $1
UNION ALL
SELECT day, started_at, 'consultation', store_id, code, consultant_id, project_id, outcome, budget_fen
FROM consultation WHERE client_id = $1
UNION ALL
SELECT day, at, 'assessment', store_id, code, staff_id, project_id, verdict, NULL
FROM assessment WHERE client_id = $1
UNION ALL
SELECT day, taken_at, 'exam', store_id, code, staff_id, NULL, kind || ', ' || result, NULL
FROM exam WHERE client_id = $1
UNION ALL
SELECT day, at, 'notice', store_id, code, staff_id, project_id, kind, NULL FROM notice WHERE client_id = $1
UNION ALL
SELECT day, at, 'objection', store_id, code, staff_id, NULL, kind, NULL FROM objection WHERE client_id = $1
UNION ALL
SELECT day, at, 'plan', store_id, code, doctor_id, NULL, state, NULL FROM plan WHERE client_id = $1
UNION ALL
SELECT day, at, 'contract', store_id, code, consultant_id, NULL, state, amount_fen
FROM contract WHERE client_id = $1
UNION ALL
SELECT day, signed_at, 'signature', store_id, code, staff_id, project_id,
       CASE WHEN withdrawn_at IS NULL THEN signer ELSE 'withdrawn' END, NULL
FROM signature WHERE client_id = $1
UNION ALL
SELECT day, at, 'product-check', store_id, code, staff_id, project_id, unit, NULL
FROM product_check WHERE client_id = $1
UNION ALL
SELECT day, paid_at, 'payment', store_id, code, consultant_id, project_id, kind || ', ' || order_code, amount_fen
FROM payment WHERE client_id = $1
UNION ALL
SELECT day, started_at, 'treatment', store_id, code, doctor_id, project_id, status, recognised_fen
FROM treatment WHERE client_id = $1
UNION ALL
SELECT day, at, 'care', store_id, code, staff_id, NULL, NULL, NULL FROM care WHERE client_id = $1
UNION ALL
SELECT day, at, 'evaluation', store_id, code, staff_id, NULL,
       term || ', ' || rater || ', ' || CAST(score AS TEXT), NULL
FROM evaluation WHERE client_id = $1
UNION ALL
SELECT day, at, 'followup', store_id, code, staff_id, NULL,
       CASE WHEN inbound = 1 THEN 'inbound, ' ELSE '' END || way || ', ' || outcome, NULL
FROM followup WHERE client_id = $1
UNION ALL
SELECT day, sent_at, 'message', store_id, code, NULL, NULL, channel || ', ' || template, NULL
FROM message WHERE client_id = $1 AND state = 'sent'
UNION ALL
SELECT day, at, 'answer', store_id, survey, NULL, NULL, question || ', ' || COALESCE(CAST(score AS TEXT), '-'), NULL
FROM answer WHERE client_id = $1
UNION ALL
SELECT day, found_at, 'adverse', store_id, code, staff_id, NULL,
       kind || ', ' || CAST(grade AS TEXT) || ', ' || state, NULL
FROM adverse WHERE client_id = $1
UNION ALL
SELECT day, at, 'amendment', store_id, code, staff_id, NULL, kind, NULL FROM amendment WHERE client_id = $1
UNION ALL
SELECT day, opened_at, 'complaint', store_id, code, owner_id, NULL, category || ', ' || state, NULL
FROM complaint WHERE client_id = $1
UNION ALL
SELECT p.day, p.at, 'complaint-step', p.store_id, m.code, p.staff_id, NULL, p.kind, p.amount_fen
FROM complaint_step AS p
JOIN complaint AS m ON m.store_id = p.store_id AND m.id = p.complaint_id
WHERE p.client_id = $1
UNION ALL
SELECT r.day, NULL, 'referral', NULL, c.code, NULL, NULL, 'brought by', NULL
FROM referral AS r JOIN client AS c ON c.id = r.referrer_id WHERE r.client_id = $1
UNION ALL
SELECT r.day, NULL, 'referral', NULL, c.code, NULL, NULL, 'brought', NULL
FROM referral AS r JOIN client AS c ON c.id = r.client_id WHERE r.referrer_id = $1
UNION ALL
SELECT g.day, NULL, 'event', g.store_id, v.code, NULL, NULL, g.state, NULL
FROM guest AS g JOIN event AS v ON v.store_id = g.store_id AND v.id = g.event_id WHERE g.client_id = $1
UNION ALL
SELECT issued_on, NULL, 'voucher', NULL, code, NULL, project_id, 'issued, ' || kind, value_fen
FROM voucher WHERE client_id = $1
UNION ALL
SELECT (redeemed_at + CAST($2 AS BIGINT)) / 86400, redeemed_at, 'voucher', redeemed_store_id, code, NULL,
       project_id, 'redeemed, ' || kind, value_fen
FROM voucher WHERE redeemed_by = $1 AND redeemed_at IS NOT NULL
UNION ALL
SELECT (at + CAST($2 AS BIGINT)) / 86400, at, 'consent', NULL, NULL, staff_id, NULL,
       CASE WHEN given = 1 THEN 'given, ' ELSE 'withdrawn, ' END || purpose || ', ' || way, NULL
FROM consent WHERE client_id = $1
UNION ALL
SELECT taken_on, NULL, 'album', store_id, code, NULL, project_id, scope, NULL FROM album WHERE client_id = $1
UNION ALL
SELECT from_on, NULL, 'tier', NULL, NULL, NULL, NULL, tier, NULL FROM client_tier WHERE client_id = $1
UNION ALL
SELECT from_on, NULL, 'tag', NULL, NULL, NULL, NULL, tag, NULL FROM client_tag WHERE client_id = $1
