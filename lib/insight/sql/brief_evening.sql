-- What a day leaves behind: what slipped, by store.
-- param: store_id int
-- param: today day
-- param: now moment
-- column: place int
-- column: section text
-- column: item text
-- column: store text
-- column: count int
WITH line (place, section, item, store_id, count) AS (
    SELECT 1, 'slipped', 'no_shows', a.store_id, COUNT(*) FROM appointment AS a
    JOIN client AS c ON c.id = a.client_id AND c.class = 'client'
    WHERE a.day = $2 AND a.status = 'noshow' AND (CAST($1 AS BIGINT) IS NULL OR a.store_id = $1)
    GROUP BY a.store_id
    UNION ALL
    SELECT 2, 'slipped', 'unmarked', a.store_id, COUNT(*) FROM appointment AS a
    JOIN client AS c ON c.id = a.client_id AND c.class = 'client'
    WHERE a.day = $2 AND a.status IN ('booked', 'pending') AND a.ends_at <= CAST($3 AS BIGINT)
      AND (CAST($1 AS BIGINT) IS NULL OR a.store_id = $1)
    GROUP BY a.store_id
    UNION ALL
    SELECT 3, 'slipped', 'followups_undone', t.store_id, COUNT(*) FROM task AS t
    WHERE t.state = 'open' AND t.day <= CAST($2 AS BIGINT) AND (CAST($1 AS BIGINT) IS NULL OR t.store_id = $1)
    GROUP BY t.store_id
    UNION ALL
    SELECT 4, 'slipped', 'complaints_opened', k.store_id, COUNT(*) FROM complaint AS k
    WHERE k.day = $2 AND (CAST($1 AS BIGINT) IS NULL OR k.store_id = $1)
    GROUP BY k.store_id
    UNION ALL
    SELECT 5, 'slipped', 'adverse_found', e.store_id, COUNT(*) FROM adverse AS e
    WHERE e.day = $2 AND e.state <> 'entered-in-error' AND (CAST($1 AS BIGINT) IS NULL OR e.store_id = $1)
    GROUP BY e.store_id)
SELECT l.place, l.section, l.item, s.code AS store, l.count
FROM line AS l
JOIN store AS s ON s.id = l.store_id
ORDER BY l.place, s.code
