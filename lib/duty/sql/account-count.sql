-- The number of accounts, closed ones too.
-- column: accounts int
SELECT COUNT(*) AS accounts FROM account
