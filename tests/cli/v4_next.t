#!/bin/bash
# V4: each command that next suggests is one that can be run: by the role that it names, with its capitals filled in, in a dry
# run. Every gate that has a command is closed here once.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=tests/cli/data/gated.sh
. "$top/tests/cli/data/gated.sh"
gated
for role in front-desk consultant nurse; do person "$role" "$role" S01; done
printf 'code,name,role\nD3,孙医生,doctor\nM1,吴经理,manager\n' | import staff
(
    unset MEDI_STORE # projects, forms, licences, indications are the chain's
    person buyer buyer
    person manager manager '' M1
)
printf 'staff,kind,number,scope,store,valid_from\nD3,physician,Z3,皮肤病与性病专业,S01,2015-01-01\n' | import licences
person doctor doctor S01 D3 # who may assess, whatever is wrong with the licence of D1, the doctor of the visit
printf 'project,amount_fen,floor_fen,valid_from\nP1,100000,50000,2026-01-01\n' | import prices
printf 'code,name,kind,department,device_kind,contract,consent\nP3,缝合,surgery,美容皮肤科,,0,\n' | import projects
printf 'store,code,name,kind,calibrate\nS01,E2,二号,ipl,0\n' | import equipment

fill() { # COMMAND OF NEXT, with what a person would put for the capitals
    printf '%s\n' "$1" | sed -E "s/ FORM\b/ F9/; s/ N\b/ 9/; s/ NAME\b/ 李四/; s/ DAY\b/ 2027-01-01/; s/ NUMBER\b/ Z9/
        s/ TEXT\b/ 美容皮肤科/; s/ LEVEL\b/ 门诊部/; s/ GRADE\b/ 1/; s/ PAPER\b/ 档案1/; s/ VERDICT\b/ fit/; s/ RESULT\b/ normal/
        s/ STAFF\b/ D1/; s/ DEVICE\b/ E1/; s/--birthday 2027/--birthday 1990/"
}
suggested='' seen=''
suggests() { # NAME GATE [OPTION…]: the commands of that gate, run as they stand
    local name=$1 gate=$2 rows who command
    shift 2
    rows=$(visit next V1 --no-header "$@" 2>/dev/null | awk -F '\t' -v gate="$gate" '$2 == gate { print $5 "\t" $6 }')
    [ -n "$rows" ]
    ok $? "$name: $gate is closed"
    while IFS=$'\t' read -r who command; do
        command=$(fill "$command")
        run as "$who" bash -c "$command -n"
        case "$command" in
        'medi-visit treat '*) is "$code" 0 "$name: $who may run: $command, and nothing else is missing" ;;
        *) is "$code" 0 "$name: $who may run: $command" ;;
        esac
        case "$command" in *' '[A-Z][A-Z][A-Z]*) ok 1 "$name: capitals left: $command" ;; esac
    done <<<"$rows"
    suggested="$suggested $gate"
}
meddled() { # NAME GATE CLOSE OPEN [OPTION…]
    local name=$1 gate=$2 open=$4
    change "$3"
    shift 4
    suggests "$name" "$gate" "$@"
    change "$open"
}
set_back() { # NAME GATE TABLE COLUMN VALUE WHERE [OPTION…]
    local name=$1 gate=$2 table=$3 column=$4 value=$5 where=$6 was
    shift 6
    was=$(ask "SELECT $column FROM $table WHERE $where")
    was=${was:+"'$was'"}
    meddled "$name" "$gate" "UPDATE $table SET $column = $value WHERE $where" \
        "UPDATE $table SET $column = ${was:-NULL} WHERE $where" "$@"
}

# ---- on the way, from nothing to all ----
for gate in assessment exam contract consent product-unchecked; do suggests 'nothing is there' $gate -p P1; done
opened
is "$(missing)" '' 'all is there'

