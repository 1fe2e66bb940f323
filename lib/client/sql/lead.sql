-- A lead, with what is sealed and the key to it.
-- param: code text
-- column: id int
-- column: data_key bytes
-- column: name bytes
-- column: phone bytes
-- column: note bytes
-- column: stage text
-- column: store text
-- column: channel text
-- column: owner text
-- column: client text
SELECT l.id AS id, l.data_key AS data_key, l.name AS name, l.phone AS phone, l.note AS note, l.stage AS stage,
       s.code AS store, h.code AS channel, w.code AS owner, c.code AS client
FROM lead AS l
JOIN store AS s ON s.id = l.store_id
JOIN channel AS h ON h.id = l.channel_id
LEFT JOIN staff AS w ON w.id = l.owner_id
LEFT JOIN client AS c ON c.id = l.client_id
WHERE l.code = $1
