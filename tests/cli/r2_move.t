#!/bin/bash
# R2: a booking moved, given up, marked; what was kept back for it goes with it; who waits is found; the states are FHIR's.
# (Seen to fail: with the booking itself not skipped in busy_is_skipped, with the reservation left where it was, with any state allowed.)
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/r2_lib.sh"
roster_clinic
roster_rooms
export MEDI_STORE=S01
r() { run medi-roster "$@" --lang en; }
status() { ask "SELECT status FROM appointment WHERE code = '$1'"; }
when() { ask "SELECT starts_at, ends_at - starts_at FROM appointment WHERE code = '$1'"; }
at() { TZ=Asia/Shanghai date -d "$1" +%s; }
no() { is "$code" 3 "$2: exit 3" && like "$err" "$1" "$2"; }

# ---- moved ----
book C1 P1 --at '2026-10-05 10:00' --code A1 --doctor D1
book C2 P1 --at '2026-10-05 11:00' --code A2 --doctor D1 --room R1
r move A1 --at '2026-10-05 10:15'
is "$code $out $(when A1)" "0 A1 $(at '2026-10-05 10:15')|1800" 'into a part of its own time'
r move A1 --at '2026-10-05 10:45'
no 'doctor D1: taken by A2 of C2 until 11:30' 'not into that of another'
is "$(when A1)" "$(at '2026-10-05 10:15')|1800" 'and stays where it was'
r move A1 --at '2026-10-05 10:45' --doctor any
is "$code $(ask "SELECT d.code FROM appointment AS a JOIN staff AS d ON d.id = a.doctor_id WHERE a.code = 'A1'")" '3 D1' 'the room is taken as well'
like "$err" 'room R1: taken by A2' 'which is named'
r move A1 --at '2026-10-05 10:45' --doctor any --room any
is "$code $(ask "SELECT d.code, a.room FROM appointment AS a JOIN staff AS d ON d.id = a.doctor_id WHERE a.code = 'A1'")" '0 D2|R2' 'another doctor and room'
r move A1 --minutes 60
is "$code $(when A1)" "0 $(at '2026-10-05 10:45')|3600" 'longer'
r move A1 --at '2026-09-01 10:00'
no 'time: 2026-09-01 10:00 is over' 'not into the past'
r move X1 --at '2026-10-06 10:00'
no 'appointment X1: there is none in this store' 'none'
r move A1 -n --at '2026-10-07 10:00'
is "$code $(when A1)" "0 $(at '2026-10-05 10:45')|3600" 'a dry run moves nothing'

# ---- what was kept back goes with it ----
printf 'code,name,kind,unit\nI1,肉毒毒素,drug,U\n' | medi-db import -q items - >/dev/null
printf 'store,item,code,expires_on,received_on,quantity,cost_fen\nS01,I1,L1,2028-01-01,2026-08-01,300,100000\n' | medi-db import -q lots - >/dev/null
exits 0 'kept back' medi-stock reserve A1 I1=20
r move A1 --at '2026-10-09 14:00'
is "$(ask 'SELECT c.date FROM reservation AS r JOIN calendar AS c ON c.day = r.until_on')" 2026-10-09 'kept until the new day'
r cancel A1 --reason 客户出差
is "$code $(status A1) $(ask 'SELECT COUNT(*) FROM reservation WHERE released_at IS NOT NULL')" '0 cancelled 1' 'given up: given back'
like "$(medi-audit log --no-header)" 'cancelled: 客户出差' 'the reason is in the log'
r move A1 --at '2026-10-10 10:00'
no 'appointment A1: is cancelled and cannot be moved' 'what is given up stays so'
r cancel A1 --reason 又一次
is "$code" 0 'twice is once'
like "$err" 'nothing to change' 'and says so'
r cancel A2
is "$code" 2 'no reason: exit 2'

# ---- states ----
r mark A2 --to noshow
no 'has not begun; cancel it' 'nobody stays away from what is to come'
r mark A2 --to fulfilled
no 'appointment A2: is booked and cannot become fulfilled' 'nothing is done before anybody came'
r mark A2 --to arrived
is "$code $(status A2)" '0 arrived' 'arrived'
r mark A2 --to checked-in
r mark A2 --to fulfilled
is "$code $(status A2)" '0 fulfilled' 'checked in, done'
r mark A2 --to booked
no 'is fulfilled and cannot become booked' 'and not again'
r cancel A2 --reason x
no 'is fulfilled and cannot become cancelled' 'nor given up'
r mark A2 --to entered-in-error
is "$code $(status A2)" '0 entered-in-error' 'but it may have been an error'
book C3 P1 --at '2026-10-05 10:00' --code A3 --status pending
r mark A3 --to booked
is "$(status A3)" booked 'pending, then confirmed'
MEDI_NOW=2026-10-05T12:00:00+08:00 r cancel A3 --reason 未到
is "$code $(status A3)" '0 noshow' 'given up when its time is over: they did not come'
MEDI_NOW=2026-10-05T13:00:00+08:00 r mark A3 --to arrived
is "$(status A3)" arrived 'they came after all'

