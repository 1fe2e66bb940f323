#!/bin/bash
# R2: times that are proposed: the least waiting and the fewest idle minutes, reckoned here by hand. (Seen to fail: with the gap behind
# left out in booking_idle, with leave left out.)
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/r2_lib.sh"
roster_clinic 1
export MEDI_STORE=S01
slots() { # OPTION…: time, doctor, days, idle, score
    run medi-roster slots --lang en --no-header "$@"
    out=$(printf '%s\n' "$out" | awk -F '\t' '{ print substr($1, 6, 11), $3, $7, $8, $9 }' | tr T ' ')
}
day='--from 2026-10-05 --days 1'
book C1 P1 --at '2026-10-05 10:00' --code X1
book C2 P1 --at '2026-10-05 11:30' --code X2
# Open 9-18, taken 10:00-10:30 and 11:30-12:00; P1 takes 30 minutes.
#   9:00 leaves 30 behind; 9:15 15 and 15; 9:30 30 before: 30 each. The hour from 10:30 is the same: 30 each.
#   12:00 leaves nothing before and 5 h 30 behind, which are no gap: 0; 12:15: 15; 12:30: 30; 12:45: 45; 13:00 an hour: 0;
#   and so on to 16:30, which leaves an hour; 16:45: 45; 17:00: 30; 17:15: 15; 17:30: 0.
# shellcheck disable=SC2086
slots P1 $day --limit 3
is "$out" '10-05 12:00 D1 0 0 0
10-05 13:00 D1 0 0 0
10-05 13:15 D1 0 0 0' 'what leaves nothing, the earliest first'
# shellcheck disable=SC2086
slots P1 $day --limit 200
is "$(printf '%s\n' "$out" | awk '{ print $2 "=" $6 }' | sort | joined ' ')" \
    '09:00=30 09:15=30 09:30=30 10:30=30 10:45=30 11:00=30 12:00=0 12:15=15 12:30=30 12:45=45 13:00=0 13:15=0 13:30=0 13:45=0 14:00=0 14:15=0 14:30=0 14:45=0 15:00=0 15:15=0 15:30=0 15:45=0 16:00=0 16:15=0 16:30=0 16:45=45 17:00=30 17:15=15 17:30=0' \
    'every time, with the score that was reckoned by hand'
is "$(printf '%s\n' "$out" | awk '{ print $6, $2 }')" "$(printf '%s\n' "$out" | awk '{ print $6, $2 }' | sort -n -k1,1 -k2,2)" 'in their order'
# shellcheck disable=SC2086
slots P1 $day --minutes 60 --limit 4
is "$(printf '%s\n' "$out" | cut -d' ' -f2,6 | joined ' ')" '09:00 0 10:30 0 12:00 0 13:00 0' 'an hour fits where an hour is left'
# shellcheck disable=SC2086
slots P1 $day --step 60 --limit 200
is "$(printf '%s\n' "$out" | cut -d' ' -f2 | sort | joined ' ')" '09:00 11:00 12:00 13:00 14:00 15:00 16:00 17:00' 'each hour'

# ---- days ----
medi-roster closure add -q 装修 --day 2026-10-05 --from 12:00
slots P1 --from 2026-10-05 --days 2 --limit 7
is "$(printf '%s\n' "$out" | awk '{ print $1, $2, $6 }' | joined ';')" \
    '10-05 09:00 30;10-05 09:15 30;10-05 09:30 30;10-05 10:30 30;10-05 10:45 30;10-05 11:00 30;10-06 09:00 60' 'a day later is an hour worse'
book C3 P1 --at '2026-10-06 09:00'
slots P1 --client C3 --from 2026-10-06 --days 1 --limit 1 --doctor any
is "$(printf '%s\n' "$out" | cut -d' ' -f1,2)" '10-06 09:30' 'not while the client has another booking'
slots P1 --from 2020-01-01 --days 1 --limit 1
is "$(printf '%s\n' "$out" | cut -d' ' -f1,2)" '10-01 09:00' 'never before now'
medi-roster leave add -q D1 --from 2026-10-01 --to 2026-10-05
slots P1 --days 6 --limit 1
is "$(printf '%s\n' "$out" | cut -d' ' -f1,2,4,6)" '10-06 09:30 5 300' 'nor on leave: five days'
run medi-roster slots --lang en P1 --days 2
is "$code" 0 'nothing free: no error'
like "$err" 'no time is free' 'but said'

# ---- of several the one whom it leaves the fewest idle minutes ----
printf 'code,name,role,store\nD2,医生二,doctor,S01\n' | medi-db import -q staff - >/dev/null
printf 'staff,kind,number\nD2,physician,Y2\n' | medi-db import -q licences - >/dev/null
medi-roster leave drop -q D1 --from 2026-10-01
book C8 P1 --at '2026-10-05 10:30' --code Y1
is "$(ask "SELECT d.code FROM appointment AS a JOIN staff AS d ON d.id = a.doctor_id WHERE a.code = 'Y1'")" D2 'D1 would lose 30 minutes, D2 (90 and 60) none'
slots P1 --from 2026-10-05 --days 1 --limit 1
like "$out" '^10-05 11:00 D2 0 30 30|^10-05 09:00' 'and is proposed'
exits 2 'no days' medi-roster slots P1 --days 0
exits 2 'too many' medi-roster slots P1 --limit 1000
exits 3 'no such doctor' medi-roster slots P1 --doctor X9

# ---- what it proposes can be booked ----
run medi-roster slots P3 --no-header --limit 3 --days 3
at=$(printf '%s\n' "$out" | sed -n 3p | cut -f1)
book C9 P3 --at "$at" --nurse N1
is "$code" 0 'a proposal is a booking'
