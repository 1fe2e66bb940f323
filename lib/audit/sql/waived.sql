-- The findings that are let stand on a day.
-- param: today int
-- column: store_id int
-- column: rule text
-- column: subject text
-- column: reason text
-- column: until_on int
SELECT w.store_id, w.rule, w.subject, w.reason, w.until_on FROM audit_waiver AS w
WHERE w.from_on <= $1 AND w.until_on >= $1
ORDER BY w.store_id, w.rule, w.subject, w.until_on
