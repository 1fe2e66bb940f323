-- What a draft that was planned again has become.
-- param: store_id int
-- param: id int
-- param: from_on day
-- param: to_on day
-- param: of_code text
-- param: objective int
-- param: bound int
-- param: short_minutes int
-- param: seed int
-- param: made_at moment
UPDATE roster SET from_on = $3, to_on = $4, of_code = $5, objective = $6, bound = $7, short_minutes = $8, seed = $9, made_at = $10
WHERE store_id = $1 AND id = $2
