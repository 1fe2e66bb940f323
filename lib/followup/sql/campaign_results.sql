-- What campaigns brought: of those who were chosen how many were written to or called, came, and what they paid; the same
-- of those who were held out.
-- param: code text
-- param: by text
-- param: store_id int
-- param: as_of moment
-- column: campaign text
-- column: name text
-- column: chosen int
-- column: held int
-- column: sent int
-- column: reached int
-- column: responded int
-- column: response ratio
-- column: revenue_fen fen
-- column: vouchers int
-- column: redeemed int
-- column: redeemed_fen fen
-- column: cost_fen fen
-- column: return ratio
-- column: held_responded int
-- column: held_response ratio
-- column: held_revenue_fen fen
-- column: lift ratio
-- column: brought_fen fen
-- A touch is a message that was sent or a call that was made; for who is held out, the moment at which theirs would have been
-- due. A visit or payment belongs to the last touch, of whatever campaign, in whose answer_days (of 24 hours, the end left
-- out) it falls, and so to one.
WITH asked AS (
    SELECT DISTINCT r.client_id AS client_id
    FROM campaign AS g
    JOIN recipient AS r ON r.campaign_id = g.id
    WHERE CAST($1 AS TEXT) IS NULL OR g.code = CAST($1 AS TEXT)),
chosen AS (
    SELECT r.store_id, r.id, r.client_id, r.campaign_id, g.code AS campaign, g.rule, g.answer_days * 86400 AS span, r.occurrence,
           r.arm, r.channel, r.due_at, r.voucher_id
    FROM asked AS a
    JOIN client AS c ON c.id = a.client_id AND c.class = 'client'
    JOIN recipient AS r ON r.client_id = a.client_id
    JOIN campaign AS g ON g.id = r.campaign_id),
touch AS (
    SELECT r.store_id, r.id, r.client_id, r.campaign_id, m.sent_at AS at, r.span, 1 AS reached
    FROM chosen AS r
    JOIN message AS m ON m.client_id = r.client_id AND m.plan = r.campaign AND m.occurrence = r.occurrence
    WHERE r.arm = 'sent' AND m.state = 'sent' AND m.treatment_id IS NULL AND m.sent_at <= CAST($4 AS BIGINT)
    UNION ALL
    SELECT r.store_id, r.id, r.client_id, r.campaign_id, x.done_at, r.span,
           CASE WHEN EXISTS (
               SELECT 1 FROM followup AS f
               WHERE f.store_id = x.store_id AND f.task_id = x.id AND f.outcome = 'answered') THEN 1 ELSE 0 END
    FROM chosen AS r
    JOIN task AS x ON x.client_id = r.client_id AND x.treatment_id IS NULL AND x.plan = r.campaign AND x.occurrence = r.occurrence
    WHERE r.arm = 'sent' AND x.kind = 'recall' AND x.state = 'done' AND x.done_at <= CAST($4 AS BIGINT)
    UNION ALL
    SELECT r.store_id, r.id, r.client_id, r.campaign_id, r.due_at, r.span, 0
    FROM chosen AS r
    WHERE r.arm = 'held' AND r.due_at <= CAST($4 AS BIGINT)),
touched AS (
    SELECT store_id, id, 1 AS touched, MAX(reached) AS reached FROM touch GROUP BY store_id, id),
came AS (
    SELECT DISTINCT w.store_id, w.id, 1 AS came
    FROM (
        SELECT t.store_id, t.id,
               ROW_NUMBER() OVER (PARTITION BY v.store_id, v.id ORDER BY t.at DESC, t.campaign_id DESC, t.id DESC) AS back
        FROM touch AS t
        JOIN visit AS v ON v.client_id = t.client_id
        WHERE v.status NOT IN ('planned', 'cancelled', 'entered-in-error')
          AND v.arrived_at >= t.at AND v.arrived_at < t.at + t.span AND v.arrived_at <= CAST($4 AS BIGINT)) AS w
    WHERE w.back = 1),
paid AS (
    SELECT w.store_id, w.id, CAST(SUM(w.amount_fen) AS BIGINT) AS fen
    FROM (
        SELECT t.store_id, t.id, p.amount_fen,
               ROW_NUMBER() OVER (PARTITION BY p.store_id, p.id ORDER BY t.at DESC, t.campaign_id DESC, t.id DESC) AS back
        FROM touch AS t
        JOIN payment AS p ON p.client_id = t.client_id
        WHERE p.class = 'sale' AND p.paid_at >= t.at AND p.paid_at < t.at + t.span AND p.paid_at <= CAST($4 AS BIGINT)) AS w
    WHERE w.back = 1
    GROUP BY w.store_id, w.id),
