-- Facts of the SOP about the contracts of a visit: each holds when it holds for all of them.
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: visit_id int
-- column: staff_id int
-- column: drafted moment
-- column: lines bool
-- column: reviewed moment
-- column: reviewed_by int
-- column: signed moment
-- column: proof bool
-- column: paid moment
WITH one AS (
    SELECT v.store_id, v.id AS visit_id, c.consultant_id, c.at, c.reviewed_at, c.reviewed_by, c.signed_at, c.proof,
           CASE WHEN EXISTS (SELECT 1 FROM contract_line AS l WHERE l.store_id = c.store_id AND l.contract_id = c.id)
                THEN 1 ELSE 0 END AS has_lines,
           (SELECT MIN(y.paid_at) FROM payment AS y
            WHERE y.client_id = c.client_id AND +y.store_id = c.store_id AND y.order_code = c.code AND y.class = 'sale' AND y.amount_fen > 0) AS paid_at
    FROM store AS s
    CROSS JOIN visit AS v
    CROSS JOIN contract AS c
    WHERE v.store_id = s.id AND v.day >= CAST($1 AS BIGINT) AND v.day < CAST($2 AS BIGINT)
      AND c.client_id = v.client_id AND +c.store_id = v.store_id AND c.visit_id = v.id
      AND c.state <> 'cancelled'
      AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR v.id = CAST($4 AS BIGINT)))
SELECT store_id, visit_id, MIN(consultant_id) AS staff_id, MIN(at) AS drafted, MIN(has_lines) AS lines,
       CASE WHEN COUNT(reviewed_at) = COUNT(*) THEN MAX(reviewed_at) END AS reviewed, MIN(reviewed_by) AS reviewed_by,
       CASE WHEN COUNT(signed_at) = COUNT(*) THEN MAX(signed_at) END AS signed,
       CASE WHEN COUNT(proof) = COUNT(*) THEN 1 ELSE 0 END AS proof,
       CASE WHEN COUNT(paid_at) = COUNT(*) THEN MAX(paid_at) END AS paid
FROM one
GROUP BY store_id, visit_id
