#!/bin/bash
# D3, and the issue's list of bad input: a line with file, line, column, value and remedy; exit 3 or 4; nothing
# written.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
clinic
before=$(everything)
head='store,code,client,arrived_at'
good='S01,V1,C1,2026-07-01 10:00'

# refused NAME PATTERN FILE: the file is refused with words that match, and nothing is written
refused() {
    exits 3 "$1" medi-db import visits "$3" --lang en
    like "$err" "$2" "$1: says where and what"
    one_line "$1"
    is "$(everything)" "$before" "$1: nothing written"
}
bad() { # NAME PATTERN ROW: a bad row behind a good one
    printf '%s\n%s\n%b\n' "$head" "$good" "$3" >bad.csv
    refused "$1" "^medi-db: bad\.csv:3: $2" bad.csv
}

bad 'destroyed id' 'code: 2\.98E\+13: a spreadsheet destroyed this number; format the column as text' 'S01,2.98E+13,C1,2026-07-01 10:00'
bad 'destroyed reference' 'client: 1\.5e\+10: a spreadsheet destroyed' 'S01,V2,1.5e+10,2026-07-01 10:00'
bad 'impossible date' 'arrived_at: 2026-02-30 10:00: no such time; write it like' 'S01,V2,C1,2026-02-30 10:00'
bad 'impossible time' 'arrived_at: 2026-07-01 25:00: no such time' 'S01,V2,C1,2026-07-01 25:00'
bad 'a year nobody means' 'arrived_at: 0206-07-01 10:00: outside the years' 'S01,V2,C1,0206-07-01 10:00'
bad 'reference to nothing' 'client: C9: no such code in clients; import it first' 'S01,V2,C9,2026-07-01 10:00'
bad 'unknown store' 'store: S09: neither|store: S09: no such code in stores' 'S09,V2,C1,2026-07-01 10:00'
bad 'missing value' 'client: missing' 'S01,V2,,2026-07-01 10:00'
bad 'ragged, short' '3 fields where the header has 4' 'S01,V2,C1'
bad 'ragged, long' '5 fields where the header has 4' 'S01,V2,C1,2026-07-01 10:00,x'
bad 'open quote' 'a quote opens here and never closes' 'S01,"V2,C1,2026-07-01 10:00'
bad 'quote in the middle' 'field 2: a stray quote; quote the whole field' 'S01,V"2,C1,2026-07-01 10:00'
bad 'NUL byte' 'a NUL byte; this is no text file' 'S01,V\x002,C1,2026-07-01 10:00'
bad 'control character in a code' 'code: V.x012: a code has no control characters' 'S01,V\x012,C1,2026-07-01 10:00'
bad 'the same key with other content' 'S01 V1: the same key came before in this import' 'S01,V1,C1,2026-07-01 11:00'

printf '%s\nS01,V1,C1,2026-07-01 10:00\n' 'store,code,klient,arrived_at' >bad.csv
refused 'unknown header' '^medi-db: bad\.csv:1: klient: no such column of visits; did you mean client\?' bad.csv
printf '%s\nS01,V1,C1,C1,2026-07-01 10:00\n' 'store,code,client,客户编号,arrived_at' >bad.csv
refused 'double column' '^medi-db: bad\.csv:1: client and 客户编号: both are column client' bad.csv
printf '%s\nS01,V1,C1,C1,2026-07-01 10:00\n' 'store,code,client,client,arrived_at' >bad.csv
refused 'double header' '^medi-db: bad\.csv:1: ' bad.csv
printf 'store,code,arrived_at\nS01,V1,2026-07-01 10:00\n' >bad.csv
refused 'a needed column is not there' '^medi-db: bad\.csv:1: no column client \(客户编号\)' bad.csv
: >bad.csv
refused 'empty file' '^medi-db: bad\.csv: ?.*empty' bad.csv
printf '%s\n%s\nS01,V2,C1,2026-07-01 10:00,%s\n' "$head,note" "$good," "$(head -c 1100000 /dev/zero | tr '\0' x)" >bad.csv
refused 'field over the cap' '^medi-db: bad\.csv:3: .*1048576' bad.csv
printf '%s\n%s\nS01,V2,C1,2026-07-01 10:00,\xff\xfe\xff\n' "$head,note" "$good,客户" >bad.csv
refused 'bytes of no encoding' '^medi-db: bad\.csv:3: ' bad.csv

printf 'code,order,client,store,amount,paid_at\nK1,O1,C1,S01,12.345,2026-07-01 10:00\n' >bad.csv
exits 3 'money with three decimals' medi-db import payments bad.csv --lang en
like "$err" '^medi-db: bad\.csv:2: amount: 12\.345: more than two decimals' 'money with three decimals: says so'

mkdir folder
exits 4 'a directory' medi-db import visits folder --lang en
like "$err" 'folder: .*directory' 'a directory: says so'
exits 4 'no such file' medi-db import visits nothing.csv --lang en
like "$err" 'nothing\.csv: .*No such file' 'no such file: says so'
exits 2 'unknown kind' medi-db import vists bad.csv --lang en
like "$err" 'vists: no such kind; did you mean visits\?' 'unknown kind: names the nearest'

# a file that grows while it is read
awk 'BEGIN { print "store,code,client,arrived_at"; for (i = 0; i < 300000; i++) print "S01,G" i ",C1,2026-07-01 10:00" }' >grows.csv
(for _ in 1 2 3 4 5 6 7 8 9 10; do sleep 0.1; echo "S01,H$RANDOM,C1,2026-07-01 10:00" >>grows.csv; done) &
run medi-db import visits grows.csv --lang en
wait
is "$code" 4 'a file that grows: exit 4'
like "$err" 'grows\.csv: .*(changed|grew)' 'a file that grows: says so'
is "$(everything)" "$before" 'a file that grows: nothing written'

# databases that are none
if only sqlite 'files that are no database'; then
    echo 'not a database, only text, and long enough to be looked at as one by whoever opens it' >text.db
    exits 4 'a text as database' medi-db export visits -d text.db --lang en
    exits 4 'init over a file' medi-db init -d text.db --lang en
fi
other=$(at other) none=$(at none) newer=$(at newer)
prepare "$other"
change 'CREATE TABLE t (x bigint)' "$other"
exits 4 'a database of another program' medi-db export visits -d "$other" --lang en
like "$err" "$(re "$other"): not a medi database" 'a database of another program: says so'
exits 4 'no database' medi-db export visits -d "$none" --lang en
like "$err" "$(re "$none"): .*no such database; make .*: medi-db init" 'no database: says what to do'
is "$(ls none.db 2>/dev/null)" '' 'no database: none was made'
copy newer
change "INSERT INTO migration VALUES (999, '0999-future', 0)" "$newer"
exits 4 'a newer database' medi-db export visits -d "$newer" --lang en
like "$err" 'newer' 'a newer database: says so'
