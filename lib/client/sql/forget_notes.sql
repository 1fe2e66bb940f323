-- What was noted in plain words about who brought them.
-- param: client_id int
UPDATE referral SET note = NULL WHERE (client_id = $1 OR referrer_id = $1) AND note IS NOT NULL
