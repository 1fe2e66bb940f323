-- A client who was forgotten has a key, a name or a number.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, NULL AS store, c.code AS subject, NULL AS detail
FROM client AS c
WHERE c.forgotten_on IS NOT NULL
  AND (c.data_key IS NOT NULL OR c.name IS NOT NULL OR c.phone IS NOT NULL OR c.id_number IS NOT NULL
       OR c.email IS NOT NULL OR c.wechat IS NOT NULL
       OR c.phone_index IS NOT NULL OR c.id_number_index IS NOT NULL)
ORDER BY c.code
