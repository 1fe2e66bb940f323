-- Gives a staff file role, title and store of the post that has no end, if they differ.
-- param: id int
UPDATE staff
SET role = p.role, title = p.title, store_id = p.store_id
FROM post AS p
WHERE staff.id = $1
  AND p.id = (SELECT o.id FROM post AS o WHERE o.staff_id = $1 AND o.to_on IS NULL
              ORDER BY o.from_on DESC LIMIT 1)
  AND (staff.role <> p.role OR staff.title IS DISTINCT FROM p.title
       OR staff.store_id IS DISTINCT FROM p.store_id)
