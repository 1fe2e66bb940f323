-- Tiers of clients, each from a day on until the next, in the order of clients.
-- column: client_id int
-- column: tier text
-- column: from_on day
-- column: to_on day
SELECT client_id, tier, from_on, to_on FROM client_tier ORDER BY client_id, from_on
