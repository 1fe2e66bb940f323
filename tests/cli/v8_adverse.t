#!/bin/bash
# V8: complications and adverse events: graded, confirmed by a doctor, reported to the authority in time, closed.
. "$(dirname "$0")/lib.sh"
clinic
export MEDI_STORE=S01
printf '%s\n' 'store,code,client,arrived_at' 'S01,V1,C1,2026-09-01 10:00' 'S02,W1,C2,2026-09-01 10:00' | medi-db import -q visits - >/dev/null
printf '%s\n' 'store,code,client,visit,project,doctor,started_at,ended_at' 'S01,T1,C1,V1,P1,D1,2026-09-01 11:00,2026-09-01 11:30' \
    'S02,T9,C2,W1,P1,D1,2026-09-01 11:00,' | medi-db import -q treatments - >/dev/null
v() { medi-visit "$@" --lang en; }
no() { # NAME WORDS COMMAND…: refused with exit 3, one line, nothing written
    local name=$1 words=$2 before
    shift 2
    before=$(everything)
    exits 3 "$name" "$@"
    like "$err" "$words" "$name: says why"
    one_line "$name"
    is "$(everything)" "$before" "$name: nothing written"
}

exits 0 'nothing is due' v adverse due
is "$(printf '%s\n' "$out" | wc -l)" 1 'nothing is due: only the heading'

# ---- found ----
exits 0 'a burn' v adverse T1 --kind burn --grade 3 --found '2026-09-20 08:00' --staff N1 --detail '左颊水疱三处'
is "$out" AE20261001-0001 'a burn: its number'
like "$err" 'AE20261001-0001: report it to 医疗器械不良事件监测技术机构 by 2026-10-10 \(医疗器械监督管理条例 62; 医疗器械不良事件监测和再评价管理办法 \(2018\), unconfirmed\)' 'a burn: by when to whom, by which law, and that the figure is unconfirmed'
is "$(ask "SELECT c.code, a.confirmed, a.state, d.date FROM adverse AS a JOIN client AS c ON c.id = a.client_id JOIN calendar AS d ON d.day = a.report_by")" 'C1|0|open|2026-10-10' 'a burn: 20 days'
is "$(holding 左颊水疱 | wc -l)" 0 'what happened is sealed'
exits 0 'by its Chinese name, of a client alone' v adverse --client C1 --kind 过敏性休克 --grade 5 --found '2026-09-25 08:00' --confirmed-by D1
is "$(ask "SELECT kind, confirmed, d.date FROM adverse AS a JOIN calendar AS d ON d.day = a.report_by WHERE code = 'AE20261001-0002'")" 'anaphylaxis|1|2026-09-25' 'a death by a drug: the same day'
exits 0 'a bruise' v adverse T1 --kind bruising --grade 1
like "$err" 'AE20261001-0003: no report to the authority is due' 'a bruise: no report'
is "$(ask "SELECT COALESCE(report_by, 0) FROM adverse WHERE code = 'AE20261001-0003'")" 0 'a bruise: none in the record'
no 'no such kind' 'burns: no such kind in adverse.yaml; did you mean burn' v adverse T1 --kind burns --grade 3
no 'no such grade' '\-\-grade: must be from 1 .* to 5' v adverse T1 --kind burn --grade 6
no 'no such treatment' 'treatment T8: this store has none' v adverse T8 --kind burn --grade 1
no "another store's treatment" 'treatment T9: this store has none' v adverse T9 --kind burn --grade 1
no "another client's treatment" 'treatment T1: is of client C1' v adverse T1 --client C2 --kind burn --grade 1
no 'confirmed by a nurse' 'N1: is no doctor' v adverse T1 --kind burn --grade 1 --confirmed-by N1
no 'before the treatment' '\-\-found: lies before' v adverse T1 --kind burn --grade 1 --found '2026-09-01 10:59'
no 'ahead' '\-\-found: lies ahead' v adverse T1 --kind burn --grade 1 --found '2026-10-02'
exits 2 'of nobody' v adverse --kind burn --grade 1
exits 2 'without a kind' v adverse T1 --grade 1
exits 2 'without a grade' v adverse T1 --kind burn

