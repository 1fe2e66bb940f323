#!/bin/bash
# D3: --rejects: the good rows go in, the refused ones stand apart, whole; accepted + refused = read, always.
. "$(dirname "$0")/lib.sh"
clinic
head='store,code,client,arrived_at,note'

# apart NAME FILE REFUSED: imports the file with --rejects; what is counted adds up
apart() {
    run medi-db import visits --rejects bad.csv "$2" --lang en
    local read new changed same refused
    read -r read new changed same refused <<<"$(counts)"
    is "$code $refused" "3 $3" "$1: $3 refused"
    is "$read" "$((new + changed + same + refused))" "$1: accepted + refused = read"
    is "$(tail -n +2 bad.csv | awk 'BEGIN { RS = "\n" } { n++ } END { print n + 0 }')" "$3" "$1: the rejects file has $3 rows"
}

printf '%s\n' "$head" 'S01,V1,C1,2026-07-01 10:00,good' 'S01,V2,C9,2026-07-01 10:00,"no, client"' 'S01,V3,C1' \
    'S01,V4,C1,2026-07-01 10:00,good' 'S01,V5,C1,2026-02-30,no day' 'S01,"V6,C1,2026-07-01 10:00,open' \
    'S01,V7,C1,2026-07-01 10:00,good' 'S01,2.98E+13,C1,2026-07-01 10:00,destroyed' 'S01,V1,C1,2026-07-01 11:00,other' >mixed.csv
