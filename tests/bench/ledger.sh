#!/bin/bash
# The ledger's figures at a million movements, each beside its bound: what cron and an inspector ask, a balance at any date, sixteen
# processes that issue at once against the disk's own rate of fsync, and a batch. In a directory that must be on a disk (LEDGER_DIR).
#   tests/bench/ledger.sh BUILD     MOVES=1000000
set -u
build=$(cd "${1:-build}" && pwd)
moves=${MOVES:-1000000}
work=$(mktemp -d "${LEDGER_DIR:-$build}/ledger-XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
export PATH=$build/bin:$PATH LC_ALL=C HOME=$work XDG_DATA_HOME=$work/data TZ=UTC MEDI_DB=$work/clinic.db MEDI_NOW=2026-10-01T09:00:00+08:00
unset MEDI_STORE MEDI_CONFIG MEDI_ACTOR MEDI_KEY XDG_CONFIG_HOME
failures=0
row() { # WHAT MEASURED UNIT BOUND least|most
    local good
    good=$(awk -v m="$2" -v b="$4" -v way="$5" 'BEGIN { print (way == "most" ? m <= b : m >= b) ? "kept" : "MISSED" }')
    [ "$good" = kept ] || failures=$((failures + 1))
    printf '%-44s %12s %-4s %6s %10s  %s\n' "$1" "$2" "$3" "at $5" "$4" "$good"
}
import() { medi-db import -q "$1" - >/dev/null || exit 1; }

# ---- 3 stores, 200 items, lots of 500 movements each over three years ----
medi-db init -q --test
printf 'code,name\nS1,a\nS2,b\nS3,c\n' | import stores
awk 'BEGIN { print "code,name,kind,unit"; for (i = 1; i <= 200; i++) print "I" i ",item " i ",consumable,x" }' | import items
awk -v moves="$moves" 'BEGIN {
    print "store,item,code,expires_on,received_on,quantity,cost_fen,moved,moved_fen"
    for (n = 0; n < moves / 500; n++) print "S" n % 3 + 1 ",I" n % 200 + 1 ",L" n ",2027-12-31,2023-09-01,1000,100000,-500,-50000" }' | import lots
awk -v moves="$moves" 'BEGIN {
    print "store,code,item,lot,kind,quantity,cost_fen,at"
    for (n = 0; n < moves; n++) { lot = int(n / 500)
        at = 1693530000 + int((lot + n % 500) * 94000000 / (moves / 500 + 500))
        print "S" lot % 3 + 1 ",M" n ",I" lot % 200 + 1 ",L" lot ",issue,-1,-100," strftime("%Y-%m-%dT%H:%M:%SZ", at, 1) } }' | import stock_moves
awk 'BEGIN { print "store,item,minimum,target"; for (s = 1; s <= 3; s++) for (i = 1; i <= 200; i++) print "S" s ",I" i ",100,200" }' | import levels
printf '%s movements, %s bytes\n\n' "$(sqlite3 clinic.db 'SELECT COUNT(*) FROM stock_move')" "$(wc -c <clinic.db)"

# ---- asked ----
cpu() { # COMMAND…: ms of CPU a run, of twenty
    local n
    TIMEFORMAT='%U %S'
    { time for n in $(seq 20); do "$@" >/dev/null 2>&1; done; } 2>&1 | awk '{ printf "%.1f", ($1 + $2) * 1000 / 20 }'
}
row 'low, one store: CPU' "$(cpu medi-stock low -s S1)" ms 10 most
row 'low, the chain: CPU' "$(cpu medi-stock low)" ms 10 most
row 'trace of a lot: CPU' "$(cpu medi-stock trace L77)" ms 10 most
row 'trace of a movement: CPU' "$(cpu medi-stock trace M77777)" ms 10 most
row 'recall list of a lot: CPU' "$(cpu medi-stock recall list L77)" ms 10 most
for day in 2023-10-01 2024-03-01 2025-03-01 2026-09-01; do
    row "balance of an item as of $day: CPU" "$(cpu medi-stock balance I7 --as-of "$day")" ms 50 most
    row "balance of a whole store as of $day: CPU" "$(cpu medi-stock balance -s S1 --as-of "$day")" ms 50 most
done

# ---- sixteen at once ----
rate() { awk -v n="$1" -v s="$2" 'BEGIN { printf "%.0f", n / s }'; }
seconds() { TIMEFORMAT=%R; { time "$@" >/dev/null 2>&1; } 2>&1; }
syncs() { dd if=/dev/zero of=sync bs=4k count=400 oflag=dsync 2>/dev/null; }
sixteen() {
    local n
    for n in $(seq 16); do
        (for _ in $(seq 25); do medi-stock issue -q -s S2 "I$n=1" --wait 300 >/dev/null || echo "failed"; done) &
    done
    wait
}
before=$(rate 400 "$(seconds syncs)")
measured=$(rate 400 "$(seconds sixteen)")
fsync=$(rate 400 "$(seconds syncs)")
[ "$before" -gt "$fsync" ] && fsync=$before
row "16 processes, an issue each: a second (fsync $fsync)" "$measured" '/s' "$((fsync / 2))" least
row 'lots below zero' "$(sqlite3 clinic.db 'SELECT COUNT(*) FROM lot WHERE quantity + moved < 0')" '' 0 most

# ---- a batch ----
awk 'BEGIN { print "code,item,quantity"; for (n = 0; n < 100000; n++) print "B" n ",I" n % 200 + 1 "," 1 }' >lines.csv
batch() { medi-stock issue -q -s S3 - <lines.csv; }
row 'issue -: lines a second, of 100,000' "$(rate 100000 "$(seconds batch)")" '/s' 20000 least
row 'issue -: movements that are there' "$(sqlite3 clinic.db "SELECT COUNT(DISTINCT CASE WHEN instr(code, '-') > 0 THEN substr(code, 1, instr(code, '-') - 1) ELSE code END) FROM stock_move WHERE code LIKE 'B%'")" '' 100000 least
medi-db check >/dev/null
row 'findings of medi-db check: exit' "$?" '' 0 most
[ "$failures" = 0 ]
