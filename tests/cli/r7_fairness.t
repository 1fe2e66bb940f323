#!/bin/bash
# R7: what a roster asks of each and how evenly, and how much of their rostered time people treat.
# (Seen to fail: a weekend of two days counted twice; a wish for a day off that any day grants; rests not compared from day to day; the
# deviation of a sample; rostered time of days that are still to come; shares of a treatment not looked at.)
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/r2_lib.sh"
. "$top/tests/cli/r7_lib.sh"
roster_clinic 3
export MEDI_STORE=S01
# 2026-12-04 is a Friday
draft S01 w 2026-12-04 'D1 E L 7:30-15:30 off off E E' 'D2 L E off E E L L' 'D3 off off off E E E leave' 'K1 E E E E E E E'
fair() { medi-roster fairness --no-header "$@" | tr '\t' ' '; }
is "$(fair w | cut -d ' ' -f1,4,7-9,13)" "$(lines 'D1 40.000000 5 1 1 1' 'D2 48.000000 6 1 3 0' 'D3 24.000000 3 0 0 0' 'K1 56.000000 7 1 0 0')" \
    'hours, shifts, weekends, late shifts, rests that are too short'
printf 'staff,from_on,month_hours\nD2,2026-12-08,155\nD2,2026-01-01,124\nD3,2026-01-01,\n' | medi-db import -q work_rules - >/dev/null
is "$(fair w | cut -d ' ' -f1,5,6)" "$(lines 'D1 37.250000 2.750000' 'D2 31.000000 17.000000' 'D3 37.250000 -13.250000' 'K1 37.250000 18.750000')" \
    'against the contract: of seven days, and from the day on that a rule counts'
printf 'staff,day,want\nD1,2026-12-05,off\nD1,2026-12-07,off\nD1,2026-12-04,L\nD2,2026-12-04,L\nD2,2026-12-05,work\nD2,2026-12-06,work\nD2,2027-01-01,off\nD3,2026-12-10,off\n' | medi-db import -q wishes - >/dev/null
is "$(fair w | cut -d ' ' -f1,11,12)" "$(lines 'D1 1 3' 'D2 2 3' 'D3 1 1' 'K1 0 0')" 'wishes that came true, of those there were'
is "$(fair w --by role)" "$(lines 'doctor 3 37.333333 24.000000 9.977753 0.666667 1.000000 0.471405 1.333333 3.000000 1.247219 0.571429 4 7' \
    'consultant 1 56.000000 0.000000 0.000000 1.000000 0.000000 0.000000 0.000000 0.000000 0.000000  0 0')" 'by role: mean, range, deviation; wishes'
is "$(fair --month 2026-12)" '' 'nothing is published'
medi-roster publish -q w
is "$(fair --month 2026-12 | cut -d ' ' -f1,4,5)" "$(lines 'D1 40.000000 165.000000' 'D2 48.000000 148.000000' 'D3 24.000000 165.000000' 'K1 56.000000 165.000000')" 'what is published, against the whole month'

# ---- utilisation ----
used() { medi-roster utilisation --no-header "$@" | cut -f1,4- | tr '\t' ' '; }
printf 'store,code,client,project,doctor,nurse,started_at,ended_at,status\nS01,T1,C1,P1,D1,N1,2026-12-04 10:00,2026-12-04 12:00,completed\nS01,T2,C1,P1,D1,,2026-12-05 13:00,2026-12-05 13:30,completed
S01,T3,C1,P1,D2,,2026-12-05 13:00,2026-12-05 14:40,completed\nS01,T4,C1,P1,D2,,2026-12-05 15:00,2026-12-05 16:00,entered-in-error\nS01,T5,C1,P1,D2,,2026-12-05 16:00,,in-progress
S01,T6,C1,P1,D2,,2026-12-07 16:00,2026-12-07 17:00,completed\n' | medi-db import -q treatments - >/dev/null
printf 'store,treatment,staff,part,share\nS01,T3,D3,assistant,250\n' | medi-db import -q treatment_hands - >/dev/null
is "$(used --month 2026-12 | sort | joined ';')" 'D1  0 0;D2  0 0;D3  0 0;K1  0 0' 'before the first day: nothing yet, and no number'
export MEDI_NOW=2026-12-07T09:00:00+08:00
is "$(used --month 2026-12 | joined ';')" 'D1 0.104167 150 1440;D2 0.078125 75 960;D3  25 0;K1 0.000000 0 1440' 'treated by rostered, of the days that are over; a shared treatment by its shares'
export MEDI_NOW=2026-12-31T09:00:00+08:00
is "$(used --from 2026-12-07 --to 2026-12-08 | joined ';')" 'D2 0.125000 60 480;D3 0.000000 0 480;K1 0.000000 0 480' 'a day'
exits 2 'a window' medi-roster utilisation --from 2026-12-07 --month 2026-12
person desk front-desk S01
exits 3 'not for everybody' as desk medi-roster fairness w
