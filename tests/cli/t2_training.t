#!/bin/bash
# T2: the training plan by role: sessions, who was there, assessments, and who lacks what in the current period.
. "$(dirname "$0")/lib.sh"
clinic
printf '%s\n' 'code,name,role,store,hired_on,left_on' 'M1,周经理,manager,S01,2024-01-01,' 'D2,吴医生,doctor,S01,2024-01-01,2026-09-30' 'D3,郑医生,doctor,S02,2026-11-01,' |
    medi-db import -q staff - >/dev/null
printf 'code,name,role,store\nD1,张医生,doctor,S01\nN1,李护士,nurse,S01\nK1,王咨询,consultant,\n' | medi-db import -q staff - >/dev/null
no() { # NAME PATTERN COMMAND…
    local name=$1 pattern=$2 before
    shift 2
    before=$(everything)
    exits 3 "$name" "$@" --lang en
    like "$err" "$pattern" "$name: says why"
    one_line "$name"
    is "$(everything)" "$before" "$name: nothing is written"
}
# due: "code store staff:training,…" in order
due() {
    run medi-staff due --no-header "$@"
    out="$code $(printf '%s\n' "$out" | awk -F '\t' 'NF > 1 { printf "%s%s:%s", (NR > 1 ? " " : ""), $2, $5 }')"
}

# Thursday 1 October 2026: the first day of a month and of a quarter, the fourth of a week
due -s S01
is "$out" '1 D1:technique N1:technique D1:case-assessment N1:case-assessment D1:case-review D1:emergency-drill M1:emergency-drill N1:emergency-drill N1:skill-check' 'due: by role, of a store; not who has left'
due
is "$out" '1 K1:case-assessment K1:case-review K1:emergency-drill D1:technique N1:technique D1:case-assessment N1:case-assessment D1:case-review D1:emergency-drill M1:emergency-drill N1:emergency-drill N1:skill-check' 'due: who works in all stores is under *; not who is not here yet'
due --training case-review
is "$out" '1 K1:case-review D1:case-review' 'due of one entry'
run medi-staff due --training case-review -s S01 --no-header --lang en
is "$out" $'S01\tD1\t张医生\tdoctor\tcase-review\t'$'the cases of the week are gone through\t0\t1\tweek\t2026-10-04\t3' 'due: how often, until when'
due -s S01 --within 3
is "$out" '1 D1:case-review' 'due within three days: what the week needs'
due -s S01 --within 2
is "$out" '0 ' 'due within two days: nothing'
exits 3 'no such entry' medi-staff due --training surfing --lang en
like "$err" 'surfing: no such training; there are: technique,' 'no such entry: says which there are'

# ---- sessions ----
exits 0 'train' medi-staff train technique -s S01 --at '2026-10-01 08:00' --minutes 60 --trainer D1
is "$out" TR20261001-0001 'train: its code'
is "$(ask "SELECT topic FROM training")" 技术培训 'train: the topic is that of the kind'
no 'an unknown kind' 'surfing: no such training' medi-staff train surfing -s S01
no 'a trainer who left' 'D2: does not work here any more' medi-staff train technique -s S01 --trainer D2
exits 2 'no store' medi-staff train technique
exits 0 'many at once' medi-staff attend TR20261001-0001 -s S01 D1 N1=90
due -s S01 --training technique
is "$out" '0 ' 'attended: nobody lacks it'
MEDI_NOW=2026-10-31T23:59:59+08:00 due -s S01 --training technique
is "$out" '0 ' 'to the last second of the month'
MEDI_NOW=2026-11-01T00:00:00+08:00 due --training technique
is "$out" '1 D1:technique N1:technique D3:technique' 'and in November again, the new doctor too'
exits 0 'the same again' medi-staff attend TR20261001-0001 -s S01 D1 N1=90 --lang en
is "$err" 'medi-staff: D1: nothing to change
medi-staff: N1: nothing to change' 'the same again: changes nothing'
exits 0 'was excused after all' medi-staff attend TR20261001-0001 -s S01 N1 --state excused
is "$(ask "SELECT state || COALESCE(CAST(score AS TEXT), '') FROM attendance a JOIN staff s ON s.id = a.staff_id WHERE s.code = 'N1'")" excused 'the last word counts'
due -s S01 --training technique
is "$out" '1 N1:technique' 'who was excused still lacks it'
no 'all or none' 'N9: no such staff' medi-staff attend TR20261001-0001 -s S01 N1 N9
no 'who had left' 'D3: works here from 2026-11-01 on' medi-staff attend TR20261001-0001 -s S01 D3
no 'no such training' 'training TR9: not in store S01' medi-staff attend TR9 -s S01 N1
no 'of another store' 'training TR20261001-0001: not in store S02' medi-staff attend TR20261001-0001 -s S02 N1
no 'a score above 100' 'score' medi-staff attend TR20261001-0001 -s S01 N1=101
no 'a score for who was not there' 'who was not there has no score' medi-staff attend TR20261001-0001 -s S01 N1=50 --state absent
medi-staff train -q emergency-drill -s S01 --code TR-A --at '2026-10-02 18:00' >/dev/null
no 'tomorrow' 'training TR-A: lies ahead' medi-staff attend TR-A -s S01 D1

