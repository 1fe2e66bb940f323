-- The findings that are let stand, and by whom; --all: also those whose time is over.
-- param: store text
-- param: today day
-- param: all int
-- column: store text
-- column: rule text
-- column: subject text
-- column: from_on day
-- column: until_on day
-- column: days_left int
-- column: by text
-- column: reason text
SELECT s.code AS store, w.rule, w.subject, w.from_on, w.until_on, w.until_on - CAST($2 AS BIGINT) AS days_left,
       w.by_login AS by, w.reason
FROM audit_waiver AS w JOIN store AS s ON s.id = w.store_id
WHERE (CAST($1 AS TEXT) IS NULL OR s.code = $1) AND (CAST($3 AS BIGINT) = 1 OR w.until_on >= CAST($2 AS BIGINT))
ORDER BY w.until_on, s.code, w.rule, w.subject
