#!/bin/bash
# A3: journals are written, judged, corrected and due; waste is weighed and handed over; gaps and bad values are findings.
. "$(dirname "$0")/lib.sh"
clinic
printf 'store,code,name\nS01,R1,治疗室1\nS01,R2,治疗室2\n' | medi-db import -q rooms - >/dev/null
printf 'store,code,name,kind,calibrate\nS01,E1,灭菌器,steriliser,0\nS01,E2,冰箱,fridge,0\n' | medi-db import -q equipment - >/dev/null
export MEDI_STORE=S01
add() { medi-audit journal add "$@" --lang en; }
at_time() { # MOMENT COMMAND…
    local moment=$1
    shift
    env MEDI_NOW="$moment" "$@"
}
due() { run medi-audit journal due -o tsv --no-header "$@"; }
values() { medi-audit journal show "$1" -o csv --no-header; }

# ---- what there is ------------------------------------------------------------------------------------------
exits 0 'journals' medi-audit journal checklist --no-header
ok "$([ "$(printf '%s\n' "$out" | wc -l)" -ge 15 ]; echo $?)" 'journals: many'
exits 0 'a checklist' medi-audit journal checklist fridge --lang en -o csv --no-header
is "$out" 'celsius,the temperature,number,0,2.0 – 8.0 ℃,,药品说明书,0,' 'a checklist: limits, and that their source was not read'
exits 0 'by its Chinese name' medi-audit journal checklist 日巡查 --no-header
exits 2 'an unknown journal' medi-audit journal checklist fridg --lang en
like "$err" 'fridg: no such journal; did you mean fridge\?' 'an unknown journal: the nearest'
one_line 'an unknown journal'

# ---- an entry -------------------------------------------------------------------------------------------------
exits 0 'a good one' add fridge celsius=4.5 -e E2 --staff N1 --code W1
is "$out" W1 'a good one: its number'
is "$(medi-audit journal show W1 -o csv --no-header --lang en)" 'celsius,the temperature,4.5,℃,2.0 – 8.0 ℃,ok' 'a good one: shown'
is "$(ask "SELECT number || ' ' || least || ' ' || most || ' ' || places || verdict FROM journal_value")" '45 20 80 1ok' 'a good one: whole numbers, and the limits in force'
exits 0 'at the limit' add fridge celsius=8 -e E2 --staff N1 --code W2
exits 0 'a bad one' add fridge celsius=8.1 -e E2 --staff N1 --code W3
like "$err" 'celsius: 8\.1: is not good \(2\.0 – 8\.0 ℃\)' 'a bad one: is told, and stands'
is "$(medi-audit journal list --bad --no-header | cut -f2)" W3 'a bad one: is listed as such'
exits 3 'too exact' add fridge celsius=8.11 -e E2 --staff N1
exits 3 'no number' add fridge celsius=warm -e E2 --staff N1
one_line 'no number'
exits 3 'far too large' add fridge celsius=99999999999999999999 -e E2 --staff N1
exits 2 'no value' add fridge celsius= -e E2 --staff N1
exits 2 'no such field' add fridge fahrenheit=40 celsius=4 -e E2 --staff N1
exits 2 'twice' add fridge celsius=4 温度=5 -e E2 --staff N1
exits 2 'no field' add fridge 4.5 -e E2 --staff N1
exits 2 'without the machine' add fridge celsius=4 --staff N1
like "$err" '^medi-audit: --equipment: missing; fridge is about a machine' 'without the machine: says so'
exits 3 'an unknown machine' add fridge celsius=4 -e E9 --staff N1
exits 3 'by nobody' add fridge celsius=4 -e E2 --staff X9
exits 2 'by whom' add fridge celsius=4 -e E2
exits 3 'ahead of time' add fridge celsius=4 -e E2 --staff N1 --at 2026-10-01T10:00
exits 3 'the same number' add fridge celsius=4 -e E2 --staff N1 --code W1
is "$(ask 'SELECT COUNT(*) FROM journal')" 3 'what is refused leaves nothing'
is "$(ask 'SELECT COUNT(*) FROM journal_value')" 3 'and no half of it'

