-- Clients' judgements of treatments in a window, the latest of each treatment, and those of 4 or 5 of 5; staff is the doctor.
-- param: from day
-- param: to day
-- param: store_id int
-- param: by_store bool
-- param: by_month bool
-- param: by_channel bool
-- param: staff_id int
-- param: by_staff bool
-- column: store text
-- column: month text
-- column: channel text
-- column: staff text
-- column: satisfied int
-- column: answers int
WITH answer AS (
    SELECT store_id, treatment_id, day, score,
           ROW_NUMBER() OVER (PARTITION BY store_id, treatment_id ORDER BY at DESC, id DESC) AS back
    FROM evaluation
    WHERE rater = 'client' AND day >= $1 AND day < $2
      AND (CAST($3 AS BIGINT) IS NULL OR store_id = $3))
SELECT CASE WHEN CAST($4 AS BIGINT) = 1 THEN s.code END AS store,
       CASE WHEN CAST($5 AS BIGINT) = 1 THEN d.month END AS month,
       CASE WHEN CAST($6 AS BIGINT) = 1 THEN h.code END AS channel,
       CASE WHEN CAST($8 AS BIGINT) = 1 THEN p.code END AS staff,
       COUNT(*) FILTER (WHERE a.score >= 4) AS satisfied, COUNT(*) AS answers
FROM answer AS a
JOIN treatment AS t ON t.store_id = a.store_id AND t.id = a.treatment_id
                   AND t.status NOT IN ('preparation', 'entered-in-error')
JOIN client AS c ON c.id = t.client_id AND c.class = 'client'
JOIN channel AS h ON h.id = c.channel_id
JOIN store AS s ON s.id = a.store_id
JOIN calendar AS d ON d.day = a.day
LEFT JOIN staff AS p ON p.id = t.doctor_id
WHERE a.back = 1 AND (CAST($7 AS BIGINT) IS NULL OR t.doctor_id = $7)
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2, 3, 4
