#!/bin/bash
# C3: tiers by spend, frequency, loyalty and potential; changes are dated; a clinic may have its own.
. "$(dirname "$0")/lib.sh"
clinic
mc() { medi-client "$@"; }
pay() { printf 'store,code,order,client,kind,amount,paid_at\nS01,%s,%s,%s,%s,%s,%s\n' "$@" | medi-db import -q payments - >/dev/null; }
tiers() { mc tier -q --no-header | awk -F'\t' '{ print $1 "=" $3 }' | joined ' '; }
pay M1 O1 C1 payment 30000 '2026-09-01 10:00'
pay M2 O2 C2 payment 100 '2026-09-01 10:00'
is "$(tiers)" 'diamond=0 gold=1 silver=0 member=1 =0' 'reckoned'
is "$(tiers)" 'diamond=0 gold=1 silver=0 member=1 =0' 'again'
is "$(ask "SELECT COUNT(*) FROM log WHERE verb = 'tier'")" 1 'again: nothing changed, nothing logged'
is "$(medi-db export tiers -q -o csv --no-header)" "$(lines 'C1,gold,2026-10-01,,year-spend' 'C2,member,2026-10-01,,bought')" 'with day and reason'
is "$(mc show C1 -q --part file --lang zh | awk -F'\t' '$4 == "benefit" { print $10 }' | joined ' ')" '会员定制日 生日礼遇 500 元' 'with its benefits'
pay M3 O3 C2 payment 100000 '2026-10-01 08:00'
is "$(env MEDI_NOW=2026-10-05T09:00:00+08:00 medi-client tier -q --no-header | awk -F'\t' '{ print $1 "=" $3 }' | joined ' ')" 'diamond=1 gold=1 silver=0 member=0 =0' 'up at once'
is "$(medi-db export tiers -q -o csv --no-header | tail -2)" "$(lines 'C2,member,2026-10-01,2026-10-05,bought' 'C2,diamond,2026-10-05,,year-spend')" 'the change is dated'
pay M4 O3 C2 refund -100000 '2026-10-06 08:00'
run env MEDI_NOW=2026-10-07T09:00:00+08:00 medi-client tier -q --no-header
is "$(ask "SELECT tier FROM client_tier WHERE to_on IS NULL ORDER BY client_id" | joined)" gold,diamond 'down not before its time'
run env MEDI_NOW=2027-10-05T09:00:00+08:00 medi-client tier -q --no-header
is "$(ask "SELECT tier FROM client_tier WHERE to_on IS NULL ORDER BY client_id" | joined)" 'member,member' 'down after it'
is "$(mc tier list -q --no-header | wc -l)" 4 'the tiers can be listed'
like "$(mc tier list -q --no-header --lang zh | head -1)" '钻石会员.*10 万元.*专属医美管家' 'with what they want and give, in Chinese'
mkdir own
printf 'tiers:\n  - tier: only\n    zh: 唯一\n    says: s\n    benefits: [{says: b, zh: 权益}]\n    any: [{reason: r, says: s, zh: z, when: {visits_from: 1}, passes: {visits: 1}, fails: {visits: 0}}]\n' >own/tiers.yaml
is "$(MEDI_CONFIG=own mc tier list -q --no-header | cut -f1)" only 'a clinic may have its own'
printf 'tiers:\n  - {tier: only, zh: z, says: s, benefits: [{says: b, zh: z}]}\n' >own/tiers.yaml
exits 3 'one that nothing decides is refused' env MEDI_CONFIG=own medi-client tier list --lang en
like "$err" 'own/tiers.yaml:2: any: missing; without it nothing decides this' 'one that nothing decides: says where'
exits 0 'all holds' medi-db check
