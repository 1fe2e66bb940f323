-- Faults of machines, the last first, and how many minutes each stood still: until it was found good again, or until now.
-- param: store_id int
-- param: equipment text
-- param: state text
-- param: open bool
-- param: from moment
-- param: to moment
-- param: as_of moment
-- column: store text
-- column: code text
-- column: equipment text
-- column: state text
-- column: at moment
-- column: staff text
-- column: what text
-- column: repairer text
-- column: ended_at moment
-- column: verified_by text
-- column: down_minutes int
-- column: recalibrate bool
-- column: cost_fen fen
SELECT s.code AS store, f.code, e.code AS equipment, f.state, f.at, p.code AS staff, f.what, COALESCE(f.repairer, r.code) AS repairer,
       f.ended_at, v.code AS verified_by, (COALESCE(f.ended_at, CAST($7 AS BIGINT)) - f.at) / 60 AS down_minutes, f.recalibrate,
       f.cost_fen
FROM fault AS f
JOIN store AS s ON s.id = f.store_id
JOIN equipment AS e ON e.store_id = f.store_id AND e.id = f.equipment_id
LEFT JOIN staff AS p ON p.id = f.staff_id
LEFT JOIN staff AS r ON r.id = f.repairer_id
LEFT JOIN staff AS v ON v.id = f.verified_id
WHERE (CAST($1 AS BIGINT) IS NULL OR f.store_id = $1) AND (CAST($2 AS TEXT) IS NULL OR e.code = $2)
  AND (CAST($3 AS TEXT) IS NULL OR f.state = $3) AND (CAST($4 AS BIGINT) = 0 OR f.state = 'open' OR f.state = 'repairing')
  AND (CAST($5 AS BIGINT) IS NULL OR f.at >= CAST($5 AS BIGINT)) AND (CAST($6 AS BIGINT) IS NULL OR f.at < CAST($6 AS BIGINT))
  AND f.at <= CAST($7 AS BIGINT)
ORDER BY f.at DESC, s.code, f.code DESC
