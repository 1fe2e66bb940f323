-- Facts of the SOP about the client of a visit: what the file has, whether they are a minor on the day, and a consent to
-- the use of health data that holds then.
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: visit_id int
-- column: owner bool
-- column: nurse bool
-- column: file bool
-- column: allergy bool
-- column: history bool
-- column: minor bool
-- column: consent moment
SELECT v.store_id, v.id AS visit_id,
       CASE WHEN c.owner_id IS NOT NULL THEN 1 ELSE 0 END AS owner,
       CASE WHEN c.nurse_id IS NOT NULL THEN 1 ELSE 0 END AS nurse,
       CASE WHEN c.name IS NOT NULL AND c.phone IS NOT NULL AND c.gender IS NOT NULL AND c.birthday IS NOT NULL
            THEN 1 ELSE 0 END AS file,
       CASE WHEN c.allergy IS NOT NULL THEN 1 ELSE 0 END AS allergy,
       CASE WHEN c.history IS NOT NULL THEN 1 ELSE 0 END AS history,
       CASE WHEN b.day IS NULL THEN CASE WHEN v.day - c.birthday < 6575 THEN 1 ELSE 0 END
            WHEN CAST(d.year AS BIGINT) - CAST(b.year AS BIGINT) < 18 THEN 1
            WHEN CAST(d.year AS BIGINT) - CAST(b.year AS BIGINT) = 18 AND substr(d.date, 6) < substr(b.date, 6) THEN 1
            ELSE 0 END AS minor,
       (SELECT MIN(k.at) FROM consent AS k
        WHERE k.client_id = v.client_id AND k.purpose = 'care' AND k.given = 1
          AND (k.until IS NULL OR k.until >= v.day) AND k.at < v.arrived_at + 86400
          AND NOT EXISTS (
              SELECT 1 FROM consent AS w
              WHERE w.client_id = k.client_id AND w.purpose = k.purpose AND w.way = k.way AND w.given = 0
                AND w.at > k.at AND w.at < v.arrived_at + 86400)) AS consent
FROM store AS s
CROSS JOIN visit AS v
CROSS JOIN client AS c
CROSS JOIN calendar AS d
LEFT JOIN calendar AS b ON b.day = c.birthday
WHERE v.store_id = s.id AND v.day >= CAST($1 AS BIGINT) AND v.day < CAST($2 AS BIGINT)
  AND c.id = v.client_id
  AND d.day = v.day
  AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR v.id = CAST($4 AS BIGINT))
