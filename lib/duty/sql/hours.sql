-- For how many hours a request for a deed lives; none: nobody may consent to it.
-- param: deed text
-- column: hours int
SELECT MAX(hours) AS hours FROM consenter WHERE deed = $1
