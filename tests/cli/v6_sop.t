#!/bin/bash
# V6: the standard procedure: 12 stages and 68 actions, what a visit has of them, a month's conformance, the worst.
. "$(dirname "$0")/lib.sh"
clinic
export MEDI_STORE=S01

exits 0 'the pack' env MEDI_DB="$(at none)" medi-visit sop list --no-header
is "$(printf '%s\n' "$out" | wc -l)" 68 'the pack: 68 actions'
is "$(printf '%s\n' "$out" | cut -f2 | uniq | joined)" '接待,需求,风险告知,方案,合同,建档,检查,术前准备,操作,术后护理,随访,评估' 'the pack: 12 stages in their order'
is "$(printf '%s\n' "$out" | awk -F '\t' '$3 == "" || $4 == "" || $5 == "" || $6 == "" || $7 == ""' | wc -l)" 0 'the pack: each has words, role and evidence'
is "$(printf '%s\n' "$out" | grep -P '\tcare.observe\t')" "$(printf 'care\t术后护理\tcare.observe\t留观\tobserve the client\tnurse\tdone\t60 minutes\ttreatment.ended\t\t')" 'the pack: a row'
is "$(medi-visit sop list --kind surgery --no-header | grep -P '\tcare.observe\t|\toperation.count\t' | cut -f3,8 | joined ' ')" "$(printf 'operation.count\t30 minutes care.observe\t120 minutes')" 'a kind of projects: changed and added'
exits 2 'no such kind' medi-visit sop list --kind magic

# a pack that is wrong is refused wherever it is asked for, with its line
mkdir -p own/sop
cp "$top/share/medi/sop.yaml" own/
sed -i 's/evidence: care.told/evidence: care.toldd/' own/sop.yaml
exits 3 'an action that nothing decides' env MEDI_CONFIG=own medi-visit sop list --lang en
like "$err" 'sop.yaml:[0-9]+: care.advice: care.toldd: no such fact, so that nothing would decide it; did you mean care.told' 'an action that nothing decides: says which'
one_line 'an action that nothing decides'
rm own/sop.yaml
printf '%s\n' 'says: ours' 'projects: [P1]' 'drop: [care.observe]' >own/sop/ours.yaml
is "$(MEDI_CONFIG=own medi-visit sop list --project P1 --no-header | wc -l)" 67 'a project of its own: without the action that it drops'
is "$(MEDI_CONFIG=own medi-visit sop list --project P2 --no-header | wc -l)" 68 'a project of its own: no other'

# ---- a visit ----
printf '%s\n' 'staff,kind,number,valid_from,valid_to' 'D1,physician,L1,2020-01-01,2030-01-01' | medi-db import -q licences - >/dev/null
printf '%s\n' 'store,code,client,arrived_at,seen_at,left_at,purpose,doctor,consultant,status' \
    'S01,V1,C1,2026-09-30 10:00,2026-09-30 10:20,2026-09-30 12:00,consult,D1,K1,finished' \
    'S01,V2,C2,2026-10-01 08:55,,,other,,,arrived' \
    'S01,V3,C2,2026-10-01 08:00,,,other,,,cancelled' | medi-db import -q visits - >/dev/null
printf '%s\n' 'store,code,client,visit,project,doctor,nurse,started_at,ended_at' \
    'S01,T1,C1,V1,P1,D1,N1,2026-09-30 11:00,2026-09-30 11:30' | medi-db import -q treatments - >/dev/null
