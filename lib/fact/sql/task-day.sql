-- The day of a task.
-- param: store_id int
-- param: task_id int
-- column: day day
SELECT x.day AS day FROM task AS x WHERE x.store_id = $1 AND x.id = $2
