#!/bin/bash
# V3: the assessment by a doctor in person, examinations with their validity, a refusal with its reason.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=tests/cli/data/gated.sh
. "$top/tests/cli/data/gated.sh"
gated
no() { # NAME PATTERN COMMAND…: refused in one line, nothing written
    local name=$1 pattern=$2 before
    shift 2
    before=$(everything)
    exits 3 "$name" "$@"
    like "$err" "$pattern" "$name: says so"
    one_line "$name"
    is "$(everything)" "$before" "$name: nothing written"
}

# ---- who may assess ----
no "a consultant's" 'assessment-doctor: K1 is no doctor \(consultant\)' visit assess V1 -p P1 --doctor K1 --in-person --verdict fit
no 'a doctor without a licence' 'assessment-doctor: D2 has no physician licence' visit assess V1 -p P1 --doctor D2 --in-person --verdict fit
no 'fit, not seen' 'assessment-person: .*--in-person' visit assess V1 -p P1 --doctor D1 --verdict fit
no 'unfit without a reason' '--reason: unfit needs one' visit assess V1 -p P1 --doctor D1 --in-person --verdict unfit
no 'nobody named, and an account of nobody' '.' visit assess V9 -p P1 --doctor D1 --in-person --verdict fit
like "$err" 'V9: this store has no such visit' 'no such visit: says so'
no 'another store' 'V1: this store has no such visit' visit assess V1 -p P1 --doctor D1 --in-person --verdict fit -s S02
no 'no such project' 'P9: no such project' visit assess V1 -p P9 --doctor D1 --in-person --verdict fit
no 'ahead' '--at: lies ahead' visit assess V1 -p P1 --doctor D1 --in-person --verdict fit --at 2026-10-01T09:00:01+08:00
no 'over before it begins' '--valid-to: comes before' visit assess V1 -p P1 --doctor D1 --in-person --verdict fit --valid-to 2026-09-30
exits 2 'nobody named' visit assess V1 -p P1 --in-person --verdict fit
like "$err" '--doctor: missing, and your account is nobody' 'nobody named: says so'
exits 2 'no verdict' visit assess V1 -p P1 --doctor D1 --in-person
exits 2 'another word' visit assess V1 -p P1 --doctor D1 --in-person --verdict maybe
is "$(missing)" 'assessment exam contract consent product-unchecked ' 'next: what is missing, in order'

# ---- fit ----
run visit assess V1 -p P1 --doctor D1 --in-person --verdict fit --allergy 青霉素 --history 无 --expectation 自然
is "$code $out" '0 AS20261001-0001' 'fit: its code'
is "$(ask "SELECT code, verdict, in_person, valid_to - day FROM assessment")" 'AS20261001-0001|fit|1|30' 'fit: holds thirty days'
is "$(holding 青霉素)" '' 'allergy and history are sealed'
like "$(medi-db export assessments --reveal test -o csv)" '青霉素' 'and can be opened'
is "$(missing)" 'exam contract consent product-unchecked ' 'fit: the gate is open'
is "$(missing --at 2026-10-31T23:59:59+08:00 | grep -c assessment)" 0 'fit: the last second of its last day'
like "$(missing --at 2026-11-01T00:00:00+08:00)" 'assessment-expired' 'fit: the second after'
medi-db config set -q visit.assessment_days 3 -s S01
exits 0 'the store has days of its own' visit assess V1 -p P2 --doctor D1 --in-person --verdict fit --code AS-B
is "$(ask "SELECT valid_to - day FROM assessment WHERE code = 'AS-B'")" 3 'the store has days of its own: they hold'
exits 0 'the doctor says until when' visit assess V1 -p P2 --doctor D1 --in-person --verdict fit --valid-to 2026-10-02 --code AS-C
is "$(ask "SELECT valid_to - day FROM assessment WHERE code = 'AS-C'")" 1 'the doctor says until when: it holds'
no 'the same code twice' 'AS-C' visit assess V1 -p P2 --doctor D1 --in-person --verdict fit --code AS-C
person doc doctor S01 D1
run as doc medi-visit assess V1 -p P2 --in-person --verdict fit --code AS-D --lang en
is "$code $out $(ask "SELECT d.code FROM assessment AS a JOIN staff AS d ON d.id = a.staff_id WHERE a.code = 'AS-D'")" '0 AS-D D1' 'who assesses is whose account it is'
person cons consultant S01 K1
no 'a consultant may not even run it' 'cons may not medi-visit assess' as cons medi-visit assess V1 -p P2 --in-person --verdict fit --lang en

