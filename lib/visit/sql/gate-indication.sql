-- Whether an item's registration covers a project, and whether it covers anything on record.
-- param: item_id int
-- param: project_id int
-- column: covers bool
-- column: any_use bool
SELECT CASE WHEN EXISTS (SELECT 1 FROM indication AS i WHERE i.item_id = $1 AND i.project_id = $2) THEN 1 ELSE 0 END
           AS covers,
       CASE WHEN EXISTS (SELECT 1 FROM indication AS i WHERE i.item_id = $1) THEN 1 ELSE 0 END AS any_use
