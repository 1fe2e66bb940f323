-- Every client's tier now, by clients.
-- column: client_id int
-- column: id int
-- column: tier text
-- column: from_on day
SELECT client_id, id, tier, from_on FROM client_tier WHERE to_on IS NULL ORDER BY client_id, id
