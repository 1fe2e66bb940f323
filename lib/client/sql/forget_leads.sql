-- The leads that became this client.
-- param: client_id int
UPDATE lead
SET name = NULL, phone = NULL, note = NULL, phone_index = NULL, data_key = NULL, next_step = NULL
WHERE client_id = $1
