#!/bin/bash
# F7: campaigns from draft to end, and what they brought, worked by hand. Seen to fail with any state let through, with calls taken
# back that were made, with the last touch taken for the first, with the end of a window let in, with gifts counted, and with the time
# of who is held out begun before it comes, each alone.
. "$(dirname "$0")/lib.sh"
clinic
follow() { medi-followup "$@" --lang en; }
put() { medi-db import -q "$1" - >/dev/null; }
{
    echo 'code,store,channel,created_on,class'
    for c in A B C D F G H1 H2 H3 H4; do echo "$c,S01,xhs,2026-01-01,client"; done
    echo 'E,S02,xhs,2026-01-01,client'
    echo 'T,S01,xhs,2026-01-01,test'
} | put clients

# ---- a campaign is settled, begun, ended ----
exits 2 'no rule' follow campaign add V0 --to 2026-10-31
exits 3 'an unknown rule' follow campaign add V0 --rule nothing --to 2026-10-31
exits 3 'over before it begins' follow campaign add V0 --rule new --to 2026-09-30
exits 3 'ends before it starts' follow campaign add V0 --rule new --from 2026-11-01 --to 2026-10-31
exits 2 'more than all held out' follow campaign add V0 --rule new --to 2026-10-31 --holdout 101
exits 2 'a code that would not be one in a task' follow campaign add A:B --rule new --to 2026-10-31
exits 2 'cash without a worth' follow campaign add V0 --rule undealt --to 2026-10-31 --offer cash --valid 30
exits 2 'a voucher for ever' follow campaign add V0 --rule undealt --to 2026-10-31 --offer gift
exits 0 'a campaign' follow campaign add V1 --rule new --to 2026-10-31 --answer-days 14 --holdout 10 --cap 50 --cost 88.5
is "$out" V1 'its code is printed'
is "$(follow campaign show V1 --no-header | tr '\t' ' ')" 'V1 新客关怀 new  draft 2026-10-01 2026-10-31 14 50 10 trial 0 90 8850 0 0' 'with the name and the offer of its rule'
exits 3 'the same code' follow campaign add V1 --rule new --to 2026-10-31
follow campaign add -q V2 --rule birthday --to 2026-10-31 --offer none -s S01 >/dev/null
follow campaign add -q V3 --rule birthday --to 2026-10-31 --worth 88 >/dev/null
is "$(follow campaign show V2 --no-header | cut -f4,11-13 | tr '\t' ' ')" 'S01   ' 'of one store, without an offer'
is "$(follow campaign show V3 --no-header | cut -f11-13 | tr '\t' ' ')" 'cash 8800 31' 'another worth'
exits 3 'a draft cannot be ended' follow campaign end V1
like "$err" 'campaign V1: is draft; only one that is running can go on' 'a draft cannot be ended: says so'
exits 3 'that of another store' follow campaign start V2 -s S02
exits 3 'that of all stores, by one of them' follow campaign start V1 -s S02
exits 0 'begun' follow campaign start V1
exits 3 'twice' follow campaign start V1
exits 0 'ended' follow campaign end V1
exits 3 'and not begun again' follow campaign start V1
exits 3 'nor chooses anybody' follow recall --campaign V1
like "$err" 'campaign V1: has ended' 'nor chooses anybody: says so'
exits 3 'nor shows whom' follow recall --campaign V1 -n
exits 3 'no such campaign' follow campaign show V9
exits 3 'one of another store' follow campaign show V2 -s S02
follow campaign add -q V4 --rule new --from 2026-10-10 --to 2026-10-31 >/dev/null
follow campaign start -q V4
exits 3 'before its first day' follow recall --campaign V4
like "$err" 'campaign V4: runs from 2026-10-10 to 2026-10-31' 'before its first day: says so'
exits 0 'nor by --running' follow recall --running
is "$(follow campaign list --no-header | cut -f1,5 | tr '\t' ' ' | joined)" 'V4 running,V1 ended,V2 draft,V3 draft' 'the list'
is "$(follow campaign list --state draft -s S02 --no-header | cut -f1)" V3 'of a state and a store'
person desk front-desk
person ops manager
exits 0 'a front desk may look' as desk medi-followup campaign list --lang en
exits 3 'and not begin' as desk medi-followup campaign start V3 --lang en
exits 0 'a manager may' as ops medi-followup campaign start V3 --lang en

