-- A line of a contract.
-- param: store_id int
-- param: id int
-- param: contract_id int
-- param: line int
-- param: project_id int
-- param: package_id int
-- param: quantity int
-- param: list_fen fen
-- param: amount_fen fen
-- param: gift bool
INSERT INTO contract_line (store_id, id, contract_id, line, project_id, package_id, quantity, list_fen, amount_fen, gift)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
