#!/bin/bash
# C10: leads become clients without retyping; lost ones with the reason.
. "$(dirname "$0")/lib.sh"
clinic
mc() { medi-client "$@"; }
exits 0 'lead add' mc lead add -s S01 --name 周小姐 --phone '137 0013-7000' --channel xhs --project P1 --owner K1 --next-step 发案例 --next-on +3d --note '想改善法令纹' --at 2026-09-30T20:00
lead=$out
is "$lead" L20261001-0001 'lead add: says the code that it made'
is "$(mc lead list -q --no-header)" "$(printf '%s\t周**\t+86137****7000\tS01\txhs\tP1\tK1\t2026-09-30\tnew\t发案例\t2026-10-04\t\t' "$lead")" 'lead list: masked'
is "$(mc lead list -q --no-header --key none | cut -f2,3)" "$(printf '***\t***')" 'lead list: hidden without the key'
for secret in 周小姐 13700137000 法令纹; do is "$(holding "$secret")" '' "sealed: $secret"; done
exits 3 'the same phone again' mc lead add -s S02 --phone 13700137000 --lang en
like "$err" "that of the open lead $lead" 'the same phone again: names the lead'
exits 3 "a client's phone" mc lead add -s S01 --phone 13800138001 --lang en
like "$err" 'that of client C1' "a client's phone: names the client"
exits 0 'anyway' mc lead add -s S01 --code L2 --phone 13800138001 --anyway 家人 --channel wx
exits 2 'without a store' mc lead add --name x --lang en
exits 0 'lead edit' mc lead edit "$lead" --stage contacted --next-on 2026-10-08
is "$(mc lead list -q --no-header --due 2026-10-07)" '' 'due: not yet'
is "$(mc lead list -q --no-header --due 2026-10-08 --open | cut -f1)" "$lead" 'due'
exits 1 'due with --exit-code' mc lead list --due 2026-10-08 --exit-code
is "$(mc lead list -q --no-header --stage contacted --owner K1 --channel xhs | cut -f1)" "$lead" 'by stage, owner and channel'

exits 3 'convert of nobody' mc lead convert L99 --lang en
exits 2 'convert without the key' mc lead convert "$lead" --key none --lang en
exits 0 'convert, dry' mc lead convert "$lead" -n
is "$(ask "SELECT COUNT(*) FROM client")" 2 'convert, dry: nobody new'
exits 0 'convert' mc lead convert "$lead"
client=$out
is "$(medi-db export clients "$client" -q -o csv --no-header --reveal test)" "$client,周小姐,+8613700137000,,,,S01,xhs,K1,,2026-10-01,client,,,,,,,想改善法令纹,,," 'convert: name, phone, note, store, channel and owner went over'
is "$(mc find -q --no-header 13700137000 | cut -f1)" "$client" 'convert: is found by phone'
is "$(medi-db export leads "$lead" -q -o csv --no-header --reveal test | cut -d, -f1-3,9,13)" "$lead,周小姐,+8613700137000,converted,$client" 'convert: the lead says whom it became'
is "$(mc show "$client" -q --no-header --kind lead --part timeline | cut -f2)" 2026-09-30 'convert: the timeline begins with the lead'
exits 3 'convert twice' mc lead convert "$lead" --lang en
like "$err" "lead $lead: became client $client already" 'convert twice: says so'
exits 3 'an edit of a converted lead' mc lead edit "$lead" --stage new --lang en
exits 0 'convert of a client who is there' mc lead convert L2 --lang en
is "$out" C1 'convert of a client who is there: is that client'
like "$err" 'C1: has this phone, and is taken for the same person' 'convert of a client who is there: says so'
is "$(ask "SELECT COUNT(*) FROM client")" 3 'convert of a client who is there: nobody new'
mc lead add -q -s S01 --code L4 --name 无电话 >/dev/null
exits 0 'convert with a code' mc lead convert L4 --client C44
is "$out" C44 'convert with a code: that one'

mc lead add -q -s S01 --code L5 --name 钱 --phone 13700137005 >/dev/null
exits 2 'lose without a reason' mc lead lose L5 --lang en
exits 0 'lose' mc lead lose L5 --reason 价格过高
is "$(mc lead list -q --no-header --stage lost | cut -f1,9,12)" "$(printf 'L5\tlost\t价格过高')" 'lose: with the reason'
exits 3 'lose twice' mc lead lose L5 --reason 外地 --lang en
exits 3 'convert a lost one' mc lead convert L5 --lang en
like "$err" 'medi-client lead edit L5 --stage contacted' 'convert a lost one: says how'
exits 0 'open it again' mc lead edit L5 --stage contacted
is "$(medi-db export leads L5 -q -o csv --no-header | cut -d, -f9,12)" 'contacted,' 'open it again: no reason any more'
exits 0 'and convert' mc lead convert L5
# a race: one client of it, whatever runs at once
mc lead add -q -s S01 --code L6 --name 抢 --phone 13700137006 >/dev/null
for n in $(seq 16); do (medi-client lead convert -q L6 --wait 60 >"race.$n" 2>/dev/null; echo $? >"race.code.$n") & done
wait
is "$(sort race.code.* | uniq -c | awk '{ print $2 "x" $1 }' | joined ' ')" '0x1 3x15' 'converted by sixteen at once: once'
exits 0 'all holds' medi-db check
exits 0 'the log verifies' medi-audit verify --deep