# ---- what it brought: X wrote to five at ten on 1 October and counts ten days; four were held out ----
# A came on the fifth, paid 1,000 yuan and got 300 back; B came a second before the ten days were over and paid 500; C at their
# very end; D had an appointment cancelled and was given something; E's message did not go. Of those held out H1 came and paid
# 200, H2 had been there an hour before, H3 never, and the time of H4 has not come.
printf 'code,name,rule,starts_on,ends_on,answer_days,holdout,cost_fen,voucher_kind,voucher_fen,voucher_days,state\nX,新客,new,2026-10-01,2026-10-31,10,40,50000,cash,20000,30,running\nY,唤回,lapsed,2026-10-01,2026-10-31,30,0,0,,,,running\nZ,无人,event,2026-10-01,2026-10-31,30,0,0,,,,running\n' | put campaigns
printf 'code,kind,client,value_fen,why,issued_on,expires_on,state,redeemed_at,redeemed_by\nVA,cash,A,20000,新客,2026-10-01,2026-10-31,redeemed,2026-10-05 10:30,A\nVB,cash,B,20000,新客,2026-10-01,2026-10-31,issued,,\n' | put vouchers
recipient() { # STORE CAMPAIGN CLIENT ARM CHANNEL DUE [VOUCHER]
    printf '%s,%s,%s,%s,first-visit,%s,2026-10-01 09:00,%s,%s\n' "$1" "$2" "$3" "$4" "$5" "$6" "${7:-}"
}
{
    echo 'store,campaign,client,arm,reason,channel,chosen_at,due_at,voucher'
    recipient S01 X A sent sms '2026-10-01 10:00' VA
    recipient S01 X B sent sms '2026-10-01 10:00' VB
    recipient S01 X C sent wechat '2026-10-01 10:00'
    recipient S01 X D sent wechat '2026-10-01 10:00'
    recipient S02 X E sent sms '2026-10-01 10:00'
    for h in H1 H2 H3; do recipient S01 X $h held sms '2026-10-01 10:00'; done
    recipient S01 X H4 held sms '2026-12-01 10:00'
} | put recipients
message() { # STORE CAMPAIGN CLIENT CHANNEL STATE SENT
    printf '%s,%s:%s:new:1:%s,%s,%s,new,%s,recall.new,marketing,2026-10-01 10:00,2026-10-04 10:00,2026-10-01 10:00,%s,%s\n' "$1" "$3" "$2" "$4" "$3" "$2" "$4" "$5" "$6"
}
head='store,code,client,plan,step,channel,template,purpose,due_at,until_at,next_at,state,sent_at'
{
    echo "$head"
    for c in A B; do message S01 X $c sms sent '2026-10-01 10:00'; done
    for c in C D; do message S01 X $c wechat sent '2026-10-01 10:00'; done
    message S02 X E sms dead ''
} | put messages
visit() { printf '%s,%s,%s,%s,%s\n' "$1" "$2" "$3" "$4" "${5:-finished}"; }
{
    echo 'store,code,client,arrived_at,status'
    visit S01 V1 A '2026-10-05 10:00'
    visit S01 V2 B '2026-10-11 09:59:59'
    visit S01 V3 C '2026-10-11 10:00:00'
    visit S01 V4 D '2026-10-05 10:00' cancelled
    visit S02 V5 E '2026-10-03 10:00'
    visit S01 V6 H1 '2026-10-02 10:00' arrived
    visit S01 V7 H2 '2026-10-01 09:00'
    visit S01 V8 F '2026-10-02 14:00'
} | put visits
{
    echo 'store,code,order,client,kind,class,amount_fen,paid_at'
    echo 'S01,P1,O1,A,payment,sale,100000,2026-10-05 11:00'
    echo 'S01,P2,O1,A,refund,sale,-30000,2026-10-06 11:00'
    echo 'S01,P3,O3,B,payment,sale,50000,2026-10-11 09:59:59'
    echo 'S01,P4,O4,C,payment,sale,70000,2026-10-11 10:00:00'
    echo 'S01,P5,O5,D,payment,gift,90000,2026-10-05 11:00'
    echo 'S02,P6,O6,E,payment,sale,11000,2026-10-03 11:00'
    echo 'S01,P7,O7,H1,payment,sale,20000,2026-10-02 11:00'
    echo 'S01,P8,O8,H2,payment,sale,30000,2026-10-01 09:30'
} | put payments
export MEDI_NOW=2026-11-20T09:00:00+08:00
# name, chosen, held, sent, reached, responded, response, revenue, vouchers, redeemed, worth, cost, return | held: responded, response, revenue, lift, brought
results() { follow campaign results --no-header -q "$@" | cut -f2-8,11-16,19,20,23,24,27 | tr '\t' ' '; }
is "$(results X)" 'all 9 4 4 4 2 0.500000 120000 2 1 20000 50000 2.400000 1 0.333333 20000 0.166667 93334' 'by hand'
is "$(follow campaign results X -o json | grep -c '"lift_numerator": *2')" 1 'and in JSON, with its parts'
is "$(results X --by store)" "$(lines 'S01 8 4 4 4 2 0.500000 120000 2 1 20000   1 0.333333 20000 0.166667 93334' 'S02 1 0 0 0 0  0 0 0 0   0  0  ')" 'by store'
is "$(results X --by channel)" "$(lines 'sms 7 4 2 2 2 1.000000 120000 2 1 20000   1 0.333333 20000 0.666667 106667' 'wechat 2 0 2 2 0 0.000000 0 0 0 0   0  0  ')" 'by channel'
is "$(results X --by step | cut -d' ' -f1-7)" 'new 9 4 4 4 2 0.500000' 'by step: the rule'
is "$(results X -s S02 | cut -d' ' -f1-4)" 'all 1 0 0' 'of a store'
is "$(results X --as-of 2026-10-05T10:00:00+08:00 | cut -d' ' -f5-9)" '4 1 0.250000 0 2' 'as of the moment of a visit'
is "$(results --all -s S02 | wc -l)" 6 'of all that a store has a part in'
is "$(results Z)" 'all 0 0 0 0 0  0 0 0 0 0  0  0  ' 'of nobody: no rate, and not nought'
change "UPDATE client SET class = 'test' WHERE code = 'B'"
is "$(results X | cut -d' ' -f2,6-8)" '8 1 0.333333 70000' 'a test is no client'
change "UPDATE client SET class = 'client' WHERE code = 'B'"

