#!/bin/bash
# D3 with files of several windows (4096 records): what is wrong at their ends, keys that come twice in one and in
# two, new and known records mixed; two importers at once; kills. The same on every engine.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
clinic
make_visits() { # FIRST COUNT [NOTE [STORE]]
    echo 'store,code,client,arrived_at,note'
    awk -v first="$1" -v count="$2" -v note="${3:-}" -v store="${4:-}" 'BEGIN {
        for (i = first; i < first + count; i++)
            printf "S0%d,V%07d,C%d,2026-0%d-%02d %02d:%02d,%s\n", store ? store : i % 2 + 1, i, i % 2 + 1,
                i % 9 + 1, i % 28 + 1, i % 12 + 8, i % 60, note }'
}
whole() { exits 0 "$1: log and rows agree" medi-audit verify --deep; }

# ---- a first load ----

make_visits 0 10000 >all.csv
# record N stands on line N + 1; the ends of the windows are 4096 and 8192
sed -e '2s/C[12]/C9/' -e '4097s/C[12]/C9/' -e '4098s/C[12]/C9/' -e '8193s/S0[12]/S09/' -e '10001s/2026-0/2026-3/' all.csv >bad.csv
exits 3 'a file with faults' medi-db import visits bad.csv --lang en
like "$err" '5 of 10000 records refused' 'a file with faults: all are counted'
is "$(printf '%s\n' "$err" | grep -oE 'csv:[0-9]+' | joined ' ')" 'csv:2 csv:4097 csv:4098 csv:8193 csv:10001' 'a file with faults: each is named, in order'
is "$(visits)" 0 'a file with faults: nothing is written'
exits 3 'with rejects' medi-db import visits bad.csv --rejects out.csv --lang en
is "$(counts)" '10000 9995 0 0 5' 'with rejects: counts'
is "$(cut -d, -f2 out.csv | joined ' ')" 'reject_line 2 4097 4098 8193 10001' 'with rejects: the lines, in order'
whole 'with rejects'
exits 0 'the mended file' medi-db import visits all.csv
is "$(counts)" '10000 5 0 9995 0' 'the mended file: only what was missing is new'
whole 'the mended file'

# ---- the same key twice: next to each other, over the end of a window, far apart ----

init_again() { forget "$MEDI_DB"; clinic; }
twice() { # NAME LINE…: those lines once more at the end, and then changed
    local name=$1 line
    shift
    for line; do sed -n "${line}p" all.csv; done >again
    { cat all.csv; cat again; sed 's/$/other/' again; } >twice.csv
    exits 3 "$name" medi-db import visits twice.csv --rejects out.csv --lang en
    is "$(counts)" "$((10000 + 2 * $#)) ${new:-10000} 0 $((10000 - ${new:-10000} + $#)) $#" "$name: counts"
    is "$(grep -c 'came before in this import' out.csv)" $# "$name: the second content is refused"
}
init_again
new=10000 twice 'into an empty table' 2 4097 4098 8193 8194 10001
whole 'into an empty table'
new=0 twice 'into a filled one' 2 4097 4098 8193 8194 10001
whole 'into a filled one'
{ head -4097 all.csv; sed -n 4097p all.csv; sed -n 4097p all.csv | sed 's/$/other/'; sed -n 4098p all.csv; } >border.csv
exits 3 'at the end of a window' medi-db import visits border.csv --rejects out.csv
is "$(counts)" '4099 0 0 4098 1' 'at the end of a window: counts'
is "$(cut -d, -f2 out.csv | tail -1)" 4099 'at the end of a window: the line'

# ---- new and known mixed ----

{ make_visits 0 10000 changed | awk -F, 'NR == 1 || NR % 3 == 0'; make_visits 9000 6000 | tail -n +1002; } >mixed.csv
exits 0 'what would change' medi-db import visits mixed.csv --dry-run --no-header
is "$(printf '%s\n' "$out" | awk '{ n[$1]++; if ($3 < last) bad++; last = $3 } END { print n["update"], n["insert"], bad + 0 }')" \
    '3333 5000 0' 'what would change: each, in the order of the file'
