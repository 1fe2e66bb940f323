-- The last runs, the newest last: what was open, came and went, of all rules or of one; what was withdrawn with its rule is
-- open before and not behind, and counted nowhere.
-- param: rule text
-- param: last int
-- column: run int
-- column: at moment
-- column: scope text
-- column: rules int
-- column: asked int
-- column: faults int
-- column: open int
-- column: errors int
-- column: warnings int
-- column: waived int
-- column: fresh int
-- column: fixed int
-- column: by text
SELECT t.run, t.at, t.scope, t.rules, t.asked, t.faults, t.open, t.errors, t.warnings, t.waived, t.fresh, t.fixed, t.by
FROM (SELECT r.id AS run, r.at, CASE r.whole WHEN 1 THEN 'whole' ELSE 'since' END AS scope, r.rules, r.asked, r.faults,
             CASE WHEN CAST($1 AS TEXT) IS NULL THEN r.errors + r.warnings + r.waived ELSE COALESCE(c.open, 0) END AS open,
             CASE WHEN CAST($1 AS TEXT) IS NULL THEN r.errors END AS errors,
             CASE WHEN CAST($1 AS TEXT) IS NULL THEN r.warnings END AS warnings,
             CASE WHEN CAST($1 AS TEXT) IS NULL THEN r.waived END AS waived,
             CASE WHEN CAST($1 AS TEXT) IS NULL THEN r.fresh ELSE COALESCE(c.fresh, 0) END AS fresh,
             CASE WHEN CAST($1 AS TEXT) IS NULL THEN r.fixed ELSE COALESCE(c.fixed, 0) END AS fixed,
             r.by_login AS by
      FROM audit_run AS r LEFT JOIN audit_count AS c ON c.run_id = r.id AND c.rule = $1
      ORDER BY r.id DESC LIMIT CAST($2 AS BIGINT)) AS t
ORDER BY t.run
