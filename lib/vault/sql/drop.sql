-- Nothing is sealed under the master keys before this one any more.
-- param: number int
DELETE FROM vault WHERE number < $1
