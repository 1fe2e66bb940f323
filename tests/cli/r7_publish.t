#!/bin/bash
# R7: a roster is published whole or not at all: its cells become shifts, what is past stays, and what stands against it is named.
# (Seen to fail: what is in the roster taken away with what is not; shifts of another store's roster taken away; leave, who has left, the
# night before not looked at; past days written again; a roster replaced of which days are still in force; bookings of others listed.)
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/r2_lib.sh"
. "$top/tests/cli/r7_lib.sh"
roster_clinic
roster_rooms
state() { medi-db export rosters --no-header | awk -F '\t' -v r="$1" '$1 == "S01" && $2 == r { print $5 }'; }
entries() { ask 'SELECT COUNT(*) FROM log'; }

# ---- once, and again ----
draft S01 oct 2026-10-05 'D1 E E off L@S02' 'N1 E* off leave 22:00-6:00'
exits 0 'a dry run' mr publish -s S01 oct -n
is "$(shifts --from-day 2026-10-05)" '' 'writes nothing'
is "$(state oct)" draft 'and it stays a draft'
exits 0 'published' mr publish -s S01 oct
is "$err" 'medi-roster: roster oct: 5 shifts added, 0 changed, 0 taken back' 'it says what it did'
is "$(shifts --from-day 2026-10-05)" "$(lines 'D1 S01 10-05 09:00-18:00' 'N1 S01 10-05 09:00-18:00' 'D1 S01 10-06 09:00-18:00' 'N1 S01 10-08 22:00-06:00' 'D1 S02 10-08 12:00-21:00')" 'its cells are shifts of their stores'
is "$(medi-db export shifts --no-header | cut -f5-9 | sort | tr '\t' ' ' | head -2 | joined ';')" ' nurse 480 S01 oct;E doctor 480 S01 oct' 'with shift, role, paid minutes and roster'
is "$(state oct)" published 'the roster says so'
before=$(entries)
exits 0 'again' mr publish -s S01 oct
is "$err" 'medi-roster: oct: nothing to change' 'nothing'
is "$(entries)" "$before" 'not even in the log'
exits 0 'no difference is left' mr diff -s S01 oct
exits 3 'it is no draft any more' mr roster drop -s S01 oct
exits 3 'nor is it imported over' mr roster import -s S01 oct "$work/grid.csv"
run medi-audit verify
is "$code" 0 'every row stands behind an entry'

# ---- another one over it ----
medi-roster shift add -q -s S01 D1 --day 2026-10-07 --from 9:00 --to 12:00
medi-roster shift add -q -s S01 D2 --day 2026-10-07 --from 9:00 --to 12:00
medi-roster shift add -q -s S02 D1 --day 2026-10-09 --from 9:00 --to 12:00
draft S01 oct2 2026-10-05 'D1 E L off E off' 'N1 E off off off off'
is "$(mr diff -s S01 oct2 --no-header | tr '\t' ' ' | joined ';')" \
    'D1 医生1 2026-10-06 E L;D1 医生1 2026-10-07 9:00-12:00 off;D1 医生1 2026-10-08 L@S02 E;D1 医生1 2026-10-09 9:00-12:00@S02 off;N1 护士一 2026-10-08 22:00-6:00 off' 'what it changes'
exits 0 'published' mr publish -s S01 oct2
is "$err" 'medi-roster: roster oct2: 2 shifts added, 0 changed, 4 taken back' 'what was other before goes'
is "$(shifts --from-day 2026-10-05)" "$(lines 'D1 S01 10-05 09:00-18:00' 'N1 S01 10-05 09:00-18:00' 'D1 S01 10-06 12:00-21:00' 'D2 S01 10-07 09:00-12:00' 'D1 S01 10-08 09:00-18:00' 'D1 S02 10-09 09:00-12:00')" \
    'of its people, in its store, in its days; who is not in it, and what another store entered, stays'
is "$(state oct) $(state oct2)" 'replaced published' 'the one before is replaced'
exits 3 'and is not published again' mr publish -s S01 oct
draft S01 oct3 2026-10-05 'D1 L L'
exits 0 'of one of them' mr publish -s S01 oct3
is "$(state oct2) $(state oct3)" 'published published' 'of the other days are in force'
is "$(shifts --from-day 2026-10-05 --to-day 2026-10-06)" "$(lines 'N1 S01 10-05 09:00-18:00' 'D1 S01 10-05 12:00-21:00')" 'and of another person'

# ---- days that are over ----
export MEDI_NOW=2026-10-06T12:00:00+08:00
draft S01 oct4 2026-10-05 'D1 E E E' 'N1 off E E'
exits 0 'in the midst of it' mr publish -s S01 oct4
is "$(shifts --from-day 2026-10-05 --to-day 2026-10-08)" \
    "$(lines 'N1 S01 10-05 09:00-18:00' 'D1 S01 10-05 12:00-21:00' 'D1 S01 10-06 09:00-18:00' 'N1 S01 10-06 09:00-18:00' 'D1 S01 10-07 09:00-18:00' 'D2 S01 10-07 09:00-12:00' 'N1 S01 10-07 09:00-18:00')" \
    'past days stay as they were worked'
is "$(state oct3) $(state oct2)" 'replaced published' 'and do not keep a roster in force'
draft S01 old 2026-09-05 'D1 E E E'
exits 3 'all is over' mr publish -s S01 old
like "$err" 'all its days are over' 'says so'
export MEDI_NOW=2026-10-01T09:00:00+08:00

