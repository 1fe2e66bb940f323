-- Who consents to what, as the pack has it.
-- column: deed text
-- column: role text
-- column: hours text
SELECT deed, role, CAST(hours AS TEXT) AS hours FROM consenter