# ---- each of the others, closed and opened again (20727 is 2026-10-01) ----
set_back 'no licence of the store' store-licence store licence_no NULL "code = 'S01'" -p P1
set_back 'it is over' store-licence store licence_to 20726 "code = 'S01'" -p P1
set_back 'no such department' store-department store departments "'医疗美容科'" "code = 'S01'" -p P1
set_back 'no such level' store-level project grade 3 "code = 'P1'" -p P1
suggests 'surgery of no grade' store-level -p P3
set_back 'no birthday' birthday client birthday NULL "code = 'C1'" -p P1
set_back 'a minor' guardian client birthday 14154 "code = 'C1'" -p P1
set_back 'the assessor has no licence any more' assessment-doctor licence valid_to 20726 "number = 'Z1'" -p P1
set_back 'not in person' assessment-person assessment in_person 0 '1 = 1' -p P1
set_back 'put off' assessment-postponed assessment verdict "'postponed'" '1 = 1' -p P1
meddled 'it held until yesterday' assessment-expired 'UPDATE assessment SET valid_to = 20726, day = 20720' \
    'UPDATE assessment SET valid_to = 20727, day = 20727' -p P1
set_back 'the examination is old' exam-expired exam day 20700 '1 = 1' -p P1
set_back 'the examination is abnormal' exam-abnormal exam result "'abnormal'" '1 = 1' -p P1
set_back 'it has no result' exam-pending exam result "'pending'" '1 = 1' -p P1
for state in draft reviewed; do
    meddled "not signed: $state" contract "UPDATE contract SET state = '$state', signed_at = NULL" \
        "UPDATE contract SET state = 'signed', signed_at = at" -p P1
done
set_back 'no form' form consent_form valid_to 20726 "code = 'F2'" -p P1
set_back 'another version' consent-version signature form_id 1 '1 = 1' -p P1
set_back 'signed later' consent-late signature signed_at 'signed_at + 60' '1 = 1' -p P1
set_back 'taken back' consent-withdrawn signature withdrawn_at signed_at '1 = 1' -p P1
set_back 'no operator' operator visit doctor_id NULL "code = 'V1'" -p P1
set_back 'the licence is over' operator-licence licence valid_to 20726 "number = 'Z1'" -p P1
set_back 'the licence is of another place' operator-place licence store_id 2 "number = 'Z1'" -p P1
set_back 'the licence is for something else' operator-scope licence scope "'口腔专业'" "number = 'Z1'" -p P1
set_back 'the licence of the nurse is over' nurse-licence licence valid_to 20726 "number = 'Z2'" -p P1 --nurse N1
suggests 'no such device' device -p P1 --device E9
set_back 'two devices and none named' device equipment kind "'laser'" "code = 'E2'" -p P1
set_back 'a fault that nobody wrote down' device-fault equipment state "'fault'" "code = 'E1'" -p P1
for state in open repairing; do
    medi-stock equipment fault E1 --what 不出光 --staff N1 >/dev/null
    [ "$state" = open ] || medi-stock equipment repair GZ20261001-0001 --by 甲厂
    suggests "a fault: $state" device-fault -p P1
    change 'DELETE FROM fault'
done
change "UPDATE equipment SET state = 'ok'"
medi-stock equipment plan E1 季检 --every 30 --from 2026-08-01 --blocks yes
suggests 'not maintained' device-maintenance -p P1
change 'DELETE FROM maintenance_plan'
set_back 'never calibrated' device-calibration calibration passed 0 "code = 'CL1'" -p P1
set_back 'off its indication' product-indication indication project_id "(SELECT id FROM project WHERE code = 'P2')" '1 = 1' -p P1
change "UPDATE item SET controlled = 1 WHERE code = 'I1'"
suggests 'controlled, and checked by nobody else' product-second -p P1
change "UPDATE item SET controlled = 0 WHERE code = 'I1'"
set_back 'not confirmed' product-unconfirmed product_check confirmed_at NULL '1 = 1' -p P1
is "$(missing)" '' 'all is there again'

# ---- none was forgotten: every gate of the manual that has a command in next ----
without='unfit device-kind device-life product product-expired product-recalled product-quarantined product-opened product-short product-unit'
for gate in $(sed -n 's/^\.It Li \([a-z-]*\) Ta .* Ta .*/\1/p' "$top/share/man/medi-visit-treat.mdoc"); do
    case " $suggested $without " in *" $gate "*) seen="$seen." ;; *) ok 1 "$gate: its command was not tried" ;; esac
done
is "$((${#seen} >= 40))" 1 "of all gates"
exits 0 'nobody wrote anything' medi-db check integrity
