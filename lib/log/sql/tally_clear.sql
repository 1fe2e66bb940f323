-- Forgets the hashes of all tables, before they are counted anew.
DELETE FROM tally