state() { medi-visit sop show "$1" --all --no-header -q | awk -F '\t' -v action="$2" '$2 == action { print $5 }'; }
is "$(state V1 reception.greet)" missing 'not done: missing'
exits 0 'done' medi-visit sop 'done' V1 reception.greet reception.identity --at '2026-09-30 10:02' --staff N1 --proof 'sheet 1'
is "$(state V1 reception.greet)" 'done' 'done: in time'
exits 0 'done late' medi-visit sop 'done' V1 care.observe --at '2026-09-30 12:31' --staff N1
is "$(state V1 care.observe)" late 'done late: late'
exits 0 'the visit' medi-visit sop show V1 --lang en
like "$out" "^reception	reception.greet	迎宾接待	front-desk	done	2026-09-30T10:02:00\+08:00	2026-09-30T10:03:00\+08:00	N1	N1	$" 'the visit: when, by whom, until when'
like "$out" '^reception	reception.wait	.*	late	2026-09-30T10:20:00\+08:00	2026-09-30T10:15:00' 'the visit: a wait that was too long'
like "$out" '^operation	operation.started	.*	done	.*	D1	D1	P1$' 'the visit: what is of a treatment says of which project'
like "$err" '^medi-visit: V1: [0-9]+ of [0-9]+ in time, [0-9]+ late, [0-9]+ missing; -[0-9.]+ points of 95 %, off the target$' 'the visit: its conformance, and that it is off'
is "$(printf '%s\n' "$out" | grep -c 'not-applicable')" 0 'the visit: what does not apply is left out'
like "$(medi-visit sop show V1 --all -q)" 'not-applicable' 'the visit: and is there with --all'
is "$(medi-visit sop show V1 --all -q --no-header | wc -l)" 70 'the visit: with --all everything there is'
is "$(state V2 reception.greet)" missing 'a visit that is under way: what was due is missing'
is "$(state V2 reception.identity)" not-due 'a visit that is under way: the rest is not due'
is "$(medi-visit sop show V1 -q --no-header --as-of '2026-09-30T10:01:00+08:00' | awk -F '\t' '$2 == "reception.greet" { print $5 }')" not-due 'as of then: it was not done and not due'

exits 3 'an action that a record decides' medi-visit sop 'done' V1 contract.signed --lang en
like "$err" 'contract.signed: is decided by a record \(contract.signed\), and not by saying so' 'an action that a record decides: says so'
exits 3 'an unknown action' medi-visit sop 'done' V1 reception.great --lang en
like "$err" 'reception.great: no such action; did you mean reception.greet' 'an unknown action: the nearest'
exits 3 'twice' medi-visit sop 'done' V1 reception.greet --lang en
like "$err" 'reception.greet: was said to be done already; nothing is overwritten' 'twice: refused'
exits 3 'twice in one run' medi-visit sop 'done' V1 record.filed record.filed --lang en
is "$(ask "SELECT COUNT(*) FROM sop_done WHERE action = 'record.filed'")" 0 'twice in one run: nothing is written'
exits 3 'an action of other projects' medi-visit sop 'done' V1 operation.count --lang en
like "$err" 'operation.count: does not apply to V1' 'an action of other projects: says so'
exits 3 'one of several is wrong' medi-visit sop 'done' V1 record.filed contract.signed
is "$(ask "SELECT COUNT(*) FROM sop_done WHERE action = 'record.filed'")" 0 'one of several is wrong: none is written'
exits 3 'ahead' medi-visit sop 'done' V1 record.filed --at '2026-10-02 10:00' --lang en
like "$err" 'lies ahead' 'ahead: refused'
exits 3 'before the arrival' medi-visit sop 'done' V1 record.filed --at '2026-09-30 09:59' --lang en
like "$err" "lies before the client's arrival" 'before the arrival: refused'
exits 3 'a cancelled visit' medi-visit sop 'done' V3 reception.greet
exits 3 'a cancelled visit, shown' medi-visit sop show V3
exits 3 'no such visit' medi-visit sop show V9 --lang en
like "$err" 'S01 V9: no such visit' 'no such visit: says so'
exits 2 'without a store' env -u MEDI_STORE medi-visit sop show V1
exits 0 'a dry run' medi-visit sop 'done' V1 record.filed -n
is "$(ask "SELECT COUNT(*) FROM sop_done")" 3 'a dry run: nothing is written'
like "$(medi-audit log -s S01 -q --no-header | tail -1)" 'sop done' 'the log has it'

# whose account it is, did it
person li nurse S01 N1
exits 0 'by an account' as li medi-visit sop 'done' V1 risk.leaflet --at '2026-09-30 10:50'
is "$(ask "SELECT s.code FROM sop_done AS d JOIN staff AS s ON s.id = d.staff_id WHERE d.action = 'risk.leaflet'")" N1 'by an account: its member of the staff'
exits 3 'another store' as li medi-visit sop show V1 -s S02

