-- Suppliers, with how many papers they have and the next that ends.
-- param: all bool
-- param: today day
-- column: code text
-- column: name text
-- column: contact text
-- column: phone text
-- column: active bool
-- column: papers int
-- column: next_end day
SELECT u.code, u.name, u.contact, u.phone, u.active,
       (SELECT COUNT(*) FROM paper AS p
        WHERE p.supplier_id = u.id AND (p.valid_to IS NULL OR p.valid_to >= $2)) AS papers,
       (SELECT MIN(p.valid_to) FROM paper AS p WHERE p.supplier_id = u.id AND p.valid_to >= $2) AS next_end
FROM supplier AS u
WHERE u.active = 1 OR CAST($1 AS BIGINT) = 1
ORDER BY u.code
