#!/bin/bash
# V4: treat refuses, naming every missing thing, until each gate is open; to the second; and what an emergency may pass.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=tests/cli/data/gated.sh
. "$top/tests/cli/data/gated.sh"
gated
treat() { visit treat V1 -p P1 --operator D1 "$@"; }
refused() { # NAME CODES [OPTION…]: by exactly these gates, in one line, nothing written
    local name=$1 codes=$2 before
    shift 2
    before=$(everything)
    exits 3 "$name" treat "$@"
    is "$(printf '%s\n' "$err" | grep -oE '(: |; )[a-z-]+: ' | tr -d ';: ' | grep -v '^missing' | tr '\n' ' ')" "$codes " "$name: by its gates"
    one_line "$name"
    is "$(everything)" "$before" "$name: nothing written"
}

# ---- all that is missing, in one line; next is the same list with who brings what ----
refused 'nothing is there' 'assessment exam contract consent product-unchecked'
run visit next V1 -p P1 -o csv --no-header
is "$code" 1 'next: exit 1'
is "$(printf '%s\n' "$out" | cut -d, -f2 | tr '\n' ' ')" 'assessment exam contract consent product-unchecked ' 'next: the same, in order'
is "$(printf '%s\n' "$out" | awk -F, '{ print $(NF - 1) }' | tr '\n' ' ')" 'doctor nurse consultant doctor nurse ' 'next: by whom'
like "$out" 'medi-visit consent V1 --project P1 --form F2 --signer client --proof PAPER -s S01' 'next: the command to run'
run visit next V1
is "$code" 2 'next: a visit that is about nothing yet'
no_visit() { visit next V9; }
exits 3 'next: no such visit' no_visit

# ---- the commands of next, in their order, open one after the other ----
exits 0 'the assessment' visit assess V1 -p P1 --doctor D1 --in-person --verdict fit
refused 'assessed' 'exam contract consent product-unchecked'
is "$(visit next V1 --no-header | cut -f1,2 | tr '\t\n' '  ')" 'P1 exam P1 contract P1 consent P1 product-unchecked ' 'next: of itself what the visit is about'
exits 0 'the examination' visit exam V1 --kind blood --result normal --staff D1
contracted HT1 C1 P1
refused 'examined and contracted' 'consent product-unchecked'
exits 3 'a version that is not in force' visit consent V1 -p P1 --form F1 --proof x
like "$err" 'consent-version: F1 is not in force on that day, F2 is' 'a version that is not in force: says so'
exits 3 'a project without a form' visit consent V1 -p P2 --proof x
exits 2 'no proof' visit consent V1 -p P1
exits 2 'a guardian without a name' visit consent V1 -p P1 --signer guardian --proof x
exits 3 'signed ahead' visit consent V1 -p P1 --proof x --at 2026-10-01T09:00:01+08:00
run visit consent V1 -p P1 --staff D1 --proof 档案1
is "$code" 0 'the consent'
signature=$out
refused 'consented' 'product-unchecked'
exits 3 'a lot that is not there' visit verify-product V1 -p P1 --item I1 --lot L9
run visit verify-product V1 -p P1 --item I1 --lot L1
is "$code" 0 'the product'
check=$out
refused 'checked' 'product-unconfirmed'
exits 0 'confirmed' visit verify-product --confirm "$check"
exits 3 'confirmed twice' visit verify-product --confirm "$check"
like "$err" "$check: was confirmed already" 'confirmed twice: says so'
exits 0 'next: nothing is missing' visit next V1 -p P1
exits 0 'and treat would go' treat -n

