#!/bin/bash
# P1: a complaint from opening to closing: the way, who may take which step, what each needs, what is refused with nothing
# written, that nothing is overwritten, that what the client said is sealed, and that of two who step at once one does.
. "$(dirname "$0")/lib.sh"
clinic
printf '%s\n' 'code,name,role,store,left_on' 'M1,周经理,manager,S01,' 'M2,吴经理,manager,,' 'M3,郑经理,manager,S01,2026-08-31' 'K2,林咨询,consultant,S01,2026-09-15' |
    medi-db import -q staff - >/dev/null
printf 'code,name,phone,store,channel,created_on,owner\nC1,赵一,13800138001,S01,xhs,2026-01-01,K1\nC4,孙四,13800138004,S01,xhs,2026-01-01,K2\n' | medi-db import -q clients - >/dev/null
printf 'store,code,client,project,doctor,started_at\nS01,T1,C1,P1,D1,2026-09-01 10:00\nS01,T2,C4,P1,D1,2026-09-01 10:00\n' | medi-db import -q treatments - >/dev/null
printf 'store,code,client,arrived_at\nS01,V1,C1,2026-09-01 10:00\nS01,V2,C4,2026-09-01 10:00\n' | medi-db import -q visits - >/dev/null
person desk front-desk '' K1
person boss manager '' M1
person boss2 manager '' M2
export MEDI_STORE=S01
complain() { as "${actor:-boss}" medi-complaint "$@" --lang en; }
no() { # NAME PATTERN VERB…: refused with the reason, and nothing is written
    local name=$1 pattern=$2 before
    shift 2
    before=$(everything)
    exits 3 "$name" complain "$@"
    like "$err" "$pattern" "$name: says why"
    one_line "$name"
    is "$(everything)" "$before" "$name: nothing is written"
}
state() { ask "SELECT state FROM complaint WHERE code = '$1'"; }

# ---- opened ----
exits 0 'open' complain open C1 --category effect --treatment T1 --visit V1 --about D1 --way phone --detail '没有效果，要求退款' --at '2026-10-01 08:30'
is "$out" CP20261001-0001 'open: its code'
medi-complaint open C1 -q --code P1 --category effect --treatment T1 --about D1 --detail '注射后没有变化' --way phone --at '2026-10-01 08:40' >/dev/null 2>&1
is "$(state P1)" open 'open'
is "$(ask "SELECT severity || '|' || way || '|' || respond_by FROM complaint WHERE code = 'P1'")" "2|phone|$(date -d '2026-10-02 08:40 +08:00' +%s)" 'open: severity of its category, 24 hours to respond'
is "$(ask "SELECT line || '|' || kind FROM complaint_step JOIN complaint k ON k.id = complaint_id WHERE k.code = 'P1'")" '1|open' 'open: the first step'
is "$(holding 注射后没有变化)" '' 'open: what the client said is not in the file'
no 'an unknown client' 'C9: no such client' open C9 --category price
no 'an unknown category' 'prices: no such category; there are: complication, product,' open C1 --category prices
no 'about nothing' 'category effect must say what it is about: --treatment' open C1 --category effect
no 'about nobody' 'category attitude must say what it is about: --about' open C1 --category attitude
no "another's treatment" 'treatment T2: is not one of C1' open C1 --category effect --treatment T2
no 'no such treatment' 'treatment T9: not in this store' open C1 --category effect --treatment T9
no "another's visit" 'visit V2: is not one of C1' open C1 --category waiting --visit V2
no 'tomorrow' '--at: lies ahead' open C1 --category price --at '2026-10-01 09:01'
no 'the same code' 'P1: there already' open C1 --category price --code P1
exits 2 'no category' complain open C1
exits 2 'a severity of five is no number of ours' complain open C1 --category price --severity five
no 'a severity of five' 'severity' open C1 --category price --severity 5

