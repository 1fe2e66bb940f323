-- A client by their code, at the end of the files that were joined to one another.
-- param: code text
-- column: id int
-- column: code text
-- column: forgotten_on day
WITH RECURSIVE files (id, code, merged_into, forgotten_on, depth) AS (
    SELECT id, code, merged_into, forgotten_on, 0 FROM client WHERE code = $1
    UNION ALL
    SELECT c.id, c.code, c.merged_into, c.forgotten_on, f.depth + 1
    FROM files AS f JOIN client AS c ON c.id = f.merged_into
    WHERE f.depth < 64)
SELECT id, code, forgotten_on FROM files ORDER BY depth DESC LIMIT 1
