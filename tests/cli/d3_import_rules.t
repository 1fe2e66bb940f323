#!/bin/bash
# D3: all or nothing, the same file twice, updates, one key twice, the dry run, and the two ways in.
. "$(dirname "$0")/lib.sh"
clinic

head='store,code,client,arrived_at'
lines "$head,doctor,note" 'S01,V1,C1,2026-07-01 10:00,D1,a' 'S01,V2,C1,2026-07-02 10:00,D1,b' 'S02,V1,C2,2026-07-01 10:00,,' >first.csv
exits 0 'first' medi-db import visits first.csv
is "$(counts)" '3 3 0 0 0' 'first: three new'

# the same again: nothing changes, and it says so
before=$(everything)
exits 0 'the same again' medi-db import visits first.csv
is "$(counts)" '3 0 0 3 0' 'the same again: three unchanged'
is "$(everything)" "$before" 'the same again: not a byte changed, the log included'
exits 0 'the same file named twice' medi-db import visits first.csv first.csv
is "$(counts)" '6 0 0 6 0' 'the same file named twice: six unchanged'
is "$(everything)" "$before" 'the same file named twice: not a byte changed'
exits 0 'a file without records' medi-db import visits <(echo "$head")
is "$(counts)" '0 0 0 0 0' 'a file without records: none'
is "$(everything)" "$before" 'a file without records: not a byte changed'

# a part of the columns: the others stay
lines "$head,note" 'S01,V1,C1,2026-07-01 10:30,A' >part.csv
exits 0 'a part' medi-db import visits part.csv
is "$(counts)" '1 0 1 0 0' 'a part: one changed'
is "$(medi-db export visits V1 -s S01 -o csv --no-header)" 'S01,V1,C1,2026-07-01T10:30:00+08:00,,,other,finished,,,D1,A' 'a part: the rest stays'
lines "$head,note" 'S01,V1,C1,2026-07-01 10:30,' >empty.csv
exits 0 'an empty cell' medi-db import visits empty.csv
is "$(ask "SELECT count(*) FROM visit WHERE store_id = 1 AND code = 'V1' AND note IS NULL")" 1 'an empty cell empties'
before=$(everything)
lines 'store,code,client,arrived_at,left_at' 'S01,V2,C1,2026-07-02 10:00,2026-07-02 11:00' >left.csv
exits 0 'a later column' medi-db import visits left.csv
lines "$head" 'S01,V2,C1,2026-07-02 12:00' >late.csv
exits 3 'a rule between file and table' medi-db import visits late.csv --lang en
like "$err" '^medi-db: late\.csv:2: left_at: comes before arrived_at' 'a rule between file and table: says which'

# all or nothing: one bad row among many
before=$(everything)
{ echo "$head"; for i in $(seq 500); do echo "S01,N$i,C1,2026-07-01 10:00"; done; echo 'S01,N501,C9,2026-07-01 10:00'; } >bad.csv
exits 3 'one bad row' medi-db import visits bad.csv --lang en
one_line 'one bad row'
like "$err" '^medi-db: bad\.csv:502: client: C9: no such code in clients; import it first, or correct it$' 'one bad row: where and why'
is "$out" '' 'one bad row: no counts of what was not done'
is "$(everything)" "$before" 'one bad row: nothing written'
lines "$head" 'S01,N1,C1,2026-07-01 10:00' >good.csv
exits 3 'a good file and a bad one' medi-db import visits good.csv bad.csv --lang en
is "$(everything)" "$before" 'a good file and a bad one: nothing written'
{ echo "$head"; for i in $(seq 100); do echo "S01,M$i,C9,2026-07-01 10:00"; done; } >bad.csv
exits 3 'a hundred bad rows' medi-db import visits bad.csv --lang en
is "$(printf '%s\n' "$err" | wc -l)" 22 'a hundred bad rows: twenty shown, the rest counted'
like "$err" 'visits: 100 of 100 records refused, so nothing was written; correct them, or set them apart with --rejects' 'a hundred bad rows: summed up'

# one key twice in a file: the same is the same, other content is refused
lines "$head" 'S01,T1,C1,2026-07-01 10:00' 'S01,T1,C1,2026/7/1 10:00' >twice.csv
exits 0 'one key twice, the same' medi-db import visits twice.csv
is "$(counts)" '2 1 0 1 0' 'one key twice, the same: one new, one unchanged'
lines "$head" 'S01,T2,C1,2026-07-01 10:00' 'S01,T2,C1,2026-07-01 11:00' >twice.csv
exits 3 'one key twice, otherwise' medi-db import visits twice.csv --lang en
like "$err" '^medi-db: twice\.csv:3: S01 T2: the same key came before in this import, with other content; keep one' 'one key twice, otherwise: says so'
lines "$head" 'S01,T1,C1,2026-07-01 10:00' 'S01,T1,C1,2026-07-01 11:00' >twice.csv
exits 3 'a known key twice, otherwise' medi-db import visits twice.csv --lang en
lines "$head" 'S01,T1,C1,2026-07-01 11:00' >other.csv
exits 3 'a known key in two files' medi-db import visits first.csv other.csv good.csv <(lines "$head" 'S01,T1,C1,2026-07-01 12:00') --lang en