# ---- the way, and who may ----
no 'closed before an answer' 'P1: close: is open, and must be one of: proposed, agreed, compensated; possible now: assign, pause' close P1 --improvement x
no 'responded before it is assigned' 'respond: is open, and must be one of: assigned' respond P1 --note x
no 'assigned to nobody' 'assign: say to whom' assign P1
no 'assigned to one who left' 'M3: does not work here any more; the last day was 2026-08-31' assign P1 --to M3
no 'assigned to a nurse' 'assign: N1 is nurse, and a manager answers' assign P1 --to N1
no 'assigned by one who left' 'M3: does not work here any more' assign P1 --to M1 --by M3
exits 0 'assign' complain assign P1 --to M2
is "$(state P1)" assigned 'assign'
no 'assigned again to the same' 'M2 answers for it already' assign P1 --to M2
exits 0 'assign to another' complain assign P1 --to M1 --note '区域经理出差'
no 'responded by another manager' 'respond: M2 is not its owner; assign it first' respond P1 --by M2 --note x
no 'responded with a nurse' 'respond: N1 is nurse, and not a consultant' respond P1 --with N1 --note x
no 'responded without words' 'respond: say what: --note' respond P1
no 'in the past of the step before' '--at: lies before the step before it' respond P1 --note x --at '2026-10-01 08:59'
no 'in the future' '--at: lies ahead' respond P1 --note x --at '2026-10-01 09:01'
no 'by a role that may not' 'investigate: is assigned' investigate P1 --by D1 --note x
exits 0 'respond' complain respond P1 --note '已电话致歉'
is "$(ask "SELECT w.code FROM complaint_step s JOIN staff w ON w.id = s.with_id WHERE kind = 'respond'")" K1 "respond: with the client's own consultant"
no 'responded twice' 'respond: is responded' respond P1 --note again
no 'by the one whom it is about' 'D1: the complaint is about them' investigate P1 --by D1 --note x
no 'by a nurse' 'investigate: N1 is nurse, and it takes one of: manager, doctor' investigate P1 --by N1 --note x
no 'found nothing' 'investigate: say what' investigate P1
exits 0 'investigate' complain investigate P1 --note '剂量符合规范'
exits 0 'investigate further' complain investigate P1 --note '产品批次复核'
no 'agreed before it was proposed' 'agree: is investigated, and must be one of: proposed, mediation' agree P1
exits 0 'propose' complain propose P1 --note '免费补打' --amount 800
no 'agreed on another amount' '800\.00 was proposed; propose the other amount first' agree P1 --amount 900
no 'closed without feedback' "close: the client's feedback is missing" close P1 --improvement x
exits 0 'propose anew' complain propose P1 --note '补打并退差价' --amount 1000
exits 0 'mediate' complain mediate P1 --note '市医调委' --proof 医调2026-9
no 'agreed in mediation on no amount' 'say the amount that the mediation came to' agree P1
exits 0 'agree' complain agree P1 --amount 3000 --proof 和解协议
no 'closed before it is paid' 'close: 3000\.00 is agreed and 0\.00 paid; compensate first' close P1 --improvement x --reason y
no 'compensated nothing' 'compensate: say how much' compensate P1
no 'compensated too much' 'more than is agreed: 3000\.00, of which 0\.00 is paid' compensate P1 --amount 3000.01
exits 0 'compensate' complain compensate P1 --amount 1500 --proof 转账1

# ---- above the limit, in sum, two people ----
exits 75 'above the limit in sum' complain compensate P1 --amount 1000
like "$err" 'complaint\.compensate needs a second person: request 1 waits' 'above the limit: says how'
is "$(ask "SELECT subject FROM request WHERE id = 1")" 'S01 P1 C1: 1000.00, 2500.00 in all' 'above the limit: what is consented to'
is "$(ask "SELECT compensation_fen FROM complaint WHERE code = 'P1'")" 150000 'above the limit: nothing is written'
exits 3 'by oneself' as boss medi-db request approve 1 --lang en
exits 0 'by another' as boss2 medi-db request approve 1
exits 0 'with consent' complain compensate P1 --amount 1000
exits 75 'once' complain compensate P1 --amount 500
as boss2 medi-db request approve -q 2
exits 0 'the rest' complain compensate P1 --amount 500
is "$(ask "SELECT compensation_fen || '|' || state FROM complaint WHERE code = 'P1'")" '300000|compensated' 'paid in parts'
no 'and no more' 'more than is agreed: 3000\.00, of which 3000\.00 is paid' compensate P1 --amount 0.01

# ---- closed ----
actor=desk
exits 3 'a front desk does not close' complain close P1 --improvement x --by M1
like "$err" 'desk may not medi-complaint close' 'a front desk does not close: says why'
actor=boss
exits 0 'feedback' complain feedback P1 --note '满意' --by K1
no 'closed without an improvement' 'close: say what is improved' close P1
exits 0 'close' complain close P1 --improvement '术前沟通清单'
is "$(ask "SELECT state || '|' || improvement FROM complaint WHERE code = 'P1'")" 'closed|术前沟通清单' 'closed'
no 'and nothing follows' 'feedback: is closed, and nothing follows; open another' feedback P1 --note x
is "$(ask "SELECT kind FROM complaint_step s JOIN complaint k ON k.store_id = s.store_id AND k.id = s.complaint_id WHERE k.code = 'P1' ORDER BY line" | joined ' ')" \
    'open assign assign respond investigate investigate propose propose mediate agree compensate compensate compensate feedback close' 'every step is there, none overwritten'

