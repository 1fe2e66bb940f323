-- What was given for it.
-- param: client_id int
-- param: reward text
UPDATE referral SET reward = $2 WHERE client_id = $1 AND reward IS NULL
