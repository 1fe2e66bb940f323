-- What was paid for a complaint is not the sum of its compensations, or more than was agreed.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
WITH summed AS (
    SELECT k.store_id, k.id,
           (SELECT COALESCE(CAST(SUM(s.amount_fen) AS BIGINT), 0) FROM complaint_step AS s
            WHERE s.store_id = k.store_id AND s.complaint_id = k.id
              AND s.kind = 'compensate') AS paid,
           (SELECT s.amount_fen FROM complaint_step AS s
            WHERE s.store_id = k.store_id AND s.complaint_id = k.id AND s.kind = 'agree'
            ORDER BY s.line DESC LIMIT 1) AS agreed
    FROM complaint AS k
    WHERE EXISTS (SELECT 1 FROM complaint_step AS s
                  WHERE s.store_id = k.store_id AND s.complaint_id = k.id))
SELECT 'error' AS severity, t.code AS store, k.code AS subject,
       k.compensation_fen || ' / ' || s.paid || ' / ' || COALESCE(s.agreed, 0) || ' fen' AS detail
FROM complaint AS k
JOIN summed AS s ON s.store_id = k.store_id AND s.id = k.id
JOIN store AS t ON t.id = k.store_id
WHERE k.compensation_fen <> s.paid OR s.paid > COALESCE(s.agreed, 0)
ORDER BY t.code, k.code
