#!/bin/bash
# The frame: what is printed: every format the same data; nothing is lost on a full disk; a closed pipe is quiet;
# spreadsheets run nothing; columns line up.
. "$(dirname "$0")/lib.sh"
clinic
printf '%s\n' 'code,name,phone,store,channel,created_on,note,language' 'E1,"=cmd|calc",,S01,,2026-01-01,@x,-2+3' 'E2,+1,,S01,,2026-01-01,"a	b",zh' \
    'E3,"q""uote, comma",,S01,,2026-01-01,"two' 'lines",' 'E4,e\t,,S01,,2026-01-01,😀🇨🇳,' >people.csv
exits 0 'people' medi-db import clients people.csv
show() { medi-db export clients -q --reveal test "$@"; }

# /dev/full: the last write is checked, and a writer that could not tell has not written
for verb in 'export clients' 'store list' 'kinds' 'schema' 'schema --sql' 'check' 'config list' '--help' 'import --help' '--version' 'kinds visits'; do
    for form in '' '-o json' '-o csv' '-o table'; do
        case $verb in -* | *--*) [ -z "$form" ] || continue ;; esac
        # shellcheck disable=SC2086
        medi-db $verb $form >/dev/full 2>err
        is "$? $(wc -l <err | tr -d ' ')" "4 $([ "$verb" = 'export clients' ] && echo 2 || echo 1)" "/dev/full: $verb $form"
    done
done
before=$(everything)
printf 'store,code,client,arrived_at\nS01,V1,C1,2026-07-01\n' >visits.csv
medi-db import visits visits.csv >/dev/full 2>err --lang en
is "$? $(cat err)" '4 medi-db: the output cannot be written: No space left on device' '/dev/full: an import says so'
is "$(everything)" "$before" '/dev/full: an import that could not tell has not written'
medi-kpi show arrivals >/dev/full 2>err
is "$?" 4 '/dev/full: kpi'

# a closed pipe is quiet
many() { awk 'BEGIN { print "code,name"; for (i = 0; i < 20000; i++) printf "c%d,channel number %d\n", i, i }' | medi-db import -q channels - >/dev/null; }
many
is "$( (medi-db export channels; echo "$?" >status) 2>&1 | head -1)" 'code	name	category' '| head: the first line and no complaint'
ok "$([ "$(cat status)" = 141 ] || [ "$(cat status)" = 0 ]; echo $?)" "| head: ends by the signal, or in time ($(cat status))"
is "$( (trap '' PIPE; medi-db export channels; echo "$?" >status) 2>&1 | head -1)" 'code	name	category' '| head under a parent that ignores SIGPIPE'

# every format has the same data
is "$(show E1 E2 E3 E4 -o tsv --no-header | cut -f1,2,14,16,19)" 'E1	=cmd|calc		-2+3	@x
E2	+1		zh	a\tb
E3	q"uote, comma			two\nlines
E4	e\\t			😀🇨🇳' 'tsv: escapes, empty for nothing'
is "$(show E1 E2 E3 E4 -o csv --no-header | cut -c1-24 | head -3)" 'E1,=cmd|calc,,,,,S01,unk
E2,+1,,,,,S01,unknown,,,
E3,"q""uote, comma",,,,,' 'csv: quotes only where they are due'
is "$(show E1 -o csv | od -An -c | grep -c '\\r')" 0 'csv: line ends are LF'
is "$(show E2 -o jsonl)" '{"code":"E2","name":"+1","phone":null,"id_number":null,"gender":null,"birthday":null,"store":"S01","channel":"unknown","owner":null,"nurse":null,"created_on":"2026-01-01","class":"client","address":null,"latitude":null,"longitude":null,"language":"zh","allergy":null,"history":null,"note":"a\tb","preference":null,"email":null,"wechat":null}' 'jsonl: keys in order, null for nothing'
is "$(show E1 E2 -o json | tr -d '\n' | sed 's/^\[\(.*\)\]$/\1/; s/},{/}\n{/g')" "$(show E1 E2 -o jsonl)" 'json: the same objects in an array'
show -o json >all.json
is "$(sqlite3 :memory: "SELECT json_array_length(CAST(readfile('all.json') AS TEXT))")" 6 'json: is valid, and has every row'
printf '%s\n' 'store,code,order,client,amount_fen,paid_at,kind' 'S01,Y1,O1,C1,128050,2026-07-01 10:00,payment' 'S01,Y2,O1,C1,-5,2026-07-01 23:30,refund' | medi-db import -q payments - >/dev/null
is "$(medi-db export payments -o tsv --no-header | cut -f12,13)" '128050	2026-07-01T10:00:00+08:00
-5	2026-07-01T23:30:00+08:00' 'tsv: fen and RFC 3339'
like "$(medi-db export payments -o json)" '"quantity":1,"amount_fen":128050,"paid_at":"2026-07-01T10:00:00\+08:00"' 'json: numbers are numbers'
like "$(medi-db export payments -o table --lang en)" ' 1,280\.50 +2026-07-01 10:00' 'table: yuan and local time'
is "$(LC_ALL=de_DE.UTF-8 LANG=de_DE.UTF-8 medi-db export payments -o tsv | sha256sum)" "$(medi-db export payments -o tsv | sha256sum)" 'numbers are never localised'
is "$(medi-db export payments | sha256sum)" "$(medi-db export payments -o tsv | sha256sum)" 'tsv is what a pipe gets'

