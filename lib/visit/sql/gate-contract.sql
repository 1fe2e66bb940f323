-- A client's contract for a project, alone or in a package, that was signed by a moment and holds; else one that does not
-- yet. The signed one comes first, and of a minor the one that the guardian signed.
-- param: client_id int
-- param: project_id int
-- param: at moment
-- column: code text
-- column: state text
-- column: signed bool
-- column: signer text
SELECT c.code, c.state,
       CASE WHEN c.state = 'signed' AND c.signed_at <= CAST($3 AS BIGINT) THEN 1 ELSE 0 END AS signed,
       c.signer
FROM contract AS c
WHERE c.client_id = $1 AND c.state <> 'cancelled'
  AND EXISTS (
      SELECT 1 FROM contract_line AS l
      WHERE l.store_id = c.store_id AND l.contract_id = c.id
        AND (l.project_id = $2
             OR EXISTS (SELECT 1 FROM package_line AS k
                        WHERE k.package_id = l.package_id AND k.project_id = $2)))
ORDER BY 3 DESC, CASE WHEN c.signer = 'guardian' THEN 1 ELSE 0 END DESC, c.at DESC, c.code DESC
LIMIT 1
