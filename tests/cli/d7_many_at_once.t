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
is "$(ask "SELECT count(DISTINCT run) FROM log WHERE verb = 'import' AND subject = 'visits'")" 8 'one log entry an import'

# the same file by two at once: once in, once the same
make_visits twice.csv 200000 3000
medi-db import visits twice.csv --no-header >one &
medi-db import visits twice.csv --no-header >two
wait
is "$(cat one two | awk '{ new += $4; same += $6 } END { print new, same }')" '3000 3000' 'two import one file: each record once'

# busy: a writer that cannot wait
hold 4 &
sleep 1
make_visits busy.csv 300000 10
exits 75 'a busy database' medi-db import visits busy.csv --wait 1 --lang en
like "$err" 'busy' 'a busy database: says so'
one_line 'a busy database'
wait
exits 0 'later' medi-db import -q visits busy.csv

# killed at any moment: all or nothing
make_visits kill.csv 900000 60000
timed medi-db import -q visits kill.csv
before=$(visits)
make_visits kill.csv 400000 60000
killed=0 wrong=0
for n in $(seq 20); do
    medi-db import -q visits kill.csv >/dev/null 2>&1 &
    pid=$!
    pause $((took * n / 21))
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

# a signal at any moment leaves nothing lying about: no half rejects file, no draft, no lock
make_visits sig.csv 700000 60000
sed -i '1000s/,C[12],/,C9,/' sig.csv
for signal in INT TERM HUP KILL; do
    before=$(visits)
    # bash lets what runs in the background ignore SIGINT
    env --default-signal=INT medi-db import -q visits sig.csv --rejects bad.csv >/dev/null 2>&1 &
    pid=$!
    pause $((took / 3))
    kill -$signal "$pid" 2>/dev/null
    wait "$pid" 2>/dev/null
    status=$?
    now=$(visits)
    if [ "$status" -gt 128 ]; then
        is "$now" "$before" "SIG$signal: nothing written"
        is "$(find . -name '*bad*')" '' "SIG$signal: nothing left behind"
    else
        is "$now" "$((before + 59999))" "SIG$signal came too late"
        medi-db import -q visits sig.csv --rejects bad.csv >/dev/null 2>&1
        rm -f bad.csv
    fi
    exits 0 "SIG$signal: a writer gets in at once" medi-db config set -q kpi.few "$((RANDOM % 900 + 6))" --wait 0
done

# a full disk: with less and with more room, in a new database and in one with records
make_visits full.csv 600000 60000
make_visits some.csv 800000 3000
full_disk() { # ROOM DATABASE
    local name="a full disk with $1 left" before
    rm -f small/*
    cp "$2" small/clinic.db
    dd if=/dev/zero of=small/fill bs=64k >/dev/null 2>&1
    truncate -s "-$1" small/fill
    before=$(everything small/clinic.db)
    run medi-db import visits full.csv -d small/clinic.db --lang en
    is "$code" 4 "$name: exit 4"
    like "$err" '^medi-db: small/clinic\.db: .*(full|room|space)' "$name: names the file and why"
    one_line "$name"
    rm small/fill
    is "$(everything small/clinic.db)" "$before" "$name: nothing written"
    exits 0 "$name: the database is whole" medi-db check -d small/clinic.db
    exits 0 "$name: with room again, it goes" medi-db import -q visits some.csv -d small/clinic.db
}
# The same on a server: a tablespace on a small disk of its own holds the tables.
full_server() { # ROOM FROM
    local name="a server's full disk with $1 left" place before
    place=$(at small)
    forget "$place"
    root postgres "CREATE DATABASE ${here}small OWNER medi TEMPLATE $here$2 TABLESPACE ${here}disk"
    before=$(everything "$place") # and the server makes what it keeps for itself
    dd if=/dev/zero of=small/fill bs=64k >/dev/null 2>&1
    truncate -s "-$1" small/fill
    run medi-db import visits full.csv -d "$place" --lang en
    is "$code" 4 "$name: exit 4"
    like "$err" "^medi-db: .*$(re "$place"): no room left on the server's disk; nothing was written; make room and try again\$" "$name: says so"
    one_line "$name"
    rm small/fill
    is "$(everything "$place")" "$before" "$name: nothing written"
    exits 0 "$name: the database is whole" medi-db check -d "$place"
    exits 0 "$name: with room again, it goes" medi-db import -q visits some.csv -d "$place"
}
small_disk() { # SIZE: in small, if this user may
    [ "$(id -u)" = 0 ] && mount -t tmpfs -o "size=$1" tmpfs small 2>/dev/null
}
mkdir small
use tiny
clinic
copy fresh
medi-db import -q visits some.csv >/dev/null
case $engine in
sqlite)
    if small_disk 32m; then
        trap 'cd /; umount "$work/small"; finish' EXIT
        for room in 128K 1M 3M; do full_disk $room fresh.db; done
        for room in 128K 1M 3M; do full_disk $room tiny.db; done
    fi
    before=$(everything)
    (ulimit -f 2000; trap '' XFSZ; medi-db import visits full.csv --lang en) >/dev/null 2>limit.err
    is "$?" 4 'a file that may not grow: exit 4'
    is "$(wc -l <limit.err)" 1 'a file that may not grow: one line'
    is "$(everything)" "$before" 'a file that may not grow: nothing written'
    exits 0 'a file that may not grow: the database is whole' medi-db check
    ;;
postgresql)
    if small_disk 100m; then
        trap 'cd /; forget_all; root postgres "DROP TABLESPACE IF EXISTS ${here}disk"; umount "$work/small"; finish' EXIT
        chmod 755 "$work"
        mkdir small/space
        chown postgres small/space
        root postgres "CREATE TABLESPACE ${here}disk LOCATION '$work/small/space'"
        for room in 128K 3M; do full_server $room fresh; done
        for room in 128K 3M; do full_server $room tiny; done
    fi
    ;;
esac
