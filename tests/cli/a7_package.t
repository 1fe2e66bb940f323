#!/bin/bash
# A7: a record package of a visit, a client, a period: whole, signed, the same on both engines, and nothing in it can be changed unseen.
. "$(dirname "$0")/lib.sh"
clinic
medi-audit keygen -q --name auditor a.key >/dev/null
medi-audit keygen -q --name other b.key >/dev/null
load() { medi-db import -q "$1" "$1.csv" >/dev/null || ok 1 "import $1"; }
cat >items.csv <<'CSV'
code,name,kind,unit
I1,肉毒素,drug,支
I2,透明质酸,device,支
CSV
printf '%s\n' 'code,name' 'G1,供应商甲' >suppliers.csv
printf '%s\n' 'store,item,code,supplier,expires_on,received_on,quantity,cost' 'S01,I1,L1,G1,2027-06-01,2026-01-05,100,1000' \
    'S01,I2,L2,G1,2027-06-01,2026-01-05,100,1000' >lots.csv
printf '%s\n' 'supplier,kind,number,valid_from' 'G1,business-licence,X1,2025-01-01' >papers.csv
printf '%s\n' 'staff,kind,number,valid_from' 'D1,physician,Y1,2020-01-01' 'N1,nurse,Y2,2020-01-01' >licences.csv
cat >visits.csv <<'CSV'
store,code,client,arrived_at,left_at,purpose,doctor
S01,V1,C1,2026-07-01 10:00,2026-07-01 12:00,treatment,D1
S01,V2,C1,2026-08-01 10:00,2026-08-01 12:00,treatment,D1
S01,V3,C2,2026-07-01 13:00,2026-07-01 14:00,treatment,D1
S02,V1,C2,2026-07-02 13:00,2026-07-02 14:00,treatment,D1
CSV
cat >treatments.csv <<'CSV'
store,code,client,visit,project,doctor,nurse,started_at,ended_at,recognised
S01,T1,C1,V1,P1,D1,N1,2026-07-01 10:30,2026-07-01 11:00,1280.00
S01,T2,C1,V2,P1,D1,,2026-08-01 10:30,2026-08-01 11:00,1280.00
S01,T3,C2,V3,P1,D1,,2026-07-01 13:10,2026-07-01 13:30,1280.00
S01,T4,C1,,P1,D1,,2026-07-01 11:10,2026-07-01 11:30,0
CSV
cat >followups.csv <<'CSV'
store,code,client,treatment,at,staff,way,outcome,note
S01,F1,C1,T1,2026-07-04 09:00,N1,phone,answered,无不适
S01,F2,C2,T3,2026-07-01 19:00,N1,wechat,unreachable,
CSV
printf '%s\n' 'store,treatment,line,item,lot,quantity,cost' 'S01,T1,1,I1,L1,2,20' 'S01,T3,1,I2,L2,2,20' >treatment_items.csv
printf '%s\n' 'store,treatment,staff,part' 'S01,T1,D1,operator' 'S01,T1,N1,nurse' 'S01,T2,D1,operator' >treatment_hands.csv
cat >payments.csv <<'CSV'
store,code,order,client,visit,project,kind,amount,paid_at
S01,M1,O1,C1,V1,P1,payment,1280.00,2026-07-01 10:20
S01,M2,O2,C1,V2,P1,payment,1280.00,2026-08-01 10:20
S01,M3,O3,C1,,P1,payment,9.00,2026-07-01 11:50
CSV
cat >consents.csv <<'CSV'
client,purpose,way,given,at,until,staff,proof
C1,care,any,1,2026-01-01 10:00,2026-12-31,K1,书面1
C1,marketing,sms,1,2026-01-01 10:00,2026-06-30,K1,书面2
C1,album,any,1,2026-07-20 10:00,,K1,书面3
C2,care,any,1,2026-01-01 10:00,,K1,书面4
CSV
cat >assessments.csv <<'CSV'
store,code,client,visit,project,staff,at,in_person,verdict,valid_to,history,allergy
S01,A1,C1,V1,P1,D1,2026-07-01 10:10,1,fit,2026-09-30,无,青霉素
S01,A2,C1,V2,P1,D1,2026-08-01 10:10,1,fit,2026-10-30,无,青霉素
CSV
cat >adverses.csv <<'CSV'
store,code,client,treatment,kind,grade,found_at,staff,detail
S01,AE1,C1,T1,bruising,1,2026-07-03 09:00,N1,轻微淤青
CSV
cat >exams.csv <<'CSV'
store,code,client,visit,kind,taken_at,result,staff,finding
S01,E1,C1,V1,blood,2026-07-01 10:05,normal,D1,血常规正常
CSV
cat >complaints.csv <<'CSV'
store,code,client,treatment,visit,way,category,severity,opened_at
S01,TS1,C1,T1,,phone,service,2,2026-07-05 09:00
CSV
for kind in items suppliers lots papers licences visits treatments treatment_items treatment_hands payments consents assessments adverses exams complaints followups; do
    load $kind
