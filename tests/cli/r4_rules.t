#!/bin/bash
# R4: what cannot be: rules that contradict, shifts that were locked against the law, a skill that nobody has, hours that the clock skips;
# each is named, the best roster there is is kept, and the exit is 1. And what happens in between: an interrupt, a lock. Seen to
# fail: wishes not looked at, licences valid a day longer, locked cells not compared when it is written, the signal not looked at.
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/r4_lib.sh"
one='consultant: {cover: 1}'

# ---- rules ----
people consultant K1 K2
put work_rules 'staff,from_on,month_hours_min,week_hours_max' 'K1,2026-01-01,160,20'
pack '' "$one"
plan R --month 2026-12
is "$code" 1 'two rules that contradict: exit 1'
like "$err" '^medi-roster: K1: no days keep (month_hours_min|week_hours_max) with the other rules: planned without it$' 'named, with the person'
is "$(row R K2 | wc -c)" 32 'and a roster is there'
pack 'run_days_min: 5, run_days_max: 3' "$one"
plan R --month 2026-12
is "$code" 3 'rules that nobody can keep are refused where they stand'
one_line 'impossible rules'
like "$err" 'rosters.yaml.*run_days_m' 'by their name'
pack 'rest_hours: 30' "$one"
plan R --month 2026-12
like "$code" '^(1|3)$' 'more rest than a day has'
pack '' 'consultant: {cover: 1, shifts: [Q]}'
plan R --month 2026-12
is "$code" 3 'a shift that is none'
like "$err" 'Q' 'is named'
pack '' "$one"
sed -i 's/9:00/25:00/' "$MEDI_CONFIG/rosters.yaml"
plan R --month 2026-12
is "$code" 3 'no such hour'
pack '' "$one"
put wishes 'staff,day,want,weight' 'K1,2026-12-08,Q,5'
plan R --from 2026-12-07 --days 3
like "$err" 'K1.*2026-12-08.*Q' 'a wish for a shift that is none is named, with person and day'

# ---- people ----
people consultant K1 K2
put heads 'store,day,from_minute,to_minute,role,skill,heads' 'S01,2026-12-08,540,600,consultant,laser,1'
pack '' "$one"
plan R --from 2026-12-07 --days 3
is "$code" 1 'a skill that nobody has: exit 1'
like "$err" '^medi-roster: S01 2026-12-08 consultant/laser 09:00-10:00: 1 wanted, 0 there$' 'named, with the day'
judge 'an unknown skill' R S01
people nurse N1
put licences 'staff,kind,number,valid_from,valid_to' 'N1,nurse,Z1,2020-01-01,2026-12-31'
pack '' 'nurse: {licence: [nurse], cover: 1}'
plan R --from 2026-12-07 --days 5
medi-roster lock -q -s S01 R N1 --day 2026-12-10 --shift E
put licences 'staff,kind,number,valid_from,valid_to' 'N1,nurse,Z1,2020-01-01,2026-12-09'
plan R --from 2026-12-07 --days 5
is "$code" 1 'a licence that ends before a locked shift: exit 1'
like "$err" 'N1.*2026-12-10: is locked to work without a valid licence' 'named, with person and day'
like "$(row R N1)" '^[E-]{3}--$' 'and not worked'
put stores 'code,name' 'S03,新店'
run medi-roster plan --lang en -s S03 --from 2026-12-07 --days 2 --iterations 5
is "$code" 1 'a store without hours'
like "$err" 'S03' 'is named'
exits 2 'no days' medi-roster plan R2
exits 2 'too many days' medi-roster plan R2 --from 2026-12-07 --days 63
exits 3 'no such roster' medi-roster explain R9
exits 3 'no such roster' medi-roster adjust R9

# ---- the clock ----
people consultant K1
put stores 'code,name,zone,hours' 'S01,旗舰店,Europe/Berlin,09:00-18:00'
more_shifts='  N: {zh: 夜班, from: 0:00, to: 8:00, break: 0}' pack '' "$one"
put heads 'store,day,from_minute,to_minute,role,heads' 'S01,2027-03-28,0,480,consultant,1'
plan R --from 2027-03-27 --days 3
is "$(ask "SELECT starts_at FROM roster_cell WHERE what = 'work' ORDER BY starts_at" | joined)" \
    "$(date -u -d '2027-03-27 08:00' +%s),$(date -u -d '2027-03-28 07:00' +%s),$(date -u -d '2027-03-29 07:00' +%s)" 'the clock goes on by an hour: nine is nine'
judge 'summer time' R S01

# ---- in between ----
# seven people whose runs and days off leave a gap between the best and its bound, so that it is not done before it is stopped (not after 12 s)
people consultant $(seq -f K%g 7)
# shellcheck disable=SC2046
put heads 'store,day,from_minute,to_minute,role,skill,heads' $(for d in $(seq -w 31); do
    echo "S01,2026-12-$d,540,900,consultant,,$((10#$d % 3 + 2)) S01,2026-12-$d,900,1260,consultant,,$((10#$d % 2 + 1))"; done)
put stores 'code,name,zone,hours' 'S01,旗舰店,Asia/Shanghai,09:00-21:00'
# shellcheck disable=SC2046
put wishes 'staff,day,want,weight' $(for d in $(seq -w 31); do for k in 1 3 5; do echo "K$(((10#$d + k) % 7 + 1)),2026-12-$d,$([ $k = 3 ] && echo L || echo off),$((10#$d % 9 + 1))"; done; done)
pack 'rest_hours: 13, week_hours_max: 40, run_days_max: 5, run_days_min: 2, off_days_min: 2, month_hours: 165, weekends_max: 3' "$one" 'hours_under:1 hours_over:2 weekend:20 late:20'
begin() { # the planner, for a minute
    medi-roster plan --lang en -s S01 --month 2026-12 --seconds 60 >"$work/planned" 2>"$work/talk" &
    planner=$!
}
begin
sleep 2
kill -INT "$planner"
wait "$planner"
code=$? out=$(cat "$work/planned") err=$(cat "$work/talk")
like "$code" '^[01]$' 'an interrupt ends it'
like "$err" 'interrupted: the best roster so far is kept' 'said'
judge 'interrupted' 2026-12 S01
plain=$(medi-db export roster_cells -q)
begin
sleep 1
medi-roster lock -q -s S01 2026-12 K1 --day 2026-12-07 --off
sleep 2
kill -INT "$planner"
wait "$planner"
code=$? out=$(cat "$work/planned") err=$(cat "$work/talk")
is "$code" 3 'a cell that was locked meanwhile: refused'
like "$err" '^medi-roster: 2026-12: changed while it was planned; plan it again$' 'with what to do'
is "$(medi-db export roster_cells -q | grep -v 'K1.2026-12-07')" "$(printf '%s\n' "$plain" | grep -v 'K1.2026-12-07')" 'and nothing lost'
is "$(medi-db export roster_cells -q | grep 'K1.2026-12-07' | cut -f5,12)" "$(printf 'off\t1')" 'the lock stands'