# ---- a cycle ---------------------------------------------------------------------------------------------------
cycle() { add sterilisation cycle=1 load=包 physical=合格 "$@" -e E1 --staff N1; }
exits 2 'without a second person' cycle chemical=pass biological=none released=yes
exits 3 'with oneself' cycle chemical=pass biological=none released=yes --second N1
exits 3 'released though it failed' cycle chemical=fail biological=none released=yes --second D1
like "$err" 'released: yes: but chemical is fail' 'released though it failed: says so'
exits 3 'no such word' cycle chemical=maybe biological=none released=no --second D1
like "$err" 'there are: pass, 合格, fail, 不合格' 'no such word: those that there are'
exits 0 'kept back' cycle chemical=fail biological=none released=no --second D1
exits 0 'released' cycle chemical=pass biological=none released=是 --second D1

# ---- a patrol ---------------------------------------------------------------------------------------------------
points=$(medi-audit journal checklist patrol -o csv --no-header | cut -d, -f1)
exits 2 'a patrol that leaves a point out' add patrol exits=yes --staff N1
# shellcheck disable=SC2046
exits 0 'a patrol' add patrol $(printf '%s=yes ' $points) --staff N1 --code P1
is "$(values P1 | cut -d, -f6 | sort -u)" ok 'a patrol: all is good'
# shellcheck disable=SC2046
exits 0 'a patrol with a point that is not' add patrol $(printf '%s=yes ' $points | sed 's/oxygen=yes/oxygen=no/') --staff N1 --code P2
is "$(values P2 | grep -c ',bad$')" 1 'a patrol with a point that is not: it is bad'

# ---- waste ------------------------------------------------------------------------------------------------------
weigh() { add waste category="$1" source=治疗室 grams="$2" --staff N1 --at "$3" --code "$4"; }
hand() { add waste-handover to=固废中心 manifest=LD1 disposal=焚烧 --staff N1 --second D1 "$@"; }
exits 3 'nothing to hand over' hand grams=1 --code H0
like "$err" 'nothing of the journal waste is open' 'nothing to hand over: says so'
exits 0 'weighed' weigh 损伤性 820 2026-09-29T10:00 A1
exits 0 'weighed' weigh infectious 180 2026-09-30T10:00 A2
due
is "$code $out" $'1 S01\twaste\t\t\topen\t2026-09-29\t2\tA1' 'due: what has to go today'
run at_time 2026-10-01T10:00:01+08:00 medi-audit journal due -o tsv --no-header
is "$(printf '%s\n' "$out" | cut -f5,8 | tr '\t\n' ' ,')" 'late A1,open A2,' 'due: what is late, and what has to go'
run at_time 2026-10-01T10:00:00+08:00 medi-audit journal due -o tsv --no-header
is "$(printf '%s\n' "$out" | cut -f5 | head -1)" open 'due: two days to the second are in time'
exits 0 'handed over, of another weight' hand grams=999 --code H1
like "$err" 'grams: 999: is not good \(= 1000 g\)' 'of another weight: is told'
is "$(ask 'SELECT COUNT(*) FROM journal WHERE closed_by IS NOT NULL')" 2 'handed over: both weighings are closed'
due
is "$code" 0 'due: nothing'
exits 3 'a weighing that went cannot be voided' medi-audit journal void A1 --staff N1 --reason 'wrong' --lang en
like "$err" 'A1: was closed by H1; void that one first' 'a weighing that went: says so'
exits 2 'corrected without a reason' hand grams=1000 --voids H1 --code H2
# shellcheck disable=SC2046
exits 3 'corrected by another journal' add patrol $(printf '%s=yes ' $points) --staff N1 --voids H1 --reason 'wrong'
exits 0 'corrected' hand grams=1000 --voids H1 --reason '抄错重量' --code H2
is "$err" '' 'corrected: the weights agree'
is "$(medi-audit journal list --kind waste-handover --no-header | cut -f2)" H2 'corrected: the old one is not listed'
is "$(medi-audit journal list --kind waste-handover --all --no-header | cut -f2,13,14,15 | tr '\t\n' ' ,')" 'H1  H2 ,H2 H1  抄错重量,' 'corrected: --all has both, and why'
exits 3 'corrected twice' hand grams=1 --voids H1 --reason 'again' --code H3
like "$err" 'H1: was voided by H2 already' 'corrected twice: says so'
exits 0 'taken back' medi-audit journal void H2 --staff N1 --reason '未移交' --lang en
is "$(ask 'SELECT COUNT(*) FROM journal WHERE closed_by IS NOT NULL')" 0 'taken back: what it closed is open again'
exits 0 'of one kind' hand grams=180 category=感染性 --code H4
is "$(medi-audit journal list --kind waste --no-header | cut -f2,12 | tr '\t\n' ' ,')" 'A1 ,A2 H4,' 'of one kind: the other stays'

