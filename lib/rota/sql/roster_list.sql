-- The rosters of a store with the chain's, or of all: those that reach into a window of days; without one those that are not over.
-- param: store_id int
-- param: today day
-- param: from day
-- param: to day
-- param: state text
-- param: all bool
-- column: store text
-- column: roster text
-- column: from_on day
-- column: to_on day
-- column: state text
-- column: people int
-- column: shifts int
-- column: of text
-- column: objective int
-- column: bound int
-- column: short_minutes int
-- column: made_at moment
-- column: published_at moment
-- column: note text
SELECT s.code AS store, r.code AS roster, r.from_on, r.to_on, r.state,
       (SELECT COUNT(DISTINCT c.staff_id) FROM roster_cell AS c WHERE c.store_id = r.store_id AND c.roster_id = r.id) AS people,
       (SELECT COUNT(*) FROM roster_cell AS c WHERE c.store_id = r.store_id AND c.roster_id = r.id AND c.what = 'work') AS shifts,
       r.of_code AS of, r.objective, r.bound, r.short_minutes, r.made_at, r.published_at, r.note
FROM roster AS r JOIN store AS s ON s.id = r.store_id
WHERE (CAST($1 AS BIGINT) IS NULL OR r.store_id = $1 OR r.store_id = 0)
  AND ($6 = 1 OR r.to_on > COALESCE(CAST($3 AS BIGINT), CAST($2 AS BIGINT))) AND (CAST($4 AS BIGINT) IS NULL OR r.from_on < $4)
  AND (CAST($5 AS TEXT) IS NULL OR r.state = $5)
ORDER BY r.from_on, s.code, r.code
