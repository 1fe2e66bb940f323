-- A corrective action, whether its finding is gone or let stand on a day, and who gave the last evidence.
-- param: code text
-- param: today int
-- column: store_id int
-- column: id int
-- column: finding_id int
-- column: state text
-- column: fixed int
-- column: waived int
-- column: login text
SELECT a.store_id, a.id, a.finding_id, a.state, CASE WHEN f.fixed_at IS NULL THEN 0 ELSE 1 END AS fixed,
       CASE WHEN EXISTS (SELECT 1 FROM audit_waiver AS w
                         WHERE w.store_id = f.store_id AND w.rule = f.rule AND w.subject = f.subject
                           AND w.from_on <= $2 AND w.until_on >= $2) THEN 1 ELSE 0 END AS waived,
       (SELECT p.by_login FROM audit_step AS p
        WHERE p.store_id = a.store_id AND p.action_id = a.id AND p.kind = 'evidence'
        ORDER BY p.id DESC LIMIT 1) AS login
FROM audit_action AS a
JOIN audit_finding AS f ON f.store_id = a.store_id AND f.id = a.finding_id
WHERE a.code = $1
