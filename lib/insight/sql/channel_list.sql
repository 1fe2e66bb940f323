-- The channels, with their clients and what was spent on them.
-- column: code text
-- column: name text
-- column: category text
-- column: clients int
-- column: spend_fen fen
-- column: last_spend_on day
SELECT c.code, c.name, c.category, COALESCE(k.clients, 0) AS clients, COALESCE(x.spend, 0) AS spend_fen, x.last_on AS last_spend_on
FROM channel AS c
LEFT JOIN (SELECT channel_id, COUNT(*) AS clients FROM client WHERE class = 'client' GROUP BY channel_id) AS k ON k.channel_id = c.id
LEFT JOIN (SELECT channel_id, CAST(SUM(amount_fen) AS BIGINT) AS spend, MAX(day) AS last_on FROM spend GROUP BY channel_id) AS x
       ON x.channel_id = c.id
ORDER BY c.code
