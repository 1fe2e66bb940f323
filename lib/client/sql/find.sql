-- Files with that code, phone or id number; those that were joined to others too.
-- param: code text
-- param: phone_index bytes
-- param: id_number_index bytes
-- column: id int
-- column: data_key bytes
-- column: code text
-- column: name bytes
-- column: phone bytes
-- column: store text
-- column: birthday day
-- column: joined_to text
WITH hit (id) AS (
    SELECT id FROM client WHERE code = $1
    UNION
    SELECT id FROM client WHERE phone_index = $2
    UNION
    SELECT id FROM client WHERE id_number_index = $3)
SELECT c.id AS id, c.data_key AS data_key, c.code AS code, c.name AS name, c.phone AS phone,
       s.code AS store, c.birthday AS birthday, m.code AS joined_to
FROM hit AS h
JOIN client AS c ON c.id = h.id
JOIN store AS s ON s.id = c.store_id
LEFT JOIN client AS m ON m.id = c.merged_into
ORDER BY c.code
