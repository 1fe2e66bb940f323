-- This file was joined to that one.
-- param: gone int
-- param: kept int
-- param: today day
UPDATE client SET merged_into = $2, merged_on = $3 WHERE id = $1
