-- What figures need of clients' files, by id from … until.
-- param: from int
-- param: to int
-- column: id int
-- column: class text
-- column: channel_id int
-- column: store_id int
-- column: owner_id int
-- column: gender text
-- column: birthday day
SELECT c.id AS id, c.class AS class, c.channel_id AS channel_id, c.store_id AS store_id, c.owner_id AS owner_id,
       c.gender AS gender, c.birthday AS birthday
FROM client AS c
WHERE c.id >= $1 AND c.id < $2
ORDER BY c.id
