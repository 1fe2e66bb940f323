-- Forgets the marks of all rows, before they are counted anew.
DELETE FROM mark
