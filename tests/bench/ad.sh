#!/bin/sh
# medi-audit ad: megabytes a second of CPU (user and system, the start with it) over made copy (ad.awk), Chinese with two sentences
# of a hundred unlawful, and English; beside it ripgrep looking for the plain words of the lexicon, which folds nothing, knows no
# patterns and judges nothing. The start: one sentence, less what `--version` takes. The least of the rounds counts.
#
#   MB=50 ROUNDS=5 tests/bench/ad.sh BUILD
set -eu
build=$(cd "${1:-build}" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
pack=$here/../../share/medi/copy
mb=${MB:-50} rounds=${ROUNDS:-5}
work=${BENCH_DIR:-$build/bench-ad}
mkdir -p "$work"
cd "$work"
for language in zh en; do
    LC_ALL=C awk -v mb="$mb" -v seed=1 -v unlawful=2 -v language=$language -f "$here/ad.awk" "$pack/examples.yaml" >$language.txt
done
LC_ALL=C awk -v words=1 -f "$here/ad.awk" "$pack/lexicon.yaml" | sort -u >words
printf '请携带病历到前台登记\n' >one.txt

seconds() { # COMMAND…: the least user + system CPU of the rounds; findings are no failure
    i=0
    while [ "$i" -lt "$rounds" ]; do
        bash -c 'TIMEFORMAT="%U %S"; time "$@" >out 2>/dev/null' bash "$@" 2>&1
        i=$((i + 1))
    done | awk '{ t = $1 + $2; if (least == "" || t < least) least = t } END { print least }'
}
many() { # COMMAND…: milliseconds of CPU of a run, of twenty
    seconds bash -c 'for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do "$@"; done' bash "$@" |
        awk '{ printf "%.1f", $1 * 50 }'
}
line() { # WHAT LANGUAGE LINES SECONDS
    awk -v OFS='\t' -v what="$1" -v language="$2" -v lines="$3" -v mb="$mb" -v s="$4" \
        'BEGIN { print what, language, mb, lines, s, int(mb / s) }'
}
printf 'what\tlanguage\tmb\tlines_found\tcpu_s\tmb_a_second\n'
for language in zh en; do
    cpu=$(seconds "$build/bin/medi-audit" ad --no-header $language.txt)
    line 'medi-audit ad' $language "$(cut -f2 out | sort -u | wc -l)" "$cpu"
    command -v rg >/dev/null || continue
    cpu=$(seconds rg -F -c -f words $language.txt)
    line "rg -F, $(wc -l <words) words" $language "$(cat out)" "$cpu"
done
printf 'a start: %s ms of CPU with a sentence, %s ms without anything (--version)\n' \
    "$(many "$build/bin/medi-audit" ad -q one.txt)" "$(many "$build/bin/medi-audit" --version)"
rm -f out
