#!/bin/sh
# medi-stock scan: codes a second of CPU (user and system), of the program (codes in from a file, JSON Lines out to a file)
# and of the library alone (from memory, nothing written). Mixed codes, see scan.awk. Prints a table; fails below LEAST.
#
#   ROWS=1000000 ROUNDS=5 tests/bench/scan.sh BUILD
set -eu
build=$(cd "${1:-build}" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
rows=${ROWS:-1000000} rounds=${ROUNDS:-5} least=${LEAST:-500000}
work=${BENCH_DIR:-$build/bench-scan}
mkdir -p "$work"
cd "$work"
[ -f "codes-$rows" ] || { awk -v rows="$rows" -v seed=1 -f "$here/scan.awk" >codes && mv codes "codes-$rows"; }

seconds() { # COMMAND…: the least user + system CPU of the rounds; a code that is bad is no failure
    i=0
    while [ "$i" -lt "$rounds" ]; do
        bash -c 'TIMEFORMAT="%U %S"; time "$@" >out' bash "$@" 2>&1
        i=$((i + 1))
    done | awk '{ t = $1 + $2; if (least == "" || t < least) least = t } END { print least }'
}
line() { # WHAT CODES GOOD SECONDS
    awk -v OFS='\t' -v what="$1" -v codes="$2" -v good="$3" -v s="$4" 'BEGIN { print what, codes, good, s, int(codes / s) }'
}
printf 'what\tcodes\tgood\tcpu_s\tcodes_a_second\n'
cpu=$(seconds "$build/bin/medi-stock" scan -o jsonl "codes-$rows")
[ "$(wc -l <out)" = "$rows" ]
line 'program, to JSON Lines' "$rows" "$(grep -c '"ok":true' out)" "$cpu"
# shellcheck disable=SC2046
set -- $("$build/scanner" "codes-$rows" "$rounds")
line 'library alone' "$1" "$2" "$3"
rm -f out
awk -v rows="$rows" -v cpu="$cpu" -v least="$least" 'BEGIN { exit rows / cpu < least }' ||
    { echo "below $least a second" >&2; exit 1; }
