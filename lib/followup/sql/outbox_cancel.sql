-- Takes back what was not sent yet for a treatment.
-- param: store_id int
-- param: treatment_id int
-- param: reason text
UPDATE message
SET state = 'cancelled', reason = $3
WHERE client_id = (SELECT client_id FROM treatment WHERE store_id = $1 AND id = $2)
    AND store_id = $1 AND treatment_id = $2 AND state = 'pending'
