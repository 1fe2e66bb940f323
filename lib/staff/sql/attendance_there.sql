-- Whether it is kept how a person was at a training.
-- param: store_id int
-- param: training_id int
-- param: staff_id int
-- column: there int
SELECT 1 AS there FROM attendance WHERE store_id = $1 AND training_id = $2 AND staff_id = $3
