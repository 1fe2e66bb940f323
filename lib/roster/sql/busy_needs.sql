-- How long before and after what each project takes is kept from others, where it is.
-- column: project_id int
-- column: before_minutes int
-- column: after_minutes int
SELECT project_id, before_minutes, after_minutes FROM project_need WHERE before_minutes > 0 OR after_minutes > 0
