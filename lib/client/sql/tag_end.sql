-- Closes a row of a tag.
-- param: id int
-- param: today day
UPDATE client_tag SET to_on = $2 WHERE id = $1
