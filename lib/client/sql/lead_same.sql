-- An open lead with that phone.
-- param: phone_index bytes
-- column: code text
SELECT code FROM lead WHERE phone_index = $1 AND stage <> 'converted' AND stage <> 'lost' ORDER BY id LIMIT 1