# ---- what is due --------------------------------------------------------------------------------------------------
exits 2 'a room of what has none' medi-audit journal keep fridge --room R1 --lang en
exits 0 'kept' medi-audit journal keep fridge -e E2 --from 2026-09-01
exits 0 'kept' medi-audit journal keep cleaning --room R1 --from 2026-09-01
cleaning=$out
exits 0 'kept' medi-audit journal keep air --room R2 --from 2026-10-02
due --kind cleaning
is "$code" 0 'nobody came: nothing to clean'
printf 'store,code,client,arrived_at,status\nS01,V1,C1,2026-09-28 10:00,finished\nS01,V2,C1,2026-09-29 10:00,cancelled\n' | medi-db import -q visits - >/dev/null
due --kind cleaning
is "$code $(printf '%s\n' "$out" | cut -f2,3,5,6,7)" $'1 cleaning\tR1\tmissing\t2026-09-28\t3' 'somebody came: missing since that day'
wipe() { add cleaning object=台面 agent=含氯 mg_l=500 minutes=30 --staff N1 "$@"; }
wipe --room R2 --at 2026-09-28T12:00 >/dev/null
due --kind cleaning
is "$code" 1 'another room was cleaned: still missing'
wipe --room R1 --at 2026-09-28T12:00 --code CL1 >/dev/null
due --kind cleaning
is "$code" 0 'it was cleaned: nothing is due'
due --kind fridge
is "$code" 0 'the fridge was read today'
run at_time 2026-10-03T09:00:00+08:00 medi-audit journal due -o tsv --no-header --kind fridge
is "$(printf '%s\n' "$out" | cut -f5,6)" $'missing\t2026-10-02' 'the day after: missing since yesterday'
run at_time 2026-10-02T09:00:00+08:00 medi-audit journal due -o tsv --no-header --kind fridge
is "$(printf '%s\n' "$out" | cut -f5,6)" $'due\t2026-10-02' 'the next day: due'
due -s S02
is "$code" 0 'another store keeps nothing'
exits 2 'stopped, nobody says why' medi-audit journal stop "$cleaning" --lang en
exits 0 'stopped' medi-audit journal stop "$cleaning" --to 2026-09-30 --note '改为外包'
is "$(medi-audit journal duties --no-header | cut -f3 | joined)" air,fridge 'stopped: no longer kept'
is "$(medi-audit journal duties --all --no-header | grep -c .)" 3 'stopped: --all has it'
exits 3 'stop what is not there' medi-audit journal stop TY1 --note '停用'

