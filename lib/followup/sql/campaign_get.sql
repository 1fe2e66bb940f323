-- A campaign, and how many it chose to write to or call.
-- param: code text
-- param: today day
-- column: id int
-- column: rule text
-- column: store_id int
-- column: starts_on day
-- column: ends_on day
-- column: cap int
-- column: holdout int
-- column: voucher_kind text
-- column: voucher_fen fen
-- column: voucher_days int
-- column: state text
-- column: name text
-- column: sent int
-- column: sent_today int
SELECT g.id AS id, g.rule AS rule, g.store_id AS store_id, g.starts_on AS starts_on, g.ends_on AS ends_on, g.cap AS cap,
       g.holdout AS holdout, g.voucher_kind AS voucher_kind, g.voucher_fen AS voucher_fen, g.voucher_days AS voucher_days,
       g.state AS state, g.name AS name,
       (SELECT COUNT(*) FROM recipient AS r WHERE r.campaign_id = g.id AND r.arm = 'sent') AS sent,
       (SELECT COUNT(*) FROM recipient AS r WHERE r.campaign_id = g.id AND r.arm = 'sent' AND r.day = CAST($2 AS BIGINT)) AS sent_today
FROM campaign AS g
WHERE g.code = $1