before=$(visits)
exits 0 'new and known' medi-db import visits mixed.csv
is "$(counts)" '8333 5000 3333 0 0' 'new and known: counts'
is "$(visits)" $((before + 5000)) 'new and known: rows'
whole 'new and known'
sum=$(everything)
exits 0 'once more' medi-db import visits mixed.csv
is "$(counts)" '8333 0 0 8333 0' 'once more: nothing changes'
is "$(everything)" "$sum" 'once more: nothing is written'

# ---- people ----

awk 'BEGIN { print "code,name,phone,store,created_on"
    for (i = 0; i < 5000; i++) printf "P%05d,人%d,1380%07d,S0%d,2026-01-01\n", i, i, i, i % 2 + 1 }' >people.csv
exits 0 'people' medi-db import clients people.csv
is "$(counts)" '5000 5000 0 0 0' 'people: counts'
exits 0 'people again' medi-db import clients people.csv
is "$(counts)" '5000 0 0 5000 0' 'people again: their values are opened and compared'
sed '4097,4099s/,人/,名/' people.csv >renamed.csv
exits 0 'people with other names' medi-db import clients renamed.csv
is "$(counts)" '5000 0 3 4997 0' 'people with other names: counts'
exits 0 'people found' medi-db export clients -q --no-header --reveal test --match phone=13800004095
like "$out" 'P04095.名4095' 'people found: by the index of a phone'
whole 'people'

# ---- references that are made on the way ----

{ echo 'store,code,client,arrived_at,channel'
    awk 'BEGIN { for (i = 0; i < 5000; i++) printf "S01,W%05d,C%d,2026-01-01,%s\n", i, i % 1000 == 999 ? 9 : 1, "ch" int(i / 100) }'; } >channels.csv
echo 'unknown: {channel: create}' >map.yaml
exits 3 'channels that are made' medi-db import visits channels.csv --map map.yaml --rejects out.csv
is "$(counts)" '5000 4995 0 0 5' 'channels that are made: counts'
is "$(medi-db export channels -q --no-header | grep -c '^ch')" 50 'channels that are made: each once'
whole 'channels that are made'

# ---- two at once ----

init_again
for store in 1 2; do make_visits 0 9000 '' "$store" >"store$store.csv"; done
for store in 1 2; do medi-db import -s "S0$store" visits "store$store.csv" --no-header >"log$store" 2>&1 & done
wait
is "$(cat log1 log2 | awk '{ new += $4 } END { print new }')" 18000 'two stores at once: both are in'
is "$(visits)" 18000 'two stores at once: rows'
whole 'two stores at once'
make_visits 20000 9000 '' 1 >more.csv
for n in 1 2; do medi-db import -s S01 visits more.csv --no-header >"log$n" 2>&1 & done
wait
is "$(cat log1 log2 | awk '{ new += $4; same += $6 } END { print new, same }')" '9000 9000' 'one store twice at once: each record once'
whole 'one store twice at once'

# ---- killed ----

# How long one takes is measured, so that a fast machine is hit as often as a slow one.
make_visits 80000 30000 >kill.csv
timed medi-db import -q visits kill.csv
make_visits 40000 30000 >kill.csv
before=$(visits) killed=0 wrong=0
for n in 1 2 3 4 5 6 7 8; do
    medi-db import -q visits kill.csv >/dev/null 2>&1 &
    pid=$!
    pause $((took * n / 10))
    if kill -9 "$pid" 2>/dev/null; then killed=$((killed + 1)); fi
    wait "$pid" 2>/dev/null
    now=$(visits)
    [ "$now" = "$before" ] || [ "$now" = $((before + 30000)) ] || wrong=$((wrong + 1))
    [ "$now" = "$before" ] || break
done
[ "$killed" -gt 1 ]
ok $? "kill -9 hit $killed imports"
is "$wrong" 0 'kill -9: before or after, never between'
exits 0 'after kill -9' medi-db import -q visits kill.csv
is "$(visits)" $((before + 30000)) 'after kill -9: all is in'
whole 'after kill -9'
