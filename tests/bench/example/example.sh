#!/bin/sh
# The files of share/examples from the maker: tests/bench/example/example.sh MAKER OUT
set -eu
maker=$1 out=$2
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C
kinds='stores staff licences channels spend projects prices items suppliers lots clients leads
       appointments visits consultations payments treatments'

"$maker" --stores 2 --months 3 --clients 300 --visits 900 --start 2026-07 --seed 7 --out "$work"
mkdir -p "$out"

tab=$(printf '\t')
file_of() { awk -F "$tab" -v kind="$1" -v field="$2" '$1 == kind && $2 == "@" { print $field }' "$here/columns.tsv"; }

printf 'file\tline\tcolumn\tdefect\tfound_by\texpected\n' >"$out/ANSWERS"
: >"$out/ORDER"
for kind in $kinds; do
    file=$(file_of "$kind" 3)
    awk -f "$here/example.awk" -v kind="$kind" -v answers="$work/answers" \
        mode=columns "$here/columns.tsv" mode=words "$here/words.tsv" mode=defects "$here/defects.tsv" \
        mode=names of=staff "$work/staff.csv" of=channel "$work/channels.csv" of=project "$work/projects.csv" \
        mode=rows "$work/$kind.csv" >"$work/out"
    encoding=$(file_of "$kind" 5)
    iconv -f UTF-8 -t "${encoding:-UTF-8}" "$work/out" >"$out/$file"
    printf '%s %s\n' "$kind" "$file" >>"$out/ORDER"
done
# where the goods came from
LC_ALL=C awk -f "$here/supply.awk" -v out="$out" -v answers="$work/answers" \
    mode=items "$work/items.csv" mode=lots "$work/lots.csv"
for kind in papers levels purchases purchase_lines receipts receipt_lines temperatures; do
    printf '%s %s\n' "$kind" "$kind.csv" >>"$out/ORDER"
done
# and what came after the treatments
LC_ALL=C awk -f "$here/followup.awk" -v out="$out" -v answers="$work/more" "$work/answers" "$out/treatments.csv"
for kind in tasks followups symptoms messages consents answers; do
    printf '%s %s\n' "$kind" "$kind.csv" >>"$out/ORDER"
done
cat "$work/answers" "$work/more" >>"$out/ANSWERS"
"$here/figures.sh" "$out" >"$out/figures.tsv"
