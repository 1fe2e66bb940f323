#!/bin/sh
# Import into PostgreSQL against `psql \copy`: CPU of client and server together, in turn, in one run (see
# pair.c -p). Prints a table; share/doc/BENCH.md keeps the last one.
#
#   VISITS=1000000 APPEND=200000 ROUNDS=3 tests/bench/postgres.sh BUILD
#
# The server is this run's own, with fsync on and else as it comes, but for autovacuum, which would fall on one of the
# two and not on the other. What all its processes used counts: the backend's, and what it gave the
# checkpointer and the writers to do meanwhile. Before each command there is a checkpoint, and each has a
# fresh copy of the same database.
#
# \copy is given what it can be given at best: rows whose references are numbers already, whose times and days
# are reckoned, in the order in which medi wrote them. "The very same table" is medi's own, with its keys, indexes
# and foreign keys, but without the trigger that tells medi of rows that others write. "The text table" has
# the file's twelve columns as they are, as many keys and indexes as medi's table, and no foreign keys.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
build=$(cd "${1:-build}" && pwd)
visits=${VISITS:-1000000} append=${APPEND:-200000} rounds=${ROUNDS:-3} clients=${CLIENTS:-$((visits * 4 / 25))}
work=${BENCH_DIR:-$build/bench-postgres}
medi=$build/bin/medi-db
pair=$build/pair
mkdir -p "$work"
cd "$work"
export MEDI_KEY="$work/key" BUILD="$work" MEDI_PG_FSYNC=on PGOPTIONS=-cclient_min_messages=warning

say() { printf '%s\n' "$*" >&2; }
url() { "$here/tests/pg" url "$1"; }
sql() { psql -X -q -v ON_ERROR_STOP=1 -At "$(url "$1")" -c "$2"; }
fresh() { printf '%s\n' "psql -X -q -v ON_ERROR_STOP=1 '$admin' -c 'DROP DATABASE IF EXISTS $1 WITH (FORCE)' -c 'CREATE DATABASE $1 TEMPLATE $2 OWNER medi STRATEGY file_copy' -c CHECKPOINT"; }
import() { printf '%s\n' "$medi import -q -d '$(url "$1")' visits $2 >/dev/null"; }
copy() { printf '%s\n' "psql -X -q -v ON_ERROR_STOP=1 '$(url "$1")' -c '\\copy $2 FROM $3 (FORMAT csv$4)'"; }
# the same text whatever it stands for, so that a database is made again when it is for other data
made() { [ "$(cat "done-$1" 2>/dev/null)" = "$visits $append $clients" ]; }
done_with() { echo "$visits $append $clients" >"done-$1"; }

trap '"$here/tests/pg" stop' EXIT
"$here/tests/pg" start
admin=$(url postgres | sed 's/user=medi/user=postgres/')
psql -X -q "$admin" -c 'ALTER SYSTEM SET autovacuum = off' -c 'SELECT pg_reload_conf()' >/dev/null
server=$(psql -X -At "$admin" -c "SELECT split_part(pg_read_file('postmaster.pid'), E'\n', 1)")

# ---- data: a chain of 20 stores and 36 months; the next visits of the same clients ------------------
if ! made chain; then
    say "making $visits + $append visits"
    rm -rf chain more done-*
    chain="--stores 20 --months 36 --clients $clients --seed 7"
    # shellcheck disable=SC2086
    "$build/maker" $chain --visits "$visits" --only stores,staff,channels,projects,clients,visits --out chain
    # shellcheck disable=SC2086
    "$build/maker" $chain --visits "$append" --skip-visits "$visits" --only visits --out more
    done_with chain
fi
if ! made base; then
    say "importing what visits refer to"
    rm -f key
    "$here/tests/pg" drop base && "$here/tests/pg" create base
    "$medi" init -q --test -d "$(url base)"
    for kind in stores staff channels projects clients; do
        "$medi" import -q -d "$(url base)" "$kind" "chain/$kind.csv" >/dev/null
    done
    done_with base
fi

# ---- what \copy gets: the resolved rows, as they lie in medi's table ----------------------------------
if ! made resolved; then
    say "importing once, for the rows that \\copy will get"
    eval "$(fresh filled base)"
    eval "$(import filled chain/visits.csv)"
    sql filled 'COPY (SELECT * FROM visit ORDER BY ctid) TO STDOUT (FORMAT csv)' >first.csv
    eval "$(fresh longer filled)"
    sql longer "CREATE TABLE before AS SELECT store_id, next_id FROM counter WHERE name = 'visit'"
    eval "$(import longer more/visits.csv)"
    sql longer 'COPY (SELECT v.* FROM visit AS v JOIN before AS b ON b.store_id = v.store_id AND v.id >= b.next_id
        ORDER BY v.ctid) TO STDOUT (FORMAT csv)' >next.csv
    [ "$(wc -l <next.csv)" = "$append" ]
    eval "$(fresh bare base)"
    for database in bare filled; do
        eval "$(fresh "${database}_quiet" "$database")"
        sql "${database}_quiet" 'DROP TRIGGER medi_tell ON visit'
    done
    eval "$(fresh text template0)"
    c='TEXT COLLATE "C"' # as medi's texts, and cheaper than a language's order
    sql text "CREATE TABLE visit (store $c, code $c, client $c, arrived_at $c, seen_at TEXT,
        left_at TEXT, purpose TEXT, status TEXT, channel TEXT, consultant TEXT, doctor TEXT, note TEXT,
        PRIMARY KEY (store, code))"
    sql text 'CREATE UNIQUE INDEX visit_code ON visit (code, store)'
    sql text 'CREATE INDEX visit_day ON visit (store, arrived_at)'
    sql text 'CREATE INDEX visit_client ON visit (client, arrived_at)'
    eval "$(fresh text_filled text)"
    eval "$(copy text_filled visit chain/visits.csv ', HEADER')"
    for database in filled filled_quiet text_filled; do sql $database 'ANALYZE visit'; done
    done_with resolved
fi

printf 'what\tcpu_medi\tcpu_copy\tratio\trss_medi_kib\trss_psql_kib\trounds\tclient_medi\tserver_medi\tclient_copy\tserver_copy\n'
against() { # LABEL, THEIR DATABASE, TABLE, FILE, OPTIONS; OURS, FILE
    [ "${ONLY:-$1}" = "$1" ] || return 0
    "$pair" -p "$server" "$1" "$rounds" "$(fresh a "$6")" "$(import a "$7")" "$(fresh b "$2")" "$(copy b "$3" "$4" "$5")"
}
against 'first load, \copy of resolved rows into the very same table' bare_quiet visit first.csv '' base chain/visits.csv
against 'first load, \copy of the same file into the text table' text visit chain/visits.csv ', HEADER' base chain/visits.csv
against 'append, \copy of resolved rows into the very same table' filled_quiet visit next.csv '' filled more/visits.csv
against 'append, \copy of the same file into the text table' text_filled visit more/visits.csv ', HEADER' filled more/visits.csv
