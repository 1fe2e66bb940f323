-- A voucher is redeemed without a time, or has one and is not, or was redeemed before it was given out.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, NULL AS store, v.code AS subject, v.state AS detail
FROM voucher AS v
WHERE (v.state = 'redeemed' AND v.redeemed_at IS NULL)
   OR (v.state <> 'redeemed' AND v.redeemed_at IS NOT NULL)
   OR v.redeemed_at < (v.issued_on - 1) * 86400
ORDER BY v.code