# 16 at once: one of them
for i in $(seq 16); do
    medi-visit sop 'done' V1 preparation.verify --at "2026-09-30 10:5$((i % 10))" 2>/dev/null >/dev/null && echo took >>race &
done
wait
is "$(wc -l <race)" 1 'sixteen at once: one said it'
is "$(ask "SELECT COUNT(*) FROM sop_done WHERE action = 'preparation.verify'")" 1 'sixteen at once: one row'

# ---- a month ----
exits 0 'a month' medi-visit sop report --from 2026-09-01 --to 2026-10-01 --no-header
is "$(printf '%s\n' "$out" | cut -f1 | joined)" 'reception,needs,risk,record,examination,preparation,operation,care' 'a month: the stages that had anything due, in their order'
sum() { awk -F '\t' -v a="$1" -v b="$2" '{ x += $a; y += $b } END { print x, y }'; }
whole=$(printf '%s\n' "$out" | sum 4 5)
for cut in store month project staff action visit 'store,action' 'project,staff,stage' ; do
    medi-visit sop report --from 2026-09-01 --to 2026-10-01 --by "$cut" -o csv >cut.csv
    is "$(awk -F , 'NR == 1 { for (i = 1; i <= NF; i++) { if ($i == "conformance_numerator") a = i; if ($i == "conformance_denominator") b = i }; next } { x += $a; y += $b } END { print x, y }' cut.csv)" "$whole" "a month by $cut: the same whole"
done
# shellcheck disable=SC2046 # two numbers, two words
set -- $(medi-visit sop show V1 -q --no-header | awk -F '\t' '$5 == "done" { d++ } $5 == "late" || $5 == "missing" { w++ } END { print d, d + w }')
is "$whole" "$1 $2" 'a month of one visit: what the visit has'
exits 0 'the worst' medi-visit sop report --from 2026-09-01 --to 2026-10-01 --by action --worst 3 --no-header
is "$(printf '%s\n' "$out" | wc -l)" 3 'the worst: three'
is "$(printf '%s\n' "$out" | cut -f3 | sort -u)" 0.000000 'the worst: none of them was done'
medi-db config set -q sop.target 0 && medi-db config set -q sop.tolerance 100
is "$(medi-visit sop report --from 2026-09-01 --to 2026-10-01 --by store -o tsv --no-header | awk '{ print $NF }')" 0 'a target that it meets: not off'
medi-db config set -q sop.target 95 -s S01 && medi-db config set -q sop.tolerance 2 -s S01
is "$(medi-visit sop report --from 2026-09-01 --to 2026-10-01 --by store -o tsv --no-header | awk '{ print $NF }')" 1 "the store's own target: off"
exits 0 'nothing in the window' medi-visit sop report --from 2020-01-01 --to 2020-02-01 --lang en
is "$err" 'medi-visit: no records in this window' 'nothing in the window: says so'
exits 1 'rows as an answer' medi-visit sop report --from 2026-09-01 --to 2026-10-01 --exit-code
exits 2 'an unknown cut' medi-visit sop report --by week --lang en
like "$err" '^medi-visit: --by: week: must be store, month' 'an unknown cut: which there are'
exits 2 'a window the wrong way' medi-visit sop report --from 2026-09-02 --to 2026-09-01
exits 2 'no worst' medi-visit sop report --worst 0
like "$(medi-visit sop report --from 2026-09-01 --to 2026-10-01 --by store -o json)" '"conformance":0\.[0-9]{6},"conformance_numerator":[0-9]+,"conformance_denominator":[0-9]+,' 'as JSON: a ratio with its parts'

# export and import again
medi-db export sop_dones -q -o csv >dones.csv
exits 0 'the same rows again' medi-db import sop_dones dones.csv
is "$(counts)" '5 0 0 5 0' 'the same rows again: nothing new'
is "$(medi-db check --no-header | grep -v '^treatment_without_')" '' 'the database holds, but for the papers that were never there'
