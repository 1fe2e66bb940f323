#!/bin/bash
# How good forecasts of arrivals are: chains of the data maker (three stores of 36 months; five of 24), and the same with four visits of
# five left out at random, since the maker's own days have no chance in them; the weekly sales of tests' forecast data; and what
# `load --month` costs for three stores. Prints a table; fails where MASE is not 15 % better than the seasonal naive one's.
#
#   TESTDATA=../shared/testdata tests/bench/load.sh BUILD
# shellcheck disable=SC2034,SC2154
set -u
BUILD=$(cd "${1:-build}" && pwd)
sets=${TESTDATA:-${MEDI_TESTDATA:-$(cd "$(dirname "$0")/../.." && pwd)/../shared/testdata}}/forecast/pharma_weekly.csv
sets=$(realpath "$sets" 2>/dev/null || echo none)
export BUILD
. "$(dirname "$0")/../cli/lib.sh"
least=0.15 bad=0

# ---- chains ----
chain() { # NAME STORES MONTHS CLIENTS SEED
    mkdir "$1"
    "$BUILD/maker" --stores "$2" --months "$3" --clients "$4" --seed "$5" --only stores,channels,staff,clients,projects,appointments,visits,consultations,treatments --out "$1"
}
fill() { # NAME DATABASE [VISITS]
    use "$2"
    init "$2"
    for kind in stores channels staff clients projects; do medi-db import -q "$kind" "$1/$kind.csv" >/dev/null || exit 2; done
    medi-db import -q visits "${3:-$1/visits.csv}" >/dev/null || exit 2
}
thin() { # CHANCE: of rows on stdin, by a number that every awk draws alike
    awk -v chance="$1" 'NR == 1 { print; next } { state = (state * 1103515245 + 12345) % 2147483648; if (state / 2147483648 < chance) print }'
}
back() { # NAME END
    for horizon in 14 28; do
        MEDI_NOW=$2T08:00:00+08:00 medi-roster load --backtest --origins $((336 / horizon)) --horizon $horizon -o csv >test.csv || bad=1
        awk -F, -v OFS='\t' -v name="$1" -v h=$horizon -v least=$least '
            NR > 1 { gain = 1 - $3 / $4
                print name, h, $1, $2, sprintf("%.3f", $3), sprintf("%.3f", $4), sprintf("%.1f %%", 100 * gain), sprintf("%.1f %%", 100 * $6), sprintf("%+.1f %%", 100 * $7), (gain >= least) ? "kept" : "NOT KEPT"
                if (gain < least) bad = 1 }
            END { exit bad }' test.csv || bad=1
    done
}
printf 'data\thorizon\tstore\tforecasts\tmase\tnaive\tbetter\tcoverage\tbias\tmust\n'
chain one 3 36 12000 1
chain two 5 24 12000 2
fill one whole
back 'three stores, 36 months' 2026-01-01
thin 0.2 <one/visits.csv >thin.csv
fill one thin thin.csv
back 'a fifth of their visits' 2026-01-01
fill two second
back 'five stores, 24 months' 2025-01-01
thin 0.2 <two/visits.csv >thin.csv
fill two thin2 thin.csv
back 'a fifth of theirs' 2025-01-01

# ---- weekly sales ----
if [ -f "$sets" ]; then
    awk -F, '{ gsub(/\r/, "") }
        NR == 1 { for (k = 2; k <= NF; k++) name[k] = $k; groups = NF; next }
        { n++; for (k = 2; k <= groups; k++) y[k, n] = $k }
        END { n--; printf "id,n"; for (t = 1; t <= n; t++) printf ",v%d", t; print ""
            for (k = 2; k <= groups; k++) { printf "%s,%d", name[k], n; for (t = 1; t <= n; t++) printf ",%s", y[k, t]; print "" } }' "$sets" >weekly.csv
    for horizon in 4 13; do
        medi-stock backtest -S weekly.csv -H $horizon -f 52 --origins 12 -m auto -m snaive -o csv >test.csv
        awk -F, -v OFS='\t' -v h=$horizon -v least=$least '
            $1 == "auto" { ours = $4; n = $3; coverage = $9; bias = $7 }
            $1 == "snaive" { gain = 1 - ours / $4; print "weekly sales of drugs (weeks)", h, "8 series", n, sprintf("%.3f", ours), sprintf("%.3f", $4), sprintf("%.1f %%", 100 * gain),
                sprintf("%.1f %%", 100 * coverage), sprintf("%+.1f %%", 100 * bias), (gain >= least) ? "kept" : "NOT KEPT"; exit gain < least }' test.csv || bad=1
    done
else
    echo "weekly sales: not run, TESTDATA names no directory with forecast/pharma_weekly.csv" >&2
fi

# ---- what it costs ----
use whole
for kind in appointments consultations treatments; do medi-db import -q $kind one/$kind.csv >/dev/null; done
for words in '-s CG01 --month 2026-01' '--month 2026-01' '--month 2026-01 --heads --write'; do
    # shellcheck disable=SC2086
    seconds=$(export MEDI_NOW=2026-01-01T08:00:00+08:00 TIMEFORMAT='%U %S'; { time medi-roster load -q $words >/dev/null; } 2>&1 | awk '{ print $1 + $2 }')
    printf 'load %s: %s s of CPU\n' "$words" "$seconds"
done
exit $bad
