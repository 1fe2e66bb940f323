-- How much marketing a client got since two moments, what is on its way to them now with it.
-- param: client_id int
-- param: day_from moment
-- param: week_from moment
-- param: now moment
-- column: of_day int
-- column: of_week int
-- column: under_way int
SELECT
    (SELECT COUNT(*) FROM message WHERE client_id = $1 AND state = 'sent' AND sent_at >= $2 AND purpose = 'marketing') AS of_day,
    (SELECT COUNT(*) FROM message WHERE client_id = $1 AND state = 'sent' AND sent_at >= $3 AND purpose = 'marketing') AS of_week,
    (SELECT COUNT(*)
     FROM lease AS l
     JOIN message AS m ON m.store_id = l.store_id AND m.id = l.message_id
     WHERE l.client_id = $1 AND l.until > $4 AND m.purpose = 'marketing') AS under_way
