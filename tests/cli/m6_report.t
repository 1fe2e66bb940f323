#!/bin/bash
# M6: the director's page: one file without script or network, in both languages, read by a browser at a phone's and a screen's width,
# in light and dark; what a client or a channel is called is text in it; report.yaml and report.css say what stands on it.
# Broken once, and seen to fail: without markup_add in element() the channel's name becomes a tag; with --soft of the style at #a0a7ae
# the browser says faint; with .wide td as table cells at 390 it says overflow.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
MEDI_NOW=2026-09-15T10:00:00+08:00
medi-db init -q --test
while read -r kind file; do
    medi-db import -q "$kind" --rejects bad.csv "$top/share/examples/$file" >/dev/null 2>&1
done <"$top/share/examples/ORDER"
pure() { ! grep -qE '<script|<link|<img|src=|url\(|https?:|@import' "$1"; }

# ---- the page ----
for lang in zh en; do
    exits 0 "a page in $lang" medi-kpi report --month 2026-08 --lang "$lang"
    printf '%s\n' "$out" >"page-$lang.html"
    ok "$(pure "page-$lang.html"; echo $?)" "$lang: no script, nothing from elsewhere"
    ok "$([ "$(wc -c <"page-$lang.html")" -lt 262144 ]; echo $?)" "$lang: of a size that is mailed"
    run "$top/tests/browser/look" "page-$lang.html"
    is "$code" 0 "$lang: a browser reads it at 390 and 1280, light and dark, without a word on its console"
    like "$out" 'light clean 390 [1-9][0-9][0-9]' "$lang: and looked at its texts"
done
like "$(tr '\n' ' ' <page-zh.html)" '经营报告.*实收.*转化率' 'in Chinese'
like "$(cat page-en.html)" 'management report' 'in English'
figure=$(medi-kpi show arrivals --from 2026-08-01 --to 2026-09-01 --no-header | cut -f1)
like "$(tr '\n' ' ' <page-en.html)" "<h3>arrivals</h3><p class=\"value\">$figure</p>" 'its figures are those of show'
# what is advised stands in it, row by row
medi-kpi advise --no-header -q >advised
ok "$([ -s advised ]; echo $?)" 'something is advised'
found=$(tr '\n' ' ' <page-en.html | grep -oE '<section[^>]*id="findings".*' | sed 's/<\/section>.*//')
is "$(printf '%s' "$found" | grep -o '<tr>' | wc -l)" "$(($(wc -l <advised) + 1))" 'findings: a row for each advice, and a head'
ok "$(while read -r _ subject _; do case $found in *"$subject"*) ;; *) exit 1 ;; esac; done <advised; echo $?)" 'findings: whom and what they are about'
exits 0 'of a store' medi-kpi report -s CG01 --month 2026-08
exits 0 'of any days' medi-kpi report --from 2026-08-10 --to 2026-08-20
exits 0 'the month that is over' medi-kpi report --lang en
like "$out" '2026-08-01 to 2026-08-31' 'is what is meant when none is named'
exits 0 'of days without records' medi-kpi report --month 2031-01 --lang en
like "$out" 'no records in this window' 'says so'

# ---- what is in it is text ----
medi-db import -q channels - <<'CSV' >/dev/null
code,name,category
evil,"<script>alert(1)</script>",paid
CSV
change "UPDATE client SET channel_id = (SELECT id FROM channel WHERE code = 'evil') WHERE id % 5 = 0"
medi-kpi refresh --all -q >/dev/null 2>&1
medi-kpi report --month 2026-08 >evil.html
ok "$(pure evil.html; echo $?)" 'a name is no tag'

# ---- what stands on it is a pack ----
mkdir -p own
report() { MEDI_CONFIG=$work/own medi-kpi report --month 2026-08 --lang en "$@"; }
printf 'parts:\n  - {part: one, zh: 一, en: One, cards: [arrivals]}\n' >own/report.yaml
exits 0 'another plan' report
ok "$([ "$(printf '%s' "$out" | grep -c '<section')" = 2 ]; echo $?)" 'has its part and the definitions'
bad() { # NAME YAML WORDS
    printf '%s\n' "$2" >own/report.yaml
    exits 3 "$1" report
    like "$err" "$3" "$1: says where"
}
bad 'a part of nothing' $'parts:\n  - {part: one, zh: 一, en: One}' 'report.yaml:2: a part is one of'
bad 'a part of two' $'parts:\n  - {part: one, zh: 一, en: One, cards: [arrivals], list: low}' 'report.yaml:2: a part is one of'
bad 'an unknown key' $'parts:\n  - {part: one, zh: 一, en: One, card: [arrivals]}' 'report.yaml:2: .*cards'
bad 'an unknown list' $'parts:\n  - {part: one, zh: 一, en: One, list: lowe}' 'report.yaml:2: list: lowe: no such list; did you mean low'
bad 'unknown findings' $'parts:\n  - {part: one, zh: 一, en: One, findings: chanle}' 'report.yaml:2: findings: must be all, channels, projects'
bad 'no anchor' $'parts:\n  - {part: "a b", zh: 一, en: One, cards: [arrivals]}' 'report.yaml:2: a part needs'
bad 'too many months' $'months: 999\nparts:\n  - {part: one, zh: 一, en: One, cards: [arrivals]}' 'months: must be from 2 to'
printf 'parts:\n  - {part: one, zh: 一, en: One, cards: [arrival]}\n' >own/report.yaml
exits 2 'an unknown metric' report
like "$err" 'arrival.*arrivals' 'names the nearest'
rm own/report.yaml
printf 'body{}</style><script>' >own/report.css
exits 3 'a style that ends its element' report
like "$err" 'report.css: must be CSS' 'says what it must be'
exits 2 'a report as CSV' medi-kpi report -o csv
exits 2 'two windows' medi-kpi report --month 2026-08 --from 2026-08-01
