#!/bin/bash
# R5: behind a shortage stands the smallest set of rules, known here by hand: one of each kind, two at once, and too few people. Seen to
# fail: sets of two not tried.
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/r4_lib.sh"
one='consultant: {cover: 1}'
because() { # NAME 'WITHOUT THEN WHO'…: the lines, a set each
    local name=$1
    shift
    run medi-roster explain --lang en -s S01 --no-header R
    is "$code" 1 "$name: exit 1"
    local line
    for line; do
        like "$(printf '%s\n' "$out" | cut -f4-6 | tr '\t' ' ')" "^$line\$" "$name: $line"
    done
}
days='--from 2026-12-07 --days 7'
short() { # PACK…
    pack "$@"
    # shellcheck disable=SC2086
    plan R $days
}
people consultant K1
short 'run_days_max: 3' "$one"
because 'a run' 'run_days_max 0.000000 K1' '1 more people 0.000000 '
short 'week_hours_max: 40' "$one"
because 'hours of the week' 'week_hours_max 0.000000 K1'
short 'run_days_max: 5, week_hours_max: 40' "$one"
because 'two at once' 'run_days_max \+ week_hours_max 0.000000 K1'
is "$(printf '%s\n' "$out" | grep -c '0.000000.*K1')" 1 'and no other set gives all'
short 'month_hours_max: 200' "$one"
because 'hours of the month' 'month_hours_max 0.000000 K1'
short 'weekends_max: 0' "$one"
because 'weekends' 'weekends_max 0.000000 K1'
short '' "$one"
medi-roster lock -q -s S01 R K1 --day 2026-12-09 --off
# shellcheck disable=SC2086
plan R $days
because 'locked' 'locked 0.000000 K1'
people consultant K1 K2
put leaves 'staff,from_at,to_at,kind' 'K1,2026-12-09 00:00,2026-12-10 00:00,sick'
put heads 'store,day,from_minute,to_minute,role,heads' 'S01,2026-12-09,540,1080,consultant,2'
short '' "$one"
because 'one leave' 'leave 0.000000 K1' '1 more people 0.000000 '
people nurse N1
put licences 'staff,kind,number,valid_from,valid_to' 'N1,nurse,Z1,2020-01-01,2026-12-09'
short '' 'nurse: {licence: [nurse], cover: 1}'
because 'a licence that ends' 'licence 0.000000 N1'
people consultant K1 K2
put skills 'staff,code' 'K1,laser'
put heads 'store,day,from_minute,to_minute,role,skill,heads' 'S01,2026-12-09,540,1080,consultant,laser,2'
short '' "$one"
because 'a skill' 'skill 0.000000 K2'
people consultant K1
put staff 'code,name,role,store' 'K2,某,consultant,S02'
put heads 'store,day,from_minute,to_minute,role,heads' 'S01,2026-12-09,540,1080,consultant,2'
short '' 'consultant: {cover: 0}'
run medi-roster plan --lang en --iterations 20 R --from 2026-12-07 --days 7
run medi-roster explain --lang en --no-header R
like "$(printf '%s\n' "$out" | cut -f4-6 | tr '\t' ' ')" '^station 0.000000 K2$' 'a station'
people consultant K1
put heads 'store,day,from_minute,to_minute,role,heads' 'S01,2026-12-09,540,1080,consultant,3'
short '' "$one"
because 'too few people' '2 more people 0.000000 '
is "$(printf '%s\n' "$out" | wc -l)" 1 'and no rule would help'
short '' 'consultant: {cover: 0}'
put heads 'store,day,from_minute,to_minute,role,heads' 'S01,2026-12-09,540,1080,consultant,1'
# shellcheck disable=SC2086
plan R $days
exits 0 'nothing is missing' medi-roster explain --lang en -s S01 --no-header R
is "$out" '' 'nothing to explain'
