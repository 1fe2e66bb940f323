-- Standing files with that phone or that id number, but for one.
-- param: phone_index bytes
-- param: id_number_index bytes
-- param: not_code text
-- column: code text
-- column: by text
SELECT code, 'phone' AS by
FROM client
WHERE phone_index = $1 AND merged_into IS NULL AND forgotten_on IS NULL
  AND (CAST($3 AS TEXT) IS NULL OR code <> $3)
UNION ALL
SELECT code, 'id_number' AS by
FROM client
WHERE id_number_index = $2 AND merged_into IS NULL AND forgotten_on IS NULL
  AND (CAST($3 AS TEXT) IS NULL OR code <> $3)
ORDER BY by DESC, code
LIMIT 1
