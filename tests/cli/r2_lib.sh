# For tests/cli/r2_*.t: a store that is open every day, two doctors, a nurse, rooms, machines, clients.
# Read after lib.sh. Now is Thursday 2026-10-01 09:00 in Shanghai.
# shellcheck shell=bash
roster_clinic() { # [DOCTORS]: D1 … with licences; they belong to S01
    local i
    init
    {
        echo 'code,name,zone,hours,licence_no,licence_to,departments,level'
        echo 'S01,旗舰店,Asia/Shanghai,Mo-Sa 09:00-18:00; Su 10:00-16:00,L1,2030-12-31,美容皮肤科,门诊部'
        echo 'S02,社区店,Asia/Shanghai,09:00-18:00,L2,2030-12-31,美容皮肤科,诊所'
    } | medi-db import -q stores - >/dev/null
    {
        echo 'code,name,role,store'
        for i in $(seq "${1:-2}"); do echo "D$i,医生$i,doctor,S01"; done
        echo 'E1,社区医生,doctor,S02'
        echo 'N1,护士一,nurse,S01'
        echo 'K1,咨询师,consultant,S01'
    } | medi-db import -q staff - >/dev/null
    {
        echo 'staff,kind,number,valid_from,valid_to'
        for i in $(seq "${1:-2}"); do echo "D$i,physician,Z$i,2015-01-01,2030-12-31"; done
        echo 'E1,physician,ZE1,2015-01-01,2030-12-31'
        echo 'N1,nurse,ZN1,2015-01-01,2030-12-31'
    } | medi-db import -q licences - >/dev/null
    printf 'code,name,category\nwx,微信,own\n' | medi-db import -q channels - >/dev/null
    {
        echo 'code,name,kind,minutes,device_kind,licence'
        echo 'P1,除皱针,injection,30,,physician'
        echo 'P2,光子嫩肤,laser,60,ipl,physician'
        echo 'P3,皮肤护理,care,45,,nurse'
        echo 'P4,咨询,care,20,,'
    } | medi-db import -q projects - >/dev/null
    {
        echo 'code,store,channel,created_on'
        for i in $(seq 40); do echo "C$i,S01,wx,2026-01-01"; done
    } | medi-db import -q clients - >/dev/null
}
roster_rooms() {
    printf 'store,code,name,kinds\nS01,R1,治疗室1,injection laser\nS01,R2,治疗室2,\n' | medi-db import -q rooms - >/dev/null
    printf 'store,code,name,kind,calibrate\nS01,M1,光子仪1,ipl,0\nS01,M2,光子仪2,ipl,0\n' | medi-db import -q equipment - >/dev/null
}
book() { run medi-roster book --lang en -s S01 "$@"; } # CLIENT PROJECT OPTION…
# Bookings of one person, room, machine or client that overlap, with the buffers of their projects: counted behind
# the tool's back, pair by pair.
overlaps() {
    ask "WITH a AS (
        SELECT b.store_id, b.id, b.client_id, b.doctor_id, b.nurse_id, b.room, b.device, b.starts_at, b.ends_at,
               b.starts_at - 60 * COALESCE(n.before_minutes, 0) AS f, b.ends_at + 60 * COALESCE(n.after_minutes, 0) AS t
        FROM appointment AS b LEFT JOIN project_need AS n ON n.project_id = b.project_id
        WHERE b.status IN ('pending', 'booked', 'arrived', 'checked-in', 'fulfilled'))
        SELECT COUNT(*) FROM a AS x JOIN a AS y
        ON (x.store_id < y.store_id OR (x.store_id = y.store_id AND x.id < y.id))
        AND ((x.f < y.t AND y.f < x.t AND (x.doctor_id = y.doctor_id OR x.nurse_id = y.nurse_id OR x.doctor_id = y.nurse_id
              OR (x.store_id = y.store_id AND (x.room = y.room OR x.device = y.device))))
             OR (x.starts_at < y.ends_at AND y.starts_at < x.ends_at AND x.client_id = y.client_id))"
}
