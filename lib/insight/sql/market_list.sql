-- Prices of competitors as they were seen, the latest first.
-- param: competitor text
-- param: project text
-- param: from day
-- param: to day
-- param: unmatched bool
-- column: competitor text
-- column: offer text
-- column: project text
-- column: seen_on day
-- column: amount_fen fen
-- column: activity text
-- column: source text
-- column: note text
SELECT m.competitor, m.offer, p.code AS project, m.seen_on, m.amount_fen, m.activity, m.source, m.note
FROM market_price AS m
LEFT JOIN project AS p ON p.id = m.project_id
WHERE (CAST($1 AS TEXT) IS NULL OR m.competitor = $1) AND (CAST($2 AS TEXT) IS NULL OR p.code = $2)
  AND (CAST($3 AS BIGINT) IS NULL OR m.seen_on >= $3) AND (CAST($4 AS BIGINT) IS NULL OR m.seen_on < $4)
  AND (CAST($5 AS BIGINT) = 0 OR m.project_id IS NULL)
ORDER BY m.seen_on DESC, m.competitor, m.offer
