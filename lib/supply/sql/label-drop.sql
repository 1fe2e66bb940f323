-- A product number does not stand on packages of an item any more.
-- param: code text
-- param: item text
DELETE FROM item_label WHERE code = $1 AND item_id IN (SELECT id FROM item WHERE code = $2)
