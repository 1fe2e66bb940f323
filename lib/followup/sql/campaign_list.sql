-- Campaigns, the newest first, with how many clients they chose and held out.
-- param: state text
-- param: rule text
-- param: store_id int
-- column: code text
-- column: name text
-- column: rule text
-- column: store text
-- column: state text
-- column: starts_on day
-- column: ends_on day
-- column: sent int
-- column: held int
SELECT g.code AS code, g.name AS name, g.rule AS rule, s.code AS store, g.state AS state, g.starts_on AS starts_on,
       g.ends_on AS ends_on, (SELECT COUNT(*) FROM recipient AS r WHERE r.campaign_id = g.id AND r.arm = 'sent') AS sent,
       (SELECT COUNT(*) FROM recipient AS r WHERE r.campaign_id = g.id AND r.arm = 'held') AS held
FROM campaign AS g
LEFT JOIN store AS s ON s.id = g.store_id
WHERE (CAST($1 AS TEXT) IS NULL OR g.state = $1) AND (CAST($2 AS TEXT) IS NULL OR g.rule = $2)
  AND (CAST($3 AS BIGINT) IS NULL OR g.store_id IS NULL OR g.store_id = CAST($3 AS BIGINT))
ORDER BY g.starts_on DESC, g.code
