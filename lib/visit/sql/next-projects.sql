-- The projects that a visit is about and that were not done in it: of its plans, contracts, assessments, product
-- checks, or its consultations.
-- param: store_id int
-- param: visit_id int
-- column: id int
-- column: code text
SELECT p.id, p.code
FROM project AS p
WHERE (EXISTS (SELECT 1 FROM plan AS n
               JOIN plan_line AS l ON l.store_id = n.store_id AND l.plan_id = n.id
               WHERE n.store_id = $1 AND n.visit_id = $2 AND l.project_id = p.id
                 AND (n.state = 'proposed' OR n.state = 'agreed'))
       OR EXISTS (SELECT 1 FROM contract AS c
                  JOIN contract_line AS l ON l.store_id = c.store_id AND l.contract_id = c.id
                  LEFT JOIN package_line AS k ON k.package_id = l.package_id
                  WHERE c.store_id = $1 AND c.visit_id = $2 AND c.state <> 'cancelled'
                    AND (l.project_id = p.id OR k.project_id = p.id))
       OR EXISTS (SELECT 1 FROM assessment AS a
                  WHERE a.store_id = $1 AND a.visit_id = $2 AND a.project_id = p.id)
       OR EXISTS (SELECT 1 FROM product_check AS k
                  WHERE k.store_id = $1 AND k.visit_id = $2 AND k.project_id = p.id)
       OR EXISTS (SELECT 1 FROM consultation AS q
                  WHERE q.store_id = $1 AND q.visit_id = $2 AND q.project_id = p.id
                    AND q.outcome <> 'entered-in-error' AND q.outcome <> 'lost'))
  AND NOT EXISTS (SELECT 1 FROM treatment AS t
                  WHERE t.store_id = $1 AND t.visit_id = $2 AND t.project_id = p.id
                    AND t.status <> 'entered-in-error')
ORDER BY p.code
