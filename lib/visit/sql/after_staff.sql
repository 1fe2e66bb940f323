-- What a member of the staff is, and the day when they left.
-- param: code text
-- column: role text
-- column: left_on day
SELECT role, left_on FROM staff WHERE code = $1