# ---- what stands against it ----
medi-roster leave add -q D1 --from '2026-11-02 13:00' --to '2026-11-02 18:00' --kind sick
medi-staff licence -q N1 --kind nurse --number ZN1 --to 2026-11-03
medi-staff edit -q D2 --left-on 2026-11-02
draft S02 nov 2026-11-02 'E1 off off E'
exits 0 'of another store' mr publish -s S02 nov
draft S01 nov 2026-11-02 'D1 E E _' 'D2 E E _' 'N1 E E L' 'E1 off 22:00-10:00 11:00-13:00' 'K1 22:00-10:00 E E'
exits 3 'refused' mr publish -s S01 nov
is "$(sed 's/^medi-roster: //' <<<"$err" | sort)" "$(lines \
    'D1 2026-11-02: on leave (sick)' 'D2 2026-11-03: left on 2026-11-02' 'E1 2026-11-03: works in S02 at that time, by roster nov of S02' \
    'E1 2026-11-04: works in S02 at that time, by roster nov of S02' 'K1 2026-11-03: begins before the work of the day before ends' \
    'N1 2026-11-04: no licence of nurses is valid on that day in S01' | sort)" 'by person and day, all at once'
is "$(shifts --from-day 2026-11-01 -s S01)" '' 'nothing is written'
is "$(state nov)" draft 'it is a draft as before'
exits 3 'which roster' mr publish nov
like "$err" 'of S01 and of S02' 'is asked'
draft S01 hands 2026-11-10 'E1 E@S02'
medi-roster shift add -q -s S02 E1 --day 2026-11-10 --from 17:00 --to 19:00
exits 3 'what was entered by hand there' mr publish -s S01 hands
like "$err" 'E1 2026-11-10: works in S02 at that time' 'stands against it'
printf 'store,code,from_on,to_on,made_at\n*,chain,2026-11-10,2026-11-12,2026-10-01\nS01,none,2026-11-10,2026-11-12,2026-10-01\nS01,blank,2026-11-10,2026-11-12,2026-10-01\n' | medi-db import -q rosters - >/dev/null
printf 'store,roster,staff,day,what,shift,at,starts_at,ends_at,minutes\n*,chain,E1,2026-11-10,work,E,S02,2026-11-10 09:00,2026-11-10 18:00,480\n*,chain,D1,2026-11-11,work,E,S01,2026-11-11 09:00,2026-11-11 18:00,480\nS01,blank,D1,2026-11-10,work,E,,,,\n' | medi-db import -q roster_cells - >/dev/null
exits 0 'the chain'\''s takes it' mr publish -s '*' chain
is "$(shifts --from-day 2026-11-10)" "$(lines 'E1 S02 11-10 09:00-18:00' 'D1 S01 11-11 09:00-18:00')" 'in every store'
exits 0 'a roster of nobody' mr publish -s S01 none
is "$err" 'medi-roster: roster none: 0 shifts added, 0 changed, 0 taken back' 'changes nothing'
exits 3 'a cell without times' mr publish -s S01 blank
like "$err" 'D1 2026-11-10: the roster does not say where and when' 'is none'

# ---- bookings ----
medi-staff licence -q N1 --kind nurse --number ZN1 --to 2030-12-31
book C1 P1 --at '2026-12-01 15:00' --code A1 --doctor D1
book C2 P3 --at '2026-12-01 15:00' --code A2 --nurse N1
book C3 P1 --at '2026-12-02 10:00' --code A3 --doctor D1
medi-roster leave add -q N1 --from 2026-12-01 --to 2026-12-01
draft S01 dec 2026-12-01 'D1 off E' 'K1 E E'
exits 1 'bookings stand against it' mr publish -s S01 dec
is "$(tail -n +2 <<<"$out" | cut -f2,6,7 | tr '\t' ' ')" 'A1 doctor D1 shift' 'of its people, and no others'
is "$(state dec)" published 'it is published all the same'
exits 1 'again' mr publish -s S01 dec
is "$(tail -n +2 <<<"$out" | cut -f2)" A1 'as long as they stand'
exits 1 'in quiet' mr publish -q -s S01 dec
is "$out$err" '' 'the code alone'
exits 0 'moved' mr move -s S01 A1 --at '2026-12-02 15:00'
exits 0 'and all is well' mr publish -s S01 dec

# ---- who may ----
person boss manager S01
person desk front-desk S01
draft S01 jan 2027-01-04 'D1 E' 'K1 E'
draft S01 lent 2027-01-05 'D1 E@S02'
exits 3 'the front desk may not' as desk medi-roster publish --lang en -s S01 jan
exits 0 'but may look' as desk medi-roster show --lang en -s S01 jan
exits 0 'the manager may' as boss medi-roster publish --lang en -s S01 jan
exits 3 'in their own store' as boss medi-roster publish --lang en -s S01 lent
like "$err" 'D1 2027-01-05: is planned in S02, for which this account has no duty' 'alone'
exits 3 'nor the chain'\''s' as boss medi-roster publish --lang en -s S01 chain
like "$err" "is the chain's" 'says so'
run medi-audit verify
is "$code" 0 'all that was done stands in the log'
run medi-db check
is "$(tail -n +2 <<<"$out")" '' 'and holds'
