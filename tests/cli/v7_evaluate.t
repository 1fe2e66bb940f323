#!/bin/bash
# V7: care after a treatment, and the judgement of its effect: term by the dates, cause and remedy where it falls short.
. "$(dirname "$0")/lib.sh"
clinic
export MEDI_STORE=S01
printf '%s\n' 'code,name,kind' 'P2,双眼皮,surgery' | medi-db import -q projects - >/dev/null
printf '%s\n' 'store,code,client,arrived_at' 'S01,V1,C1,2026-06-15 10:00' 'S01,V2,C1,2026-09-30 10:00' 'S02,W1,C2,2026-06-15 10:00' | medi-db import -q visits - >/dev/null
printf '%s\n' 'store,code,client,visit,project,doctor,nurse,started_at,ended_at,status' \
    'S01,T1,C1,V1,P1,D1,N1,2026-06-15 11:00,2026-06-15 11:30,completed' \
    'S01,T2,C1,V2,P1,D1,N1,2026-09-30 11:00,2026-09-30 11:30,completed' \
    'S01,T3,C1,V2,P2,D1,N1,2026-09-30 12:00,,preparation' \
    'S01,T4,C1,V2,P2,D1,N1,2026-09-30 12:00,,entered-in-error' \
    'S01,T5,C1,V2,P2,D1,N1,2026-09-30 11:40,2026-09-30 11:50,completed' \
    'S02,T9,C2,W1,P1,D1,N1,2026-06-15 11:00,,completed' | medi-db import -q treatments - >/dev/null
v() { medi-visit "$@" --lang en; }
no() { # NAME WORDS COMMAND…: refused with exit 3, one line, nothing written
    local name=$1 words=$2 before
    shift 2
    before=$(everything)
    exits 3 "$name" "$@"
    like "$err" "$words" "$name: says why"
    one_line "$name"
    is "$(everything)" "$before" "$name: nothing written"
}

# ---- care ----
exits 0 'care by the pack' v care T2 --staff N1 --proof 'sheet 7'
like "$out" '^CA20261001-0001$' 'care by the pack: its number'
is "$(ask "SELECT s.code, c.proof, d.date FROM care AS c JOIN staff AS s ON s.id = c.staff_id JOIN calendar AS d ON d.day = c.next_on")" 'N1|sheet 7|2026-10-14' 'care by the pack: who, and 14 days after an injection'
like "$(ask 'SELECT advice FROM care')" '^6 小时内不碰水' 'care by the pack: the advice for an injection'
exits 0 'care for surgery' v care T5 --at '2026-09-30 13:00'
is "$(ask "SELECT d.date FROM care AS c JOIN calendar AS d ON d.day = c.next_on WHERE c.code = 'CA20261001-0002'")" '2026-10-07' 'care for surgery: seen again after a week'
exits 0 'care in words of their own' v care T1 --advice '三天内不碰水' --next 2026-10-20 --at '2026-09-30 12:00'
is "$(ask "SELECT advice FROM care WHERE code = 'CA20261001-0003'")" '三天内不碰水' 'care in words of their own: kept'
exits 0 'care that comes late, written' v care T1 --code late
is "$(ask "SELECT d.date FROM care AS c JOIN calendar AS d ON d.day = c.next_on WHERE c.code = 'late'")" '2026-10-15' 'care that comes late: 14 days after it'
no 'no such treatment' 'treatment T8: this store has none of that code' v care T8
no "another store's treatment" 'treatment T9: this store has none' v care T9
no 'not begun' 'treatment T3: has not begun' v care T3
no 'entered in error' 'treatment T4: was entered in error' v care T4
no 'before the treatment' '\-\-at: lies before what it belongs to' v care T2 --at '2026-09-30 10:59'
no 'ahead' '\-\-at: lies ahead' v care T2 --at '2026-10-01 09:01'
no 'seen again on the same day' '\-\-next: must be a day after' v care T2 --next 2026-10-01
mkdir own && printf '%s\n' 'kinds: {injection: {next_days: 3, advice: ours}}' >own/care.yaml
exits 3 'a pack without all kinds' env MEDI_CONFIG=own medi-visit care T2 --lang en
like "$err" 'care.yaml:1: laser: a kind of project without advice' 'a pack without all kinds: says which'
exits 0 'a dry run' v care T2 -n
is "$(ask 'SELECT COUNT(*) FROM care')" 4 'a dry run: nothing written'

