-- Keeps what a client was found to be.
-- param: id int
-- param: segment text
-- param: score int
-- param: reasons text
-- param: visits int
-- param: first_on day
-- param: last_on day
-- param: spend_fen fen
-- param: year_fen fen
-- param: overdue_milli int
-- param: alive_milli int
-- param: computed_on day
INSERT INTO client_segment (id, segment, score, reasons, visits, first_on, last_on, spend_fen, year_fen,
    overdue_milli, alive_milli, computed_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
ON CONFLICT (id) DO UPDATE SET segment = excluded.segment, score = excluded.score, reasons = excluded.reasons,
    visits = excluded.visits, first_on = excluded.first_on, last_on = excluded.last_on,
    spend_fen = excluded.spend_fen, year_fen = excluded.year_fen, overdue_milli = excluded.overdue_milli,
    alive_milli = excluded.alive_milli, computed_on = excluded.computed_on
