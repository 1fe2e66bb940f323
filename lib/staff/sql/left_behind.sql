-- What someone who leaves is still named for.
-- param: staff_id int
-- param: left_on day
-- column: accounts int
-- column: clients int
-- column: complaints int
-- column: appointments int
SELECT (SELECT COUNT(*) FROM account WHERE staff_id = $1 AND closed_at IS NULL) AS accounts,
       (SELECT COUNT(*) FROM client
        WHERE (owner_id = $1 OR nurse_id = $1) AND forgotten_on IS NULL
          AND merged_into IS NULL) AS clients,
       (SELECT COUNT(*) FROM complaint WHERE owner_id = $1 AND state <> 'closed') AS complaints,
       (SELECT COUNT(*) FROM appointment
        WHERE (doctor_id = $1 OR nurse_id = $1) AND day > $2
          AND status IN ('proposed', 'pending', 'booked', 'waitlist')) AS appointments
