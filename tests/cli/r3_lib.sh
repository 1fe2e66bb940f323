# For tests/cli/r3_*.t: a store that is closed on Sundays, with half a year in which on each weekday as many come, all alike: Monday
# to Thursday 18, Friday 27, Saturday 36, as many in each hour from 9 to 18. Read after lib.sh. Now is Thursday 2026-10-01 09:00.
# shellcheck shell=bash
arrivals() { # STORE FIRST-DAY LAST-DAY [ZONE]: visits of the pattern, as CSV rows
    local day last
    day=$(date -ud "$2" +%s) last=$(date -ud "$3" +%s)
    awk -v store="$1" -v day="$day" -v last="$last" '
        function date(s) { return strftime("%Y-%m-%d", s, 1) }
        BEGIN { split("18 18 18 18 27 36 0", many, " ")
            for (; day <= last; day += 86400) {
                w = (int(day / 86400) + 3) % 7 + 1
                for (i = 1; i <= many[w]; i++)
                    printf "%s,V%s-%d,C%d,%s %02d:%02d,finished,treatment\n", store, date(day), i, i, date(day), 9 + (i - 1) % 9, int(i / 9) * 10
            } }'
}
load_visits() { (echo 'store,code,client,arrived_at,status,purpose' && cat) | medi-db import -q visits - >/dev/null; }
load_clinic() {
    local i
    init
    {
        echo 'code,name,zone,hours'
        echo 'S01,旗舰店,Asia/Shanghai,Mo-Sa 09:00-18:00'
        echo 'S02,社区店,Asia/Shanghai,Mo-Sa 09:00-18:00'
    } | medi-db import -q stores - >/dev/null
    {
        echo 'code,name,role,store'
        echo 'D1,医生一,doctor,S01'
        echo 'N1,护士一,nurse,S01'
        echo 'K1,咨询师,consultant,S01'
    } | medi-db import -q staff - >/dev/null
    printf 'staff,kind,number,valid_from,valid_to\nD1,physician,Z1,2015-01-01,2030-12-31\n' | medi-db import -q licences - >/dev/null
    printf 'code,name,category\nwx,微信,own\n' | medi-db import -q channels - >/dev/null
    printf 'code,name,kind,minutes\nP1,除皱针,injection,30\nP2,光子嫩肤,laser,60\n' | medi-db import -q projects - >/dev/null
    {
        echo 'code,store,channel,created_on'
        for i in $(seq 60); do echo "C$i,S01,wx,2025-01-01"; done
    } | medi-db import -q clients - >/dev/null
}