# what was not used cannot be behind it
printf '%s\n' 'code,name,kind,unit,storage' 'I1,麻药,drug,ml,cold' | medi-db import -q items - >/dev/null
printf '%s\n' 'store,item,code,expires_on,received_on,quantity,cost_fen' 'S01,I1,L1,2027-01-01,2026-08-01,100,100' | medi-db import -q lots - >/dev/null
change 'INSERT INTO treatment_item (store_id, id, treatment_id, line, item_id, lot_id, quantity, cost_fen) VALUES (1, 1, 1, 1, 1, 1, 5, 5)'
exits 0 'only a drug was used' v adverse T1 --kind allergy --grade 3 --found '2026-09-28 08:00' -n
like "$err" 'by 2026-10-13 \(药品管理法 81' 'only a drug was used: 15 days, as for a drug'
change 'DELETE FROM treatment_item'

# ---- due ----
exits 1 'due' v adverse due --no-header
is "$(printf '%s\n' "$out" | cut -f1,3,4,6,10,11 | joined ' ')" 'error	AE20261001-0002	C1	anaphylaxis	2026-09-25	-6' 'due: the late one'
exits 1 'due within ten days' v adverse due --days 10 --no-header
is "$(printf '%s\n' "$out" | cut -f1,3 | joined ' ')" 'error	AE20261001-0002 warning	AE20261001-0001' 'due within ten days: and the next one'
is "$(printf '%s\n' "$out" | cut -f12- | tail -1)" '医疗器械不良事件监测技术机构	医疗器械监督管理条例 62	医疗器械不良事件监测和再评价管理办法 (2018)	1' 'due within ten days: to whom and why'
exits 1 'on the last day' v adverse due --as-of 2026-10-10T23:00:00+08:00 --days 0 --no-header
is "$(printf '%s\n' "$out" | grep AE20261001-0001 | cut -f1,11)" 'warning	0' 'on the last day: not late'
exits 1 'a day later' v adverse due --as-of 2026-10-11T00:00:00+08:00 --days 0 --no-header
is "$(printf '%s\n' "$out" | grep AE20261001-0001 | cut -f1,11)" 'error	-1' 'a day later: late'
exits 0 'of another store' v adverse due -s S02
exits 1 'of the chain' env -u MEDI_STORE medi-visit adverse due

# ---- confirmed ----
no 'by a nurse' 'N1: is no doctor' v adverse confirm AE20261001-0001 --doctor N1
no 'no such event' 'adverse event AE9: this store has none' v adverse confirm AE9 --doctor D1
no 'by nobody known' 'no such member' v adverse confirm AE20261001-0001 --doctor X9
exits 2 'by an account that is nobody' v adverse confirm AE20261001-0001
exits 0 'a doctor sees it otherwise' v adverse confirm AE20261001-0001 --doctor D1 --grade 5
is "$(ask "SELECT a.confirmed, s.code, a.grade, d.date FROM adverse AS a JOIN staff AS s ON s.id = a.doctor_id JOIN calendar AS d ON d.day = a.report_by WHERE a.code = 'AE20261001-0001'")" '1|D1|5|2026-09-27' 'a doctor sees it otherwise: the deadline follows'
exits 0 'and milder' v adverse confirm AE20261001-0003 --doctor D1
exits 0 'and another kind' v adverse confirm AE20261001-0001 --doctor D1 --grade 2
is "$(ask "SELECT COALESCE(report_by, 0) FROM adverse WHERE code = 'AE20261001-0001'")" 0 'milder: no report any more'
exits 0 'back again' v adverse confirm AE20261001-0001 --doctor D1 --grade 3

# ---- closed and reported ----
no 'closed without a report' 'cannot be closed, the report to the authority missing' v adverse close AE20261001-0001 --outcome 痊愈
exits 0 'an unconfirmed one' v adverse T1 --kind infection --grade 3 --code X1
no 'closed without anything' "X1: cannot be closed, a doctor's confirmation, the report to the authority missing" v adverse close X1 --outcome 痊愈
exits 0 'treated' v adverse close X1 --treated --outcome 已清创
is "$(ask "SELECT state, outcome, COALESCE(closed_at, 0) FROM adverse WHERE code = 'X1'")" 'treated|已清创|0' 'treated: not closed'
exits 0 'entered in error' v adverse close X1 --error --outcome 登记重复
no 'and then closed' 'X1: was entered in error' v adverse close X1 --outcome 痊愈
no 'reported before it was found' '\-\-at: lies before' v adverse report AE20261001-0001 --to 市药监局 --number 118 --at '2026-09-20 07:59'
exits 2 'reported to nobody' v adverse report AE20261001-0001 --number 118
exits 2 'reported without a number' v adverse report AE20261001-0001 --to 市药监局
exits 0 'reported' v adverse report AE20261001-0001 --to 市药监局 --number 118 --at '2026-09-30 10:00'
is "$(ask "SELECT a.authority, d.date FROM adverse AS a JOIN calendar AS d ON d.day = a.reported_on WHERE a.code = 'AE20261001-0001'")" '市药监局 118|2026-09-30' 'reported: to whom, number and day'
is "$err" '' 'reported: in time'
no 'reported twice' 'was reported already; nothing is overwritten' v adverse report AE20261001-0001 --to 市药监局 --number 119
no 'no error any more' 'was reported, and so cannot be an error' v adverse close AE20261001-0001 --error --outcome x
exits 0 'reported late' v adverse report AE20261001-0002 --to 省药监局 --number 7
like "$err" 'AE20261001-0002: reported late; it was due by 2026-09-25' 'reported late: says so'
exits 0 'nothing is due any more' v adverse due
exits 0 'closed' v adverse close AE20261001-0001 --outcome 痊愈
no 'closed twice' 'is closed' v adverse close AE20261001-0001 --outcome 痊愈

