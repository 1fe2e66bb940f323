-- Vouchers, and what became of them; those that nobody redeemed in time are expired.
-- param: client text
-- param: state text
-- param: kind text
-- param: partner text
-- param: today day
-- column: code text
-- column: kind text
-- column: client text
-- column: partner text
-- column: project text
-- column: value_fen fen
-- column: state text
-- column: issued_on day
-- column: expires_on day
-- column: redeemed_at moment
-- column: redeemed_by text
-- column: redeemed_store text
-- column: order_code text
-- column: why text
WITH v AS (
    SELECT voucher.*, CASE WHEN state = 'issued' AND expires_on < $5 THEN 'expired' ELSE state END AS now
    FROM voucher)
SELECT v.code AS code, v.kind AS kind, c.code AS client, a.code AS partner, p.code AS project, v.value_fen AS value_fen,
       v.now AS state, v.issued_on AS issued_on, v.expires_on AS expires_on, v.redeemed_at AS redeemed_at,
       b.code AS redeemed_by, s.code AS redeemed_store, v.order_code AS order_code, v.why AS why
FROM v
LEFT JOIN client AS c ON c.id = v.client_id
LEFT JOIN partner AS a ON a.id = v.partner_id
LEFT JOIN project AS p ON p.id = v.project_id
LEFT JOIN client AS b ON b.id = v.redeemed_by
LEFT JOIN store AS s ON s.id = v.redeemed_store_id
WHERE (CAST($1 AS TEXT) IS NULL OR c.code = $1) AND (CAST($2 AS TEXT) IS NULL OR v.now = $2)
  AND (CAST($3 AS TEXT) IS NULL OR v.kind = $3) AND (CAST($4 AS TEXT) IS NULL OR a.code = $4)
ORDER BY v.issued_on, v.code
