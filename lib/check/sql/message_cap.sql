-- A client got more marketing than the caps of the store allow.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
-- Who judged it went by the local days of the store. More than the cap of a week within 142 hours is too much wherever that is, and so
-- is more than that of two days within 22. A store without a cap of its own has that of the chain, else the one that is shipped.
SELECT 'warning' AS severity, s.code AS store, m.code AS subject,
       c.code || ' ' || CAST(m.of_week AS TEXT) || ' / ' || CAST(m.of_day AS TEXT) AS detail
FROM (
    SELECT x.store_id, x.code, x.client_id,
           COUNT(*) OVER (PARTITION BY x.client_id ORDER BY x.sent_at RANGE BETWEEN 511200 PRECEDING AND CURRENT ROW) AS of_week,
           COUNT(*) OVER (PARTITION BY x.client_id ORDER BY x.sent_at RANGE BETWEEN 79200 PRECEDING AND CURRENT ROW) AS of_day
    FROM message AS x
    WHERE x.state = 'sent' AND x.purpose = 'marketing' AND x.sent_at IS NOT NULL) AS m
JOIN (
    SELECT s.id, s.code, CAST(COALESCE(d.value, e.value, '1') AS BIGINT) AS cap_day, CAST(COALESCE(w.value, v.value, '2') AS BIGINT) AS cap_week
    FROM store AS s
    LEFT JOIN setting AS d ON d.store_id = s.id AND d.name = 'send.cap_day'
    LEFT JOIN setting AS e ON e.store_id = 0 AND e.name = 'send.cap_day'
    LEFT JOIN setting AS w ON w.store_id = s.id AND w.name = 'send.cap_week'
    LEFT JOIN setting AS v ON v.store_id = 0 AND v.name = 'send.cap_week') AS s ON s.id = m.store_id
JOIN client AS c ON c.id = m.client_id
WHERE (s.cap_week > 0 AND m.of_week > s.cap_week) OR (s.cap_day > 0 AND m.of_day > 2 * s.cap_day)
ORDER BY s.code, m.code
