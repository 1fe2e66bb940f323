-- When a complaint was paused and resumed, in its order; the last may not have been resumed.
-- param: store_id int
-- param: complaint_id int
-- column: kind text
-- column: at moment
SELECT kind, at FROM complaint_step
WHERE store_id = $1 AND complaint_id = $2 AND kind IN ('pause', 'resume')
ORDER BY line
