-- Partners with their terms, the vouchers given in their name, and the clients who came by their channel.
-- param: today day
-- column: code text
-- column: name text
-- column: trade text
-- column: channel text
-- column: valid_from day
-- column: valid_to day
-- column: stands bool
-- column: vouchers int
-- column: redeemed int
-- column: clients int
-- column: contact text
-- column: phone text
-- column: terms text
SELECT a.code AS code, a.name AS name, a.trade AS trade, h.code AS channel, a.valid_from AS valid_from,
       a.valid_to AS valid_to,
       CASE WHEN (a.valid_from IS NULL OR a.valid_from <= $1) AND (a.valid_to IS NULL OR a.valid_to >= $1)
            THEN 1 ELSE 0 END AS stands,
       (SELECT COUNT(*) FROM voucher AS v WHERE v.partner_id = a.id) AS vouchers,
       (SELECT COUNT(*) FROM voucher AS v WHERE v.partner_id = a.id AND v.state = 'redeemed') AS redeemed,
       CASE WHEN a.channel_id IS NOT NULL THEN
           (SELECT COUNT(*) FROM client AS c
            WHERE c.channel_id = a.channel_id AND c.class = 'client' AND c.merged_into IS NULL) END AS clients,
       a.contact AS contact, a.phone AS phone, a.terms AS terms
FROM partner AS a
LEFT JOIN channel AS h ON h.id = a.channel_id
ORDER BY a.code
