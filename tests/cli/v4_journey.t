#!/bin/bash
# V1–V8, C10: one client from the question on the web to the evaluation after sixty days, refused at each gate on the way. Both
# languages, both engines: what is printed is tests/golden/journey.LANG.txt, word for word (make golden makes it anew), and
# what the tutorial shows of it is that.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"

mkdir stage
ln -s "$build/bin" "$build/share" stage/
for lang in zh en; do
    place=$(at "journey$lang")
    prepare "$place"
    run "$top/share/examples/journey" stage "$place" "$lang"
    is "$code" 0 "$lang: to its end"
    is "$err" '' "$lang: nothing failed that should not"
    printf '%s\n' "$out" | diff "$top/tests/golden/journey.$lang.txt" - >"$lang.diff"
    is "$(head -20 "$lang.diff")" '' "$lang: as it is kept"
done

# every gate of the manual closes at least once
gates=$(sed -n 's/^\.It Li \([a-z-]*\) Ta .* Ta .* Ta .*/\1/p' "$top/share/man/medi-visit-treat.mdoc")
is "$(($(printf "%s\n" "$gates" | wc -l) >= 40))" 1 "the gates of the manual"
for lang in zh en; do
    unseen=''
    for gate in $gates; do
        grep -qE "(^|[^a-z-])$gate([^a-z-]|\$)" "$top/tests/golden/journey.$lang.txt" || unseen="$unseen $gate"
    done
    is "$unseen" '' "$lang: each of them is shown"
done
is "$(grep -c '^(exit [23])' "$top/tests/golden/journey.zh.txt")" "$(grep -c '^(exit [23])' "$top/tests/golden/journey.en.txt")" 'refused as often in both'
is "$(grep -c '^(exit [24])' "$top/tests/golden/journey.zh.txt")" 0 'and never for a command that is none'
is "$(tail -1 "$top/tests/golden/journey.zh.txt")" 'exit 0' 'and the log stands'

tutorial=$top/share/doc/TUTORIAL.zh.md
awk -f "$top/tests/golden/tutorial.awk" "$top/tests/golden/journey.zh.txt" "$tutorial" >tutorial
is "$(diff "$tutorial" tutorial | head -20)" '' 'the tutorial shows what is printed'
is "$(($(grep -c '^```console' "$tutorial") >= 8))" 1 'and shows enough of it'
