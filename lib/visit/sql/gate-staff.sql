-- A person of the staff.
-- param: id int
-- column: code text
-- column: role text
-- column: hired_on day
-- column: left_on day
SELECT code, role, hired_on, left_on FROM staff WHERE id = $1