done
codes() { cut -d, -f"$2" "$pack/records/$1.csv" | tail -n +2 | tr '\n' ' '; } # KIND FIELD
make() { run medi-audit package "$@" --sign a.key --lang en; }

# ---- of a visit --------------------------------------------------------------------------------------------
make v1 -s S01 --visit V1
is "$code" 0 'a visit: exit 0'
like "$err" 'personal columns are masked' 'a visit: says that it is masked'
like "$err" 'no checkpoint of the log was made yet' 'a visit: says that there is no checkpoint'
pack=v1
is "$(codes visits 2)" 'V1 ' 'a visit: it alone'
is "$(codes treatments 2)" 'T1 T4 ' 'its treatments, and that of its day which names no visit'
is "$(codes treatment_items 2,4)" 'T1,I1 ' 'what they used'
is "$(codes treatment_hands 2,3)" 'T1,D1 T1,N1 ' 'who did them'
is "$(codes payments 2)" 'M1 M3 ' 'its payments'
is "$(codes consents 2)" 'care ' 'the consents that held: one was over, one came later'
is "$(codes assessments 2)" 'A1 ' 'its assessment, not the later one'
is "$(codes adverses 2)" 'AE1 ' 'what went wrong later'
is "$(codes exams 2)" 'E1 ' 'examinations'
is "$(codes lots 3)$(codes suppliers 1)$(codes papers 3)" 'L1 G1 X1 ' 'the lot, its supplier, the papers'
is "$(codes licences 3)" 'Y1 Y2 ' 'the licences of who did it'
is "$(codes clients 1)" 'C1 ' 'no other client'
is "$(codes staff 1)" 'D1 N1 K1 ' 'staff, also who took the consent'
is "$(codes clients 2)" '赵** ' 'masked'
is "$(grep -c 青霉素 v1/records/assessments.csv)" 0 'what a doctor wrote is masked'
is "$(stat -c %a v1 v1/records v1/records/visits.csv v1/manifest.note | tr '\n' ' ')" '700 700 600 600 ' 'for this account alone'
is "$(cut -f1 v1/manifest.tsv | tail -n +2)" "$(cd v1 && find . -type f ! -name 'manifest.*' | cut -c3- | LC_ALL=C sort)" 'the manifest has each file'
is "$(cd v1 && tail -n +2 manifest.tsv | awk -F'\t' '{ print $4 "  " $1 }' | sha256sum -c --quiet 2>&1)" '' 'sha256sum agrees'
is "$(sed -n 's/^manifest //p' v1/manifest.note)" "$(sha256sum <v1/manifest.tsv | cut -d' ' -f1)" 'the note names the manifest'
is "$(sed -n 's/^subject //p' v1/manifest.note)" 'visit S01 V1' 'the note says of what'
is "$(medi-audit log --no-header --verb package -s S01 | cut -f7,8)" \
    "package: visit S01 V1	manifest $(sha256sum <v1/manifest.tsv | cut -d' ' -f1), masked" 'the log knows it, by its hash'
is "$(ls -d v1*)" v1 'nothing is left beside it'
like "$(cat v1/log.csv)" '^S01,[0-9]+,.*,import,visits,.*,[0-9a-f]{64},1$' 'log.csv: the entry that wrote the visit'
is "$(grep -c ',import,exams,' v1/log.csv)" 1 'log.csv: that of the examination'
is "$(grep -c ',import,messages,' v1/log.csv)" 0 'log.csv: none of others'

