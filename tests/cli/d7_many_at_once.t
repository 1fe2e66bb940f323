#!/bin/bash
# D7: many processes, kills, interrupts and full disks: before or after, never between.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
clinic
make_visits() { # FILE FIRST COUNT
    awk -v first="$2" -v count="$3" 'BEGIN {
        print "store,code,client,arrived_at"
        for (i = first; i < first + count; i++)
            printf "S0%d,V%07d,C%d,2026-0%d-%02d %02d:%02d\n", i % 2 + 1, i, i % 2 + 1, i % 9 + 1, i % 28 + 1, i % 12 + 8, i % 60
    }' >"$1"
}

# eight writers and two readers
for n in 1 2 3 4 5 6 7 8; do make_visits "part$n.csv" "$((n * 10000))" 2000; done
for n in 1 2 3 4 5 6 7 8; do
    medi-db import -q visits "part$n.csv" >"log$n" 2>&1 &
    pids="${pids:-} $!"
done
for _ in 1 2; do
    (for _ in $(seq 20); do medi-db export visits -q --no-header | wc -l; done >>reads) &
done
failed=0
for pid in $pids; do wait "$pid" || failed=$((failed + 1)); done
wait
is "$failed" 0 'eight importers at once: all succeed'
is "$(visits)" 16000 'eight importers at once: nothing is lost'
is "$(awk '$1 % 2000 { bad++ } END { print bad + 0 }' reads)" 0 'readers see whole imports only'
exits 0 'after eight importers' medi-db check
is "$(sqlite3 "$MEDI_DB" "SELECT count(*) FROM log WHERE verb = 'import' AND subject = 'visits'")" 8 'one log entry an import'

# the same file by two at once: once in, once the same
make_visits twice.csv 200000 3000
medi-db import visits twice.csv --no-header >one &
medi-db import visits twice.csv --no-header >two
wait
is "$(cat one two | awk '{ new += $4; same += $6 } END { print new, same }')" '3000 3000' 'two import one file: each record once'

# busy: a writer that cannot wait
sqlite3 "$MEDI_DB" 'BEGIN IMMEDIATE' '.shell sleep 4' 'ROLLBACK' &
sleep 1
make_visits busy.csv 300000 10
exits 75 'a busy database' medi-db import visits busy.csv --wait 1 --lang en
like "$err" 'busy' 'a busy database: says so'
one_line 'a busy database'
wait
exits 0 'later' medi-db import -q visits busy.csv

# killed at any moment: all or nothing
before=$(visits)
make_visits kill.csv 400000 60000
killed=0 wrong=0
for n in $(seq 20); do
    medi-db import -q visits kill.csv >/dev/null 2>&1 &
    pid=$!
    sleep "0.$(printf '%02d' $((n * 4)))"
    if kill -9 "$pid" 2>/dev/null; then killed=$((killed + 1)); fi
    wait "$pid" 2>/dev/null
    now=$(visits)
    [ "$now" = "$before" ] || [ "$now" = $((before + 60000)) ] || wrong=$((wrong + 1))
    [ "$now" = "$before" ] || break
done
[ "$killed" -gt 5 ]
ok $? "kill -9 hit $killed imports"
is "$wrong" 0 'kill -9: before or after, never between'
exits 0 'after kill -9' medi-db check
exits 0 'after kill -9, again' medi-db import -q visits kill.csv
is "$(visits)" $((before + 60000)) 'after kill -9: the import can be repeated'

# interrupted from the keyboard
before=$(visits)
make_visits int.csv 500000 60000
timeout -s INT 0.25 medi-db import -q visits int.csv >/dev/null 2>&1
now=$(visits)
[ "$now" = "$before" ] || [ "$now" = $((before + 60000)) ]
ok $? 'SIGINT: before or after'

# a full disk
make_visits full.csv 600000 60000
if [ "$(id -u)" = 0 ] && mkdir small && mount -t tmpfs -o size=12m tmpfs small 2>/dev/null; then
    cp "$MEDI_DB" small/clinic.db 2>/dev/null || { MEDI_DB=$work/tiny.db clinic; cp "$work/tiny.db" small/clinic.db; }
    before=$(medi-db export visits -q -d small/clinic.db --no-header | wc -l)
    run medi-db import visits full.csv -d small/clinic.db --lang en
    is "$code" 4 'a full disk: exit 4'
    like "$err" 'clinic\.db: .*(full|room|space)' 'a full disk: names the file and why'
    is "$(medi-db export visits -q -d small/clinic.db --no-header | wc -l)" "$before" 'a full disk: nothing written'
    exits 0 'a full disk: the database is whole' medi-db check -d small/clinic.db
    umount small
else
    before=$(visits)
    (ulimit -f 2000; trap '' XFSZ; medi-db import visits full.csv --lang en) >/dev/null 2>limit.err
    is "$?" 4 'a file that may not grow: exit 4'
    is "$(visits)" "$before" 'a file that may not grow: nothing written'
    exits 0 'a file that may not grow: the database is whole' medi-db check
fi
