-- Open days and the like of a store, which bring more clients than other days.
-- param: store_id int
-- param: from day
-- column: starts_on day
-- column: ends_on day
SELECT starts_on, ends_on FROM event
WHERE store_id = $1 AND ends_on >= $2 AND (kind = 'open-day' OR kind = 'member-day')
ORDER BY starts_on, id
