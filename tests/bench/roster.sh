#!/bin/bash
# Plans the public instances and judges each roster by tests/roster/check.py, which knows the format alone.
#   TESTDATA=../shared/testdata SECONDS_EACH=60 THREADS=1 SEEDS="1" ONLY="1 2" tests/bench/roster.sh BUILD
# Must, with 600 s of two cores, the worst of five seeds: at most 2 % above the best known, their mean at most 0.5 %.
set -u
build=${1:-build}
sets=$(cd "${TESTDATA:-${MEDI_TESTDATA:-../shared/testdata}}/roster" && pwd) || {
    echo 'roster.sh: TESTDATA names no directory with roster/' >&2
    exit 2
}
best=(0 607 828 1001 1716 1143 1950 1056 1300 439 4631 3443 4040)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf 'instance\tseed\tobjective\tbest_known\tabove_pct\tbound\tseconds\tcpu\n'
for n in ${ONLY:-1 2 3 4 5 6 7 8 9 10 11 12}; do
    for seed in ${SEEDS:-1}; do
        said=$("$build/roster-bench" "$sets/Instance$n.txt" --seconds "${SECONDS_EACH:-60}" --threads "${THREADS:-1}" \
            --seed "$seed" --quiet --out "$work/roster.csv") || exit 1
        judged=$(tests/roster/check.py "$sets/Instance$n.txt" "$work/roster.csv") || {
            printf '%s\n' "$judged"
            exit 1
        }
        # objective N bound N gap N% seconds N cpu N iterations N
        printf '%s\n' "$said" | awk -v n="$n" -v seed="$seed" -v best="${best[$n]}" -v judged="${judged#objective }" -v OFS='\t' '
            $2 != judged { print "instance " n ": the checker says " judged ", the engine " $2; exit 1 }
            { print n, seed, $2, best, sprintf("%.2f", 100 * ($2 - best) / best), $4, $8, $10 }' || exit 1
    done
done | tee "$work/table"
awk -F'\t' '{ if ($5 > worst[$1]) worst[$1] = $5; seen[$1] }
     END { for (n in seen) { sum += worst[n]; count++; if (worst[n] > 2) bad++ }
           if (count) printf "mean of the worst: %.3f %%\n", sum / count; exit bad > 0 || count == 0 || sum / count > 0.5 }' "$work/table"
