-- Clients by any mix of what is known of them, the best score first, then the newest file. Staff, tests, joined and
-- forgotten ones are out.
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
-- Candidates come from the narrowest of tag, tier and place that was asked for, else from all clients; a part that was not
-- asked for ends before its first row. They are materialised, or SQLite repeats all conditions for each of the parts.
-- Codes of store, staff and channel are looked up in the program, once each.
WITH pick (id) AS MATERIALIZED (
    SELECT client_id FROM client_tag
    WHERE CAST($3 AS TEXT) IS NOT NULL AND CAST($4 AS BIGINT) = 1
      AND tag = replace($3, ',', '') AND to_on IS NULL
    UNION ALL
    SELECT client_id FROM client_tier
    WHERE COALESCE(CAST($4 AS BIGINT), 0) <> 1 AND CAST($2 AS TEXT) IS NOT NULL
      AND tier = $2 AND to_on IS NULL
    UNION ALL
    SELECT id FROM client
    WHERE COALESCE(CAST($4 AS BIGINT), 0) <> 1 AND CAST($2 AS TEXT) IS NULL
      AND CAST($22 AS BIGINT) IS NOT NULL AND latitude >= $22 AND latitude <= $23
      AND longitude >= $24 AND longitude <= $25
    UNION ALL
    SELECT id FROM client
    WHERE COALESCE(CAST($4 AS BIGINT), 0) <> 1 AND CAST($2 AS TEXT) IS NULL
      AND CAST($22 AS BIGINT) IS NULL)
SELECT c.code AS code, c.store_id AS store_id, g.segment AS segment, g.score AS score, t.tier AS tier, c.owner_id AS owner_id,
       c.channel_id AS channel_id, c.gender AS gender, c.birthday AS birthday, g.visits AS visits, g.last_on AS last_on,
       g.spend_fen AS spend_fen, c.latitude AS latitude, c.longitude AS longitude, c.id AS id
FROM pick AS p
JOIN client AS c ON c.id = p.id
LEFT JOIN client_segment AS g ON g.id = c.id
LEFT JOIN client_tier AS t ON t.client_id = c.id AND t.to_on IS NULL
WHERE
-- include: list_filter.part
ORDER BY g.score DESC NULLS LAST, c.id DESC
LIMIT CAST($27 AS BIGINT)
