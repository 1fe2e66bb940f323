-- The clients of a segment by any mix of what is known of them, as list.sql gives them.
-- param: not_segment text
-- param: tier text
-- param: tag text
-- param: tag_count int
-- param: not_tag text
-- param: seen_before day
-- param: seen_after day
-- param: birthday_from int
-- param: birthday_to int
-- param: spend_from fen
-- param: spend_below fen
-- param: born_after day
-- param: born_until day
-- param: gender text
-- param: channel text
-- param: owner text
-- param: home text
-- param: had text
-- param: had_count int
-- param: not_had text
-- param: score_from int
-- param: south int
-- param: north int
-- param: west int
-- param: east int
-- param: store_id int
-- param: limit int
-- param: segment text
-- column: code text
-- column: store_id int
-- column: segment text
-- column: score int
-- column: tier text
-- column: owner_id int
-- column: channel_id int
-- column: gender text
-- column: birthday day
-- column: visits int
-- column: last_on day
-- column: spend_fen fen
-- column: latitude int
-- column: longitude int
-- column: id int
-- The index by segment and score gives them in their order, so that the first come at once.
SELECT c.code AS code, c.store_id AS store_id, g.segment AS segment, g.score AS score, t.tier AS tier, c.owner_id AS owner_id,
       c.channel_id AS channel_id, c.gender AS gender, c.birthday AS birthday, g.visits AS visits, g.last_on AS last_on,
       g.spend_fen AS spend_fen, c.latitude AS latitude, c.longitude AS longitude, c.id AS id
FROM client_segment AS g
JOIN client AS c ON c.id = g.id
LEFT JOIN client_tier AS t ON t.client_id = c.id AND t.to_on IS NULL
WHERE g.segment = $28 AND
-- include: list_filter.part
ORDER BY g.score DESC, g.id DESC
LIMIT CAST($27 AS BIGINT)