apart 'mixed' mixed.csv 6
is "$(medi-db export visits --no-header | cut -f2 | tr '\n' ' ')" 'V1 V4 V7 ' 'mixed: exactly the good rows are in'
is "$(cat bad.csv)" 'reject_file,reject_line,reject_column,reject_reason,reject_raw,store,code,client,arrived_at,note
mixed.csv,3,client,"C9: no such code in clients; import it first, or correct it",,S01,V2,C9,2026-07-01 10:00,"no, client"
mixed.csv,4,,3 fields where the header has 5; look for a comma or a quote too many or too few,"S01,V3,C1",,,,,
mixed.csv,6,arrived_at,2026-02-30: no such time; write it like 2025-06-01 09:05,,S01,V5,C1,2026-02-30,no day
mixed.csv,7,,"a quote opens here and never closes; close it, or double it ("""") inside the field","S01,""V6,C1,2026-07-01 10:00,open",,,,,
mixed.csv,9,code,2.98E+13: a spreadsheet destroyed this number; format the column as text and export it again,,S01,2.98E+13,C1,2026-07-01 10:00,destroyed
mixed.csv,10,,"S01 V1: the same key came before in this import, with other content; keep one of the two",,S01,V1,C1,2026-07-01 11:00,other' 'mixed: each with file, line, column, reason and itself'
is "$(stat -c %a bad.csv)" 600 'mixed: the rejects file is for its owner alone'
is "$(ls ./*.tmp 2>/dev/null)" '' 'mixed: no draft is left'

# mended, the file is read as it is; what is mended wrongly is refused again
sed -n '1p;2p' bad.csv | sed 's/,C9,/,C2,/' >mended.csv
echo 'mixed.csv,4,,3 fields,"S01,V3,C1",S01,V3,C1,2026-07-01 10:00,mended' >>mended.csv
echo 'mixed.csv,6,arrived_at,no such day,,S01,V5,C1,2026-02-31,still no day' >>mended.csv
apart 'mended' mended.csv 1
is "$(medi-db export visits --no-header | cut -f2 | sort | tr '\n' ' ')" 'V1 V2 V3 V4 V7 ' 'mended: two more are in'
like "$(tail -1 bad.csv)" '^mended\.csv,4,arrived_at,2026-02-31: no such time' 'mended: the rest is told with its new place'

# the same import again refuses the same and changes nothing
before=$(everything)
apart 'again' mixed.csv 6
is "$(counts)" '9 0 0 3 6' 'again: the good ones are known'
is "$(everything)" "$before" 'again: not a byte changed'

# nothing to refuse; everything to refuse; a file that is refused as a whole
printf '%s\n' "$head" 'S01,V1,C1,2026-07-01 10:00,good' >good.csv
rm bad.csv
exits 0 'nothing refused' medi-db import visits --rejects bad.csv good.csv
is "$(wc -l <bad.csv)" 1 'nothing refused: a header and no more'
printf '%s\n' "$head" 'S01,V8,C9,2026-07-01 10:00,x' 'S01,V9,C9,2026-07-01 10:00,x' >all.csv
apart 'all refused' all.csv 2
is "$(everything)" "$before" 'all refused: not a byte changed'
rm bad.csv
printf 'store,code,klient,arrived_at\nS01,V1,C1,2026-07-01\n' >header.csv
exits 3 'a wrong header' medi-db import visits --rejects bad.csv header.csv
is "$(ls bad.csv 2>/dev/null)" '' 'a wrong header: no rejects file appears'
exits 4 'a directory' medi-db import visits --rejects bad.csv /
is "$(ls bad.csv 2>/dev/null)" '' 'a directory: no rejects file appears'

# damage in the bytes
printf '%s\nS01,Z1,C1,2026-07-01 10:00,客户\nS01,Z2,C1,2026-07-01 10:00,b\xff\nS01,Z3,C1,2026-07-01 10:00,\x00\nS01,Z4,C1,2026-07-01 10:00,客\n' "$head" >bytes.csv
apart 'bytes' bytes.csv 2
like "$(cat bad.csv)" '^bytes\.csv,3,,byte 0xFF is not UTF-8; save the file as UTF-8' 'bytes: which byte'
like "$(cat bad.csv)" '^bytes\.csv,4,,.?a NUL byte; this is no text file' 'bytes: the NUL'
is "$(iconv -f UTF-8 -t UTF-8 bad.csv >/dev/null && echo whole)" whole 'bytes: the rejects file itself is UTF-8'
# damage in front of all other characters does not turn the rest into another encoding
{
    printf 'code,name\nk0,\xe6\x8a\x96\xe9\x9f\n'
    for i in $(seq 20); do echo "k$i,抖音渠道$i"; done
} >cut.csv
exits 3 'a cut character first' medi-db import channels --rejects bad.csv cut.csv
is "$(counts)" '21 20 0 0 1' 'a cut character first: one refused'
is "$(ask "SELECT name FROM channel WHERE code = 'k20'")" '抖音渠道20' 'a cut character first: the others are as they were'
printf '%s\nS01,Y1,C1,2026-07-01 10:00,%s\nS01,Y2,C1,2026-07-01 10:00,b\n' "$head" "$(head -c 1100000 /dev/zero | tr '\0' x)" >long.csv
apart 'a field over the cap' long.csv 1
exits 0 'a higher cap' medi-db import visits --field-cap 2000000 long.csv

# GB18030 in, UTF-8 out, and back
printf '%s\nS01,X1,C9,2026-07-01 10:00,漢字\n' "$head" | iconv -f UTF-8 -t GB18030 >gb.csv
apart 'GB18030' gb.csv 1
like "$(cat bad.csv)" ',漢字$' 'GB18030: the text is kept'

# into an empty database (the fast way), with a double key at the end (which goes it twice)
for n in 1 2; do
    use "empty$n"
    clinic
    {
        echo "$head"
        for i in $(seq 300); do echo "S01,V$i,C$((i % 3 + 1)),2026-07-01 10:00,x"; done
        [ $n = 1 ] || echo 'S01,V3,C2,2026-07-01 10:00,other'
    } >fast.csv
    apart "the fast way, $n" fast.csv $((99 + n))
    is "$(visits)" 200 "the fast way, $n: the good ones are in"
    exits 0 "the fast way, $n: all is well" medi-db check
done
use clinic

# JSON Lines keep their own form
printf '%s\n' '{"store":"S01","code":"J1","client":"C1","arrived_at":"2026-07-01"}' '{"store":"S01","code":"J2","client":"C9","arrived_at":"2026-07-01"}' \
    '[1]' '{"store":"S01","code":"J3","client":"C1"}' '{"a' >lines.jsonl
exits 2 'JSON Lines into CSV' medi-db import visits --rejects bad.csv lines.jsonl --lang en
like "$err" 'bad\.csv: what is refused of JSON Lines is kept as JSON Lines; name the file like rejects\.jsonl' 'JSON Lines into CSV: says what to do'
exits 3 'JSON Lines' medi-db import visits --rejects bad.jsonl lines.jsonl
is "$(counts)" '5 1 0 0 4' 'JSON Lines: counted'
is "$(wc -l <bad.jsonl)" 4 'JSON Lines: four set apart'
sed 's/"C9"/"C2"/; 2,4d' bad.jsonl >mended.jsonl
exits 0 'JSON Lines, mended' medi-db import visits mended.jsonl
is "$(counts)" '1 1 0 0 0' 'JSON Lines, mended: is in'
exits 3 'CSV into JSON Lines' medi-db import visits --rejects bad.jsonl all.csv
is "$(wc -l <bad.jsonl)" 2 'CSV into JSON Lines: two set apart'
exits 2 'and read again into TSV' medi-db import visits --rejects worse.tsv bad.jsonl
like "$err" '' 'and read again: as it is'

# several files under one header; under two
exits 3 'two files' medi-db import visits --rejects bad.csv all.csv all.csv
is "$(tail -n +2 bad.csv | wc -l)" 4 'two files: all that was refused'
printf 'code,store,client,arrived_at\nV8,S01,C9,2026-07-01\n' >turned.csv
exits 2 'two headers' medi-db import visits --rejects bad.csv all.csv turned.csv --lang en
like "$err" 'turned\.csv has another header than the files before it; import it by itself' 'two headers: says what to do'

# where it may not go
exits 2 'rejects to a device' medi-db import visits --rejects /dev/null all.csv --lang en
like "$err" '/dev/null: is there and is no plain file; name another' 'rejects to a device: says so'
ok "$([ -c /dev/null ]; echo $?)" 'rejects to a device: the device is as it was'
mkdir folder
exits 2 'rejects to a directory' medi-db import visits --rejects folder all.csv
exits 4 'rejects to nowhere' medi-db import visits --rejects none/bad.csv all.csv --lang en
like "$err" '^medi-db: none/bad\.csv: No such file or directory$' 'rejects to nowhere: named as given'
