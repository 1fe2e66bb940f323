-- What each project costs here and elsewhere, by the latest price that was seen of each competitor in the days before; rank 1 is the cheapest.
-- param: today day
-- param: days int
-- param: store_id int
-- param: project text
-- column: project text
-- column: name text
-- column: own_fen fen
-- column: competitors int
-- column: lowest_fen fen
-- column: median_fen fen
-- column: highest_fen fen
-- column: cheapest text
-- column: activity text
-- column: rank int
-- column: gap_fen fen
-- column: gap share
-- column: since day
-- column: seen_on day
-- Own: as a client without a channel pays, in the store, else in the chain. Gap: own less their median; its share is of the median.
WITH own AS (
    SELECT r.project_id, r.amount_fen,
           ROW_NUMBER() OVER (PARTITION BY r.project_id
                              ORDER BY CASE WHEN r.store_id = 0 THEN 1 ELSE 0 END, r.valid_from DESC) AS place
    FROM price AS r
    WHERE (r.store_id = 0 OR r.store_id = COALESCE(CAST($3 AS BIGINT), 0)) AND r.channel_id IS NULL
      AND r.valid_from <= CAST($1 AS BIGINT) AND (r.valid_to IS NULL OR r.valid_to >= CAST($1 AS BIGINT))),
latest AS (
    SELECT m.project_id, m.competitor, m.amount_fen, m.activity, m.seen_on,
           ROW_NUMBER() OVER (PARTITION BY m.project_id, m.competitor
                              ORDER BY m.seen_on DESC, m.amount_fen, m.offer) AS place
    FROM market_price AS m
    WHERE m.project_id IS NOT NULL AND m.seen_on <= CAST($1 AS BIGINT)
      AND m.seen_on > CAST($1 AS BIGINT) - CAST($2 AS BIGINT)),
theirs AS (
    SELECT project_id, competitor, amount_fen, activity, seen_on,
           ROW_NUMBER() OVER (PARTITION BY project_id ORDER BY amount_fen, competitor) AS place,
           COUNT(*) OVER (PARTITION BY project_id) AS total
    FROM latest WHERE place = 1),
summed AS (
    SELECT t.project_id, COUNT(*) AS competitors, MIN(t.amount_fen) AS lowest, MAX(t.amount_fen) AS highest,
           CAST(SUM(CASE WHEN t.place = (t.total + 1) / 2 THEN t.amount_fen ELSE 0 END) AS BIGINT) AS lower,
           CAST(SUM(CASE WHEN t.place = (t.total + 2) / 2 THEN t.amount_fen ELSE 0 END) AS BIGINT) AS upper,
           MAX(CASE WHEN t.place = 1 THEN t.competitor END) AS cheapest,
           MAX(CASE WHEN t.place = 1 THEN t.activity END) AS activity,
           MIN(t.seen_on) AS since, MAX(t.seen_on) AS seen_on,
           COUNT(*) FILTER (WHERE t.amount_fen < o.amount_fen) AS cheaper
    FROM theirs AS t
    LEFT JOIN own AS o ON o.project_id = t.project_id AND o.place = 1
    GROUP BY t.project_id)
SELECT p.code AS project, p.name, o.amount_fen AS own_fen, u.competitors, u.lowest AS lowest_fen,
       (u.lower + u.upper) / 2 AS median_fen, u.highest AS highest_fen, u.cheapest, u.activity,
       CASE WHEN o.amount_fen IS NOT NULL THEN u.cheaper + 1 END AS rank,
       o.amount_fen - (u.lower + u.upper) / 2 AS gap_fen,
       CASE WHEN u.lower + u.upper > 1 THEN (o.amount_fen - (u.lower + u.upper) / 2) * 1000000 / ((u.lower + u.upper) / 2) END AS gap,
       u.since, u.seen_on
FROM summed AS u
JOIN project AS p ON p.id = u.project_id
LEFT JOIN own AS o ON o.project_id = u.project_id AND o.place = 1
WHERE CAST($4 AS TEXT) IS NULL OR p.code = $4
ORDER BY p.code
