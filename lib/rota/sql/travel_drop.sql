-- The way between two stores, either way.
-- param: one text
-- param: other text
DELETE FROM travel
WHERE (one_id = (SELECT id FROM store WHERE code = $1) AND other_id = (SELECT id FROM store WHERE code = $2))
   OR (one_id = (SELECT id FROM store WHERE code = $2) AND other_id = (SELECT id FROM store WHERE code = $1))
