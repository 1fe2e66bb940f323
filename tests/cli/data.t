#!/bin/bash
# The data that others are judged by: the example clinic can be made again to the byte, and a chain of the
# maker is wholly accepted, breaks no rule, and goes out and in again.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

"$top/tests/bench/example/example.sh" "$build/maker" "$work/example" >made.log 2>&1
ok $? 'the example clinic is made again'
is "$(diff -r -x README.md -x demo -x journey -x storeroom -x stage.sh -x figures.tsv "$work/example" "$top/share/examples" 2>&1 | head -5)" '' \
    'and is what share/examples has'

"$build/maker" --stores 3 --months 6 --clients 2000 --seed 11 --out chain
init
kinds='stores staff licences channels spend projects prices items suppliers lots clients leads appointments
       visits consultations payments treatments'
for kind in $kinds; do
    run medi-db import -q "$kind" "chain/$kind.csv" -o tsv --no-header
    is "$code $(printf '%s' "$out" | awk -F'\t' '{ print ($3 == $4 && $7 == 0 && $3 > 0) }')" '0 1' "$kind of a made chain: all accepted"
done
exits 0 'a made chain breaks no rule' medi-db check
exports() { for kind in $kinds; do medi-db export -q "$kind" --reveal test; done | sha256sum; }
before=$(exports)

# export → import into an empty database → export: the same bytes, for each kind
mkdir out
for kind in $kinds; do medi-db export -q "$kind" --reveal test -o csv >"out/$kind.csv"; done
init
for kind in $kinds; do
    medi-db import -q "$kind" "out/$kind.csv" >/dev/null 2>"$kind.err" || cat "$kind.err"
    medi-db export -q "$kind" --reveal test -o csv | cmp -s - "out/$kind.csv"
    ok $? "$kind: export, import, export is byte-identical"
done
is "$(exports)" "$before" 'and so is the whole'

# the same files once more: nothing changes, and it says so
for kind in visits payments clients leads prices; do
    run medi-db import -q "$kind" "out/$kind.csv" --no-header
    is "$(printf '%s' "$out" | awk -F'\t' '{ print $4 + $5 + $7, ($3 == $6) }')" '0 1' "$kind again: all the same"
done
is "$(exports)" "$before" 'the same files again change nothing'

# other ways out and in
for format in tsv jsonl; do
    medi-db export -q visits -o "$format" >"visits.$format"
    run medi-db import -q visits "visits.$format" --no-header
    is "$(printf '%s' "$out" | awk -F'\t' '{ print $4 + $5 + $7 }')" 0 "visits as $format: read back as they are"
done
medi-db export -q clients -o csv >masked.csv
exits 3 'a masked file' medi-db import clients masked.csv --lang en
like "$err" 'masked; export it with --reveal' 'a masked file: says so'