# ---- findings -------------------------------------------------------------------------------------------------------
run medi-audit run --topic journal --no-record -o tsv --no-header
has() { printf '%s\n' "$out" | grep -qE -- "$1"; ok $? "$2"; }
has 'journal-limit.*W3 celsius' 'a bad value is a finding'
has 'journal-limit.*P2 oxygen' 'a bad point is a finding'
has 'journal-gap.*' 'gaps are a finding'
is "$(printf '%s\n' "$out" | grep -c waste-late)" 0 'no waste is late yet'
run at_time 2026-10-01T10:00:01+08:00 medi-audit run --rule waste-late --no-record -o tsv --no-header
is "$code $(printf '%s\n' "$out" | grep -c A1)" '1 1' 'a second later it is'
printf 'store,code,kind,at,staff\nS01,I1,waste-handover,2026-09-20 10:00,N1\n' | medi-db import -q journals - >/dev/null
printf 'store,journal,name,number,unit\nS01,I1,grams,500,g\n' | medi-db import -q journal_values - >/dev/null
run medi-audit run --topic journal --no-record -o tsv --no-header
has 'waste-weight.*I1' 'imported: a hand-over of what nobody weighed is a finding'
has 'journal-second.*I1' 'imported: by one person alone is a finding'
printf 'store,code,client,visit,project,doctor,started_at,ended_at,status\nS02,T1,C1,,P1,D1,2026-09-30 10:30,2026-09-30 11:00,completed\n' | medi-db import -q treatments - >/dev/null
run env -u MEDI_STORE medi-audit run --topic journal --no-record -o tsv --no-header
has 'waste-none.*S02' 'treatments and no waste: a finding'
has 'journal-unkept.*S02' 'treatments and no journal: a finding'

# ---- who may ----------------------------------------------------------------------------------------------------------
person nia nurse S01 N1
exits 0 'a nurse, whose account it is' as nia medi-audit journal add fridge celsius=5 -e E2 --code W9
is "$(medi-audit journal list --no-header | grep W9 | cut -f7)" N1 'a nurse: is who did it'
run as nia medi-audit journal keep patrol
ok "$([ "$code" != 0 ]; echo $?)" 'a nurse does not say what is kept'
run as nia medi-audit journal list -s S02
ok "$([ "$code" != 0 ]; echo $?)" 'nor sees another store'

# ---- a pack of the clinic -----------------------------------------------------------------------------------------------
mkdir own
pack() { printf 'journals:\n  %s:\n    zh: 试\n    says: a test\n    law: %s\n    fields:\n      x: {zh: 值, says: a value, %s}\n' "$1" "$2" "$3" >own/journals.yaml; }
pack noise '医疗机构管理条例 25' 'type: number, unit: dB, most: 60'
exits 0 'a journal without C' env MEDI_CONFIG=own medi-audit journal add noise x=61 --staff N1 --code NO1 --lang en
like "$err" 'x: 61: is not good' 'a journal without C: is judged'
bad() { # NAME PATTERN
    run env MEDI_CONFIG=own medi-audit journal checklist --lang en
    is "$code" 3 "$1: exit 3"
    like "$err" "$2" "$1: file, line and why"
    one_line "$1"
}
pack noise '医疗机构管理条例 999' 'type: text'
bad 'an unknown article' 'own/journals\.yaml:5: 医疗机构管理条例 999: laws\.yaml has no such article'
pack noise '医疗机构管理条例 25' 'type: colour'
bad 'an unknown type' 'own/journals\.yaml:7: x: type: must be number, text, choice or check'
pack noise '医疗机构管理条例 25' 'type: number'
bad 'no unit' 'own/journals\.yaml:7: x: unit: missing'
pack noise '医疗机构管理条例 25' 'type: number, unit: dB, least: 9, most: 1'
bad 'limits upside down' 'own/journals\.yaml:7: least: is above most'
pack noise '医疗机构管理条例 25' 'type: number, unit: dB, most: 1, source: GB'
bad 'a source, read or not' 'own/journals\.yaml:7: x: confirmed: missing'
pack void '医疗机构管理条例 25' 'type: text'
bad 'a name that is taken' 'own/journals\.yaml:3: void: '
printf 'journals: [\n' >own/journals.yaml
bad 'no YAML' 'own/journals\.yaml:[0-9]+: '
exits 0 'the log has it all' medi-audit verify --deep
