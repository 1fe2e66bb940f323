-- How the gateway of a channel stands.
-- param: channel text
-- column: free_at int
-- column: failures int
-- column: open_until moment
SELECT free_at, failures, open_until FROM gateway WHERE channel = $1
