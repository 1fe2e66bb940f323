#!/bin/sh
# What keeping facts and rollups costs: imports with and without them, in turn (see pair.c), CPU of whole processes; how
# large they are. BUILD/plain holds the program without them (make bench-kpi).
#
#   VISITS=5000000 APPEND=200000 ROUNDS=3 FIRST=1 tests/bench/kpi.sh BUILD
set -eu
build=$(cd "${1:-build}" && pwd)
export VISITS="${VISITS:-5000000}" APPEND="${APPEND:-200000}"
rounds=${ROUNDS:-3} first_rounds=${FIRST:-${ROUNDS:-3}}
work=${BENCH_DIR:-$build/bench}
medi=$build/bin/medi-db plain=$build/plain/bin/medi-db pair=$build/pair
here=$(cd "$(dirname "$0")" && pwd)
BENCH_DIR=$work "$here/import.sh" "$build" data
cd "$work"
export MEDI_KEY="$work/key"

head -n 2 more/visits.csv >one.csv
printf 'what\tcpu_with\tcpu_without\tratio\trss_with_kib\trss_without_kib\trounds\n'
"$pair" "first load of $VISITS visits" "$first_rounds" \
    "rm -f kw.db*; cp base.db kw.db" "$medi import -q -d kw.db visits chain/visits.csv >/dev/null" \
    "rm -f ko.db*; cp base.db ko.db" "$plain import -q -d ko.db visits chain/visits.csv >/dev/null"
"$pair" "append of $APPEND" "$rounds" \
    "rm -f kx.db*; cp kw.db kx.db" "$medi import -q -d kx.db visits more/visits.csv >/dev/null" \
    "rm -f kx.db*; cp ko.db kx.db" "$plain import -q -d kx.db visits more/visits.csv >/dev/null"
"$pair" "one late row" 11 \
    "cp kw.db kx.db; cat kx.db >/dev/null" "$medi import -q -d kx.db visits one.csv >/dev/null" \
    "cp ko.db kx.db; cat kx.db >/dev/null" "$plain import -q -d kx.db visits one.csv >/dev/null"
rm -f kx.db*

# ---- how large: the tables of visits with their indexes, and what is derived ------------------------------------------
printf '\ntable\tbytes\n'
sqlite3 -separator '	' kw.db "SELECT CASE WHEN m.tbl_name IN ('fact', 'fact_client', 'rollup', 'visit') THEN m.tbl_name
    ELSE 'all others' END AS what, SUM(s.pgsize) FROM dbstat AS s JOIN sqlite_master AS m ON m.name = s.name
    GROUP BY 1 ORDER BY 1"
