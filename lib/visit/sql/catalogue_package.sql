-- A package by its code.
-- param: code text
-- column: id int
-- column: active bool
-- column: trial bool
-- column: price_fen fen
-- column: floor_fen fen
-- column: valid_from day
-- column: valid_to day
-- column: lines int
SELECT p.id, p.active, p.trial, p.price_fen, p.floor_fen, p.valid_from, p.valid_to,
       (SELECT COUNT(*) FROM package_line AS l WHERE l.package_id = p.id) AS lines
FROM package AS p WHERE p.code = $1
