-- What of people's rules differs from their role's, the latest that is in force on a day.
-- param: day day
-- column: staff_id int
-- column: month_hours int
-- column: month_hours_min int
-- column: month_hours_max int
-- column: week_hours_max int
-- column: run_days_max int
-- column: run_days_min int
-- column: off_days_min int
-- column: weekends_max int
-- column: late_max int
-- column: shifts text
-- column: from_on day
SELECT w.staff_id, w.month_hours, w.month_hours_min, w.month_hours_max, w.week_hours_max, w.run_days_max, w.run_days_min,
       w.off_days_min, w.weekends_max, w.late_max, w.shifts, w.from_on
FROM work_rule AS w
WHERE w.from_on <= $1 AND NOT EXISTS (SELECT 1 FROM work_rule AS l WHERE l.staff_id = w.staff_id AND l.from_on > w.from_on AND l.from_on <= $1)
ORDER BY w.staff_id