# for spreadsheets
show E1 E2 -o csv --excel >excel.csv
is "$(head -c 3 excel.csv | od -An -tx1 | tr -d ' ')" efbbbf '--excel: begins with a mark'
is "$(grep -c $'\r$' excel.csv)" 3 '--excel: lines end in CRLF'
is "$(tail -n +2 excel.csv | tr -d '\r' | cut -d, -f1,2,16,19)" "E1,'=cmd|calc,'-2+3,'@x
E2,'+1,zh,a	b" '--excel: defuses formulas'
printf 'code,name\nT1,"\t=1+1"\nT2,-5\nT3,a=1\n' | medi-db import -q channels - >/dev/null
is "$(medi-db export channels T1 T2 T3 --excel --no-header | tr -d '\r' | cut -d, -f2)" "\"'	=1+1\"
'-5
a=1" '--excel: defuses what only looks harmless, and nothing else'
is "$(show E1 --excel | sha256sum)" "$(show E1 -o csv --excel | sha256sum)" '--excel alone is csv'
exits 0 'xlsx' bash -c "medi-db export clients -q -o xlsx >people.xlsx"
is "$(head -c 2 people.xlsx)" PK 'xlsx: is a package'
if command -v unzip >/dev/null; then
    like "$(unzip -p people.xlsx xl/sharedStrings.xml xl/worksheets/sheet1.xml 2>/dev/null)" '赵\*\*' 'xlsx: has the masked names'
    is "$(unzip -p people.xlsx xl/worksheets/sheet1.xml | grep -c '<f>')" 0 'xlsx: no cell is a formula'
fi

# tables line up, whatever the width of the characters
widths() { # the cells in front of the third column of each line, by the terminal's count
    awk '{ print }' | LC_ALL=C.UTF-8 sed 's/\(S0[12]\).*$//' | while IFS= read -r line; do
        printf '%s\n' "$line" | LC_ALL=C.UTF-8 awk '{ n = 0; for (i = 1; i <= length($0); i++) n++; print n }' >/dev/null
        wide=$(printf '%s' "$line" | LC_ALL=C.UTF-8 grep -oP '[\x{1100}-\x{115F}\x{2E80}-\x{A4CF}\x{AC00}-\x{D7A3}\x{F900}-\x{FAFF}\x{FF00}-\x{FF60}\x{1F300}-\x{1FAFF}]' | wc -l)
        echo $(($(printf '%s' "$line" | LC_ALL=C.UTF-8 wc -m) + wide))
    done
}
medi-db export visits -o table >/dev/null
printf '%s\n' 'code,name,role,store,title' 'A1,欧阳娜娜,nurse,S01,主管护师' 'B22,李,doctor,S02,' 'C333,Anna,other,S01,한국' | medi-db import -q staff - >/dev/null
is "$(medi-db export staff -o table --no-header --lang en | grep -E '^(A1|B22|C333)' | widths | sort -u | wc -l)" 1 'table: CJK columns line up'
is "$(medi-db export staff -o table --lang en | head -1 | grep -c $'\033')" 0 'table: no colour where no terminal is'
if command -v script >/dev/null; then
    on_terminal() { TERM=xterm script -qec "$*" /dev/null </dev/null | tr -d '\r'; }
    like "$(on_terminal 'medi-db export staff --lang en' | head -1)" $'\033\\[' 'on a terminal: a table with a dim header'
    is "$(NO_COLOR=1 on_terminal 'medi-db export staff --lang en' | grep -c $'\033')" 0 'on a terminal with NO_COLOR: none'
    is "$(TERM=dumb; on_terminal 'env TERM=dumb medi-db export staff --lang en' | grep -c $'\033')" 0 'on a dumb terminal: none'
    is "$(on_terminal 'medi-db export staff -o tsv' | grep -c $'\033')" 0 'on a terminal, tsv: none'
    is "$(on_terminal 'medi-db export staff -o xlsx --lang en' | head -1)" 'medi-db: xlsx is not for a terminal; write it to a file: > rows.xlsx' 'on a terminal: no xlsx'
fi

# --no-header, -q
is "$(medi-db store list --no-header | wc -l)" 2 '--no-header: rows alone'
is "$(medi-db import -q visits visits.csv 2>&1 | head -1 | cut -f1)" kind '-q: data stays, talk goes'
