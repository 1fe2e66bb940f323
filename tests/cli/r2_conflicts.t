#!/bin/bash
# R2: bookings that what came later stands against are found, each with the reason; none is found in a roster that holds.
# (Seen to fail: with a booking standing against itself, with leave, closures, gates left out.)
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/r2_lib.sh"
roster_clinic
roster_rooms
export MEDI_STORE=S01
found() { medi-roster conflicts --no-header "$@" | cut -f2,6,7 | tr '\t' ' ' | joined ';'; }
book C1 P1 --at '2026-10-05 10:00' --code A1 --doctor D1
book C2 P2 --at '2026-10-05 11:00' --code A2 --doctor D2 --device M2
book C3 P3 --at '2026-10-06 10:00' --code A3
book C4 P2 --at '2026-10-07 10:00' --code A4 --doctor D1 --device M1
book C5 P1 --at '2026-12-07 10:00' --code A5 --doctor D2
run medi-roster book --lang en -s S02 C6 P1 --at '2026-10-08 10:00' --code A6
exits 0 'nothing to say' medi-roster conflicts
is "$out" "$(printf 'store\tcode\tstarts_at\tclient\tproject\tabout\treason\tdetail')" 'a header alone'
medi-roster leave add -q D1 --from 2026-10-05 --to 2026-10-05
is "$(found)" 'A1 doctor D1 leave' 'leave'
exits 1 'for cron' medi-roster conflicts
exits 1 'quiet' medi-roster conflicts -q
is "$out" '' 'quiet: only the code'
like "$(medi-roster conflicts --lang en --no-header)" 'on leave until 2026-10-06 00:00 \(annual\)' 'in words'
exits 0 'another window' medi-roster conflicts --from 2026-10-06
medi-roster leave drop -q D1 --from 2026-10-05
medi-roster closure add -q 停电 --day 2026-10-06
is "$(found)" 'A3 store S01 holiday' 'a closed day'
medi-roster closure drop -q --day 2026-10-06
medi-roster shift add -q D2 --day 2026-10-05 --from 12:00 --to 18:00
is "$(found)" 'A2 doctor D2 shift' 'a shift'
medi-roster shift drop -q D2 --day 2026-10-05
medi-stock equipment fault -q M1 --what 不出光 --staff D1 >/dev/null
is "$(found)" 'A4 device M1 device-fault' 'a machine that stands still'
exits 0 'moved to another' medi-roster move A4 --device any
is "$(found)" '' 'and all is well'
medi-staff licence -q D2 --kind physician --number Z2 --to 2026-12-01
is "$(found)" 'A5 doctor D2 operator-licence' 'a licence that ends before'
medi-staff licence -q D2 --kind physician --number Z2 --to 2030-12-31
medi-roster resource edit -q R1 --to 2026-10-04
is "$(found | sed 's/;/\n/g' | grep -c 'room R1 room')" "$(ask "SELECT COUNT(*) FROM appointment WHERE store_id = 1 AND room = 'R1'")" 'a room that is not used any more'
printf 'store,code,name,to_on\nS01,R1,治疗室1,\n' | medi-db import -q rooms - >/dev/null
medi-staff edit -q N1 --left-on 2026-10-05
is "$(found | sed 's/;/\n/g' | head -1)" 'A3 nurse N1 left' 'who has left'
printf 'code,name,role,left_on\nN1,护士一,nurse,\n' | medi-db import -q staff - >/dev/null
medi-db store edit -q S02 --hours '12:00-18:00'
is "$(found)" '' 'what is another store'\''s is not listed'
unset MEDI_STORE
is "$(found)" 'A6 store S02 hours' 'but is with the chain'
book C7 P1 --at '2026-10-09 10:00' --doctor D1 --code A7
printf 'store,code,client,project,doctor,starts_at,ends_at\nS01,A8,C8,P1,D1,2026-10-09 10:15,2026-10-09 10:45\n' | medi-db import -q appointments - >/dev/null
is "$(found -s S01)" 'A7 doctor D1 taken;A8 doctor D1 taken' 'what was imported over another'
run medi-db check
like "$out" 'appointment_overlap_doctor' 'which check finds as well'
