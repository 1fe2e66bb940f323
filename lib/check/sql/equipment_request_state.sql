-- A request for a machine and its steps do not fit, or what was chosen was not offered.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, r.code AS subject, r.state AS detail
FROM equipment_request AS r
JOIN store AS s ON s.id = r.store_id
WHERE (r.state = 'open' AND r.supplier_id IS NOT NULL)
   OR ((r.state = 'chosen' OR r.state = 'accepted') AND NOT EXISTS (
          SELECT 1 FROM equipment_offer AS o
          WHERE o.store_id = r.store_id AND o.request_id = r.id AND o.supplier_id = r.supplier_id))
   OR (r.state = 'accepted') <> EXISTS (
          SELECT 1 FROM acceptance AS a WHERE a.store_id = r.store_id AND a.request_id = r.id)
   OR r.chosen_by = r.chosen_second
ORDER BY s.code, r.code
