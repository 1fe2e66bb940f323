#!/bin/bash
# What sending costs, each beside its bound: a claim of a thousand among ten million messages, a second through a program that lives
# on (a line a message in, a line an answer out), a second with a program a message. CPU is that of medi-followup, not of the others.
#   tests/bench/send.sh BUILD     MESSAGES=10000000 ENGINE=sqlite|postgresql
set -u
build=$(cd "${1:-build}" && pwd)
top=$(cd "$(dirname "$0")/../.." && pwd)
messages=${MESSAGES:-10000000} engine=${ENGINE:-sqlite}
work=$(mktemp -d "${SEND_DIR:-$build}/send-XXXXXX") || exit 2
cd "$work" || exit 2
export PATH=$build/bin:$PATH LC_ALL=C HOME=$work XDG_DATA_HOME=$work/data TZ=UTC MEDI_NOW=2026-10-01T09:00:00+08:00
export MEDI_CONFIG=$work MEDI_DB=$work/clinic.db BUILD=$build
unset MEDI_STORE MEDI_ACTOR MEDI_KEY XDG_CONFIG_HOME
failures=0 started=
leave() {
    cd /
    rm -rf "$work"
    [ -z "$started" ] || "$top/tests/pg" stop
}
trap leave EXIT
row() { # WHAT MEASURED UNIT BOUND least|most
    local good
    good=$(awk -v m="$2" -v b="$4" -v way="$5" 'BEGIN { print m != "" && (way == "most" ? m + 0 <= b : m + 0 >= b) ? "kept" : "MISSED" }')
    [ "$good" = kept ] || failures=$((failures + 1))
    printf '%-52s %10s %-4s %8s %8s  %s\n' "$1" "$2" "$3" "at $5" "$4" "$good"
}
case $engine in
sqlite) sql() { sqlite3 "$MEDI_DB" "PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; $1"; } ;;
postgresql)
    "$top/tests/pg" running || { "$top/tests/pg" start && started=1; }
    server=$("$top/tests/pg" url send)
    psql -X -q "${server%user=*}user=postgres&dbname=postgres" -c 'DROP DATABASE IF EXISTS send' -c 'CREATE DATABASE send OWNER medi' || exit 1
    MEDI_DB=$server
    sql() { psql -X -q -At "$MEDI_DB" -c "$1"; }
    ;;
esac

medi-db init -q --test
printf 'code,name,phone\nS01,静安店,021-68888888\n' | medi-db import -q stores - >/dev/null
printf 'code,name,category\nxhs,小红书,paid\n' | medi-db import -q channels - >/dev/null
awk 'BEGIN { print "code,name,phone,store,channel,created_on"
    for (i = 1; i <= 20000; i++) printf "C%05d,客户%d,1380%07d,S01,xhs,2026-01-01\n", i, i, i }' | medi-db import -q clients - >/dev/null
medi-db config set -q send.catch_up 1000000
# a tenth is due, a fifth was sent, the rest lies ahead; five priorities
sql "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $messages)
    INSERT INTO message (store_id, id, code, client_id, plan, step, occurrence, channel, template, purpose, priority, due_at, day,
        until_at, state, next_at, sent_at)
    SELECT s.id, i + 1, 'M' || i, i % 20000 + 1, 'p', 's', CAST(i AS TEXT), 'sms', 'care.visit', 'care', i % 5,
        CASE WHEN i % 10 = 0 THEN 1790800000 + i % 16000 ELSE 1790900000 + i % 9000000 END, 20700, 1890000000,
        CASE WHEN i % 10 = 1 OR i % 10 = 2 THEN 'sent' ELSE 'pending' END,
        CASE WHEN i % 10 = 0 THEN 1790800000 + i % 16000 ELSE 1790900000 + i % 9000000 END,
        CASE WHEN i % 10 = 1 OR i % 10 = 2 THEN 1790000000 ELSE NULL END
    FROM n, store AS s WHERE s.code = 'S01'"
[ "$engine" = sqlite ] || sql 'ANALYZE'
printf '%s messages, %s\n\n' "$(sql 'SELECT count(*) FROM message')" "$engine"

cpu() { # COMMAND…: milliseconds of CPU, user and system
    TIMEFORMAT='%U %S'
    { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ printf "%.0f\n", ($1 + $2) * 1000 }'
}
least() { sort -n | head -1; }
# what a claim costs above one that finds nothing: the start, the key, the packs
nothing=$(for _ in 1 2 3; do cpu medi-followup claim -c 1 --channel email; done | least)
claim() { # N: the least of three
    for _ in 1 2 3; do
        sql 'DELETE FROM lease'
        cpu medi-followup claim -c "$1"
    done | least
}
all=$(claim 1000)
printf '%-52s %10s ms\n' 'claim of none: CPU (start, key, templates)' "$nothing" 'claim of 1,000 with its words, printed: CPU' "$all"
if [ "$engine" = sqlite ]; then
    statement=$(sed '/^-- include/{
        r '"$top"'/lib/followup/sql/outbox_free.part
        d
    }' "$top/lib/followup/sql/outbox_claim.sql")
    bound=$(printf '%s\n' "$statement" | sed "/^--/d; s/\\\$1/1/g; s/\\\$2/'sms'/g; s/\\\$3/1790816400/g; s/\\\$4/0/g; s/\\\$5/1790820000/g; s/\\\$6/1790816700/g; s/\\\$7/'token'/g; s/\\\$8/1000/g")
    taking=$(for _ in 1 2 3; do
        sql 'DELETE FROM lease'
        printf '.timer on\n%s;\n' "$bound" | sqlite3 "$MEDI_DB" | awk '/^Run Time/ { print int(($6 + $8) * 1000 + 0.5) }'
    done | least)
    row 'claim of 1,000, the statement: CPU' "$taking" ms 20 most
fi
sql 'DELETE FROM lease'

cc -O2 -o sink "$top/tests/bench/sink.c" || exit 1
sending() { # NAME COUNT BATCH BOUND
    local began ms spent
    began=$(date +%s%N)
    spent=$(cpu medi-followup send --limit "$2" --batch "$3")
    ms=$((($(date +%s%N) - began) / 1000000))
    row "$1, by CPU" $(($2 * 1000 / spent)) /s "$4" least
    printf '%-52s %10s /s\n' "$1, by the clock" $(($2 * 1000 / ms))
}
printf 'transports:\n  sms: {via: command, talk: lines, command: [%s/sink]}\n' "$work" >transports.yaml
sending 'a program that lives on' 20000 1000 5000
printf 'transports:\n  sms: {via: command, command: [/bin/true]}\n' >transports.yaml
sending 'a program a message' 1000 100 300
[ $failures = 0 ]
