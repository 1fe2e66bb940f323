-- An item's registration does not cover a use any more.
-- param: item text
-- param: project text
DELETE FROM indication
WHERE item_id = (SELECT id FROM item WHERE code = $1) AND project_id = (SELECT id FROM project WHERE code = $2)
