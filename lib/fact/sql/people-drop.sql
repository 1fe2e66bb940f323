-- Nothing is known of these any more.
-- param: kind int
-- param: part int
DELETE FROM fact_client WHERE kind = $1 AND part = $2
