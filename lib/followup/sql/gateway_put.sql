-- How the gateway of a channel stands from now on.
-- param: channel text
-- param: free_at int
-- param: failures int
-- param: open_until moment
INSERT INTO gateway (channel, free_at, failures, open_until)
VALUES ($1, $2, $3, $4)
ON CONFLICT (channel) DO UPDATE SET free_at = excluded.free_at, failures = excluded.failures, open_until = excluded.open_until
