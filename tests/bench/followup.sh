#!/bin/sh
# medi-followup over a chain: CPU and memory of whole processes. A chain of 20 stores; OLD tasks of earlier years stand in the
# base; then NEW treatments of one month are planned, planned again, and asked for. Prints a table with what each must not be
# above; ends with 1 if something is.
#
#   OLD=10000000 NEW=100000 ROUNDS=3 tests/bench/followup.sh BUILD [sqlite|postgresql]
#
# The ladder is that of four steps (24 hours, 7, 30, 60 days), so NEW treatments make four times as many tasks and messages. On
# PostgreSQL the CPU of client and server counts, and nothing is a must. The databases stay in build/bench-followup
# (BENCH_DIR); a run makes what is missing.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
build=$(cd "${1:-build}" && pwd)
engine=${2:-sqlite}
old=${OLD:-10000000} new=${NEW:-100000} rounds=${ROUNDS:-3}
work=${BENCH_DIR:-$build/bench-followup}
mkdir -p "$work"
cd "$work"
export MEDI_KEY="$work/key" MEDI_NOW=2026-10-01T09:00:00+08:00 PATH="$build/bin:$PATH"
unset MEDI_STORE MEDI_CONFIG MEDI_ACTOR || true

say() { printf '%s\n' "$*" >&2; }

# ---- where databases are ------------------------------------------------------------------------------
if [ "$engine" = postgresql ]; then
    export BUILD="$work" PGOPTIONS=-cclient_min_messages=warning
    trap '"$here/tests/pg" stop' EXIT
    "$here/tests/pg" start
    admin=$("$here/tests/pg" url postgres | sed 's/user=medi/user=postgres/')
    server=$(psql -X -At "$admin" -c "SELECT split_part(pg_read_file('postmaster.pid'), E'\n', 1)")
    url() { "$here/tests/pg" url "$1"; }
    fresh() { "$here/tests/pg" drop "$1" >/dev/null 2>&1 || true; "$here/tests/pg" create "$1"; }
    settle() { psql -X -q "$(url "$1")" -c 'VACUUM ANALYZE'; }
    copy() { printf '%s\n' "psql -X -q '$admin' -c 'DROP DATABASE IF EXISTS $2 WITH (FORCE)' -c 'CREATE DATABASE $2 TEMPLATE $1 OWNER medi STRATEGY file_copy' -c CHECKPOINT"; }
    inside() { psql -X -q "$(url "$1")"; }
    measure() { "$build/pair" -p "$server" "$@"; }
else
    url() { printf '%s\n' "$work/$1.db"; }
    fresh() { rm -f "$1".db*; }
    settle() { :; }
    copy() { printf '%s\n' "rm -f $2.db*; cp $1.db $2.db"; }
    inside() { sqlite3 "$(url "$1")"; }
    measure() { "$build/pair" "$@"; }
fi

# ---- data -----------------------------------------------------------------------------------------------
# The tasks of earlier years, put in behind the log's back (nothing here verifies): done; and one in a thousand of these days.
old_tasks() {
    cat <<SQL
INSERT INTO task (store_id, id, code, client_id, plan, step, occurrence, kind, role, grade, due_at, day, until_at, state, tries,
    climbed, done_at)
WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < $old - 1)
SELECT i % 20 + 1, i / 20 + 1, 'OLD:' || i, i % 200000 + 1, 'default', '24h', CAST(i AS TEXT), 'call', 'nurse', 0,
       due, due / 86400, due + 43200, CASE WHEN i / 20 % 1000 = 7 THEN 'open' ELSE 'done' END, 0, 0,
       CASE WHEN i / 20 % 1000 = 7 THEN NULL ELSE due END