# Nothing that refers to the visit or its treatments is missing: asked of the database's own references, by table.
tables=$(for kind in $(medi-db kinds --no-header | cut -f1); do
    printf '%s %s\n' "$kind" "$(sed -n 's/^table: //p' "$top/share/medi/kinds/$kind.yaml")"
done)
missing=
while read -r kind table; do
    for column in visit_id treatment_id; do
        medi-db schema "$table" --no-header 2>/dev/null | cut -f1-3 | grep -qw "$column" || continue
        case $column in
        visit_id) want=$(ask "SELECT count(*) FROM $table t JOIN visit v ON v.store_id = t.store_id AND v.id = t.visit_id JOIN store s ON s.id = v.store_id WHERE v.code = 'V1' AND s.code = 'S01'") ;;
        treatment_id) want=$(ask "SELECT count(*) FROM $table t JOIN treatment r ON r.store_id = t.store_id AND r.id = t.treatment_id JOIN store s ON s.id = r.store_id WHERE r.code IN ('T1','T4') AND s.code = 'S01'") ;;
        esac
        has=$([ -e "v1/records/$kind.csv" ] && tail -n +2 "v1/records/$kind.csv" | wc -l || echo 0)
        seen="${seen:-} $table.$column:$want"
        [ "$has" -ge "$want" ] || missing="$missing $kind($want)"
    done
done <<<"$tables"
is "$missing" '' 'no record that refers to the visit or its treatments is missing'
like "$seen" 'treatment.visit_id:1 .*treatment_item.treatment_id:1|treatment_item.treatment_id:1.*treatment.visit_id:1' 'and there were some to miss'

# ---- it can be read again -----------------------------------------------------------------------------------
(
    export MEDI_DB
    MEDI_DB=$(at again)
    prepare "$MEDI_DB"
    medi-db init -q --test
    for kind in stores channels staff suppliers items projects lots visits; do
        [ "$kind" = visits ] && sed 's/,赵\*\*,[^,]*,/,,,/' v1/records/clients.csv | medi-db import -q clients - >/dev/null
        medi-db import -q $kind v1/records/$kind.csv >/dev/null || echo "import $kind"
    done
    for kind in treatments treatment_items treatment_hands; do medi-db import -q $kind v1/records/$kind.csv >/dev/null || echo "import $kind"; done
    medi-db export treatment_items -o csv >again.csv
) >again.log 2>&1
is "$(cat again.csv 2>/dev/null)" "$(cat v1/records/treatment_items.csv)" 'import reads it, export gives the same'

# ---- FHIR ------------------------------------------------------------------------------------------------------
names() { grep -o '"fullUrl":"[^"]*"' "$1" | cut -d'"' -f4 | sort; }
targets() { grep -o '"reference":"[^"]*"' "$1" | cut -d'"' -f4 | sort -u; }
is "$(python3 -c 'import json; b = json.load(open("v1/fhir.json")); print(b["resourceType"], b["type"], len(b["entry"]))')" \
    "Bundle collection $(awk -F'\t' '$1 == "fhir.json" { print $3 }' v1/manifest.tsv)" 'FHIR: a bundle, counted in the manifest'
is "$(names v1/fhir.json | uniq -d)" '' 'FHIR: no name twice'
is "$(comm -13 <(names v1/fhir.json) <(targets v1/fhir.json))" '' 'FHIR: each reference leads to a resource of the bundle'
is "$(targets v1/fhir.json | grep -c .)" "$(targets v1/fhir.json | grep -c '^urn:uuid:')" 'FHIR: and there are some'
fhir() { python3 - "$pack/fhir.json" "$1" <<'PY'
import json, sys
entries = [e["resource"] for e in json.load(open(sys.argv[1]))["entry"]]
by = {"urn:uuid:" + r["id"]: r for r in entries}
of = lambda kind: [r for r in entries if r["resourceType"] == kind]
to = lambda r: by[r["reference"]]
print(eval(sys.argv[2]))
PY
}
is "$(fhir 'sorted({r["resourceType"] for r in entries})')" \
    "['AdverseEvent', 'ClinicalImpression', 'Communication', 'Consent', 'Encounter', 'Invoice', 'Medication', 'MedicationAdministration', 'Observation', 'Organization', 'Patient', 'Practitioner', 'PractitionerRole', 'Procedure']" 'FHIR: what the records have'