summed AS (
    SELECT r.campaign_id,
           CASE COALESCE(CAST($2 AS TEXT), 'all') WHEN 'store' THEN s.code WHEN 'step' THEN r.rule WHEN 'channel' THEN r.channel
               ELSE 'all' END AS name,
           CAST(SUM(CASE WHEN r.arm = 'sent' THEN 1 ELSE 0 END) AS BIGINT) AS sent_all,
           CAST(SUM(CASE WHEN r.arm = 'held' THEN 1 ELSE 0 END) AS BIGINT) AS held_all,
           CAST(SUM(CASE WHEN r.arm = 'sent' THEN COALESCE(t.touched, 0) ELSE 0 END) AS BIGINT) AS sent,
           CAST(SUM(CASE WHEN r.arm = 'sent' THEN COALESCE(t.reached, 0) ELSE 0 END) AS BIGINT) AS reached,
           CAST(SUM(CASE WHEN r.arm = 'sent' THEN COALESCE(v.came, 0) ELSE 0 END) AS BIGINT) AS responded,
           CAST(SUM(CASE WHEN r.arm = 'sent' THEN COALESCE(p.fen, 0) ELSE 0 END) AS BIGINT) AS revenue,
           CAST(SUM(CASE WHEN r.arm = 'held' THEN COALESCE(t.touched, 0) ELSE 0 END) AS BIGINT) AS held,
           CAST(SUM(CASE WHEN r.arm = 'held' THEN COALESCE(v.came, 0) ELSE 0 END) AS BIGINT) AS held_responded,
           CAST(SUM(CASE WHEN r.arm = 'held' THEN COALESCE(p.fen, 0) ELSE 0 END) AS BIGINT) AS held_revenue,
           CAST(SUM(CASE WHEN o.id IS NULL THEN 0 ELSE 1 END) AS BIGINT) AS vouchers,
           CAST(SUM(CASE WHEN o.state = 'redeemed' AND o.redeemed_at <= CAST($4 AS BIGINT) THEN 1 ELSE 0 END) AS BIGINT) AS redeemed,
           CAST(SUM(CASE WHEN o.state = 'redeemed' AND o.redeemed_at <= CAST($4 AS BIGINT) THEN o.value_fen ELSE 0 END) AS BIGINT)
               AS redeemed_fen
    FROM chosen AS r
    JOIN store AS s ON s.id = r.store_id
    LEFT JOIN touched AS t ON t.store_id = r.store_id AND t.id = r.id
    LEFT JOIN came AS v ON v.store_id = r.store_id AND v.id = r.id
    LEFT JOIN paid AS p ON p.store_id = r.store_id AND p.id = r.id
    LEFT JOIN voucher AS o ON o.id = r.voucher_id
    WHERE CAST($3 AS BIGINT) IS NULL OR r.store_id = CAST($3 AS BIGINT)
    GROUP BY r.campaign_id, 2)
SELECT g.code AS campaign, COALESCE(m.name, 'all') AS name, COALESCE(m.sent_all + m.held_all, 0) AS chosen,
       COALESCE(m.held_all, 0) AS held, COALESCE(m.sent, 0) AS sent, COALESCE(m.reached, 0) AS reached,
       COALESCE(m.responded, 0) AS responded, COALESCE(m.responded, 0) AS response_numerator, COALESCE(m.sent, 0) AS response_denominator,
       COALESCE(m.revenue, 0) AS revenue_fen, COALESCE(m.vouchers, 0) AS vouchers, COALESCE(m.redeemed, 0) AS redeemed,
       COALESCE(m.redeemed_fen, 0) AS redeemed_fen,
       CASE WHEN COALESCE(CAST($2 AS TEXT), 'all') = 'all' THEN g.cost_fen END AS cost_fen,
       CASE WHEN COALESCE(CAST($2 AS TEXT), 'all') = 'all' THEN COALESCE(m.revenue, 0) END AS return_numerator,
       CASE WHEN COALESCE(CAST($2 AS TEXT), 'all') = 'all' THEN g.cost_fen ELSE 0 END AS return_denominator,
       COALESCE(m.held_responded, 0) AS held_responded, COALESCE(m.held_responded, 0) AS held_response_numerator,
       COALESCE(m.held, 0) AS held_response_denominator, COALESCE(m.held_revenue, 0) AS held_revenue_fen,
       COALESCE(m.responded * m.held - m.held_responded * m.sent, 0) AS lift_numerator, COALESCE(m.sent * m.held, 0) AS lift_denominator,
       CASE WHEN m.held > 0 THEN m.revenue - m.held_revenue * m.sent / m.held END AS brought_fen
FROM campaign AS g
LEFT JOIN summed AS m ON m.campaign_id = g.id
WHERE (CAST($1 AS TEXT) IS NULL OR g.code = CAST($1 AS TEXT))
  AND (CAST($3 AS BIGINT) IS NULL OR g.store_id IS NULL OR g.store_id = CAST($3 AS BIGINT))
ORDER BY g.code, COALESCE(m.name, 'all')
