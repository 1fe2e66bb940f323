-- A project does not use an item any more.
-- param: project text
-- param: item text
DELETE FROM kit
WHERE project_id = (SELECT id FROM project WHERE code = $1) AND item_id = (SELECT id FROM item WHERE code = $2)
