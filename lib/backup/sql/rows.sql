-- About how many rows there are in all.
-- column: rows int
SELECT CAST(COALESCE(sum(count), 0) AS BIGINT) AS rows FROM tally
