-- That one file brought the other is nothing any more.
-- param: kept int
-- param: gone int
DELETE FROM referral
WHERE (client_id = $1 AND referrer_id = $2) OR (client_id = $2 AND referrer_id = $1)
