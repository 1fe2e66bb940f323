-- The version of a series of consent forms that is in force on a day.
-- param: series text
-- param: day day
-- column: id int
-- column: code text
-- column: version int
SELECT id, code, version FROM consent_form
WHERE series = $1 AND valid_from <= CAST($2 AS BIGINT)
  AND (valid_to IS NULL OR valid_to >= CAST($2 AS BIGINT))
ORDER BY version DESC
LIMIT 1