# ---- list ----
exits 0 'all' v adverse list --no-header
is "$(printf '%s\n' "$out" | cut -f2 | joined)" 'AE20261001-0001,AE20261001-0002,AE20261001-0003,X1' 'all: by the day of finding'
is "$(v adverse list --late --no-header | cut -f2 | joined)" 'AE20261001-0002' 'late: the one that was reported late'
is "$(v adverse list --state closed --no-header | cut -f2)" 'AE20261001-0001' 'by state'
is "$(v adverse list --kind bruising --no-header | cut -f2)" 'AE20261001-0003' 'by kind'
is "$(v adverse list --client C2 --no-header | wc -l)" 0 'by client'
is "$(v adverse list --from 2026-09-25 --to 2026-09-26 --no-header | cut -f2)" 'AE20261001-0002' 'by day'
exits 1 'as an answer' v adverse list --late --exit-code
is "$(printf '%s\n' "$out" | head -1 | tr '\t' ',')" 'store,code,client,treatment,project,kind,grade,found_at,confirmed,doctor,state,report_by,reported_at,authority,late' 'the columns'
like "$(v show V1 -q)" '	adverse	AE20261001-0001		D1	closed	3		burn$' 'the visit shows it'

# 16 at once report it: one does
v adverse T1 --kind burn --grade 4 --code X2 >/dev/null 2>&1
for i in $(seq 16); do
    v adverse report X2 --to 市药监局 --number "$i" 2>/dev/null && echo "done" >>race &
done
wait
is "$(wc -l <race)" 1 'sixteen at once: one reported it'
like "$(ask "SELECT authority FROM adverse WHERE code = 'X2'")" '^市药监局 [0-9]+$' 'sixteen at once: one number'

medi-db export adverses -q --reveal 'round trip' -o csv >adverses.csv
exits 0 'the same again' medi-db import adverses adverses.csv
is "$(counts | cut -d ' ' -f2,3,5)" '0 0 0' 'the same again: nothing new'

# ---- what must hold, whoever wrote it ----
exits 1 'reported late is a finding' medi-db check adverse_report_late --lang en --no-header
is "$out" "$(printf 'adverse_report_late\terror\tS01\tAE20261001-0002\t2026-10-01 / 2026-09-25\t%s' 'The report of an adverse event went to the authority after its last day.')" 'reported late is a finding: which'
damage() { # NAME SQL PATTERN
    copy hurt
    change "$2" "$(at hurt)"
    exits 1 "$1" medi-db check -d "$(at hurt)" --lang en --no-header
    like "$out" "$3" "$1: found"
}
damage 'confirmed by no doctor' "UPDATE adverse SET doctor_id = 2 WHERE code = 'AE20261001-0003'" '^adverse_by_no_doctor	error	S01	AE20261001-0003	N1'
damage 'closed without a report' "UPDATE adverse SET reported_at = NULL, reported_on = NULL WHERE code = 'AE20261001-0001'" '^adverse_closed_early	error	S01	AE20261001-0001'
damage "another client's" "UPDATE adverse SET client_id = 2 WHERE code = 'AE20261001-0001'" '^adverse_other_client	error	S01	AE20261001-0001'
damage 'before the treatment' "UPDATE adverse SET found_at = 1000000 WHERE code = 'AE20261001-0001'" '^adverse_before_treatment	error	S01	AE20261001-0001'
