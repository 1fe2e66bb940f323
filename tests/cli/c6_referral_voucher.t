#!/bin/bash
# C6: who brought whom; partners; events with their return; vouchers given once and redeemed once, whatever runs at once.
. "$(dirname "$0")/lib.sh"
clinic
mc() { medi-client "$@"; }
for n in 3 4 5; do mc add -q -s S01 --code C$n --name 客$n --phone 1380013810$n >/dev/null; done

# ---- referrals ------------------------------------------------------------------------------------------------------
exits 0 'refer' mc refer C2 --by C1 --day 2026-09-01
exits 0 'refer on' mc refer C3 --by C2
exits 3 'nobody brings themselves' mc refer C4 --by C4 --lang en
like "$err" '^medi-client: client C4: nobody brings themselves$' 'nobody brings themselves: says so'
exits 3 'nobody is brought twice' mc refer C2 --by C4 --lang en
like "$err" 'client C2: was brought by C1 on 2026-09-01 already' 'nobody is brought twice: says by whom'
exits 3 'no loop of two' mc refer C1 --by C2 --lang en
exits 3 'no loop of three' mc refer C1 --by C3 --lang en
like "$err" 'client C1: brought C3, straight or through others' 'no loop of three: says so'
exits 2 'refer without who' mc refer C4 --lang en
exits 3 'refer by nobody' mc refer C4 --by C77 --lang en
printf 'store,code,client,arrived_at\nS01,V1,C2,2026-09-02 10:00\n' | medi-db import -q visits - >/dev/null
printf 'store,code,order,client,kind,amount,paid_at\nS01,M1,O1,C2,payment,300,2026-09-21 10:00\n' | medi-db import -q payments - >/dev/null
is "$(mc referral list -q --no-header)" "$(printf 'C1\tC2\t2026-09-01\t2026-09-02\t30000\t\nC2\tC3\t2026-10-01\t\t0\t')" 'referral list: arrival and spend'
is "$(mc referral list -q --no-header --client C3 | wc -l)" 1 'referral list: of one'

# ---- sixteen at once: a ring of which one link must be refused, and one client whom sixteen claim to have brought -------
for n in $(seq 0 15); do mc add -q -s S01 --code R$n --name 环$n >/dev/null; done
for n in $(seq 0 15); do medi-client refer -q "R$n" --by "R$(((n + 1) % 16))" --wait 60 2>/dev/null & done
wait
is "$(ask "SELECT COUNT(*) FROM referral r JOIN client c ON c.id = r.client_id WHERE c.code LIKE 'R%'")" 15 'a ring closed by sixteen at once: one is refused'
mc add -q -s S01 --code W --name 抢 >/dev/null
for n in $(seq 0 15); do medi-client refer -q W --by "R$n" --wait 60 2>/dev/null & done
wait
is "$(ask "SELECT COUNT(*) FROM referral r JOIN client c ON c.id = r.client_id WHERE c.code = 'W'")" 1 'brought by sixteen at once: one counts'
exits 0 'no loop is there' medi-db check client_referral_loop

# ---- partners ----------------------------------------------------------------------------------------------------------
exits 0 'partner add' mc partner add --code HZ1 --name 美发沙龙 --trade 美发 --terms '互送 100 元券' --channel wx --valid-from 2026-01-01 --valid-to 2026-12-31 --contact 王经理 --phone 021-68888888
exits 0 'partner edit' mc partner edit HZ1 --terms '互送 200 元券'
exits 3 'partner add with an end before its beginning' mc partner add --name x --valid-from 2026-02-01 --valid-to 2026-01-01
exits 0 'a code is made' mc partner add --name 健身房
is "$out" HZ20261001-0001 'a code is made: and said'

# ---- vouchers ------------------------------------------------------------------------------------------------------------
exits 0 'voucher issue' mc voucher issue --code Q1 --kind cash --value 200 --client C1 --partner HZ1 --why 生日 --expires 2026-10-31
exits 0 'voucher issue, many' mc voucher issue --kind trial --project P1 --count 5 --why 开放日
is "$(printf '%s\n' "$out" | grep -cE '^VO[2-9A-HJ-NP-Z]{10}$') $(printf '%s\n' "$out" | sort -u | wc -l)" '5 5' 'voucher issue, many: codes that cannot be guessed'
trial=$(printf '%s\n' "$out" | head -1)
exits 3 'the same code twice' mc voucher issue --code Q1 --kind gift --why x
exits 2 'cash without a value' mc voucher issue --kind cash --why x --lang en
exits 2 'without a reason' mc voucher issue --kind gift --lang en
exits 3 'for nobody' mc voucher issue --kind gift --client C77 --why x
exits 3 "another's" mc voucher redeem -s S01 Q1 --client C2 --lang en
like "$err" '^medi-client: voucher Q1: is that of C1$' "another's: says whose"
exits 3 'for another project' mc voucher redeem -s S01 "$trial" --client C2 --project P9 --lang en
exits 0 'redeem, before eight in the morning' env MEDI_NOW=2026-10-01T06:30:00+08:00 medi-client voucher redeem -s S01 Q1 --client C1 --order O9 -o csv --no-header
is "$out" 'Q1,cash,20000' 'redeem: says what it is worth'
exits 3 'redeem again' mc voucher redeem -s S01 Q1 --client C1 --lang en
like "$err" 'voucher Q1: was redeemed on 2026-10-01 by C1' 'redeem again: says on which day of the store, and by whom'
exits 3 'void what was redeemed' mc voucher void Q1 --why 错 --lang en
exits 2 'redeem without a store' mc voucher redeem "$trial" --client C2 --lang en
exits 3 'too late' env MEDI_NOW=2027-09-01T09:00:00+08:00 medi-client voucher redeem -s S01 "$trial" --lang en
like "$err" 'expired, the last day was 2026-12-30' 'too late: says so'
exits 0 'void' mc voucher void "$trial" --why 印错
exits 3 'redeem a void one' mc voucher redeem -s S01 "$trial" --lang en
is "$(mc voucher list -q --no-header --state redeemed | cut -f1-3,7,11-13)" "$(printf 'Q1\tcash\tC1\tredeemed\tC1\tS01\tO9')" 'voucher list'
is "$(env MEDI_NOW=2027-09-01T09:00:00+08:00 medi-client voucher list -q --no-header --state expired | wc -l)" 4 'voucher list: expired'
is "$(mc partner list -q --no-header | head -1 | cut -f1,7-10)" "$(printf 'HZ1\t1\t1\t1\t1')" 'partner list: vouchers, redeemed ones, clients of their channel'