FROM (SELECT i, CASE WHEN i / 20 % 1000 = 7 THEN 1790000000 + i / 1000 * 600 ELSE 1600000000 + i * 15 % 150000000 END AS due FROM n) AS d;
INSERT INTO counter (store_id, name, next_id) SELECT id, 'task', $old / 20 + 2 FROM store WHERE id > 0
ON CONFLICT (store_id, name) DO UPDATE SET next_id = excluded.next_id;
SQL
}
base() {
    [ "$(cat "made-$engine" 2>/dev/null)" != "$old $new $(version)" ] || return 0
    say "making a base of $old tasks and $new treatments on $engine"
    fresh base
    medi-db init -q --test -d "$(url base)"
    awk 'BEGIN { print "code,name"; for (i = 1; i <= 20; i++) printf "S%02d,店%d\n", i, i }' | import stores
    awk 'BEGIN { print "code,name,role,store"; for (i = 1; i <= 20; i++) printf "N%02d,护士%d,nurse,S%02d\nK%02d,顾问%d,consultant,S%02d\n", i, i, i, i, i, i }' | import staff
    printf 'code,name,kind\nP1,护理,care\n' | import projects
    awk 'BEGIN { print "code,name,store,created_on,owner,nurse"; for (i = 1; i <= 200000; i++) printf "C%06d,客户%d,S%02d,2025-01-01,K%02d,N%02d\n", i, i, i % 20 + 1, i % 20 + 1, i % 20 + 1 }' | import clients
    awk -v new="$new" 'BEGIN { print "store,code,client,project,started_at,ended_at,status"
        for (i = 0; i < new; i++) { m = i * 720 / new; printf "S%02d,T%06d,C%06d,P1,2026-09-%02d %02d:%02d,2026-09-%02d %02d:%02d,completed\n",
            i % 20 + 1, i, i * 7 % 200000 + 1, m / 24 + 1, 9 + i % 9, i % 60, m / 24 + 1, 10 + i % 9, i % 60 } }' | import treatments
    old_tasks | inside base
    settle base
    printf '%s\n' "$old $new $(version)" >"made-$engine"
}
import() { medi-db import -q -d "$(url base)" "$1" - >/dev/null; }
version() { medi-db schema --sql | cksum; }

# ---- the table ------------------------------------------------------------------------------------------
over=0
printf 'what\tcpu_s\tmust_s\trss_kib\trounds'
[ "$engine" = sqlite ] && echo || printf '\tclient_s\tserver_s\n'
line() { # MUST TIMES LABEL SETUP COMMAND: what one of so many times costs
    measured=$(measure "$3" "$rounds" "$4" "$5")
    [ "$engine" = sqlite ] && must=$1 || must=-
    printf '%s\n' "$measured" | awk -F '\t' -v OFS='\t' -v must="$must" -v times="$2" \
        '{ print $1, $2 / times, must, $3, $4 (NF > 4 ? OFS $5 / times OFS $6 / times : "")
           exit must != "-" && $2 / times > must }' || over=1
}
loop() { # N NAME COMMAND: a script that runs it so often
    printf 'i=0; while [ $i -lt %s ]; do %s >/dev/null; i=$((i+1)); done\n' "$1" "$3" >"loop-$2.sh"
    printf 'sh loop-%s.sh\n' "$2"
}

base
# a window that is still open for all four steps
early='MEDI_NOW=2026-09-01T09:00:00+08:00'
line 2 1 "plan of $new new treatments" "$(copy base work)" "$early medi-followup plan --from 2026-09-01 --to 2026-10-01 -q -d '$(url work)' >/dev/null"
line 0.5 1 'plan once more' : "$early medi-followup plan --from 2026-09-01 --to 2026-10-01 -q -d '$(url work)' >/dev/null"
# what was planned was done, but for that of yesterday and today
echo "UPDATE task SET state = 'done', done_at = due_at WHERE state = 'open' AND day < 20726" | inside work
settle work
rows=$(medi-followup due -q -d "$(url work)" | awk 'END { print NR - 1 }')
line - 20 '--version' : "$(loop 20 version 'medi-followup --version')"
line 0.02 20 'due today of a store, no row of that kind' : "$(loop 20 none "medi-followup due -s S01 --kind recall -q -d '$(url work)'")"
line 0.02 20 'due today of all stores, no row of that kind' : "$(loop 20 all "medi-followup due --kind recall -q -d '$(url work)'")"
line - 20 "due today of all stores, $rows rows" : "$(loop 20 rows "medi-followup due -q -d '$(url work)'")"
exit $over
