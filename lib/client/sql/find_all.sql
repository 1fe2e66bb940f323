-- All standing files, to look through their names.
-- column: id int
-- column: data_key bytes
-- column: code text
-- column: name bytes
-- column: phone bytes
-- column: store text
-- column: birthday day
-- column: joined_to text
SELECT c.id AS id, c.data_key AS data_key, c.code AS code, c.name AS name, c.phone AS phone,
       s.code AS store, c.birthday AS birthday, NULL AS joined_to
FROM client AS c
JOIN store AS s ON s.id = c.store_id
WHERE c.merged_into IS NULL AND c.name IS NOT NULL
ORDER BY c.id
