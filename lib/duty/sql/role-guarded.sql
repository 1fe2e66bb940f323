-- Whether a role has power over others: it consents to deeds, gives duties, or watches those who do.
-- param: role text
-- column: guarded int
SELECT CASE WHEN CAST($1 AS TEXT) = 'auditor'
              OR EXISTS (SELECT 1 FROM consenter AS c WHERE c.role = $1)
              OR EXISTS (SELECT 1 FROM permission AS p
                         WHERE p.role = $1 AND p.tool = 'medi-db'
                           AND (p.verb = 'duty grant' OR p.verb = 'roles apply' OR p.verb = 'account add'
                                OR p.verb = 'account edit'))
       THEN 1 ELSE 0 END AS guarded
