#!/bin/bash
# Plans instances that are too large to be planned in one piece, made by tests/roster/make.py, and judges each roster by
# tests/roster/check.py. PEOPLExWEEKSxSHIFTS; memory must stay below 2 GiB.
#   SIZES="150x52x32 1000x52x18" SECONDS_EACH=120 SEED=1 tests/bench/roster_large.sh BUILD
set -u
build=${1:-build}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf 'people_weeks_shifts\tobjective\tbound\tgap\tseconds\tcpu\twindows\tpeak_mib\n'
for size in ${SIZES:-150x52x32 1000x52x18}; do
    # shellcheck disable=SC2086
    tests/roster/make.py ${size//x/ } "${SEED:-1}" >"$work/instance.txt" || exit 1
    said=$("$build/roster-bench" "$work/instance.txt" --seconds "${SECONDS_EACH:-120}" --seed "${SEED:-1}" --quiet \
        --out "$work/roster.csv") || exit 1
    judged=$(tests/roster/check.py "$work/instance.txt" "$work/roster.csv") || {
        printf '%s\n' "$judged" | head -20
        exit 1
    }
    # objective N bound N gap N% seconds N cpu N iterations N peak_mib N
    printf '%s\n' "$said" | awk -v size="$size" -v judged="${judged#objective }" -v OFS='\t' '
        $2 != judged { print size ": the checker says " judged ", the engine " $2; exit 1 }
        { print size, $2, $4, $6, $8, $10, $12, $14 }
        $14 >= 2048 { print size ": " $14 " MiB of memory, at most 2048"; exit 1 }' || exit 1
done
