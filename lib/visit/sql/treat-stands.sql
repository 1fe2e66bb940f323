-- What says that a treatment took place: an adverse event, a complaint, an evaluation.
-- param: store_id int
-- param: treatment_id int
-- column: what text
-- column: code text
SELECT what, code
FROM (
    SELECT 1 AS place, 'adverse' AS what, MIN(code) AS code FROM adverse
    WHERE store_id = $1 AND treatment_id = $2 AND state <> 'entered-in-error'
    UNION ALL
    SELECT 2, 'complaint', MIN(code) FROM complaint WHERE store_id = $1 AND treatment_id = $2
    UNION ALL
    SELECT 3, 'evaluation', MIN(code) FROM evaluation WHERE store_id = $1 AND treatment_id = $2) AS stand
WHERE code IS NOT NULL
ORDER BY place
LIMIT 1
