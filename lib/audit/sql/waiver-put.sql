-- A finding that is let stand.
-- param: store_id int
-- param: id int
-- param: rule text
-- param: subject text
-- param: reason text
-- param: from_on int
-- param: until_on int
-- param: at int
-- param: login text
INSERT INTO audit_waiver (store_id, id, rule, subject, reason, from_on, until_on, at, by_login)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
