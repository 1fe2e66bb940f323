-- Every client as `segment` last saw them.
-- column: id int
-- column: segment text
-- column: score int
-- column: reasons text
-- column: visits int
-- column: first_on day
-- column: last_on day
-- column: spend_fen fen
-- column: year_fen fen
-- column: overdue_milli int
-- column: alive_milli int
SELECT id, segment, score, reasons, visits, first_on, last_on, spend_fen, year_fen, overdue_milli, alive_milli
FROM client_segment
ORDER BY id
