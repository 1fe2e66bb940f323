-- When campaigns ran, or will, of which store (0: of all).
-- param: from_day day
-- param: to_day day
-- column: store_id int
-- column: starts_on day
-- column: ends_on day
SELECT COALESCE(store_id, 0) AS store_id, starts_on, ends_on
FROM campaign
WHERE state <> 'draft' AND ends_on >= $1 AND starts_on < $2
ORDER BY starts_on, id
