-- Who was written to under either file was written to; a voucher of either is theirs.
-- param: kept int
-- param: gone int
UPDATE recipient
SET arm = CASE WHEN recipient.arm = 'sent' OR r.arm = 'sent' THEN 'sent' ELSE 'held' END,
    voucher_id = COALESCE(recipient.voucher_id, r.voucher_id)
FROM recipient AS r
WHERE recipient.client_id = $1 AND r.client_id = $2 AND r.campaign_id + 0 = recipient.campaign_id AND r.occurrence = recipient.occurrence
