#!/bin/bash
# K1–K11: a storeroom from the supplier's papers to the recall of a lot, refused on the way. Both languages, both engines: what is
# printed is tests/golden/storeroom.LANG.txt, word for word (make golden makes it anew), and what STOREROOM.zh.md shows is that.
# Broken once, and seen to fail: with another day in the script, with a word of a block of the document changed.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

mkdir stage
ln -s "$build/bin" "$build/share" stage/
for lang in zh en; do
    place=$(at "storeroom$lang")
    prepare "$place"
    run "$top/share/examples/storeroom" stage "$place" "$lang"
    is "$code" 0 "$lang: to its end"
    is "$err" '' "$lang: nothing failed that should not"
    printf '%s\n' "$out" | diff "$top/tests/golden/storeroom.$lang.txt" - >"$lang.diff"
    is "$(head -20 "$lang.diff")" '' "$lang: as it is kept"
done
is "$(grep -c '^(exit 3)' "$top/tests/golden/storeroom.zh.txt")" "$(grep -c '^(exit 3)' "$top/tests/golden/storeroom.en.txt")" 'refused as often in both'
is "$(grep -c '^(exit [24])' "$top/tests/golden/storeroom.zh.txt")" 0 'and never for a command that is none'
is "$(tail -1 "$top/tests/golden/storeroom.zh.txt")" 'exit 0' 'and the log stands'

tutorial=$top/share/doc/STOREROOM.zh.md
awk -f "$top/tests/golden/tutorial.awk" "$top/tests/golden/storeroom.zh.txt" "$tutorial" >tutorial
is "$(diff "$tutorial" tutorial | head -20)" '' 'the tutorial shows what is printed'
is "$(($(grep -c '^```console' "$tutorial") >= 8))" 1 'and shows enough of it'
