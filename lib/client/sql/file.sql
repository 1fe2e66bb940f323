-- A client's file: what is sealed comes sealed, with the key to it.
-- param: id int
-- column: id int
-- column: data_key bytes
-- column: forgotten_on day
-- column: code text
-- column: name bytes
-- column: phone bytes
-- column: id_number bytes
-- column: gender text
-- column: birthday day
-- column: store text
-- column: channel text
-- column: owner text
-- column: nurse text
-- column: created_on day
-- column: class text
-- column: address bytes
-- column: email bytes
-- column: wechat bytes
-- column: language text
-- column: allergy bytes
-- column: history bytes
-- column: preference bytes
-- column: note bytes
-- column: first_visit day
-- column: last_visit day
-- column: visits int
-- column: segment text
-- column: score int
-- column: reasons text
-- column: tier text
-- column: referrer text
SELECT c.id AS id, c.data_key AS data_key, c.forgotten_on AS forgotten_on, c.code AS code, c.name AS name,
       c.phone AS phone, c.id_number AS id_number, c.gender AS gender, c.birthday AS birthday,
       s.code AS store, h.code AS channel, o.code AS owner, n.code AS nurse,
       c.created_on AS created_on, c.class AS class, c.address AS address, c.email AS email, c.wechat AS wechat, c.language AS language,
       c.allergy AS allergy, c.history AS history, c.preference AS preference, c.note AS note,
       v.first_visit AS first_visit, v.last_visit AS last_visit, v.visits AS visits,
       g.segment AS segment, g.score AS score, g.reasons AS reasons, t.tier AS tier,
       b.code AS referrer
FROM client AS c
JOIN store AS s ON s.id = c.store_id
JOIN channel AS h ON h.id = c.channel_id
LEFT JOIN staff AS o ON o.id = c.owner_id
LEFT JOIN staff AS n ON n.id = c.nurse_id
LEFT JOIN client_segment AS g ON g.id = c.id
LEFT JOIN client_tier AS t ON t.client_id = c.id AND t.to_on IS NULL
LEFT JOIN referral AS r ON r.client_id = c.id
LEFT JOIN client AS b ON b.id = r.referrer_id
JOIN (
    SELECT MIN(day) AS first_visit, MAX(day) AS last_visit, COUNT(DISTINCT day) AS visits
    FROM visit
    WHERE client_id = $1 AND status NOT IN ('planned', 'cancelled', 'entered-in-error')) AS v ON 1 = 1
WHERE c.id = $1
