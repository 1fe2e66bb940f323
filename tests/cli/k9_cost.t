#!/bin/bash
# K9, K12: what goods cost: by item, lot, project, store, doctor and month, each adding up to the ledger; prices paid; turnover;
# what lies dead; what was lost, and by which movements. The figures were reckoned by hand from the table of movements below.
# Broken once, and seen to fail: with m.kind for what a counter-entry counters (flow.part) thirteen of them; with each part of a
# rest rounded by itself (spread.part) what is not exactly the whole.
# shellcheck source=tests/cli/lib.sh
. "$(dirname "$0")/lib.sh"
clinic
import() { medi-db import -q "$1" - >/dev/null || echo "# import $1 failed" >&2; }
stock() { medi-stock "$@" --lang en; }
rows() { # COLUMNS VERB…
    local columns=$1
    shift
    stock "$@" --no-header | cut -f"$columns" | tr '\t\n' '| '
}
sept=(--from 2026-09-01 --to 2026-10-01)
printf 'code,name,role\nD2,赵医生,doctor\n' | import staff
printf 'code,name,kind\nP2,光子嫩肤,laser\nP3,补水,care\n' | import projects
printf 'code,name\nG1,甲公司\nG2,乙公司\n' | import suppliers
printf 'code,name,kind,unit,storage,vial_size,open_hours,pack_unit,pack_size\nA,肉毒素,drug,U,cold,100,4,盒,100\nB,针,consumable,支,ambient,,,,\nC,纱布,consumable,片,ambient,,,,\nE,敷料,consumable,片,ambient,,,,\nF,赠品,consumable,个,ambient,,,,\n' | import items
printf 'project,item,quantity,optional\nP1,A,20,0\nP1,B,1,0\nP1,C,9,1\n' | import kits
cat <<'END' | import lots
store,item,code,supplier,expires_on,received_on,quantity,cost_fen
S01,A,LA,G1,2028-01-01,2026-08-01,300,30000
S01,B,LB,G1,2028-01-01,2026-08-01,100,1001
S02,B,LB,G1,2028-01-01,2026-08-01,50,500
S02,C,LC,G2,2026-09-15,2026-08-01,40,400
S01,E,E1,G1,2026-10-10,2026-05-01,100,10000
S02,E,E2,G2,2028-01-01,2026-06-01,200,24000
S01,E,E3,G1,2028-01-01,2026-07-01,50,4500
S02,E,E3,G1,2028-01-01,2026-08-15,10,900
S01,F,LF,,2028-01-01,2026-08-01,10,0
END
cat <<'END' | import treatments
store,code,client,project,doctor,started_at,status,quantity,recognised_fen
S01,T0,C1,P1,D1,2026-08-31 23:30,completed,1,100000
S01,T1,C1,P1,D1,2026-09-01 00:00,completed,1,100000
S01,T2,C1,P1,D1,2026-09-02 10:00,completed,2,200000
S01,T3,C2,P2,D2,2026-09-02 11:00,completed,1,50000
S01,T5,C2,P1,D2,2026-09-03 10:00,entered-in-error,1,100000
S02,T6,C2,P2,D2,2026-09-10 10:00,completed,1,0
S01,T7,C1,P3,D1,2026-09-11 10:00,completed,1,30000
S01,T8,C1,P1,D1,2026-10-01 00:00,completed,1,100000
END
cat <<'END' | import vials
store,code,item,lot,opened_at,use_by,quantity,used,closed_at
S01,V1,A,LA,2026-09-01 00:00,2026-09-02 12:00,100,100,2026-09-02 11:30
S01,V2,A,LA,2026-09-03 10:00,2026-09-03 14:00,15,15,2026-09-03 18:00
END
cat <<'END' | import stock_moves
store,code,item,lot,kind,quantity,cost_fen,at,treatment,vial,staff,reverses,reason
S01,M00,A,LA,use,-10,-1000,2026-08-31 23:30,T0,,D1,,
S01,M01,A,LA,use,-25,-2500,2026-09-01 00:00,T1,V1,D1,,
S01,M02,B,LB,use,-1,-10,2026-09-01 00:00,T1,,D1,,
S01,M03,A,LA,use,-45,-4500,2026-09-02 10:00,T2,V1,D1,,
S01,M04,B,LB,use,-2,-20,2026-09-02 10:00,T2,,D1,,
S01,M05,A,LA,use,-10,-1000,2026-09-02 11:00,T3,V1,D2,,
S01,M06,A,LA,waste,-20,-2001,2026-09-02 11:30,,V1,N1,,余量
S01,M07,B,LB,issue,-10,-100,2026-09-03 09:00,,,N1,,治疗室
S01,M08,B,LB,return,4,40,2026-09-03 18:00,,,N1,M07,未用
S01,M09,A,LA,use,-30,-3000,2026-09-03 10:00,T5,V2,D2,,
S01,M10,A,LA,counter,30,3000,2026-09-03 10:00,,V2,D2,M09,误录
S01,M11,B,LB,waste,-5,-51,2026-09-04 09:00,,,N1,,破损
S01,M12,B,LB,count,-3,-30,2026-09-30 20:00,,,K1,,
S02,M13,B,LB,use,-5,-50,2026-09-10 10:00,T6,,D2,,
S01,M14,B,LB,transfer-out,-10,-100,2026-09-20 10:00,,,K1,,调拨
S02,M15,C,LC,waste,-40,-400,2026-09-16 10:00,,,N1,,过期
S01,M16,A,LA,waste,-15,-1500,2026-09-03 18:00,,V2,N1,,超时
S01,M17,A,LA,use,-20,-2000,2026-10-01 00:00,T8,,D1,,
S01,M18,F,LF,issue,-1,0,2026-09-05 10:00,,,N1,,
S01,M19,E,E3,receipt,50,4550,2026-08-01 10:00,,,,,
S01,M20,E,E3,transfer-out,-10,-900,2026-08-15 10:00,,,K1,,
S01,M21,B,LB,waste,-7,-70,2026-09-06 09:00,,,N1,,错点
S01,M22,B,LB,counter,7,70,2026-09-06 09:00,,,K1,M21,误录
END
printf 'store,code,line,to_store,item,lot,quantity,cost_fen,at,out_move\nS01,TF1,1,S02,E,E3,10,900,2026-08-15 10:00,M20\n' | import transfers
# the sums of the lots
change "UPDATE lot SET moved = COALESCE((SELECT SUM(m.quantity) FROM stock_move AS m WHERE m.store_id = lot.store_id AND m.lot_id = lot.id), 0), moved_fen = COALESCE((SELECT SUM(m.cost_fen) FROM stock_move AS m WHERE m.store_id = lot.store_id AND m.lot_id = lot.id), 0)"

