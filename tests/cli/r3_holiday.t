#!/bin/bash
# R3: days off and make-up days; the closures of those on which a store closes. (Seen to fail: with the last day off left out of
# apply_name, with the year not compared.)
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/r3_lib.sh"
load_clinic
run medi-roster holiday list --year 2026 --no-header
is "$code" 0 'the holidays of a year'
is "$(printf '%s\n' "$out" | grep -c holiday)" 7 'seven'
is "$(printf '%s\n' "$out" | grep 春节 | cut -f2-7)" 'holiday	2026-02-15	2026-02-23	9	2026-02-14 2026-02-28	1' '春节 with its make-up days'
is "$(printf '%s\n' "$out" | grep 国庆节 | cut -f3-6)" '2026-10-01	2026-10-07	7	2026-09-20 2026-10-10' '国庆节'
is "$(printf '%s\n' "$out" | grep 双11 | cut -f2-5)" 'promotion	2026-11-01	2026-11-11	11' 'promotions'
run medi-roster holiday list --no-header
is "$(printf '%s\n' "$out" | head -1 | cut -f3)" 2026-01-01 'this year'
run medi-roster holiday list --year 2027 --no-header
is "$(printf '%s\n' "$out" | grep 春节 | cut -f3,4,7)" '2027-02-05	2027-02-08	0' 'a year without a notice: not confirmed'
run medi-roster holiday list --lang en --year 2040 --no-header
is "$code" 0 'a year that is not there'
like "$err" '2040: its holidays are not in holidays.yaml' 'is said'
# every make-up day of the pack is a Saturday or Sunday, every day of a holiday of a year with a notice is of that year or its eve
for year in 2023 2024 2025 2026; do
    medi-roster holiday list --year $year --no-header | cut -f6 | tr ' ' '\n' | grep . >makeup
    is "$(while read -r day; do date -ud "$day" +%u; done <makeup | grep -cv '[67]')" 0 "$year: make-up days are weekend days"
done

# ---- closed on some ----
run medi-roster holiday apply --lang en -s S01 --year 2027
is "$code $(ask 'SELECT COUNT(*) FROM closure')" '0 0' 'by default none'
like "$err" 'clinics work on them' 'and it says why'
run medi-roster holiday apply --lang en -s S01 --year 2026 --closed 元旦，春节
is "$code $(ask 'SELECT COUNT(*) FROM closure')" '0 12' 'three days and nine'
like "$err" '12 days closed' 'said'
is "$(medi-roster closure list -s S01 --from-day 2026-01-01 --no-header | sed -n '1p;$p' | cut -f2-6 | tr '\t' ' ' | joined ';')" \
    '2026-01-01 closed 00:00 24:00 元旦;2026-02-23 closed 00:00 24:00 春节' 'whole days with their names'
run medi-roster holiday apply --lang en -s S01 --year 2026 --closed 元旦,春节
like "$err" 'nothing to change' 'again: nothing'
run medi-roster holiday apply --lang en --where '*' --year 2027 --closed 春节
is "$(ask 'SELECT COUNT(*) FROM closure WHERE store_id = 0')" 4 'of the chain'
like "$err" 'not confirmed by a notice' 'with a word that it may change'
run medi-roster holiday apply --lang en -s S01 --year 2026 --closed 元旦,泼水节
is "$code $(ask 'SELECT COUNT(*) FROM closure')" '3 16' 'an unknown one: nothing is written'
like "$err" '泼水节 is no holiday of 2026' 'and named'
run medi-roster holiday apply --lang en --year 2026 --closed 春节
is "$code" 2 'no store'
run medi-roster holiday apply --lang en -s S01 --closed 春节
is "$code" 2 'no year'
run medi-roster holiday apply --lang en -s S01 --year 2026 --closed ' ,'
is "$code $(ask 'SELECT COUNT(*) FROM closure')" '0 16' 'no name'

# ---- a store that was closed at each 春节 and never said so ----
printf 'code,name,zone,hours\nS03,春店,Asia/Shanghai,Mo-Sa 09:00-18:00\n' | medi-db import -q stores - >/dev/null
{ arrivals S03 2025-09-01 2026-02-14 && arrivals S03 2026-02-23 2026-09-30; } | load_visits
export MEDI_NOW=2027-01-20T09:00:00+08:00
run medi-roster load --lang en -s S03 --from 2027-02-01 --days 14 --no-header
is "$(printf '%s\n' "$out" | awk -F '\t' '$6 == 0 { print substr($2, 6) }' | joined ' ')" \
    '02-05 02-06 02-07 02-08 02-09 02-10 02-14' 'will be closed again on the same days of it, of which none was a Sunday then (and on Sunday)'
like "$err" 'S03: nobody came since 2026-09-30' 'with a history that has ended'
like "$err" 'S03: 2027-02-05 to 2027-02-10: nobody came on these days of 春节 before' 'which is said'
medi-roster closure add -q -s S03 春节值班 --day 2027-02-08 --open --from 9:00 --to 12:00
run medi-roster load --lang en -s S03 --from 2027-02-08 --days 1 --no-header
like "$out" '2027-02-08	[1-9]' 'unless it says that it will open'
