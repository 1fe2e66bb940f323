-- The complaint that one counts as one with: of the same client, category and treatment, opened at most seven days before.
-- param: store_id int
-- param: code text
-- column: code text
SELECT e.code
FROM complaint AS k
JOIN complaint AS e ON e.store_id = k.store_id AND e.client_id = k.client_id
                   AND e.category = k.category
                   AND e.treatment_id IS NOT DISTINCT FROM k.treatment_id AND e.id <> k.id
                   AND (e.opened_at < k.opened_at OR (e.opened_at = k.opened_at AND e.id < k.id))
                   AND k.day - e.day <= 7
WHERE k.store_id = $1 AND k.code = $2
ORDER BY e.opened_at DESC, e.id DESC
LIMIT 1
