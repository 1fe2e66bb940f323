#!/bin/sh
# What verifying costs: CPU of whole processes, medians. Prints a table; share/doc/BENCH.md keeps the last one.
#
#   VISITS=5000000 ENTRIES=1000000 ROUNDS=3 tests/bench/verify.sh BUILD
#
# chain: every entry of a log of ENTRIES entries, a row each, in the chains of twenty stores. deep: each row of a
# database of VISITS visits beside that. Uses the data of import.sh, and what that has loaded if it was run.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "${1:-build}" && pwd)
visits=${VISITS:-5000000} append=${APPEND:-200000} entries=${ENTRIES:-1000000} rounds=${ROUNDS:-3}
work=${BENCH_DIR:-$build/bench}
export MEDI_KEY="$work/key"

say() { printf '%s\n' "$*" >&2; }

VISITS=$visits APPEND=$append BENCH_DIR=$work "$here/import.sh" "$build" data
cd "$work"
if [ ! -f "long-$entries.db" ]; then
    say "writing a log of $entries entries"
    rm -f long-*.db* long.db*
    "$build/bin/medi-db" init -q --test -d long.db
    "$build/bin/medi-db" import -q -d long.db stores chain/stores.csv >/dev/null
    for kind in staff channels; do "$build/bin/medi-db" import -q -d long.db $kind chain/$kind.csv >/dev/null; done
    head -n 2 chain/clients.csv >client.csv
    "$build/bin/medi-db" import -q -d long.db clients client.csv >/dev/null
    "$build/longlog" long.db "$entries"
    mv long.db "long-$entries.db"
fi
if [ ! -f "full-$visits.db" ]; then
    say "importing $visits visits"
    rm -f full-*.db* full.db*
    cp base.db full.db
    "$build/bin/medi-db" import -q -d full.db visits chain/visits.csv >/dev/null
    mv full.db "full-$visits.db"
fi

# a finding makes the command fail, and with it the benchmark
audit=$build/bin/medi-audit
printf 'what\tcpu\trss_kib\trounds\n'
"$build/pair" "chain alone, $entries entries" "$rounds" : "$audit verify -d long-$entries.db >/dev/null 2>&1"
"$build/pair" "deep, $visits visits" "$rounds" : "$audit verify --deep -d full-$visits.db >/dev/null 2>&1"
