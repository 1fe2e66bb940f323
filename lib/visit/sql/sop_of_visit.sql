-- Facts of the SOP about a visit: when the client arrived, was seen and left, and whether there was to be a
-- consultation.
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: visit_id int
-- column: arrived moment
-- column: seen moment
-- column: left moment
-- column: consulting bool
SELECT v.store_id, v.id AS visit_id, v.arrived_at AS arrived, v.seen_at AS seen, v.left_at AS "left",
       CASE WHEN v.purpose = 'consult' OR EXISTS (
           SELECT 1 FROM consultation AS k
           WHERE k.client_id = v.client_id AND +k.store_id = v.store_id AND k.visit_id = v.id
             AND k.outcome <> 'entered-in-error') THEN 1 ELSE 0 END AS consulting
FROM store AS s
CROSS JOIN visit AS v
WHERE v.store_id = s.id AND v.day >= CAST($1 AS BIGINT) AND v.day < CAST($2 AS BIGINT)
  AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR v.id = CAST($4 AS BIGINT))
