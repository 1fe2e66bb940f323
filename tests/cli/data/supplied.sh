# For k3: a clinic that can order: U1 has all papers that drugs and devices need, U2 none; I1 travels cold, in 盒 of ten 瓶
# of 100 U, I2 to I4 do not, I5 is toxic. `good` is a line that may come in, logger.csv a record of 06:00 to 09:00. Behind lib.sh.
# shellcheck shell=bash disable=SC2034,SC2154
s() { medi-stock "$@" --lang en; }
good=I1=4瓶@L1,made=2026-06-01,expires=2029-05-31
supplied() {
    clinic
    export MEDI_STORE=S01
    printf 'code,name,kind,registration_no,unit,vial_unit,vial_size,pack_unit,pack_size,storage,spec,controlled\nI1,肉毒毒素,drug,国药准字S20200001,U,瓶,100,盒,1000,cold,100U,0\nI2,注射针,consumable,国械注准20203140002,支,,,,,ambient,,\nI3,利多卡因,drug,国药准字H20200003,支,,,,,ambient,,\nI4,纱布,consumable,国械注准20202140004,片,,,,,ambient,,\nI5,毒素,drug,国药准字S20200005,U,瓶,100,,,cold,,1\n' |
        medi-db import -q items - >/dev/null
    printf 'code,name\nU1,样例医药\nU2,无证商行\n' | medi-db import -q suppliers - >/dev/null
    printf 'supplier,kind,number,item,valid_from,valid_to\nU1,drug-trade,A1,,2025-01-01,2029-12-31\nU1,business-licence,B1,,2020-01-01,\nU1,seller,C1,,2026-01-01,2026-12-31\nU1,device-trade,E1,,2025-01-01,2029-12-31\nU1,authorisation,F1,I2,2025-01-01,2027-12-31\n' |
        medi-db import -q papers - >/dev/null
    awk 'BEGIN { print "设备,L-1"; print "时间,温度(℃)"
        for (m = 0; m <= 180; m += 5) printf "2026-10-01 %02d:%02d:00,5.0\n", 6 + int(m / 60), m % 60 }' >logger.csv
}