exits 0 'a reward' mc voucher issue --code Q7 --kind cash --value 100 --reward-for C2 --why 转介绍
is "$(ask "SELECT c.code FROM voucher v JOIN client c ON c.id = v.client_id WHERE v.code = 'Q7'")" C1 'a reward: is theirs who brought the client'
exits 3 'a reward twice' mc voucher issue --kind cash --value 100 --reward-for C2 --why 转介绍 --lang en
like "$err" 'C1 got voucher Q7 for bringing them already' 'a reward twice: says so'
exits 3 'a reward for who was brought by nobody' mc voucher issue --kind cash --value 1 --reward-for C1 --why x --lang en

# ---- sixteen at once ------------------------------------------------------------------------------------------------------
mc voucher issue -q --code RACE --kind cash --value 100 --why 抢 >/dev/null
for n in $(seq 16); do
    medi-client voucher redeem -q -s "S0$((n % 2 + 1))" RACE --client "C$((n % 5 + 1))" --wait 60 >"race.$n" 2>"race.err.$n"
    echo "$?" >"race.code.$n"
done &
for n in $(seq 17 32); do
    (medi-client voucher redeem -q -s "S0$((n % 2 + 1))" RACE --client "C$((n % 5 + 1))" --wait 60 >"race.$n" 2>"race.err.$n"
    echo "$?" >"race.code.$n") &
done
wait
is "$(sort race.code.* | uniq -c | awk '{ print $2 "x" $1 }' | joined ' ')" '0x1 3x31' 'redeemed by many at once: one gets it, the others are told'
is "$(cat race.[0-9]* | grep -c RACE)" 1 'redeemed by many at once: one sees its worth'

# ---- events -----------------------------------------------------------------------------------------------------------------
exits 0 'event add' mc event add -s S01 --code E1 --name 开放日 --kind open-day --starts-on 2026-09-20 --budget 2000 --partner HZ1
exits 0 'event invite' mc event invite -s S01 E1 C1 C2 C3
exits 0 'event invite again' mc event invite -s S01 E1 C3 --lang en
like "$err" 'nothing to change' 'event invite again: says so'
exits 0 'event attend' mc event attend -s S01 E1 C2 C4
exits 0 'event decline' mc event attend -s S01 E1 C3 --state declined
exits 0 'event edit' mc event edit -s S01 E1 --spent 150
exits 3 'invite nobody' mc event invite -s S01 E1 C77
exits 3 'invite to nothing' mc event invite -s S01 E9 C1
exits 3 'all or nobody' mc event invite -s S01 E1 C5 C77
is "$(ask "SELECT COUNT(*) FROM guest g JOIN client c ON c.id = g.client_id WHERE c.code = 'C5'")" 0 'all or nobody: nobody'
is "$(mc event list -q -s S01 -o csv --no-header)" 'S01,E1,开放日,open-day,2026-09-20,2026-09-20,HZ1,200000,15000,4,2,2,0.500000,2,4,30000,2.000000,30000,15000' 'event list: participation and return'
printf 'store,code,order,client,kind,amount,paid_at\nS01,M2,O2,C4,payment,50,2026-11-01 10:00\n' | medi-db import -q payments - >/dev/null
is "$(mc event list -q -s S01 -o csv --no-header --days 60 | cut -d, -f16)" 35000 'event list: within so many days'

# ---- out and in again ---------------------------------------------------------------------------------------------------------
mc touch C1 -q -s S01 --kind wechat --note 说了什么 >/dev/null
mc consent C1 -q --purpose album --proof 表单2
mc album add -q -s S01 C1 --code B1 --before nas/1.jpg --after nas/2.jpg --scope public --until 2027-01-01 >/dev/null
mc tag add -q C1 vip
mc tier -q >/dev/null
kinds='stores staff channels projects clients partners touches consents tags tiers referrals events guests vouchers albums'
for kind in $kinds; do medi-db export -q "$kind" --reveal test -o csv >"old-$kind.csv"; done
for kind in partners touches consents tags tiers referrals events guests vouchers albums; do
    ok "$([ "$(wc -l <"old-$kind.csv")" -gt 1 ]; echo $?)" "there is something of: $kind"
done
use again
prepare "$MEDI_DB"
medi-db init -q --test
for kind in $kinds; do
    medi-db import -q "$kind" "old-$kind.csv" >/dev/null
    medi-db export -q "$kind" --reveal test -o csv >again.csv
    ok "$(cmp -s "old-$kind.csv" again.csv; echo $?)" "out and in again: $kind, to the byte"
done
exits 0 'all holds' medi-db check
