-- The state of an order does not fit what it says of itself.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, p.code AS subject, p.state AS detail
FROM purchase AS p
JOIN store AS s ON s.id = p.store_id
WHERE (p.state = 'draft' AND (p.approved_at IS NOT NULL OR p.ended_at IS NOT NULL))
   OR (p.state = 'approved' AND (p.approved_at IS NULL OR p.ended_at IS NOT NULL))
   OR ((p.state = 'closed' OR p.state = 'cancelled') AND p.ended_at IS NULL)
   OR (p.state = 'closed' AND p.approved_at IS NULL)
   OR ((p.state = 'draft' OR p.state = 'cancelled')
       AND EXISTS (SELECT 1 FROM purchase_line AS l
                   WHERE l.store_id = p.store_id AND l.purchase_id = p.id AND l.received > 0))
ORDER BY s.code, p.code
