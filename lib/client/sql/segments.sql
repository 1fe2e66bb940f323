-- Clients as `segment` last saw them.
-- param: client text
-- param: segment text
-- column: client text
-- column: segment text
-- column: score int
-- column: reasons text
-- column: visits int
-- column: first_on day
-- column: last_on day
-- column: spend_fen fen
-- column: year_fen fen
-- column: overdue_milli int
-- column: alive_milli int
-- column: computed_on day
SELECT c.code AS client, g.segment AS segment, g.score AS score, g.reasons AS reasons, g.visits AS visits,
       g.first_on AS first_on, g.last_on AS last_on, g.spend_fen AS spend_fen, g.year_fen AS year_fen,
       g.overdue_milli AS overdue_milli, g.alive_milli AS alive_milli, g.computed_on AS computed_on
FROM client_segment AS g
JOIN client AS c ON c.id = g.id
WHERE (CAST($1 AS TEXT) IS NULL OR replace($1, ',' || c.code || ',', '') <> $1)
  AND (CAST($2 AS TEXT) IS NULL OR g.segment = $2)
ORDER BY g.score DESC, c.code
