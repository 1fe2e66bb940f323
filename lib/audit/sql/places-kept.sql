-- How many places the last run left; none: there was none.
-- column: places int
SELECT COUNT(*) AS places FROM audit_place