# ---- cost ----
# V1's rest, 20 U of 2001 fen, falls on T1, T2 and T3 by the 25, 45 and 10 U that they drew: 625, 1125, 251. V2's 1500 on nobody:
# what was drawn from it was countered. P1's kit: T1 and twice T2, 20 U at 100 and 1 needle at 10, is 6030.
is "$(rows 1,6,8,9,11,13-18,20-22 cost --by project "${sept[@]}")" '-|60|1500|1560|451|30|0|0||||||0 P1|7030|1750|8780|0|0|2|0|300000|0.029267|8780|6030|2750|1 P2|1050|251|1301|0|0|2|0|50000|0.026020|1301|||1 P3|0|0|0|0|0|1|1|30000|0.000000|0|||1 ' 'by project: use, rests of packs, revenue, share, against the kit'
is "$(rows 1-13 cost --by lot "${sept[@]}")" 'LA|肉毒素|A|U|80|8000|35|3501|11501|0|0|0|0 LB|针|B|支|14|140|0|0|140|5|51|3|30 LC|纱布|C|片|0|0|0|0|0|40|400|0|0 LF|赠品|F|个|1|0|0|0|0|0|0|0|0 ' 'by lot'
is "$(rows 1,5,6,9,16 cost --by item "${sept[@]}")" 'A|80|8000|11501| B|14|140|140| C|0|0|0| F|1|0|0| ' 'by item, which is the usual'
is "$(rows 1,5,6,9,16 cost "${sept[@]}")" "$(rows 1,5,6,9,16 cost --by item "${sept[@]}")" 'by item, which is the usual, indeed'
is "$(rows 1,9,11,14-18,20,21 cost --by store "${sept[@]}")" 'S01|11591|51|4|1|380000|0.030503|11591|6030|2750 S02|50|400|1|0|0||50|| ' 'by store: of free treatments there is no share'
is "$(rows 1,9,14,16 cost --by doctor "${sept[@]}")" '-|1560|0| D1|8780|3|330000 D2|1301|2|50000 ' 'by doctor'
is "$(rows 1,9,11,14,16 cost --by month)" '2026-08|1000|0|1|100000 2026-09|11641|451|5|380000 2026-10|2000|0|1|100000 ' 'by month: the days are those of the store'
for by in item lot project store doctor month; do
    is "$(stock cost --by "$by" "${sept[@]}" --no-header | awk -F '\t' '{ s += $9 + $11 + $13 } END { print s }')" 12122 "by $by: it adds up to the ledger"
