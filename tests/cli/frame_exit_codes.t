#!/bin/bash
# The frame: 0 done, 1 the answer is no, 2 usage, 3 data refused, 4 database or I/O, 75 try again later; an error
# is one line: program, place, what, what to do.
. "$(dirname "$0")/lib.sh"
clinic
printf 'store,code,client,arrived_at\nS01,V1,C1,2026-07-01 10:00\n' >good.csv
printf 'store,code,client,arrived_at\nS01,V1,C9,2026-07-01 10:00\n' >bad.csv

# want CODE COMMAND…: the code, and for a failure one line behind the program's name
want() {
    local code_wanted=$1
    shift
    exits "$code_wanted" "$*" "$@"
    [ "$code_wanted" -lt 2 ] && return
    like "$(printf '%s\n' "$err" | head -1)" "^$1: .+" "$*: begins with the program"
    is "$(printf '%s\n' "$err" | grep -c "^$1: ")" 1 "$*: one error"
    is "$out" '' "$*: prints nothing"
}
want 0 medi-db --version
want 0 medi-db --help
want 0 medi-db import --help
want 0 medi-db store --help
want 0 medi-db store list -h
want 0 medi-db kinds
want 0 medi-db schema
want 0 medi-db schema visit
want 0 medi-db schema --sql
want 0 medi-db import visits -n good.csv
want 0 medi-db store list
want 1 medi-db store list --exit-code
want 1 medi-db store show S77
want 1 medi-db export visits V9
want 0 medi-kpi show arrivals
want 0 medi-kpi show arrivals --exit-code
want 2 medi-db
want 2 medi-db imprt
want 2 medi-db store
want 2 medi-db store lst
want 2 medi-db import
want 2 medi-db export
want 2 medi-db export visits --nope
want 2 medi-db export visits -Z
want 2 medi-db export visits -o xml
want 2 medi-db export visits --lang fr
want 2 medi-db export visits -o
want 2 medi-db export visits --reveal
want 2 medi-db export visits --excel -o json
want 2 medi-db export visits --wait -1
want 2 medi-db export visits --wait x
want 2 medi-db export visits --as-of someday
want 2 medi-db export visits --quiet=yes
want 2 medi-db import vists good.csv
want 2 medi-db import visits --format xml good.csv
want 2 medi-db import visits --encoding latin1 good.csv
want 2 medi-db import visits --field-cap 0 good.csv
want 2 medi-db import visits --field-cap 99999999999 good.csv
want 2 medi-db schema vsit
want 2 medi-db kinds visits clients
want 2 medi-db check nothing
want 2 medi-db config set kpi.few
want 2 medi-kpi show arivals
want 2 medi-kpi show arrivals --by wek
want 2 medi-kpi show arrivals --by month,,store
want 2 medi-kpi show arrivals --from 2026-08-01 --to 2026-07-01
want 2 medi-kpi show arrivals --from 2026-07-01 --to 2026-07-01
want 2 medi-kpi show conversion --days 366
want 2 medi-kpi show conversion --days -1
want 3 medi-db import visits bad.csv
want 3 medi-db import visits -s S77 good.csv bad.csv
want 3 medi-db export visits -s S77
want 3 medi-db config set kpi.few 0
want 3 medi-db store add S01 --name x
want 4 medi-db export visits -d "$(at none)"
want 4 medi-db import visits none.csv
want 4 medi-db import visits /
want 4 medi-db import visits good.csv none.csv
want 4 medi-kpi show arrivals -d "$(at none)"
hold 4 &
sleep 1
want 75 medi-db import visits --wait 0 good.csv
want 75 medi-db store add S09 --name x --wait 1
want 75 medi-db config set kpi.few 6 --wait 0
want 0 medi-db export visits --wait 0
want 0 medi-db check --wait 0
want 0 medi-db import visits good.csv
wait

# unknown words are answered with the nearest one
for pair in 'imprt import' 'exprt export' 'chek check' 'shema schema' 'stor store'; do
    run medi-db "${pair% *}" --lang en
    like "$err" "^medi-db: ${pair% *}: no such verb; did you mean ${pair#* }\?" "nearest: ${pair% *}"
done
run medi-db import --rejcts x visits --lang en
like "$err" -- '--rejcts: no such option; did you mean --rejects\?' 'nearest: an option'
run medi-db store shw S01 --lang en
like "$err" 'did you mean store show|did you mean show' 'nearest: a second word'

# what was typed is shown safely: no control character of a file or an argument reaches the terminal
printf 'store,code,client,arrived_at\nS01,V1,"C\033[31m9",2026-07-01\n' >escape.csv
exits 3 'an escape sequence in a file' medi-db import visits escape.csv --lang en
is "$(printf '%s' "$err" | tr -d '\n' | LC_ALL=C grep -c '[[:cntrl:]]')" 0 'an escape sequence in a file: is made visible'
run medi-db $'im\033[2Jport' --lang en
is "$code$(printf '%s' "$err" | tr -d '\n' | LC_ALL=C grep -c '[[:cntrl:]]')" 20 'an escape sequence in a word'
printf 'store,code,client,arrived_at\nS01,V1,"C\302\2339",2026-07-01\n' >c1.csv
exits 3 'a C1 control character' medi-db import visits c1.csv --lang en
is "$(printf '%s' "$err" | LC_ALL=C grep -c $'\302\233')" 0 'a C1 control character: is made visible'
printf 'store,code\n' >$'two\nlines.csv'
run medi-db import visits $'two\nlines.csv' --lang en
is "$code $(printf '%s\n' "$err" | wc -l)" '3 1' 'a line end in a file name'
run medi-db export $'vis\xffits' --lang en
is "$code" 2 'an argument that is not UTF-8'
run medi-db import visits $'bad\xffname.csv' --lang en
is "$code $(printf '%s\n' "$err" | wc -l) $(printf '%s' "$err" | iconv -f UTF-8 -t UTF-8 >/dev/null 2>&1 && echo whole)" '4 1 whole' 'a file name that is not UTF-8'
cp good.csv $'good\xffname.csv'
exits 0 'a file name that is not UTF-8, with records' medi-db import visits $'good\xffname.csv'

# words behind -- are operands; options and operands mix; the last one wins
exits 4 'a file called --help' medi-db import visits -- --help --lang
exits 0 'options behind operands' medi-db import visits good.csv -n --lang en
exits 0 'bundled flags' medi-db import -nq visits good.csv
exits 0 'values glued on' medi-db export visits -ojson -d"$MEDI_DB" --lang=en
is "$(medi-db export visits -o json -o csv --no-header)" 'S01,V1,C1,2026-07-01T10:00:00+08:00,,,other,finished,,,,' 'the last -o wins'

# streams that were closed
exits 0 'without stdin' bash -c 'medi-db store list <&- '
run bash -c 'medi-db store list >&-'
is "$code" 4 'without stdout: exit 4'
exits 0 'without stderr' bash -c 'medi-db store list 2>&-'
is "$(medi-db import visits good.csv 2>&1 >&- | wc -l)" 1 'an import without stdout says so'
