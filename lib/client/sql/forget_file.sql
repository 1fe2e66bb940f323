-- Empties a file and destroys its key.
-- param: id int
-- param: birthday day
-- param: today day
UPDATE client
SET name = NULL, phone = NULL, id_number = NULL, address = NULL, latitude = NULL, longitude = NULL, allergy = NULL,
    history = NULL, preference = NULL, note = NULL, email = NULL, wechat = NULL, phone_index = NULL, id_number_index = NULL, data_key = NULL,
    birthday = CAST($2 AS BIGINT), forgotten_on = $3
WHERE id = $1
