-- A campaign with all that was settled for it, and how many clients it chose and held out.
-- param: code text
-- column: code text
-- column: name text
-- column: rule text
-- column: store text
-- column: state text
-- column: starts_on day
-- column: ends_on day
-- column: answer_days int
-- column: cap int
-- column: holdout int
-- column: voucher_kind text
-- column: voucher_fen fen
-- column: voucher_days int
-- column: cost_fen fen
-- column: sent int
-- column: held int
SELECT g.code AS code, g.name AS name, g.rule AS rule, s.code AS store, g.state AS state, g.starts_on AS starts_on,
       g.ends_on AS ends_on, g.answer_days AS answer_days, g.cap AS cap, g.holdout AS holdout, g.voucher_kind AS voucher_kind,
       g.voucher_fen AS voucher_fen, g.voucher_days AS voucher_days, g.cost_fen AS cost_fen,
       (SELECT COUNT(*) FROM recipient AS r WHERE r.campaign_id = g.id AND r.arm = 'sent') AS sent,
       (SELECT COUNT(*) FROM recipient AS r WHERE r.campaign_id = g.id AND r.arm = 'held') AS held
FROM campaign AS g
LEFT JOIN store AS s ON s.id = g.store_id
WHERE g.code = $1
