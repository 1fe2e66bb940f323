#!/bin/sh
# Import against `sqlite3 .import`, and start-up against the sqlite3 shell: CPU of whole processes, in turn,
# in one run (see pair.c). Prints a table; share/doc/BENCH.md keeps the last one.
#
#   VISITS=5000000 APPEND=200000 ROUNDS=3 FIRST=1 tests/bench/import.sh BUILD [data]
#
# FIRST: rounds of the first load, which takes minutes a round (ROUNDS). data: only the files and base.db.
set -eu
build=$(cd "${1:-build}" && pwd)
visits=${VISITS:-5000000} append=${APPEND:-200000} rounds=${ROUNDS:-3}
first_rounds=${FIRST:-$rounds}
work=${BENCH_DIR:-$build/bench}
medi=$build/bin/medi-db
pair=$build/pair
mkdir -p "$work"
cd "$work"
export MEDI_KEY="$work/key"

say() { printf '%s\n' "$*" >&2; }

# ---- data: a chain of 20 stores and 36 months; the next visits of the same clients ------------------
if [ ! -f "done-$visits-$append" ]; then
    say "making $visits + $append visits"
    rm -rf chain more done-*
    chain="--stores 20 --months 36 --clients ${CLIENTS:-800000} --seed 7"
    # shellcheck disable=SC2086
    "$build/maker" $chain --visits "$visits" --out chain
    # shellcheck disable=SC2086
    "$build/maker" $chain --visits "$append" --skip-visits "$visits" --only visits --out more
    rm -f base.db*
    "$medi" init -q --test -d base.db
    for kind in stores staff channels projects clients; do
        "$medi" import -q -d base.db "$kind" "chain/$kind.csv" >/dev/null
    done
    touch "done-$visits-$append"
fi
[ "${2:-}" != data ] || exit 0

# ---- the same table for .import: the file's twelve columns, one unique key, the same two indexes -------
cat >bare.sql <<'SQL'
CREATE TABLE visit (store TEXT, code TEXT, client TEXT, arrived_at TEXT, seen_at TEXT, left_at TEXT,
    purpose TEXT, status TEXT, channel TEXT, consultant TEXT, doctor TEXT, note TEXT);
CREATE UNIQUE INDEX visit_code ON visit (store, code);
CREATE INDEX visit_day ON visit (store, arrived_at);
CREATE INDEX visit_client ON visit (client, arrived_at);
SQL
# and medi's own table, for what medi's table holds, resolved to integers beforehand; not STRICT, since .import
# knows no NULL
"$medi" schema --sql | awk '/^CREATE TABLE visit /, /;$/; /INDEX visit_/' |
    sed 's/ REFERENCES [a-z]* (id)//; s/STRICT, //' >same.sql

printf 'what\tcpu_medi\tcpu_sqlite3\tratio\trss_medi_kib\trss_sqlite3_kib\trounds\n'

first="$medi import -q -d m.db visits chain/visits.csv >/dev/null"
"$pair" "first load, .import of the same file" "$first_rounds" \
    "rm -f m.db*; cp base.db m.db" "$first" \
    "rm -f b.db*; sqlite3 b.db <bare.sql" "sqlite3 b.db '.import --csv --skip 1 chain/visits.csv visit'"

"$pair" "append, .import of the same file" "$rounds" \
    "rm -f ma.db*; cp m.db ma.db" "$medi import -q -d ma.db visits more/visits.csv >/dev/null" \
    "rm -f ba.db*; cp b.db ba.db" "sqlite3 ba.db '.import --csv --skip 1 more/visits.csv visit'"

if [ "${RESOLVED:-1}" = 1 ]; then
    sqlite3 -csv m.db 'SELECT * FROM visit' >resolved.csv
    "$pair" "first load, .import of resolved rows into the very same table" 1 \
        "rm -f mr.db*; cp base.db mr.db" "$medi import -q -d mr.db visits chain/visits.csv >/dev/null" \
        "rm -f br.db*; sqlite3 br.db <same.sql" "sqlite3 br.db '.import --csv resolved.csv visit'"
    rm -f mr.db* br.db* resolved.csv
fi

# ---- start-up: a hundred look-ups a round ------------------------------------------------------------
store=$(sqlite3 m.db 'SELECT s.code FROM visit v JOIN store s ON s.id = v.store_id LIMIT 1')
code=$(sqlite3 m.db 'SELECT code FROM visit LIMIT 1')
id=$(sqlite3 m.db "SELECT id FROM store WHERE code = '$store'")
cat >look-medi.sh <<SH
i=0; while [ \$i -lt 100 ]; do $medi export visits -q -d m.db -s $store $code >/dev/null; i=\$((i+1)); done
SH
cat >look-sqlite.sh <<SH
i=0; while [ \$i -lt 100 ]; do sqlite3 m.db "SELECT * FROM visit WHERE store_id = $id AND code = '$code'" >/dev/null; i=\$((i+1)); done
SH
"$pair" "look up one row, 100 times" 11 : "sh look-medi.sh" : "sh look-sqlite.sh"
cat >version.sh <<SH
i=0; while [ \$i -lt 100 ]; do $medi --version >/dev/null; i=\$((i+1)); done
SH
cat >true.sh <<SH
i=0; while [ \$i -lt 100 ]; do /bin/true; i=\$((i+1)); done
SH
"$pair" "--version against /bin/true, 100 times" 11 : "sh version.sh" : "sh true.sh"

