-- What a project needs and uses, a line each: its examinations, kit, indications, forms and packages.
-- param: project text
-- column: part text
-- column: code text
-- column: name text
-- column: number int
-- column: says text
SELECT x.part, x.code, x.name, x.number, x.says
FROM (SELECT 1 AS rank, p.id, 'project' AS part, p.code, p.name, p.cycle_days AS number, p.department AS says
      FROM project AS p
      UNION ALL
      SELECT 2, p.id, 'exam', e.kind, NULL, e.valid_days, NULL
      FROM project AS p JOIN project_exam AS e ON e.project_id = p.id
      UNION ALL
      SELECT 3, p.id, CASE WHEN k.optional = 1 THEN 'kit-optional' ELSE 'kit' END, i.code, i.name, k.quantity, i.unit
      FROM project AS p JOIN kit AS k ON k.project_id = p.id JOIN item AS i ON i.id = k.item_id
      UNION ALL
      SELECT 4, p.id, 'indication', i.code, i.name, NULL, d.says
      FROM project AS p JOIN indication AS d ON d.project_id = p.id JOIN item AS i ON i.id = d.item_id
      UNION ALL
      SELECT 5, p.id, 'form', f.code, f.name, f.version, f.series
      FROM project AS p JOIN consent_form AS f ON f.series = p.consent
      UNION ALL
      SELECT 6, p.id, 'package', g.code, g.name, l.quantity, NULL
      FROM project AS p JOIN package_line AS l ON l.project_id = p.id JOIN package AS g ON g.id = l.package_id) AS x
JOIN project AS o ON o.id = x.id
WHERE o.code = $1
ORDER BY x.rank, x.code, x.number
