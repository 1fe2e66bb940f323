-- The posts of a person around a day: the last one that began before, the next one behind, one of that very day, and how many there are.
-- param: staff_id int
-- param: day day
-- column: before_on day
-- column: same_on day
-- column: next_on day
-- column: posts int
SELECT MAX(CASE WHEN from_on < $2 THEN from_on END) AS before_on,
       MAX(CASE WHEN from_on = $2 THEN from_on END) AS same_on,
       MIN(CASE WHEN from_on > $2 THEN from_on END) AS next_on,
       COUNT(*) AS posts
FROM post WHERE staff_id = $1
