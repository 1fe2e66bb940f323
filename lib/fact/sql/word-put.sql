-- A new word.
-- param: id int
-- param: word text
INSERT INTO fact_word (id, word) VALUES ($1, $2)
