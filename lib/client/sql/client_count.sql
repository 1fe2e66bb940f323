-- How many clients there are.
-- column: clients int
SELECT COUNT(*) AS clients FROM client
