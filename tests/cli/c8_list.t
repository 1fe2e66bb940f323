#!/bin/bash
# C8: clients by any mix of what is known of them.
. "$(dirname "$0")/lib.sh"
clinic
mc() { medi-client "$@"; }
printf 'code,name,kind\nP2,热玛吉,laser\n' | medi-db import -q projects - >/dev/null
medi-db store edit -q S01 --latitude 31.23 --longitude 121.47
cat >c.csv <<'CSV'
code,name,phone,gender,birthday,store,channel,owner,created_on,latitude,longitude,class
D1,甲,13900139001,female,1996-02-29,S01,xhs,K1,2026-01-01,31.235,121.475,client
D2,乙,13900139002,male,1986-12-31,S02,wx,,2026-01-01,31.26,121.50,client
D3,丙,,female,2001-01-03,S01,xhs,K1,2026-01-01,31.5,121.9,client
D4,丁,,,,S02,wx,,2026-01-01,,,client
E1,员,,female,1990-01-01,S01,wx,,2026-01-01,31.23,121.47,staff
CSV
medi-db import -q clients c.csv >/dev/null
cat >v.csv <<'CSV'
store,code,client,arrived_at,purpose,status
S01,V1,D1,2026-01-10 10:00,consult,finished
S01,V2,D1,2026-09-10 10:00,treatment,finished
S01,V3,D2,2026-02-10 10:00,treatment,finished
S01,V4,D2,2026-09-20 10:00,treatment,cancelled
CSV
medi-db import -q visits v.csv >/dev/null
printf 'store,code,order,client,kind,amount,paid_at\nS01,M1,O1,D1,payment,25000,2026-09-10 10:00\nS01,M2,O2,D2,payment,500,2026-02-10 10:00\nS01,M3,O2,D2,refund,-100,2026-02-11 10:00\n' | medi-db import -q payments - >/dev/null
cat >t.csv <<'CSV'
store,code,client,project,doctor,started_at,status
S01,T1,D1,P1,D1,2026-09-10 10:30,completed
S01,T2,D1,P2,D1,2026-09-10 10:40,completed
S01,T3,D2,P1,D1,2026-02-10 10:30,completed
S01,T4,D3,P2,D1,2026-02-10 10:30,entered-in-error
CSV
medi-db import -q treatments t.csv >/dev/null
got() { mc list -q --no-header "$@" | cut -f1 | sort | joined; }
is "$(got)" C1,C2,D1,D2,D3,D4 'all of them, and no staff; before segment ever ran'
mc segment -q >/dev/null
mc tier -q >/dev/null
mc tag add -q D1 vip
mc tag add -q D1 kol
mc tag add -q D2 vip
is "$(got --segment high-value)" D1 'segment'
is "$(got --not-segment high-value)" C1,C2,D2,D3,D4 'not that segment'
is "$(got --tier member)" D2 'tier'
is "$(got --tag vip)" D1,D2 'tag'
is "$(got --tag vip --tag kol)" D1 'both tags'
is "$(got --not-tag kol --tag vip)" D2 'a tag and not another'
is "$(got --seen-before 2026-06-01)" D2 'last seen before: a cancelled visit is none'
is "$(got --seen-before 2026-02-11)" D2 'last seen before: the day after'
is "$(got --seen-before 2026-02-10)" '' 'last seen before: not on that day'
is "$(got --seen-after 2026-09-01)" D1 'seen after'
is "$(got --spend-from 400 --spend-below 401)" D2 'spend, net of refunds'
is "$(got --spend-below 1)" C1,C2,D3,D4 'who spent nothing'
is "$(got --had P1)" D1,D2 'had a project'
is "$(got --had P1 --had P2)" D1 'had both'
is "$(got --had P1 --not-had P2)" D2 'had one and not the other'
is "$(got --had P2)" D1 'what was entered in error was not had'
is "$(got --age-from 40)" '' 'age: 39 is not 40'
is "$(got --age-from 39 --age-below 40)" D2 'age'
is "$(got --age-below 30)" D3 'younger'
is "$(MEDI_NOW=2026-12-31T09:00:00+08:00 got --age-from 40)" D2 'age: 40 on the birthday'
is "$(got --gender male)" D2 'gender'
is "$(got --channel xhs)" C1,D1,D3 'channel'
is "$(got --owner K1)" D1,D3 'owner'
is "$(got --home S02)" C2,D2,D4 'home store'
is "$(got --owner K1 --gender female --channel xhs --age-below 30 --not-had P1)" D3 'a mix'

# ---- birthdays ------------------------------------------------------------------------------------------------------------
is "$(got --birthday-from 12-20 --birthday-to 01-10)" D2,D3 'birthday: over the turn of the year'
is "$(got --birthday-from 12-31)" D2 'birthday: one day'
is "$(got --birthday-from 01-04 --birthday-to 12-30)" D1 'birthday: the rest of the year'
is "$(got --birthday-from 02-29)" D1 'birthday: 29 February'
is "$(got --birthday-from 02-28)" D1 'birthday: in a year without one, on the 28th'
is "$(MEDI_NOW=2028-02-01T09:00:00+08:00 got --birthday-from 02-28)" '' 'birthday: in a leap year not'
is "$(got --birthday-from 03-01 --birthday-to 03-05)" '' 'birthday: nor on 1 March'
for wrong in 2-29 02-30 13-01 0229 02-2x ''; do exits 2 "birthday: $wrong" mc list --birthday-from "$wrong" --lang en; done

# ---- places ----------------------------------------------------------------------------------------------------------------
is "$(got --within 1km@S01)" D1 'within 1 km'
is "$(mc list -q --no-header --within 1km@S01 | cut -f13)" 732 'the distance'
is "$(got --within 5km -s S01)" D1,D2 'within 5 km of the store of -s'
is "$(got --within 100km@S01)" D1,D2,D3 'within 100 km'
is "$(got --within 100km@S01 --limit 1)" D1 'and a limit'
exits 3 'a store whose place is not known' mc list --within 3km@S02 --lang en
exits 3 'a store that is none' mc list --within 3km@S77 --lang en
exits 2 'no store' mc list --within 3km --lang en
exits 2 'no distance' mc list --within far@S01 --lang en

# ---- what comes out ----------------------------------------------------------------------------------------------------------
is "$(mc list -q --within 1km@S01 | head -1)" "$(printf 'code\tstore\tsegment\tscore\ttier\towner\tchannel\tgender\tbirthday\tvisits\tlast_on\tspend_fen\tdistance_m')" 'columns, code first'
is "$(mc list -q --no-header --names --tag kol | cut -f14,15)" "$(printf '甲**\t+86139****9001')" 'names on request, masked'
is "$(mc list -q --no-header --names --tag kol --key none | cut -f14,15)" "$(printf '***\t***')" 'without the key nothing shows'
is "$(mc list -q --no-header --limit 2 | cut -f1 | joined)" "$(mc list -q --no-header | head -2 | cut -f1 | joined)" 'best score first'
exits 1 'rows make a 1 if asked' mc list --tag kol --exit-code
exits 0 'and no rows do not' mc list --tag complained --exit-code
# who has a duty in one store only sees that store's clients
person eve consultant S02
is "$(as eve medi-client list -q --no-header -s S02 | cut -f1 | sort | joined)" C2,D2,D4 'a duty of one store: its clients alone'
exits 3 'a duty of one store: not the chain' as eve medi-client list --lang en
