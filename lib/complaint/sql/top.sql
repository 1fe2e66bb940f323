-- The categories with most complaints of a month, by count, then severity, then code, beside the month before; same client, category and treatment within seven days is one.
-- param: from day
-- param: to day
-- param: before day
-- param: store_id int
-- param: count int
-- column: category text
-- column: complaints int
-- column: of_all int
-- column: severity int
-- column: before int
-- column: of_before int
WITH counted AS (
    SELECT k.category, k.severity, CASE WHEN k.day >= $1 THEN 1 ELSE 0 END AS this
    FROM complaint AS k
    JOIN client AS c ON c.id = k.client_id AND c.class = 'client'
    WHERE k.day >= $3 AND k.day < $2 AND (CAST($4 AS BIGINT) IS NULL OR k.store_id = $4)
      AND NOT EXISTS (
          SELECT 1 FROM complaint AS e
          WHERE e.client_id = k.client_id AND e.store_id = k.store_id AND e.category = k.category
            AND e.treatment_id IS NOT DISTINCT FROM k.treatment_id AND e.id <> k.id
            AND (e.opened_at < k.opened_at OR (e.opened_at = k.opened_at AND e.id < k.id))
            AND k.day - e.day <= 7)),
summed AS (
    SELECT category, COUNT(*) FILTER (WHERE this = 1) AS complaints,
           MAX(CASE WHEN this = 1 THEN severity END) AS severity,
           COUNT(*) FILTER (WHERE this = 0) AS before
    FROM counted
    GROUP BY category),
shared AS (
    SELECT category, complaints, CAST(SUM(complaints) OVER () AS BIGINT) AS of_all, severity,
           before, CAST(SUM(before) OVER () AS BIGINT) AS of_before
    FROM summed)
SELECT category, complaints, of_all, severity, before, of_before
FROM shared
WHERE complaints > 0
ORDER BY complaints DESC, severity DESC, category
LIMIT CAST($5 AS BIGINT)