# ---- each of the others, closed and opened again (20727 is 2026-10-01) ----
closed() { # NAME CODES CLOSE OPEN: two statements
    change "$3"
    refused "$1" "$2"
    change "$4"
    is "$(missing 2>/dev/null)" '' "$1: open again"
}
set_back() { # NAME CODES TABLE COLUMN VALUE WHERE: and what it was
    local was
    was=$(ask "SELECT $4 FROM $3 WHERE $6")
    was=${was:+"'$was'"}
    closed "$1" "$2" "UPDATE $3 SET $4 = $5 WHERE $6" "UPDATE $3 SET $4 = ${was:-NULL} WHERE $6"
}
set_back 'the store has no licence any more' store-licence store licence_to 20726 "code = 'S01'"
set_back 'the store has no number' store-licence store licence_no NULL "code = 'S01'"
set_back 'the store does not do that' store-department store departments "'医疗美容科'" "code = 'S01'"
set_back 'the store may not do that' store-level project grade 3 "code = 'P1'"
set_back 'no birthday' birthday client birthday NULL "code = 'C1'"
set_back 'a minor: 18 tomorrow' 'contract guardian' client birthday 14154 "code = 'C1'"
set_back 'the licence is another' operator-licence project licence "'chief-physician'" "code = 'P1'"
set_back 'the licence is of another place' 'assessment-doctor operator-place' licence store_id 2 "number = 'Z1'"
set_back 'the licence is for something else' 'assessment-doctor operator-scope' licence scope "'口腔专业'" "number = 'Z1'"
set_back 'the licence is not valid yet' 'assessment-doctor operator-licence' licence valid_from 20728 "number = 'Z1'"
set_back 'the licence is over' 'assessment-doctor operator-licence' licence valid_to 20726 "number = 'Z1'"
set_back 'who does it has left' operator staff left_on 20726 "code = 'D1'"
set_back 'the device has a fault' device-fault equipment state "'fault'" "code = 'E1'"
set_back 'the device is not calibrated' device-calibration calibration valid_to 20726 "code = 'CL1'"
set_back 'the device did not pass' device-calibration calibration passed 0 "code = 'CL1'"
set_back 'off its indication' product-indication indication project_id "(SELECT id FROM project WHERE code = 'P2')" '1 = 1'
set_back 'recalled' product-recalled lot state "'recalled'" "code = 'N1'"
set_back 'in quarantine' product-quarantined lot state "'quarantined'" "code = 'N1'"
set_back 'expired' product-expired lot expires_on 20726 "code = 'N1'"
set_back 'not received yet' product lot received_on 20728 "code = 'N1'"
set_back 'no form is in force' form consent_form valid_to 20726 "code = 'F2'"
set_back 'the contract is cancelled' contract contract state "'cancelled'" "code = 'HT1'"
printf 'store,code,name,kind,calibrate\nS01,E2,二号,laser,0\n' | import equipment
refused 'two devices and none named' device
exits 0 'one is named' treat -n --device E2
printf 'store,code,name,kind,calibrate\nS01,E2,二号,ipl,0\n' | import equipment
refused 'another device' device-kind --device E2
refused 'a device that is not there' device --device E9
refused 'a lot that was not shown to the client' product-unchecked --use I1=20@L2
refused 'more than there is' product-short --use I1=301@L1
exits 3 'who is no nurse' treat --nurse D1
exits 3 'who is no doctor' treat --doctor N1
refused 'a nurse does it' operator-licence --operator N1
refused 'nobody with a licence' operator-licence --operator D2
exits 3 'before the client came' treat --start 2026-10-01T08:29:59+08:00
like "$err" 'the client arrived only at 2026-10-01T08:30:00\+08:00' 'before the client came: says so'
exits 3 'ahead of time' treat --start 2026-10-01T09:00:01+08:00
refused 'before all of it was signed' 'assessment exam contract consent-late product-unchecked' --start 2026-10-01T08:30:00+08:00

# ---- not long ago ----
MEDI_NOW=2026-10-01T09:30:00+08:00
exits 0 'half an hour ago' treat -n --start 2026-10-01T09:00:00+08:00
MEDI_NOW=2026-10-01T09:30:01+08:00
exits 3 'longer ago' treat -n --start 2026-10-01T09:00:00+08:00
like "$err" '^medi-visit: --start: lies more than 30 minutes back \(visit.start_back_minutes\); .*medi-db import treatments$' 'longer ago: says what to do'
medi-db config set -q visit.start_back_minutes 60 -s S01
exits 0 'where the store allows it' treat -n --start 2026-10-01T09:00:00+08:00
medi-db config unset -q visit.start_back_minutes -s S01
MEDI_NOW=2026-10-01T09:00:00+08:00

# ---- an examination has a name that is known ----
exits 3 'an examination nobody knows' visit exam V1 --kind blood-rutine --result normal --staff D1
like "$err" '--kind: blood-rutine: no such examination in exams.yaml; did you mean blood-routine' 'an examination nobody knows: the nearest'
exits 0 'by its Chinese name' visit exam V1 --kind 心电图 --result normal --staff D1
is "$(ask "SELECT kind FROM exam ORDER BY id DESC LIMIT 1")" ecg 'by its Chinese name: is kept by the other'

# ---- what is controlled is checked by two ----
change "UPDATE item SET controlled = 1 WHERE code = 'I1'"
refused 'controlled, and nobody signed for the check' product-second
exits 0 'checked by the operator' visit verify-product V1 -p P1 --item I1 --lot L1 --staff D1 --confirmed
refused 'checked by the operator alone' product-second
like "$err" 'I1 is controlled, and nobody but the operator checked lot L1' 'checked by the operator alone: says so'
exits 0 'checked in the name of the nurse' visit verify-product V1 -p P1 --item I1 --lot L1 --staff N1 --confirmed
refused 'checked in the name of the nurse: nobody signs for another' product-second
person nurse1 nurse S01 N1
exits 0 'checked by the nurse' as nurse1 medi-visit verify-product V1 -p P1 --item I1 --lot L1 --confirmed
exits 0 'checked by two' treat -n
refused 'and of another lot' product-unchecked --use I1=20@L2
change "UPDATE item SET controlled = 0 WHERE code = 'I1'"