# the dry run shows what it would do, and does not
before=$(everything)
lines "$head,note" 'S01,V2,C1,2026-07-02 10:00,new note' 'S01,X1,C1,2026-07-05 10:00,' 'S02,V1,C2,2026-07-01 10:00,' >dry.csv
exits 0 'dry run' medi-db import visits -n dry.csv -o csv --lang en
is "$out" 'action,file,line,key,column,before,after
update,dry.csv,2,S01 V2,note,b,new note
insert,dry.csv,3,S01 X1,,,' 'dry run: the difference'
like "$err" 'dry run: nothing was written' 'dry run: says so'
is "$(everything)" "$before" 'dry run: nothing written'
lines 'code,name,phone,store,created_on' 'C1,孙九,13900139000,S01,2026-01-01' >person.csv
exits 0 'dry run of a person' medi-db import clients -n person.csv -o csv --no-header
is "$out" 'update,person.csv,2,C1,name,赵**,孙**
update,person.csv,2,C1,phone,+86138****8001,+86139****9000' 'dry run of a person: masked'
exits 3 'dry run of a bad file' medi-db import visits -n bad.csv
is "$(everything)" "$before" 'dry run of a bad file: nothing written'

# the fast way (into an empty table) and the careful one give the same
{
    echo 'store,code,client,arrived_at,purpose,channel,note'
    for i in $(seq 400); do
        echo "S0$((i % 2 + 1)),F$i,C$((i % 2 + 1)),2026-0$((i % 9 + 1))-1$((i % 9)) 10:$((i % 50 + 10)),$([ $((i % 3)) = 0 ] && echo consult),$([ $((i % 4)) = 0 ] && echo 小红书),n$((i % 5))"
    done
} >many.csv
export_in() { # NAME FILE…: into a new database
    (
        use "$1"
        shift
        clinic
        medi-db import -q visits "$@" >/dev/null || exit 1
        medi-db export visits -o tsv
        medi-db check -q >&2
    )
}
fast=$(export_in fast many.csv)
{ head -1 many.csv; tail -n +2 many.csv; sed -n 2p many.csv; } >late.csv
is "$(export_in late late.csv)" "$fast" 'a double key found late: the same rows'
is "$(export_in pipe - <many.csv)" "$fast" 'from standard input that is a file: the same rows'
is "$(cat many.csv | export_in pipe2 -)" "$fast" 'from a pipe: the same rows'
head -200 many.csv >one.csv
{ head -1 many.csv; tail -n +201 many.csv; } >two.csv
is "$(export_in files one.csv two.csv)" "$fast" 'in two files: the same rows'
careful=$(
    use careful
    clinic
    medi-db import -q visits one.csv >/dev/null && medi-db import -q visits two.csv >/dev/null
    medi-db export visits -o tsv
)
is "$careful" "$fast" 'in two imports: the same rows'
{ head -1 many.csv; sed -n 2,300p many.csv; sed -n 2p many.csv | sed 's/n1$/other/'; } >late.csv
use refused
clinic
before=$(everything)
exits 3 'a double key found late, otherwise' medi-db import visits late.csv --lang en
like "$err" '^medi-db: late\.csv:301: S02 F1: the same key came before in this import, with other content' 'a double key found late: says where'
is "$(everything)" "$before" 'a double key found late: nothing written'

# `unknown: create` in the same situation: what the first try made is not believed in
echo 'unknown: {channel: create}' >create.yaml
lines "$head,channel" 'S01,V1,C1,2026-07-01 10:00,tv' 'S01,V2,C1,2026-07-01 10:00,tv' 'S01,V3,C1,2026-07-01 10:00,radio' \
    'S01,V4,C1,2026-07-01 10:00,radio' 'S01,V1,C1,2026-07-01 10:00,tv' >create.csv
exits 0 'channels that are made' medi-db import visits --map create.yaml create.csv
is "$(counts)" '5 4 0 1 0' 'channels that are made: counted'
is "$(medi-db export visits -o csv --no-header | cut -d, -f2,9 | tr '\n' ' ')" 'V1,tv V2,tv V3,radio V4,radio ' 'channels that are made: are theirs'
exits 0 'channels that are made: all is well' medi-db check

# the log has one entry for a file that changed something, and none for one that did not
is "$(ask "SELECT DISTINCT store_id || ' ' || detail FROM log WHERE verb = 'import' AND subject = 'visits' ORDER BY 1" | joined)" \
    '0 create.csv: 5 read, 4 new, 0 changed, 0 refused,1 create.csv: 5 read, 4 new, 0 changed, 0 refused' 'the log tells of the import, in the chains that it touched'