done
is "$(ask "SELECT -SUM(cost_fen) FROM stock_move WHERE kind NOT IN ('transfer-out', 'receipt') AND code <> 'M00' AND code <> 'M17'")" 12122 'which says so itself'
is "$(rows 1,6,8,9,14,20,21 cost --by project "${sept[@]}" --as-of 2026-09-02T10:30:00+08:00)" 'P1|7030|0|7030|2|6030|1000 ' 'as it was on a day: before the pack was wasted'
is "$(rows 1,9 cost --by project "${sept[@]}" --store S02)" '-|0 P2|50 ' 'of one store'
is "$(rows 1,9 cost --by project --from 2026-09-02 --to 2026-09-03)" 'P1|6270 P2|1251 ' 'a day: the rest of a pack counts on the day that it was wasted'
is "$(rows 1,22 cost --by project "${sept[@]}" --few 2)" '-|0 P1|0 P2|0 P3|1 ' 'few: so few'
is "$(stock cost --by project "${sept[@]}" -o jsonl | sed -n 2p | grep -oE '"(share|planned)[^,]*' | joined)" '"share":0.029267,"share_numerator":8780,"share_denominator":300000,"planned_fen":6030' 'json'
exits 2 'by nothing' stock cost --by colour
exits 0 'nothing to tell' stock cost --from 2020-01-01 --to 2020-02-01

# ---- prices ----
is "$(rows 1,2,5-8,11-16 price history E)" '2026-05-01|S01|G1|E1|100|10000|100|||100|100|0 2026-06-01|S02|G2|E2|200|24000|120|100|0.200000|100|120|1 2026-07-01|S01|G1|E3|50|4500|90|120|-0.250000|90|120|1 2026-08-01|S01|G1|E3|50|4550|91|90|0.011111|90|120|0 ' 'prices: what came again counts, what came from another store does not'
is "$(rows 6,11,13,16 price history E --store S01)" 'E1|100||0 E3|90|-0.100000|0 E3|91|0.011111|0 ' 'of one store'
is "$(rows 6,13,16 price history E --supplier G1 --jump 9)" 'E1||0 E3|-0.100000|1 E3|0.011111|0 ' 'of one supplier, more than nine per cent'
is "$(rows 6,11,12 price history E --from 2026-07-01 --to 2026-08-01)" 'E3|90|120 ' 'of some days, against what was before'
is "$(rows 6,11 price history E --as-of 2026-06-30)" 'E1|100 E2|120 ' 'as it was known'
is "$(rows 3,9,11 price history A)" 'A|100|10000 ' 'of a pack'
is "$(rows 3 price history F)" '' 'what was given has no price'
is "$(rows 1,3,4,7-12 price list E)" 'E|G1|3|100|90|100|91|2026-08-01|-0.090000 E|G2|1|120|120|120|120|2026-06-01|0.000000 ' 'by supplier: first, least, most, last'
exits 2 'a jump below zero' stock price history E --jump=-1