# ---- two campaigns reached one client: the last touch ----
# Y wrote to A on the fourth, and called F, who answered, came, and G, who did not take it; D was called and said nothing.
{
    echo 'store,campaign,client,arm,reason,channel,chosen_at,due_at,voucher'
    recipient S01 Y A sent sms '2026-10-04 10:00'
    for c in D F G; do recipient S01 Y $c sent call '2026-10-02 12:00'; done
} | put recipients
{ echo "$head" && message S01 Y A sms sent '2026-10-04 10:00'; } | put messages
{
    echo 'store,code,client,plan,step,kind,role,due_at,until_at,state,done_at'
    echo 'S01,F:Y:lapsed:1,F,Y,lapsed,recall,consultant,2026-10-02 12:00,2026-10-05 12:00,done,2026-10-02 12:00'
    echo 'S01,G:Y:lapsed:1,G,Y,lapsed,recall,consultant,2026-10-02 12:00,2026-10-05 12:00,unreachable,'
    echo 'S01,D:Y:lapsed:1,D,Y,lapsed,recall,consultant,2026-10-02 12:00,2026-10-05 12:00,done,2026-10-02 12:00'
} | put tasks
printf 'store,code,client,task,at,outcome\nS01,FF,F,F:Y:lapsed:1,2026-10-02 12:00,answered\nS01,FD,D,D:Y:lapsed:1,2026-10-02 12:00,refused\n' | put followups
is "$(results --all | grep -v ' 0 0 0 0 0 ' | cut -d' ' -f2-8)" "$(lines '9 4 4 4 1 0.250000 50000' '4 0 3 2 2 0.666667 70000')" 'a visit counts once, for what came last'
is "$(results Y --by channel | cut -d' ' -f1-7)" "$(lines 'call 3 0 2 1 1 0.500000' 'sms 1 0 1 1 1 1.000000')" 'calls: made, answered, followed'
change "UPDATE message SET sent_at = sent_at + 90001 WHERE code = 'A:Y:new:1:sms'"
is "$(results X | cut -d' ' -f6-8)" '2 0.500000 150000' 'written to a second later than they paid: that is the first one again, the refund the second'
is "$(results Y | cut -d' ' -f6-8)" '1 0.333333 -30000' 'and its refund is less than nothing'

# ---- what an end takes back ----
change "UPDATE message SET state = 'pending', sent_at = NULL WHERE code = 'A:Y:new:1:sms'"
change "UPDATE task SET state = 'open', done_at = NULL WHERE code = 'F:Y:lapsed:1'"
exits 0 'an end' follow campaign end Y
like "$err" 'Y: 2 messages and calls were taken back' 'an end: what was not sent or done'
is "$(ask "SELECT state || ' ' || reason FROM message WHERE code = 'A:Y:new:1:sms'") $(ask "SELECT state || ' ' || reason FROM task WHERE code = 'F:Y:lapsed:1'")" 'cancelled campaign cancelled campaign' 'and nothing else'
is "$(ask "SELECT COUNT(*) FROM message WHERE state = 'cancelled'") $(ask "SELECT COUNT(*) FROM task WHERE state = 'cancelled'")" '1 1' 'of no other campaign'
exits 2 'results of nothing' follow campaign results
exits 2 'of one and all' follow campaign results X --all
exits 3 'of none such' follow campaign results Q
exits 1 'results with --exit-code' follow campaign results X --exit-code
