#!/bin/bash
# R1, R2: a booking takes doctor, nurse, room and device together or not at all; all that stands against it is named; what is not
# named is chosen. (Seen to fail: with buffers, leave, the shift of another store, closures, the gates of people and machines left out.)
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/r2_lib.sh"
roster_clinic
roster_rooms
export MEDI_STORE=S01
no() { # PATTERN NAME: among what was refused
    is "$code" 3 "$2: exit 3"
    like "$err" "$1" "$2"
}
row() { ask "SELECT c.code, d.code, n.code, a.room, a.device, a.starts_at, a.ends_at, a.status FROM appointment AS a
    JOIN client AS c ON c.id = a.client_id LEFT JOIN staff AS d ON d.id = a.doctor_id LEFT JOIN staff AS n ON n.id = a.nurse_id
    WHERE a.store_id = 1 AND a.code = '$1'"; }
at() { TZ=Asia/Shanghai date -d "$1" +%s; }

# ---- taken and chosen ----
book C1 P2 --at '2026-10-02 10:00' --code A1
is "$code $out" '0 A1' 'booked: its code'
is "$(row A1)" "C1|D1||R1|M1|$(at '2026-10-02 10:00')|$(at '2026-10-02 11:00')|booked" 'with all that the project needs, as long as it takes'
book C1 P2 --at '2026-10-02 10:00' --code A1
is "$code $out" '0 A1' 'the same again: the same booking'
is "$(ask 'SELECT COUNT(*) FROM appointment')" 1 'and no other'
book C2 P2 --at '2026-10-02 10:00' --code A1
no 'A1 is another booking: C1, P2' 'a code stands for one booking'
book C2 P2 --at '2026-10-02 10:30' --code A2 --status pending
is "$(row A2 | cut -d'|' -f2,4,5,8)" 'D2|R2|M2|pending' 'at the same time: another doctor, room and device'
book C3 P2 --at '2026-10-02 10:30' --code A3
no '^medi-roster: doctor: none of 2 can: D1 taken by A1 of C1 until 11:00; D2 taken by A2 of C2 until 11:30$' 'the third: no doctor, and whose they are until when'
like "$err" '^medi-roster: room: none of 2 can: R1 taken by A1' 'no room'
like "$err" '^medi-roster: device: none of 2 can: M1 taken by A1' 'and no device, a line each'
is "$(printf '%s\n' "$err" | wc -l)" 3 'three lines'
is "$(ask 'SELECT COUNT(*) FROM appointment')" 2 'nothing was written'
book C3 P3 --at '2026-10-02 12:00' --code A3
is "$(row A3 | cut -d'|' -f1-4)" 'C3||N1|R2' "a nurse's project takes the nurse, no doctor, a room fit for its kind"
book C3 P4 --at '2026-10-02 13:00' --code A4 --doctor any
is "$(row A4 | cut -d'|' -f2,4)" 'D1|R2' 'any: chosen though the project does not ask for one; of two with equal gaps the first'

# ---- each thing that stands against it ----
book C1 P4 --at '2026-10-02 10:30'
no 'client C1: taken by A1 of C1 until 11:00' 'the client is there already'
book C5 P1 --at '2026-10-02 10:30' --doctor D1 --room R1
no 'doctor D1: taken by A1 of C1 until 11:00' 'the doctor is taken'
like "$err" 'room R1: taken by A1 of C1 until 11:00' 'and the room'
book C5 P2 --at '2026-10-02 10:30' --device M1 --doctor D1
like "$err" 'device M1: taken by A1 of C1 until 11:00' 'and the device'
book C5 P3 --at '2026-10-02 15:00' --room R1
no 'room R1: is for injection laser, and P3 is care' 'a room for another kind'
book C5 P1 --at '2026-10-02 15:00' --room R7
no 'room R7: S01 has no such room' 'a room that is none'
book C5 P1 --at '2026-10-02 15:00' --doctor N1
no 'doctor N1: N1 is nurse, no doctor' 'a nurse as doctor'
book C5 P1 --at '2026-10-02 15:00' --doctor E1
no 'doctor E1: belongs to S02 and has no shift here' "another store's doctor"
book C5 P1 --at '2026-10-02 17:45'
no 'store S01: is open on 2026-10-02: 09:00-18:00' 'past the hours'
book C5 P1 --at '2026-10-04 09:30'
no 'store S01: is open on 2026-10-04: 10:00-16:00' "a Sunday's hours"
book C5 P1 --at '2026-09-30 15:00'
no 'time: 2026-09-30 15:00 is over' 'in the past'
book C5 P1 --at '2026-10-32 15:00'
is "$code" 2 'no such day: exit 2'
book C5 P1 --at '2026-10-02'
is "$code" 2 'a day without a time: exit 2'
book C5 P1
is "$code" 2 'no time at all: exit 2'
book C99 P1 --at '2026-10-02 15:00'
no 'client C99: there is none' 'nobody'
book C5 P9 --at '2026-10-02 15:00'
no 'project P9: there is none' 'nothing'
medi-visit project edit -q P4 --active no
book C5 P4 --at '2026-10-02 15:00'
no 'project P4: is not sold any more' 'not sold'

# ---- leave ----
exits 0 'leave' medi-roster leave add D1 --from '2026-10-05 13:00' --to '2026-10-06' --kind sick
book C6 P1 --at '2026-10-05 12:45' --doctor D1
no 'doctor D1: on leave until 2026-10-07 00:00 \(sick\)' 'on leave'
book C6 P1 --at '2026-10-05 12:30' --doctor D1 --code L1
is "$code" 0 'until it begins'
book C6 P1 --at '2026-10-06 17:30'
is "$code $(row "$(printf '%s\n' "$out" | tail -1)" | cut -d'|' -f2)" '0 D2' 'another is chosen'
exits 0 'a leave is dropped' medi-roster leave drop D1 --from '2026-10-05 13:00'
book C7 P1 --at '2026-10-06 14:00' --doctor D1
is "$code" 0 'and is none any more'

# ---- closed, and open against the week ----
medi-roster closure add -q 国庆 --where '*' --day 2026-10-08
book C8 P1 --at '2026-10-08 10:00'
no 'store S01: closed on 2026-10-08 for 国庆' 'a holiday of the chain'
medi-roster closure add -q 调休 --day 2026-10-08 --open --from 9:30 --to 12:00
book C8 P1 --at '2026-10-08 10:00'
is "$code" 0 "the store's own word goes before the chain's"
book C8 P1 --at '2026-10-08 12:00'
no 'store S01: is open on 2026-10-08: 09:30-12:00' 'in these hours alone'
medi-roster closure add -q 消防演练 --day 2026-10-09 --from 12:00 --to 14:00
book C9 P1 --at '2026-10-09 11:45'
no 'closed on 2026-10-09 for 消防演练; open: 09:00-12:00, 14:00-18:00' 'part of a day'
book C9 P1 --at '2026-10-09 14:00'
is "$code" 0 'behind it'
exits 0 'a closure is dropped' medi-roster closure drop --day 2026-10-09 --from 12:00
exits 3 'and is not there twice' medi-roster closure drop --day 2026-10-09 --from 12:00

# ---- shifts ----
medi-roster shift add -q D1 --day 2026-11-02 --from 12:00 --to 20:00
book C10 P1 --at '2026-11-02 11:45' --doctor D1
no 'doctor D1: not on shift then' 'not on shift'
book C10 P1 --at '2026-11-02 12:00' --doctor D1
is "$code" 0 'on shift'
book C10 P1 --at '2026-11-03 12:00' --doctor D1
no 'doctor D1: not on shift then' 'who has a shift in the month works in shifts alone'
book C10 P1 --at '2026-11-03 12:00' --doctor D2 --code S1
is "$code" 0 'who has none works as the store is open'
medi-roster shift add -q -s S01 E1 --day 2026-11-04 --from 9:00 --to 18:00
book C11 P1 --at '2026-11-04 12:00' --doctor E1
is "$code" 0 'a shift brings the doctor of another store'
medi-roster shift add -q -s S02 D2 --day 2026-11-04 --from 9:00 --to 12:00
book C12 P1 --at '2026-11-04 11:45' --doctor D2
no 'doctor D2: on shift at S02 from 09:00 to 12:00' 'on shift elsewhere'
run medi-roster book --lang en -s S02 C11 P1 --at '2026-11-04 12:10' --doctor E1
no 'doctor E1: taken by A20261001-[0-9]+ \(S01\) of C11 until 12:30' 'taken in another store'
like "$err" 'client C11: taken by A20261001-[0-9]+ \(S01\)' 'as the client is'
exits 0 'a shift is dropped' medi-roster shift drop D1 --day 2026-11-02

# ---- licences, levels: the gates of treatments ----
medi-staff licence -q D1 --kind physician --number Z1 --to 2026-12-01
book C13 P1 --at '2026-12-03 10:00' --doctor D1
no 'doctor D1: the physician licence of D1 ended on' 'a licence that will be over'
medi-staff licence -q D2 --kind physician --number Z2 --place S02
book C13 P1 --at '2026-12-03 10:00' --doctor D2
no 'doctor D2: the physician licence of D2 is registered at S02, not here' 'registered elsewhere'
book C13 P1 --at '2026-12-03 10:00'
no 'doctor: none of 2 can: D1 the physician licence of D1 ended' 'and so nobody can be chosen'
medi-staff licence -q D1 --kind physician --number Z1 --to 2030-12-31
medi-staff licence -q D2 --kind physician --number Z2 --place '*'
medi-visit project edit -q P1 --department 美容外科
book C13 P1 --at '2026-12-03 10:00' --doctor D2
no 'store S01: the licence of S01 does not cover 美容外科' "what the store's licence does not cover"
medi-visit project edit -q P1 --department ''
medi-staff edit -q D2 --left-on 2026-12-02
book C13 P1 --at '2026-12-03 10:00' --doctor D2
no 'doctor D2: does not work here on that day' 'who has left'
printf 'code,name,role,left_on\nD2,医生2,doctor,\n' | medi-db import -q staff - >/dev/null

# ---- machines ----
medi-stock equipment edit -q M1 --calibrate yes
book C14 P2 --at '2026-12-04 10:00' --device M1
no 'device M1: .*calibrat' 'a machine that was never calibrated'
book C14 P2 --at '2026-12-04 10:00' --code M1
is "$(row M1 | cut -d'|' -f5)" M2 'the other is chosen'
exits 0 'a fault' medi-stock equipment fault M2 --what 不出光 --staff D1
book C15 P2 --at '2026-12-05 10:00' --device M2
no 'device M2: .*fault' 'a machine with a fault'
book C15 P2 --at '2026-12-05 10:00'
no 'device: none of 2 can: M1 .*; M2 .*' 'and none is left'

# ---- buffers ----
exits 0 'buffers' medi-roster need set P1 --before 10 --after 20
book C16 P1 --at '2026-12-07 10:00' --doctor D1 --room R1 --code B1
book C17 P1 --at '2026-12-07 10:45' --doctor D1 --room R2
no 'doctor D1: too close to B1 of C16: with what it takes before and after, 09:50 to 10:50' 'too close behind'
book C17 P1 --at '2026-12-07 11:00' --doctor D1 --room R1
is "$code" 0 'after and before it: 20 and 10 minutes'
book C16 P3 --at '2026-12-07 10:30' --room R2
is "$code" 0 'the client has no buffer'
is "$(overlaps)" 0 'nothing overlaps'

# ---- the client's file ----
exits 0 'merge' medi-client merge C20 C21
book C20 P1 --at '2026-12-08 10:00' --code G1
book C21 P1 --at '2026-12-08 10:00'
no 'client C2[01]: taken by G1' 'joined files are one client'
is "$(ask "SELECT COUNT(*) FROM appointment AS a JOIN client AS c ON c.id = a.client_id WHERE c.merged_into IS NOT NULL")" 0 'and the booking is of the file that counts'
exits 0 'the log' medi-audit verify --deep
exits 0 'check' medi-db check
