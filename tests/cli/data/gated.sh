# For v3 to v5: a clinic in which every gate before a treatment of C1 with P1 in visit V1 of S01 can be opened, and
# `opened` opens them all. Sourced behind lib.sh.
# shellcheck shell=bash disable=SC2034,SC2154
import() { # KIND, rows on stdin
    medi-db import -q "$1" - >/dev/null || echo "# import $1 failed" >&2
}
gated() {
    clinic
    medi-db store edit -q S01 --level 门诊部 --departments 医疗美容科、美容皮肤科 --licence-no Y1 --licence-to 2028-12-31
    printf 'code,name,kind,department,device_kind,contract,consent\nP1,除皱针,injection,美容皮肤科,laser,1,filler\nP2,光子嫩肤,laser,美容皮肤科,,0,\n' | import projects
    printf 'code,name,role\nD2,赵医生,doctor\n' | import staff
    printf 'code,store,birthday,channel,created_on\nC1,S01,1990-05-01,xhs,2026-01-01\nC3,S01,2012-05-01,xhs,2026-01-01\n' | import clients
    printf 'staff,kind,number,scope,store,valid_from,valid_to\nD1,physician,Z1,皮肤病与性病专业,S01,2015-01-01,2026-10-01\nN1,nurse,Z2,护理,S01,2022-01-01,2027-01-01\n' | import licences
    printf 'code,name,kind,unit,storage,vial_size,open_hours\nI1,肉毒毒素,drug,U,cold,100,4\nI2,注射针,consumable,支,ambient,,\n' | import items
    printf 'store,item,code,expires_on,received_on,quantity,cost_fen\nS01,I1,L1,2028-01-01,2026-08-01,300,10001\nS01,I1,L2,2028-02-01,2026-08-01,300,9000\nS01,I2,N1,2028-01-01,2026-08-01,1000,1000\n' | import lots
    printf 'project,item,quantity\nP1,I1,20\nP1,I2,1\n' | import kits
    printf 'item,project,says\nI1,P1,眉间纹\n' | import indications
    printf 'project,kind,valid_days\nP1,blood,14\n' | import project_exams
    printf 'code,series,version,name,valid_from,valid_to\nF1,filler,1,注射同意书,2025-01-01,2026-06-30\nF2,filler,2,注射同意书,2026-07-01,\n' | import consent_forms
    printf 'store,code,name,kind,state,calibrate\nS01,E1,激光,laser,ok,1\n' | import equipment
    printf 'store,code,equipment,done_on,valid_to,passed\nS01,CL1,E1,2026-01-01,2026-12-31,1\n' | import calibrations
    printf 'store,code,client,arrived_at,purpose,status,doctor\nS01,V1,C1,2026-10-01 08:30,treatment,arrived,D1\nS01,V3,C3,2026-10-01 08:30,treatment,arrived,D1\n' | import visits
    medi-db duty grant -q "$me" doctor
    export MEDI_STORE=S01
}
visit() { medi-visit "$@" --lang en; }
contracted() { # CODE CLIENT PROJECT
    printf 'store,code,client,at,state,list_fen,amount_fen,signed_at\nS01,%s,%s,2026-10-01 08:40,signed,100000,100000,2026-10-01 08:45\n' "$1" "$2" | import contracts
    printf 'store,contract,line,project,quantity,list_fen,amount_fen\nS01,%s,1,%s,1,100000,100000\n' "$1" "$3" | import contract_lines
}
opened() { # everything that V1 and P1 need, at MEDI_NOW
    visit assess V1 -p P1 --doctor D1 --in-person --verdict fit >/dev/null &&
        visit exam V1 --kind blood --result normal --staff D1 >/dev/null &&
        visit consent V1 -p P1 --staff D1 --proof 档案1 >/dev/null &&
        visit verify-product V1 -p P1 --item I1 --lot L1 --confirmed >/dev/null
    contracted HT1 C1 P1
}
missing() { # what next says is missing: "assessment exam …"
    visit next V1 -p P1 --no-header "$@" | cut -f2 | tr '\n' ' '
}
