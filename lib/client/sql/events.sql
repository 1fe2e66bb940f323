-- Events with what they cost, who came, and what those who came paid from the first day on until so many days behind the
-- last one: the return is that by what was spent.
-- param: store_id int
-- param: from day
-- param: to day
-- param: days int
-- column: store text
-- column: code text
-- column: name text
-- column: kind text
-- column: starts_on day
-- column: ends_on day
-- column: partner text
-- column: budget_fen fen
-- column: spent_fen fen
-- column: invited int
-- column: accepted int
-- column: attended int
-- column: participation ratio
-- column: revenue_fen fen
-- column: return ratio
WITH g AS (
    SELECT e.store_id AS store_id, e.id AS id, COUNT(q.id) AS invited,
           COUNT(CASE WHEN q.state = 'accepted' OR q.state = 'attended' THEN 1 END) AS accepted,
           COUNT(CASE WHEN q.state = 'attended' THEN 1 END) AS attended,
           CAST(COALESCE(SUM(CASE WHEN q.state = 'attended' THEN
               (SELECT SUM(p.amount_fen) FROM payment AS p
                WHERE p.client_id = q.client_id AND p.class = 'sale' AND p.day >= e.starts_on
                  AND p.day <= e.ends_on + COALESCE(CAST($4 AS BIGINT), 30)) END), 0) AS BIGINT) AS revenue
    FROM event AS e
    LEFT JOIN guest AS q ON q.store_id = e.store_id AND q.event_id = e.id
    GROUP BY e.store_id, e.id)
SELECT s.code AS store, e.code AS code, e.name AS name, e.kind AS kind, e.starts_on AS starts_on, e.ends_on AS ends_on,
       a.code AS partner, e.budget_fen AS budget_fen, e.spent_fen AS spent_fen, g.invited AS invited,
       g.accepted AS accepted, g.attended AS attended, g.attended AS participation_numerator, g.invited AS participation_denominator,
       g.revenue AS revenue_fen, g.revenue AS return_numerator, e.spent_fen AS return_denominator
FROM event AS e
JOIN g ON g.store_id = e.store_id AND g.id = e.id
JOIN store AS s ON s.id = e.store_id
LEFT JOIN partner AS a ON a.id = e.partner_id
WHERE (CAST($1 AS BIGINT) IS NULL OR e.store_id = $1) AND (CAST($2 AS BIGINT) IS NULL OR e.ends_on >= $2)
  AND (CAST($3 AS BIGINT) IS NULL OR e.starts_on < $3)
ORDER BY e.starts_on, s.code, e.code