is "$(fhir '[to(p["actor"])["name"][0]["text"] for p in of("Procedure")[0]["performer"]]')" "['张医生', '李护士']" 'FHIR: who did it'
is "$(fhir '[q["identifier"][0]["value"] for q in of("Practitioner")[0]["qualification"]]')" "['Y1']" 'FHIR: by what licence'
is "$(fhir 'to(of("MedicationAdministration")[0]["medicationReference"])["batch"]')" "{'lotNumber': 'L1', 'expirationDate': '2027-06-01'}" 'FHIR: of which lot'
is "$(fhir '[to(to(a["suspectEntity"][0]["instance"])["subject"])["identifier"][0]["value"] for a in of("AdverseEvent")]')" "['C1']" 'FHIR: what went wrong, after what, with whom'
is "$(fhir 'sorted(i["totalGross"]["value"] for i in of("Invoice"))')" '[9.0, 1280.0]' 'FHIR: money in yuan'
is "$(fhir 'of("Encounter")[0]["period"]')" "{'start': '2026-07-01T10:00:00+08:00', 'end': '2026-07-01T12:00:00+08:00'}" 'FHIR: times with their zone'
is "$(fhir 'of("Patient")[0]["name"][0]["text"]')" '赵**' 'FHIR: masked'
like "$(head -1 v1/fhir.json)" '"code":"MASKED"' 'FHIR: and says so'
is "$(fhir '[k for k in of("Patient")[0] if k in ("address", "birthDate", "gender")]')" '[]' 'FHIR: what is not there is left out'
make e1 --from 2026-07-01 --to 2026-07-02
pack=e1
is "$(fhir 'to(of("DeviceUseStatement")[0]["device"])["lotNumber"]')" L2 'FHIR: a device, by its lot'
is "$(fhir 'sorted({to(r["patient"])["identifier"][0]["value"] for r in of("Consent")})')" "['C1', 'C2']" 'FHIR: consents of both'

schema() { BUILD=$build "$top/tests/fhir/check" "$@"; }
run schema v1/fhir.json e1/fhir.json
if [ "$code" = 2 ]; then
    printf 'skip - the schema of FHIR R4: %s\n' "$err"
else
    is "$code $out" '0 ' "FHIR: valid by HL7's schema"
    sed 's/"gender":"[a-z]*",//; s/"birthDate":"[0-9-]*",//; s/"resourceType":"Patient",/&"gender":"x",/' v1/fhir.json >broken.json
    run schema broken.json
    is "$code" 1 'FHIR: a broken resource is not'
    like "$out" 'Patient.gender: should be equal to one of the allowed values' 'FHIR: and it is told'
fi

# ---- of a client, of a period -------------------------------------------------------------------------------
make c1 --client C1
pack=c1
is "$(codes visits 2)$(codes treatments 2)" 'V1 V2 T1 T2 T4 ' 'a client: all visits and treatments'
is "$(codes consents 2)" 'care marketing album ' 'a client: all consents'
make d1 --from 2026-07-01 --to 2026-07-02
pack=d1
is "$(codes visits 1,2)" 'S01,V1 S01,V3 ' 'a period: its visits, half open'
make d2 --from 2026-07-01 --to 2026-07-03 -s S02
pack=d2
is "$(codes visits 1,2)" 'S02,V1 ' 'a period of a store'
make d3 --from 2026-07-05 --to 2026-07-06
pack=d3
is "$(codes complaints 2)" 'TS1 ' 'a period: what came in it of an earlier treatment'
is "$(codes treatments 2)" 'T1 ' 'and that treatment, named'
is "$([ -e d3/records/treatment_items.csv ]; echo $?)" 1 'but not what a named one used'