# closed without the client's word, with a reason; without money
for step in 'open C4 --code P2 --category refund' 'assign P2 --to M1'; do
    # shellcheck disable=SC2086
    complain $step >/dev/null 2>&1
done
no 'a consultant who left' 'respond, --with: K2: does not work here any more' respond P2 --note x
exits 0 'with another' complain respond P2 --note 已回复 --with K1
complain investigate P2 --note 无误
complain propose P2 --note 无需退款
exits 0 'agreed on nothing' complain agree P2
exits 0 'closed with a reason' complain close P2 --improvement 明示退款规则 --reason 客户失联
medi-complaint open C2 --code P3 --category privacy -q >/dev/null 2>&1
complain assign P3 --to M1
no 'a client without a consultant' 'respond: client C2 has no consultant; say with whom: --with' respond P3 --note x
actor=nobody
exits 3 'who has no account' complain pause P3 --note x
actor=boss
exits 3 'a store that has it not' complain pause P3 --note x -s S02
like "$err" 'P3: no such complaint in this store' 'a store that has it not: says so'

# ---- what was said ----
exits 0 'show' complain show P1
is "$(printf '%s\n' "$out" | wc -l)" 16 'show: every step'
is "$(printf '%s\n' "$out" | grep -cE '没有变化|致歉')" 0 'show: masked'
exits 0 'show revealed' complain show P1 --reveal '复核'
like "$out" '注射后没有变化' 'show revealed: what the client said'
like "$out" '已电话致歉' 'show revealed: what was answered'
is "$(ask "SELECT detail FROM log WHERE subject = 'complaint S01 P1' AND verb = 'show'")" 复核 'show revealed: logged'
exits 2 'revealed without a reason' complain show P1 --reveal ''
actor=desk
exits 3 'the desk does not see it' complain show P1 --reveal '好奇'
actor=boss
exits 0 'without the key' complain show P1 --key none
is "$(printf '%s\n' "$out" | grep -c 注射)" 0 'without the key: nothing to be seen'
exits 2 'opened without the key' complain open C1 --category price --detail x --key none

# ---- sixteen at once ----
medi-complaint open C1 --code P4 --category other -q >/dev/null 2>&1
complain assign P4 --to M1
for i in $(seq 16); do
    { complain respond P4 --note "第 $i 个" >/dev/null 2>"race.$i"; echo $? >"code.$i"; } &
done
wait
is "$(cat code.* | sort | uniq -c | tr -s ' ' | joined ,)" ' 1 0, 15 3' 'sixteen respond at once: one does, the others are refused'
is "$(cat race.* | sort -u | sed 's/.*P4: //')" 'respond: is responded, and must be one of: assigned; possible now: assign, investigate, mediate, pause' 'sixteen at once: says why'
is "$(ask "SELECT COUNT(*) FROM complaint_step s JOIN complaint k ON k.store_id = s.store_id AND k.id = s.complaint_id WHERE k.code = 'P4' AND kind = 'respond'")" 1 'sixteen at once: one step'
for i in $(seq 16); do
    { medi-complaint open C1 --category price >"open.$i" 2>/dev/null; echo $? >"code.$i"; } &
done
wait
is "$(cat code.* | sort | uniq -c | tr -s ' ' | joined ,)" ' 16 0' 'sixteen open at once'
is "$(cat open.* | sort -u | wc -l)" 16 'sixteen codes'

# ---- out and in ----
unset MEDI_STORE
is "$(medi-db check --no-header | grep -v treatment_without_licence)" '' 'no rule is broken'
medi-db export complaints --reveal 测试 -q >complaints.tsv
medi-db export complaint_steps --reveal 测试 -q >steps.tsv
for kind in stores staff channels projects clients visits treatments; do medi-db export "$kind" --reveal 测试 -q >"$kind.tsv"; done
use second
init second
for kind in stores staff channels projects clients visits treatments complaints; do exits 0 "$kind" medi-db import "$kind" "$kind.tsv"; done
exits 0 'imported' medi-db import complaint_steps steps.tsv
medi-db export complaints --reveal 测试 -q | cmp -s - complaints.tsv
ok $? 'complaints: out, in, out: the same bytes'
medi-db export complaint_steps --reveal 测试 -q | cmp -s - steps.tsv
ok $? 'steps: out, in, out: the same bytes'
is "$(medi-db check --no-header | grep -v treatment_without_licence)" '' 'no rule is broken there'