# ---- evaluate ----
no 'a month is not over' 'treatment T2: it is too early to judge its effect, which can be done from 2026-10-30' v evaluate T2 --score 5
exits 0 'after three and a half months' v evaluate T1 --score 5
is "$(ask 'SELECT term, rater, score, as_expected FROM evaluation')" 'long|client|5|1' 'after three and a half months: long term, by the client'
exits 0 'earlier' v evaluate T1 --score 4 --by staff --staff D1 --at '2026-07-15 00:00'
is "$(ask "SELECT term FROM evaluation WHERE rater = 'staff'")" short 'earlier: on the first day of the short term'
exits 0 'its last day' v evaluate T1 --score 4 --by third-party --at '2026-09-15 23:59'
is "$(ask "SELECT term FROM evaluation WHERE rater = 'third-party'")" short 'its last day: short'
exits 0 'the day after' v evaluate T1 --score 4 --by third-party --at '2026-09-16 00:00'
is "$(ask "SELECT COUNT(*) FROM evaluation WHERE term = 'long'")" 2 'the day after: long'
no 'the day before' 'too early' v evaluate T1 --score 4 --at '2026-07-14 23:59'
no 'below, without anything' '\-\-cause, --remedy: missing' v evaluate T1 --score 4 --below
no 'poor, without anything' '\-\-cause, --remedy: missing' v evaluate T1 --score 2
no 'poor, by staff, without anything' '\-\-cause, --remedy, --staff: missing' v evaluate T1 --score 1 --by staff
no 'poor, without a remedy' '\-\-remedy: missing' v evaluate T1 --score 2 --cause 剂量不足
no 'good, with a remedy' 'belong to what is below expectation' v evaluate T1 --score 5 --cause a --remedy b
exits 0 'poor, with both' v evaluate T1 --score 2 --cause 剂量不足 --remedy 补打 --note '客户说不明显'
is "$(ask "SELECT as_expected, cause, remedy FROM evaluation WHERE score = 2")" '0|剂量不足|补打' 'poor, with both: below expectation'
is "$(holding '客户说不明显' | wc -l)" 0 'the note is sealed'
no 'a score that is none' '\-\-score: must be from 1 to 5' v evaluate T1 --score 6
exits 2 'no score' v evaluate T1
exits 2 'a rater that is none' v evaluate T1 --score 5 --by nobody
no 'staff that is none' 'X9' v evaluate T1 --score 5 --by staff --staff X9
no 'a code that is taken' 'EV20261001-0001' v evaluate T1 --score 5 --code EV20261001-0001

person li nurse S01 N1
exits 0 'by an account' as li medi-visit evaluate T1 --score 4 --by staff
is "$(ask "SELECT COUNT(*) FROM evaluation AS e JOIN staff AS s ON s.id = e.staff_id WHERE s.code = 'N1'")" 1 'by an account: its member of the staff'
exits 3 'a buyer may not' env MEDI_ACTOR=nobody medi-visit evaluate T1 --score 4

# what was judged is what the standard procedure sees
is "$(medi-visit sop show V1 -q --no-header | awk -F '\t' '/^evaluation/ { print $2, $5 }' | joined)" 'evaluation.short done,evaluation.client late,evaluation.long done,evaluation.remedy done' 'the standard procedure sees them'

# ---- the whole visit ----
exits 0 'the whole visit' v show V1
is "$(printf '%s\n' "$out" | tail -n +2 | cut -f2 | uniq | joined)" 'client,arrive,treat,hand,treat-end,evaluate,care,evaluate,evaluation-note' 'the whole visit: in order'
like "$out" '	evaluation-note	EV20261001-0005	+\*\*\*$' 'the whole visit: masked'
like "$err" 'personal columns are masked' 'the whole visit: and it says so'
is "$(printf '%s\n' "$out" | grep -c 不明显)" 0 'the whole visit: nothing personal'
exits 0 'revealed' v show V1 --reveal '复诊前核对'
like "$out" '客户说不明显' 'revealed: to be seen'
like "$(medi-audit log -s S01 -q --no-header | tail -1)" '复诊前核对' 'revealed: logged with the reason'
exits 2 'revealed for no reason' v show V1 --reveal x
person wu analyst
exits 3 'revealed by who may not' env MEDI_ACTOR=wu medi-visit show V1 --reveal 看看
exits 0 'without the key' v show V1 --key none
is "$(printf '%s\n' "$out" | grep -c 客)" 0 'without the key: what is sealed stays so'

for kind in cares evaluations; do
    medi-db export $kind -q --reveal 'round trip' -o csv >$kind.csv
    exits 0 "$kind again" medi-db import $kind $kind.csv
    is "$(counts | cut -d ' ' -f2,3,5)" '0 0 0' "$kind again: nothing new"
done

# ---- what must hold, whoever wrote it ----
damage() { # NAME SQL PATTERN
    copy hurt
    change "$2" "$(at hurt)"
    exits 1 "$1" medi-db check -d "$(at hurt)" --lang en --no-header
    like "$out" "$3" "$1: found"
}
damage 'judged before the treatment' "UPDATE evaluation SET at = 1000000, day = 11 WHERE code = 'EV20261001-0001'" '^evaluation_before_treatment	error	S01	EV20261001-0001	T1'
damage 'a term that the dates do not give' "UPDATE evaluation SET term = 'short' WHERE code = 'EV20261001-0001'" '^evaluation_term	error	S01	EV20261001-0001'
damage 'below expectation without a remedy' "UPDATE evaluation SET remedy = NULL WHERE score = 2" '^evaluation_without_remedy	error	S01	EV20261001-0005'
damage "another client's judgement" "UPDATE evaluation SET client_id = 2 WHERE code = 'EV20261001-0001'" '^evaluation_other_client	error	S01	EV20261001-0001'
damage 'care before the treatment' "UPDATE care SET at = 1000000, day = 11 WHERE code = 'CA20261001-0001'" '^care_before_treatment	error	S01	CA20261001-0001'