# ---- revealed ------------------------------------------------------------------------------------------------
make r1 -s S01 --visit V1 --reveal 卫监调取
pack=r1
is "$(codes clients 2)" '赵一 ' 'revealed'
is "$(grep -c 青霉素 r1/records/assessments.csv)" 1 'what a doctor wrote, too'
is "$(sed -n 's/^personal //p' r1/manifest.note)" revealed 'the note says so'
is "$(medi-audit log --no-header --verb package | grep -c ' S01 V1.*revealed: 卫监调取$')" 1 'the log says why'
exits 2 'revealed without a reason' medi-audit package r2 --client C1 --sign a.key --reveal x
exits 2 'revealed without the key' medi-audit package r2 --client C1 --sign a.key --reveal 卫监调取 --key none
person au auditor
person mgr manager
exits 3 'an auditor may not reveal' as au medi-audit package r2 --client C1 --sign a.key --reveal 卫监调取 --lang en
exits 0 'an auditor may have it masked' as au medi-audit package r3 --client C1 --sign a.key
medi-db config set -q duty.reveal_alone 1
exits 75 'above the limit a second person is asked' as mgr medi-audit package r4 --client C1 --sign a.key --reveal 卫监调取
is "$(ls -d r2* r4* 2>/dev/null)" '' 'and none of these left anything'
medi-db config unset -q duty.reveal_alone

# ---- the checkpoint, and the same bytes again -----------------------------------------------------------------
medi-audit checkpoint -q --sign a.key >note
make s1 -s S01 --visit V1
make s2 -s S01 --visit V1
is "$(diff -r s1 s2)" '' 'the same records give the same bytes'
is "$(cat s1/checkpoint)" "$(cat note)" 'with the last checkpoint'
if medi-db backup -q all.medi >/dev/null 2>&1; then
    medi-db --db "$work/twin.db" restore -q all.medi >/dev/null 2>twin.err || cat twin.err
    medi-audit package -q --db "$work/twin.db" s3 -s S01 --visit V1 --sign a.key >/dev/null 2>&1
    is "$(diff -r s1 s3)" '' 'a copy in another database, on the other engine too, gives the same bytes'
fi

is "$(grep -c MASKED r1/fhir.json)" 0 'FHIR: what is revealed is not said to be masked'

# ---- proved ----------------------------------------------------------------------------------------------------
prove() { run medi-audit package-verify "$1" --trust "${2:-a.key.pub}" --no-header --lang en; }
spoil() { # NAME WANT COMMAND…: what is done to a copy, and what is told first
    local name=$1 want=$2
    shift 2
    rm -rf bad && cp -rp s1 bad && (cd bad && "$@")
    prove bad
    is "$code $(printf '%s' "$out" | head -1)" "1 $want" "$name"
}
prove s1
is "$code $out" '0 ' 'verify: whole'
like "$err" '[1-9][0-9]* files: 0 findings' 'verify: says what it looked at'
prove s1 b.key.pub
is "$code $out" '1 manifest.note	none of the keys that are trusted signed it' 'verify: another key'
run medi-audit package-verify s1 --lang en
is "$code" 0 'verify: without --trust'
like "$err" 'who signed it was not judged' 'verify: says what that leaves out'
flip() { printf 'X' | dd of="$1" bs=1 seek=40 conv=notrunc 2>/dev/null; }
spoil 'a file that was changed' 'records/visits.csv	was changed' flip records/visits.csv
spoil 'a file that grew' 'log.csv	was changed' sh -c 'echo >>log.csv'
spoil 'a file that was removed' 'records/visits.csv	is not there' rm records/visits.csv
spoil 'a link in its place' 'records/visits.csv	is not there' sh -c 'mv records/visits.csv ../aside && ln -s ../../aside records/visits.csv'
spoil 'a folder in its place' 'records/visits.csv	is not there' sh -c 'rm records/visits.csv && mkdir records/visits.csv'
spoil 'a file that was added' 'records/zz.csv	is not in the manifest' touch records/zz.csv
spoil 'a hidden one' '.x	is not in the manifest' touch .x
spoil 'a folder that was added' 'more	is not in the manifest' mkdir more
spoil 'the manifest changed' 'manifest.tsv	is not the one that was signed' sh -c "sed -i '/visits/d' manifest.tsv && rm records/visits.csv"
spoil 'the manifest gone' 'manifest.tsv	is not there' rm manifest.tsv
spoil 'the note gone' 'manifest.note	is not there' rm manifest.note
spoil 'the note of another thing' 'manifest.note	is no note of a package' cp checkpoint manifest.note
spoil 'the note changed' 'manifest.note	its signature does not hold' sed -i 's/^subject .*/subject visit S01 V9/' manifest.note
spoil 'the records folder a link' 'records	is not in the manifest' sh -c 'mv records ../elsewhere && ln -s ../elsewhere records'
rm -rf elsewhere
leave() { printf 'path\tbytes\trows\tsha256\n../s1/log.csv\t1\t1\t%064d\n' 0 >manifest.tsv; sed -i "s/^manifest .*/manifest $(sha256sum <manifest.tsv | cut -d' ' -f1)/" manifest.note; }
rm -rf bad && cp -rp s1 bad && (cd bad && leave)
run medi-audit package-verify bad --no-header --lang en
is "$code $out" '1 manifest.tsv	is no manifest of a package' 'a path that leads out is no path'
exits 4 'no such folder' medi-audit package-verify nowhere
exits 4 'a file is no folder' medi-audit package-verify note