# ---- turnover ----
# B: 1501 fen on each of 30 evenings, less 10, 20, 60, 51, 50, 100 and 30 from days 1, 2, 3, 4, 10, 20 and 30 on: 38913 fen-days.
is "$(rows 1,3-12 turnover "${sept[@]}")" 'A|30|29000|17499|17849|8000|3501|5.453000|66.934000|3|1 B|30|1501|1180|1297|140|81|1.313000|277.950000|4|1 C|30|400|0|200|0|400|0.000000||0|1 E|30|43050|43050|43050|0|0|0.000000||0|1 F|30|0|0|0|0|0|||1|1 ' 'turnover: of the mean of every evening; of nothing there is none'
is "$(rows 1,4-10 turnover --by category "${sept[@]}")" 'consumable|44951|44230|44547|140|481|0.038000|9545.807000 drug|29000|17499|17849|8000|3501|5.453000|66.934000 ' 'by category'
is "$(rows 1,7,8 turnover --by store "${sept[@]}")" 'S01|8090|3582 S02|50|400 ' 'by store'
is "$(rows 1,3,7 turnover --from 2026-09-01 --to 2027-01-01 --store S01 --by store)" 'S01|31|10090 ' 'what is not known yet is no day'
is "$(rows 1,3,5,7 turnover --as-of 2026-09-02T10:30:00+08:00 --from 2026-09-01 --by store)" 'S01|2|41121|7030 S02|2|25800|0 ' 'as it was known'
exits 2 'no day' stock turnover --from 2026-10-02

# ---- dead ----
run stock dead --days 21
is "$code $(printf '%s\n' "$out" | tail -n +2 | cut -f1-3,5,7-12 | tr '\t\n' '| ')" '1 error|S01|E|190|18150|153||2026-08-15|2026-05-01|2026-10-10 warning|S01|B|73|730|28|2026-09-03|2026-09-30|2026-08-01|2028-01-01 warning|S01|F|9|0|26|2026-09-05|2026-09-05|2026-08-01|2028-01-01 warning|S02|B|45|450|21|2026-09-10|2026-09-10|2026-08-01|2028-01-01 warning|S02|E|210|24900|122|||2026-06-01|2028-01-01 ' 'dead: since the last use, or since it came'
is "$(rows 2,3 dead --days 22)" 'S01|E S01|B S01|F S02|E ' 'a day more'
is "$(rows 2,3 dead)" 'S01|E S02|E ' 'ninety days, as it is set'
exits 0 'no error' stock dead --store S02 --fail-on error
exits 0 'not of this item' stock dead A
is "$(rows 2,3,5 dead E --days 20 --as-of 2026-05-30)" 'S01|E|100 ' 'as it was'
change "UPDATE lot SET place = '急救车' WHERE code = 'E1'"
is "$(rows 3,5,9,11 dead E --store S01 --except 急救车 --days 93)" '' 'what must lie there is not dead, and the rest came later'
is "$(rows 3,5,11 dead E --store S01 --except 急救车 --days 92)" 'E|90|2026-07-01 ' 'and the rest came later, indeed'

# ---- loss ----
is "$(rows 1,3,6-11 loss --by reason "${sept[@]}")" 'count-short||30|8140|0.003686|30|8140|S01/M12 expired|过期|400|8140|0.049140|400|8140|S02/M15 opened-too-long|超时|1500|8140|0.184275|1500|8140|S01/M16 pack-rest|余量|2001|8140|0.245823|2001|8140|S01/M06 wasted|破损|51|8140|0.006265|51|8140|S01/M11 ' 'loss: each reason with its movements; what was countered is none'
is "$(rows 1,4,5,6,7,8,11 loss "${sept[@]}")" 'A|35|U|3501|8000|0.437625|S01/M06 S01/M16 B|8|支|81|140|0.578571|S01/M11 S01/M21 S01/M22 S01/M12 C|40|片|400|0||S02/M15 ' 'by item'
is "$(rows 1,2,4,6,11 loss --by person "${sept[@]}")" 'K1|王咨询||30|S01/M12 N1|李护士||3952|S01/M06 S01/M16 S01/M11 S01/M21 S01/M22 S02/M15 ' 'by person'
is "$(rows 1,6,7,8,11 loss --by store "${sept[@]}")" 'S01|3582|8090|0.442769|M06 M16 M11 M21 M22 M12 S02|400|50|8.000000|M15 ' 'by store'
is "$(rows 1,6 loss --by item "${sept[@]}" --as-of 2026-09-03)" 'A|3501 ' 'as it was'
is "$(stock loss "${sept[@]}" --no-header | awk -F '\t' '{ s += $6 } END { print s }')" "$(stock cost "${sept[@]}" --no-header | awk -F '\t' '{ s += $8 + $11 + $13 } END { print s }')" 'it is what cost says apart from use'
