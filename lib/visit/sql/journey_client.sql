-- A client by their code: the file that counts, and the channel that they came by first.
-- param: code text
-- column: id int
-- column: channel_id int
SELECT COALESCE(c.merged_into, c.id) AS id, COALESCE(m.channel_id, c.channel_id) AS channel_id
FROM client AS c
LEFT JOIN client AS m ON m.id = c.merged_into
WHERE c.code = $1
