-- Nobody brought them.
-- param: client_id int
DELETE FROM referral WHERE client_id = $1
