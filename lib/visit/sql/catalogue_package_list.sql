-- The packages, a line for each project in them.
-- param: all bool
-- param: today day
-- column: code text
-- column: name text
-- column: price_fen fen
-- column: floor_fen fen
-- column: valid_from day
-- column: valid_to day
-- column: months int
-- column: trial bool
-- column: active bool
-- column: project text
-- column: quantity int
-- column: share_fen fen
SELECT g.code, g.name, g.price_fen, g.floor_fen, g.valid_from, g.valid_to, g.months, g.trial, g.active,
       p.code AS project, l.quantity, l.share_fen
FROM package AS g
LEFT JOIN package_line AS l ON l.package_id = g.id
LEFT JOIN project AS p ON p.id = l.project_id
WHERE $1 = 1 OR (g.active = 1 AND g.valid_from <= $2 AND (g.valid_to IS NULL OR g.valid_to >= $2))
ORDER BY g.code, p.code