# ---- bad input --------------------------------------------------------------------------------------------------
exits 3 'an unknown visit' medi-audit package x -s S01 --visit V99 --sign a.key --lang en
is "$err" 'medi-audit: V99: there is no such visit in this store' 'an unknown visit: says so'
exits 3 'an unknown client' medi-audit package x --client C99 --sign a.key
exits 3 'an unknown store' medi-audit package x -s S99 --visit V1 --sign a.key
exits 2 'a visit without its store' medi-audit package x --visit V1 --sign a.key
exits 2 'nothing asked for' medi-audit package x --sign a.key
exits 2 'two things asked for' medi-audit package x --client C1 --visit V1 -s S01 --sign a.key
exits 2 'half a period' medi-audit package x --from 2026-07-01 --sign a.key
exits 2 'a period that ends before it begins' medi-audit package x --from 2026-07-02 --to 2026-07-01 --sign a.key
exits 2 'no signing key' medi-audit package x --client C1
exits 4 'a signing key that is not there' medi-audit package x --client C1 --sign nokey
exits 2 'a folder that is there' medi-audit package -q s1 --client C1 --sign a.key --lang en
like "$err" '^medi-audit: s1: is there already' 'a folder that is there: says so'
one_line 'a folder that is there'
exits 4 'a place that cannot be' medi-audit package no/such/place --client C1 --sign a.key
exits 4 'a place that takes nothing' medi-audit package /proc/x --client C1 --sign a.key
exits 2 'no dry run: what is not written has no hash' medi-audit package -n x --client C1 --sign a.key
awk 'BEGIN { print "store,code,client,arrived_at"; for (i = 1; i <= 9000; i++) print "S02,W" i ",C2,2026-09-03 10:00" }' >many.csv
medi-db import -q visits many.csv >/dev/null
medi-audit package -q big --from 2026-09-01 --to 2026-09-30 --sign a.key >/dev/null
is "$(tail -n +2 big/records/visits.csv | wc -l)" 9000 'more rows than one statement asks for'
is "$(tail -n +2 big/records/visits.csv | sed 's/^S02,W//; s/,.*//' | sort -nc 2>&1)" '' 'and in their order'
(ulimit -f 200 && trap '' XFSZ && medi-audit package -q x --from 2026-09-01 --to 2026-09-30 --sign a.key --lang en) >full.out 2>full.err
is "$?" 4 'no room: exit 4'
like "$(cat full.err)" '^medi-audit: x/(records/visits.csv|fhir.json): .*File too large' 'no room: says which file'
is "$(wc -l <full.err)" 1 'no room: one line'
is "$(ls -d x* 2>/dev/null)" '' 'none of these left anything'

# ---- killed ---------------------------------------------------------------------------------------------------------
halves=0
for wait in 0.005 0.01 0.02 0.03 0.05 0.08; do
    medi-audit package k$wait --from 2026-01-01 --to 2026-12-01 --sign a.key >/dev/null 2>&1 &
    pid=$!
    sleep $wait
    kill -9 $pid 2>/dev/null
    wait $pid 2>/dev/null
    [ ! -e k$wait ] || medi-audit package-verify -q k$wait --trust a.key.pub >/dev/null 2>&1 || halves=$((halves + 1))
done
is "$halves" 0 'killed: no half package has its name'

