-- What is said of an open finding, where it changed.
-- param: store_id int
-- param: id int
-- param: detail text
-- param: day int
UPDATE audit_finding SET detail = $3, day = $4 WHERE store_id = $1 AND id = $2