# ---- arrival, close ----
book C4 P1 --at '2026-10-01 11:00' --code B1
book C4 P1 --at '2026-10-01 15:00' --code B2
MEDI_NOW=2026-10-01T10:55:00+08:00 run medi-visit arrive --lang en C4 --code V1
is "$code $(status B1) $(status B2)" '0 arrived booked' 'who arrives has arrived at the booking nearest in time'
like "$err" 'appointment B1: arrived' 'and is told'
MEDI_NOW=2026-10-01T11:40:00+08:00 run medi-visit close --lang en V1
is "$code $(status B1) $(status B2)" '0 fulfilled booked' 'with the visit it is fulfilled'
run medi-visit arrive C5
is "$code" 0 'who has no booking arrives as well'

# ---- who waits ----
r waitlist add C6 P1 --until '2026-10-20 18:00' --code W1
r waitlist add C7 P1 --from '2026-10-12 09:00' --until '2026-10-12 12:00' --doctor D2 --code W2
r waitlist add C8 P2 --from '2026-11-01 09:00' --until '2026-11-02 12:00' --code W3
is "$(medi-roster waitlist list --no-header | cut -f2,3 | joined ';')" 'W1	C6;W2	C7;W3	C8' 'they wait, in the order in which they came'
book C9 P1 --at '2026-10-12 10:00' --code E1 --doctor D1
book C10 P1 --at '2026-10-12 10:00' --code E2 --doctor D2
r cancel E2 --reason 改期
is "$(printf '%s\n' "$out" | cut -f1,2,4,5 | sed 1d)" 'W1	C6	2026-10-12T10:00:00+08:00	D2
W2	C7	2026-10-12T10:00:00+08:00	D2' 'who can have the time that was given up'
r cancel E1 --reason 改期
is "$(printf '%s\n' "$out" | cut -f1,5 | sed 1d | joined ';')" 'W1	D1;W2	D2' 'with a doctor who is free then'
r move W2 --at '2026-10-12 10:00'
is "$code $(status W2) $(when W2)" "0 booked $(at '2026-10-12 10:00')|1800" 'a time: it is booked, as long as the project takes'
r mark W1 --to booked
no 'is waitlist and has no time yet: medi-roster move W1 --at TIME' 'without a time it is not'
r cancel W1 --reason 不等了
is "$code $(status W1) $(printf '%s' "$out" | wc -c)" '0 cancelled 0' 'nobody waits for the time of who waited'
r waitlist add C6 P1 --from '2026-10-12 09:00' --until '2026-10-11 09:00'
is "$code" 3 'a window that ends before it begins'
is "$(medi-roster list --no-header --from-day 2026-10-12 | cut -f2)" W2 'the list of a day'
is "$(medi-roster list --no-header --all --from-day 2026-10-12 | cut -f2 | joined ' ')" 'E1 E2 W2' 'with what was given up'
is "$(medi-roster calendar --no-header --from-day 2026-10-12 | cut -f3,6)" 'D2	W2' 'a day by doctors'
exits 1 'rows, with --exit-code' medi-roster list --exit-code --from-day 2026-10-12
exits 0 'the log' medi-audit verify --deep
exits 0 'check' medi-db check

# ---- clocks that are moved ----
printf 'code,name,zone,hours,licence_no,licence_to\nS09,柏林店,Europe/Berlin,0:00-24:00,L9,2030-12-31\n' | medi-db import -q stores - >/dev/null
printf 'code,name,role,store\nG1,德医,doctor,S09\n' | medi-db import -q staff - >/dev/null
b() { run medi-roster book --lang en -s S09 "$@"; }
b C11 P4 --at '2027-03-28 02:30'
no 'at: 2027-03-28 02:30 does not exist: the clock of Europe/Berlin skips it' 'a time that is skipped'
b C11 P4 --at '2026-10-25 02:30'
no 'comes twice on the clock of Europe/Berlin; say 2026-10-25T02:30:00\+02:00 or 2026-10-25T02:30:00\+01:00' 'a time that comes twice'
b C11 P4 --at '2026-10-25T02:30:00+01:00' --doctor G1 --code Z1
is "$code $(ask "SELECT starts_at FROM appointment WHERE code = 'Z1'")" "0 $(date -u -d '2026-10-25 01:30' +%s)" 'with its offset it is one'
b C12 P4 --at '2026-10-25T02:30:00+02:00' --doctor G1
is "$code" 0 'and the other an hour before it'
is "$(overlaps)" 0 'nothing overlaps'
