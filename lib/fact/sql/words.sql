-- The dictionary.
-- column: id int
-- column: word text
SELECT w.id AS id, w.word AS word FROM fact_word AS w ORDER BY w.id
