-- A client whom a rule would take, and what speaks against it: chosen lately by any campaign, tags, an appointment ahead, a
-- complaint that is not closed.
-- param: client_id int
-- param: since moment
-- param: tags text
-- param: not_tags text
-- param: now moment
-- column: code text
-- column: class text
-- column: store_id int
-- column: owner_id int
-- column: nurse_id int
-- column: birthday day
-- column: sms bool
-- column: wechat bool
-- column: email bool
-- column: forgotten bool
-- column: lately bool
-- column: tagged bool
-- column: refused bool
-- column: booked bool
-- column: complains bool
SELECT c.code AS code, c.class AS class, c.store_id AS store_id, c.owner_id AS owner_id, c.nurse_id AS nurse_id,
       c.birthday AS birthday,
       CASE WHEN c.phone IS NULL THEN 0 ELSE 1 END AS sms, CASE WHEN c.wechat IS NULL THEN 0 ELSE 1 END AS wechat,
       CASE WHEN c.email IS NULL THEN 0 ELSE 1 END AS email, CASE WHEN c.forgotten_on IS NULL THEN 0 ELSE 1 END AS forgotten,
       CASE WHEN EXISTS (SELECT 1 FROM recipient AS r WHERE r.client_id = c.id AND r.due_at > CAST($2 AS BIGINT))
           THEN 1 ELSE 0 END AS lately,
       CASE WHEN CAST($3 AS TEXT) IS NULL OR EXISTS (
           SELECT 1 FROM client_tag AS k
           WHERE k.client_id = c.id AND k.to_on IS NULL AND replace($3, ',' || k.tag || ',', '') <> $3)
           THEN 1 ELSE 0 END AS tagged,
       CASE WHEN CAST($4 AS TEXT) IS NOT NULL AND EXISTS (
           SELECT 1 FROM client_tag AS k
           WHERE k.client_id = c.id AND k.to_on IS NULL AND replace($4, ',' || k.tag || ',', '') <> $4)
           THEN 1 ELSE 0 END AS refused,
       CASE WHEN EXISTS (
           SELECT 1 FROM appointment AS a
           WHERE a.client_id = c.id AND a.starts_at > CAST($5 AS BIGINT)
             AND (a.status = 'proposed' OR a.status = 'pending' OR a.status = 'booked' OR a.status = 'waitlist'))
           THEN 1 ELSE 0 END AS booked,
       CASE WHEN EXISTS (SELECT 1 FROM complaint AS p WHERE p.client_id = c.id AND p.state <> 'closed')
           THEN 1 ELSE 0 END AS complains
FROM client AS c
WHERE c.id = CAST($1 AS BIGINT)
