-- Points of the assessments of service in a window, of those that could be had; the store is the person's.
-- param: from day
-- param: to day
-- param: store_id int
-- param: by_store bool
-- param: by_month bool
-- param: staff_id int
-- param: by_staff bool
-- column: store text
-- column: month text
-- column: staff text
-- column: points int
-- column: possible int
-- column: cases int
SELECT CASE WHEN CAST($4 AS BIGINT) = 1 THEN s.code END AS store,
       CASE WHEN CAST($5 AS BIGINT) = 1 THEN d.month END AS month,
       CASE WHEN CAST($7 AS BIGINT) = 1 THEN p.code END AS staff,
       CAST(SUM(r.score) AS BIGINT) AS points, 100 * COUNT(*) AS possible, COUNT(*) AS cases
FROM review AS r
JOIN staff AS p ON p.id = r.staff_id
JOIN calendar AS d ON d.day = r.day
LEFT JOIN store AS s ON s.id = p.store_id
WHERE r.kind = 'service' AND r.day >= $1 AND r.day < $2
  AND (CAST($3 AS BIGINT) IS NULL OR p.store_id = $3)
  AND (CAST($6 AS BIGINT) IS NULL OR r.staff_id = $6)
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
