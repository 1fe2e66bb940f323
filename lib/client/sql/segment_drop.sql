-- Takes out a client who counts no more.
-- param: id int
DELETE FROM client_segment WHERE id = $1