# ---- to the second: the doctor's licence ends with 2026-10-01 in the store ----
MEDI_NOW=2026-10-01T23:59:59+08:00
exits 0 'the last second' treat -n
MEDI_NOW=2026-10-02T00:00:00+08:00
refused 'the second after' operator-licence
change 'UPDATE licence SET valid_to = 20728' # a day more: behind the tools' backs, and back below
exits 0 'a day more' treat -n
change "UPDATE licence SET valid_to = 20727 WHERE number = 'Z1'; UPDATE licence SET valid_to = 20819 WHERE number = 'Z2'"
MEDI_NOW=2026-10-01T09:00:00+08:00

# ---- a minor: the guardian signs too ----
change "UPDATE client SET birthday = 14610 WHERE code = 'C1'"
refused 'a minor' 'contract guardian'
like "$err" 'contract HT1 was not signed by the guardian, and C1 is a minor' 'a minor: nor is the contract binding'
change "UPDATE contract SET signer = 'client'"
refused 'a minor signed the contract' 'contract guardian'
change "UPDATE contract SET signer = 'guardian'"
refused 'the guardian signed the contract' guardian
exits 0 'the guardian signs' visit consent V1 -p P1 --signer guardian --guardian '李四, 母亲' --staff D1 --proof 档案2
is "$(holding '李四, 母亲')" '' 'the guardian is sealed'
exits 0 'the guardian has signed' treat -n
change "UPDATE client SET birthday = 7425 WHERE code = 'C1'; UPDATE contract SET signer = NULL"

# ---- consent withdrawn: no emergency passes over it ----
MEDI_NOW=2026-10-01T09:05:00+08:00
exits 0 'the client takes it back' visit consent --withdraw "$signature"
exits 3 'twice' visit consent --withdraw "$signature"
like "$err" "$signature: was withdrawn already" 'twice: says so'
refused 'withdrawn' consent-withdrawn
exits 3 'withdrawn, in an emergency' treat --override 出血
like "$err" 'consent-withdrawn: .*no emergency passes over this' 'withdrawn, in an emergency: says so'
exits 0 'a moment before it held' treat -n --start 2026-10-01T09:04:59+08:00
exits 0 'signed again' visit consent V1 -p P1 --staff D1 --proof 档案3
exits 0 'signed again: open' treat -n

# ---- an emergency: a second person, a record, a finding for ever ----
person boss manager S01
person nurse nurse S01 N1
exits 0 'a check without findings' medi-db check --fail-on error
printf 'project,kind,valid_days\nP1,coagulation,7\n' | import project_exams
refused 'one more examination' exam
before=$(everything)
run treat --override 抢救
is "$code" 75 'an emergency: asks for a second person'
like "$err" 'visit\.override needs a second person: request 1 waits until .*boss.*medi-db request approve 1' 'an emergency: says who'
is "$(ask 'SELECT COUNT(*) FROM treatment')" 0 'an emergency: nothing written but the request'
is "$(ask 'SELECT subject FROM request')" 'S01 V1 P1: exam:coagulation' 'the request names what is missing'
exits 3 'one cannot consent to oneself' medi-db request approve 1
exits 3 'nor can a nurse' as nurse medi-db request approve 1
exits 0 'another can' as boss medi-db request approve 1
run treat --override 另一个理由
is "$code" 75 'another reason is another consent'
run treat --override 抢救 --until 2026-10-01T09:05:00+08:00
is "$code $out" '0 T20261001-0001' 'with the consent it goes'
is "$(ask 'SELECT gates, reason, asked_by, approved_by FROM gate_override')" "exam:coagulation|抢救|$me|boss" 'what was passed over stands in the record'
is "$(ask "SELECT detail FROM log WHERE subject = 'treatment S01 T20261001-0001'")" 'override: exam:coagulation' 'and in the log'
run treat --override 抢救
is "$code" 75 'once'
run medi-db check visit_override --lang en
is "$code" 1 'a finding'
like "$out" 'T20261001-0001.*exam:coagulation: 抢救' 'a finding: names it'
exits 3 'never: an unlicensed hand' treat --operator D2 --override 抢救
like "$err" 'operator-licence: .*no emergency' 'never: says so'
exits 3 'never: more than there is' treat --override 抢救 --use I1=9999@L1
exits 1 'checked' medi-db check --fail-on warning
exits 0 'nobody meddled' medi-audit verify