# ---- unfit: refused, and not the consultant's loss ----
printf 'store,code,client,visit,consultant,project,started_at,outcome\nS01,Q1,C1,V1,K1,P1,2026-10-01 08:35,pending\nS01,Q2,C1,V1,K1,P2,2026-10-01 08:36,pending\nS01,Q3,C1,V1,K1,P1,2026-10-01 08:37,deal\n' | import consultations
MEDI_NOW=2026-10-01T09:10:00+08:00
run visit assess V1 -p P1 --doctor D1 --in-person --verdict unfit --reason 妊娠期
is "$code" 0 'unfit'
unfit=$out
is "$(ask "SELECT code, outcome FROM consultation ORDER BY code" | tr '\n' ' ')" 'Q1|medical-refusal Q2|pending Q3|deal ' 'unfit: a medical refusal, of that project alone'
run visit treat V1 -p P1 --operator D1
is "$code" 3 'unfit: treat refuses'
like "$err" "unfit: $unfit of 2026-10-01 by D1" 'unfit: and says by whom'
is "$(printf '%s' "$err" | grep -c 妊娠)" 0 'unfit: the reason itself is not on a screen'
run visit treat V1 -p P1 --operator D1 --override 急
is "$code" 3 'unfit: no emergency passes over it'
like "$err" 'unfit: .*no emergency passes over this' 'unfit: says so'
like "$(medi-db export assessments "$unfit" --reveal test -o csv)" '妊娠期' 'unfit: who may open it, reads the reason'
MEDI_NOW=2026-10-01T09:20:00+08:00
exits 0 'put off' visit assess V1 -p P1 --doctor D1 --verdict postponed --reason 感冒
like "$(missing)" 'assessment-postponed' 'put off: the gate says so'
MEDI_NOW=2026-10-01T09:30:00+08:00
exits 0 'fit again' visit assess V1 -p P1 --doctor D1 --in-person --verdict fit
is "$(missing)" 'exam contract consent product-unchecked ' 'fit again: open'

# ---- examinations ----
no 'an exam without a kind of visit' 'V9: this store has no such visit' visit exam V9 --kind blood
exits 2 'an exam without a kind' visit exam V1
run visit exam V1 --kind blood
is "$code" 0 'an exam'
exam=$out
like "$(missing)" 'exam-pending' 'an exam: pending'
exits 2 'a result that is none' visit exam --judge "$exam"
exits 0 'its result' visit exam --judge "$exam" --result normal --staff D1 --finding 正常 --proof LIS-1
no 'a second result' 'has a result already \(normal\)' visit exam --judge "$exam" --result abnormal --staff D1
no 'the result of none' 'EX9: this store has no such examination' visit exam --judge EX9 --result normal
is "$(missing)" 'contract consent product-unchecked ' 'its result: open'
is "$(missing --at 2026-10-15T23:59:59+08:00 | grep -c exam)" 0 'the last second of its fourteenth day'
like "$(missing --at 2026-10-16T00:00:00+08:00)" 'exam-expired' 'the second after'
MEDI_NOW=2026-10-01T09:40:00+08:00
exits 0 'abnormal' visit exam V1 --kind blood --result abnormal --staff D1
like "$(missing)" 'exam-abnormal' 'abnormal: closed'
MEDI_NOW=2026-10-01T09:50:00+08:00
exits 0 'acceptable' visit exam V1 --kind blood --result acceptable --staff D1
is "$(missing)" 'contract consent product-unchecked ' 'acceptable: open'

# ---- in Chinese ----
run medi-visit assess V1 -p P1 --doctor K1 --in-person --verdict fit --lang zh
like "$err" '[一-龥]' 'a refusal in Chinese'
exits 0 'all of it is logged' medi-audit verify
exits 0 'and breaks no rule' medi-db check