# ---- with a mark ----
medi-staff train -q case-assessment -s S01 --code TR-B --at '2026-10-01 08:30' >/dev/null
medi-staff attend -q TR-B -s S01 D1=79 N1=80 K1
is "$(ask "SELECT s.code || COALESCE(passed, 9) FROM attendance a JOIN staff s ON s.id = a.staff_id JOIN training t ON t.store_id = a.store_id AND t.id = a.training_id WHERE t.code = 'TR-B' ORDER BY 1" | joined)" 'D10,K19,N11' 'passed from 80 on; without a score neither'
due --training case-assessment
is "$out" '1 K1:case-assessment D1:case-assessment' 'who failed lacks it'

# ---- assessments ----
person nurse1 nurse '' N1
person boss manager '' M1
exits 0 'assess' medi-staff assess N1 --kind skill --score 80 --reviewer D1 --note 操作规范
is "$out" R20261001-0001 'assess: its code'
due -s S01 --training skill-check
is "$out" '0 ' 'shown by an assessment'
exits 0 'who runs it assesses' as boss medi-staff assess N1 --kind service --score 100 --day 2026-09-30
is "$(ask "SELECT p.code FROM review r JOIN staff p ON p.id = r.reviewer_id WHERE kind = 'service'")" M1 'who runs it assesses'
no 'oneself' 'M1: nobody assesses their own work' as boss medi-staff assess M1 --kind conduct --score 100
no 'a reviewer nobody knows' "your account is nobody's of the staff; say --reviewer" medi-staff assess N1 --kind skill --score 80
no 'a reviewer who left' 'D2: does not work here any more' medi-staff assess N1 --kind skill --score 80 --reviewer D2
no 'tomorrow' '--day: lies ahead' medi-staff assess N1 --kind skill --score 80 --day 2026-10-02 --reviewer D1
no 'above a hundred' 'score' medi-staff assess N1 --kind skill --score 101 --reviewer D1
exits 2 'no score' medi-staff assess N1 --kind skill --reviewer D1
exits 3 'a nurse assesses nobody' as nurse1 medi-staff assess D1 --kind skill --score 1 --lang en

# ---- each store by its own calendar ----
medi-db store edit -q S02 --zone America/New_York
MEDI_NOW=2026-11-01T00:30:00+08:00 due -s S02 --training technique # it is still October there
is "$out" '0 ' "the store's own day"
MEDI_NOW=2026-11-02T00:30:00+08:00 due -s S02 --training technique
is "$out" '1 D3:technique' 'and then November'

exits 0 'no rule is broken' medi-db check
for kind in stores staff trainings attendances reviews; do medi-db export "$kind" -q >"$kind.tsv"; done
use second
init second
for kind in stores staff trainings attendances reviews; do medi-db import -q "$kind" "$kind.tsv" >/dev/null; done
for kind in trainings attendances reviews; do
    medi-db export "$kind" -q | cmp -s - "$kind.tsv"
    ok $? "$kind: out, in, out: the same bytes"
done
