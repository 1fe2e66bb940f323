#!/bin/bash
# M9: competitors' prices and activities, imported, matched and compared with one's own; counted by hand.
# (Seen to fail: the cheapest price of a competitor for the latest, and the chain's price for the store's.)
. "$(dirname "$0")/lib.sh"
. "$top/tests/cli/m8_lib.sh"
clinic
printf 'code,name,kind\nP2,光子嫩肤,laser\nP3,补水,skin\n' | medi-db import -q projects - >/dev/null
printf '%s\n' project,store,channel,valid_from,valid_to,price 'P1,*,,2026-01-01,,1000' 'P1,S02,,2026-01-01,,900' 'P1,*,xhs,2026-01-01,,100' \
    'P2,*,,2026-01-01,2026-09-30,500' 'P2,*,,2026-11-01,,400' | medi-db import -q prices - >/dev/null
# 竞品价格 as a clinic keeps it; A asked 1,200 first and 800 then, B 1,000, C 1,400, D long ago, E tomorrow; two offers of B on one day
printf '%s\n' '机构名称,对方项目,本院项目,采集日期,活动价,促销活动,来源' '甲,除皱单次,除皱针,2026-08-01,1200,,大众点评' '甲,除皱单次,P1,2026-09-20,800,首单,大众点评' \
    '乙,面部除皱,P1,2026-09-01,"1,000",,海报' '乙,面部除皱(全),P1,2026-09-01,1600,,海报' '丙,除皱,P1,2026-07-05,1400,,' '丁,除皱,P1,2026-07-03,300,,' \
    '戊,除皱,P1,2026-10-02,300,,' '甲,M22,P2,2026-09-20,600,,' '甲,水光,,2026-09-20,600,,' '己,补水,P3,2026-09-20,199,,' >market.csv
exits 0 'market prices' medi-db import market_prices market.csv
exits 0 'once more' medi-db import market_prices market.csv
is "$(counts)" '10 0 0 10 0' 'once more: nothing new'
one='P1 除皱针 100000 3 80000 100000 140000 甲 首单 2 0 0.000000 2026-07-05 2026-09-20'
rows "$one/P2 光子嫩肤  1 60000 60000 60000 甲     2026-09-20 2026-09-20/P3 补水  1 19900 19900 19900 己     2026-09-20 2026-09-20" market
rows "$one" market --project P1
rows 'P1 除皱针 90000 3 80000 100000 140000 甲 首单 2 -10000 -0.100000 2026-07-05 2026-09-20' market -s S02 --project P1
rows 'P1 除皱针 100000 2 80000 90000 100000 甲 首单 2 10000 0.111111 2026-09-01 2026-09-20' market --project P1 --days 60
rows 'P1 除皱针 100000 4 30000 90000 140000 丁  3 10000 0.111111 2026-07-03 2026-09-20' market --project P1 --days 91
rows 'P2 光子嫩肤 50000 1 60000 60000 60000 甲  1 -10000 -0.166666 2026-09-20 2026-09-20' market --project P2 --as-of 2026-09-30T12:00+08:00
exits 0 'by hand' kpi market add 庚 '除皱 单次' 700 --project P1 --activity 双人同行 --source 巡店
rows 'P1 除皱针 100000 4 70000 90000 140000 庚 双人同行 3 10000 0.111111 2026-07-05 2026-10-01' market --project P1
exits 0 'corrected' kpi market add 庚 '除皱 单次' 720 --project P1
rows '庚 除皱 单次 P1 2026-10-01 72000 双人同行 巡店 ' market list --competitor 庚
rows '甲 水光  2026-09-20 60000   ' market list --unmatched
exits 0 'matched' kpi market add 甲 水光 600 --project P3 --day 2026-09-20
rows '' market list --unmatched
rows '己 补水 P3 2026-09-20 19900   /甲 水光 P3 2026-09-20 60000   ' market list --project P3 --from 2026-09-20 --to 2026-09-21
exits 0 'nothing seen' kpi market --as-of 2020-01-01
is "$err" 'medi-kpi: no competitor'\''s price was seen in the last 90 days' 'nothing seen: it says so'
exits 3 'of no project' kpi market add 甲 水光 600 --project P9
exits 3 'no money' kpi market add 甲 水光 about --project P3
exits 2 'no days' kpi market --days 0
medi-db export market_prices >out.tsv
cp out.tsv first.tsv
init other
use other
printf 'code,name,kind\nP1,除皱针,injection\nP3,补水,skin\nP2,光子嫩肤,laser\n' | medi-db import -q projects - >/dev/null
medi-db import -q market_prices first.tsv >/dev/null
medi-db export market_prices >again.tsv
is "$(cmp first.tsv again.tsv && wc -l <again.tsv)" 12 'out, in and out again is the same'
