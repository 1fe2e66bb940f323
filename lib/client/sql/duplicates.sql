-- Pairs of standing files with one phone or one id number: the older file first.
-- column: code text
-- column: other text
-- column: by text
-- column: created_on day
-- column: other_created_on day
-- column: store text
-- column: other_store text
-- column: class text
-- column: other_class text
WITH pair AS (
    SELECT a.id AS a, b.id AS b, 'phone' AS by
    FROM client AS a
    JOIN client AS b ON b.phone_index = a.phone_index AND b.id <> a.id
    WHERE a.merged_into IS NULL AND b.merged_into IS NULL
      AND (a.created_on < b.created_on OR (a.created_on = b.created_on AND a.id < b.id))
    UNION ALL
    SELECT a.id AS a, b.id AS b, 'id_number' AS by
    FROM client AS a
    JOIN client AS b ON b.id_number_index = a.id_number_index AND b.id <> a.id
    WHERE a.merged_into IS NULL AND b.merged_into IS NULL
      AND (a.created_on < b.created_on OR (a.created_on = b.created_on AND a.id < b.id)))
SELECT c.code AS code, d.code AS other, p.by AS by, c.created_on AS created_on,
       d.created_on AS other_created_on, s.code AS store, r.code AS other_store,
       c.class AS class, d.class AS other_class
FROM pair AS p
JOIN client AS c ON c.id = p.a
JOIN client AS d ON d.id = p.b
JOIN store AS s ON s.id = c.store_id
JOIN store AS r ON r.id = d.store_id
ORDER BY c.code, d.code, p.by
