#!/bin/bash
# T1: staff files, posts one after the other, licences with scope, place and validity, and which of them end.
. "$(dirname "$0")/lib.sh"
init
printf 'code,name\nS01,旗舰店\nS02,社区店\n' | medi-db import -q stores - >/dev/null
no() { # NAME PATTERN COMMAND…: refused with the reason, and nothing is written
    local name=$1 pattern=$2 before
    shift 2
    before=$(everything)
    exits 3 "$name" "$@" --lang en
    like "$err" "$pattern" "$name: says why"
    one_line "$name"
    is "$(everything)" "$before" "$name: nothing is written"
}
rows() { "$@" --no-header | tr '\t' '|'; }

# ---- files ----
exits 0 'add' medi-staff add N1 --name 李护士 --role nurse --home S01 --title 护师 --phone '138 0000 0001' --hired-on 2024-01-01
exits 0 'add of all stores' medi-staff add M1 --name 周经理 --role manager --home '*' -s S02 --hired-on 2024-01-01
exits 0 'add of the store of -s' medi-staff add D1 --name 何医生 --role doctor -s S02
is "$(rows medi-staff list)" 'D1|何医生|doctor||S02|2026-10-01||0
M1|周经理|manager|||2024-01-01||0
N1|李护士|nurse|护师|S01|2024-01-01||0' 'list'
is "$(ask "SELECT phone FROM staff WHERE code = 'N1'")" +8613800000001 'a phone in one spelling'
is "$(rows medi-staff list -s S01 | cut -d'|' -f1 | joined)" 'M1,N1' 'list of a store: its own, and who works in all'
is "$(rows medi-staff list --role nurse | cut -d'|' -f1)" N1 'list of a role'
no 'the same code' 'N1: there already' medi-staff add N1 --name x --role nurse
no 'no name' 'name' medi-staff add N9 --role nurse
no 'an unknown store' 'S9' medi-staff add N9 --name x --role nurse --home S9
exits 2 'an unknown role' medi-staff add N9 --name x --role cleaner --lang en
exits 0 'edit' medi-staff edit N1 --name 李护士长
is "$(ask "SELECT name FROM staff WHERE code = 'N1'")" 李护士长 'edit'
exits 0 'edit to the same' medi-staff edit N1 --name 李护士长 --lang en
like "$err" 'N1: nothing to change' 'edit to the same: says so'
exits 2 'edit nothing' medi-staff edit N1 --lang en
no 'edit of nobody' 'N9: not there' medi-staff edit N9 --name x
no 'left before hired' 'hired_on' medi-staff edit N1 --left-on 2023-12-31
no 'show of nobody' 'N9: no such staff' medi-staff show N9

# ---- posts: 护士 → 咨询师 → 学科带头人 ----
exits 0 'post' medi-staff post N1 --role consultant --from 2025-01-01 --reason 转岗
exits 0 'a title' medi-staff post N1 --title 学科带头人 --from 2026-01-01
exits 0 'another store' medi-staff post N1 --home S02 --from 2026-06-01
is "$(rows medi-staff show N1 | grep ^post)" 'post||nurse|护师|S01|2024-01-01|2024-12-31||
post||consultant|转岗|S01|2025-01-01|2025-12-31||
post||consultant|学科带头人|S01|2026-01-01|2026-05-31||
post||consultant|学科带头人|S02|2026-06-01|||' 'every post is kept; another role has another title'
is "$(rows medi-staff show N1 | grep ^file)" 'file|N1|consultant|李护士长, 学科带头人|S02|2024-01-01|||' 'the file has the last one'
no 'a post on the same day' 'N1: has a post that begins on 2026-06-01 already; correct it with --correct' medi-staff post N1 --role nurse --from 2026-06-01
no 'a post that lies ahead' '--from: lies ahead' medi-staff post N1 --role nurse --from 2026-10-02
no 'a post before the first day' 'N1: works here from 2024-01-01 on' medi-staff post N1 --role nurse --from 2023-12-31
exits 2 'a post of nothing new' medi-staff post N1 --lang en
exits 0 'correct' medi-staff post N1 --title 首席咨询师 --from 2026-06-01 --correct
is "$(ask "SELECT title FROM staff WHERE code = 'N1'")" 首席咨询师 'correct: the file too'
no 'correct what is not there' 'not there' medi-staff post N1 --title x --from 2026-06-02 --correct
exits 0 'one in between' medi-staff post N1 --title 资深 --from 2025-06-01
is "$(ask "SELECT title || '|' || role FROM staff WHERE code = 'N1'")" '首席咨询师|consultant' 'one in between leaves the file as it is'
# the role that an imported file had is kept
printf 'code,name,role,store,hired_on\nN2,王护士,nurse,S01,2022-05-01\n' | medi-db import -q staff - >/dev/null
exits 0 'the first post of an imported file' medi-staff post N2 --role technician --from 2023-05-01
is "$(rows medi-staff show N2 | grep ^post | cut -d'|' -f3,6,7)" 'nurse|2022-05-01|2023-04-30
technician|2023-05-01|' 'the role before is a post of its own'

# ---- licences ----
exits 0 'licence' medi-staff licence D1 --kind physician --number 1103399 --scope 皮肤病与性病专业 --place S01 --from 2015-07-01
exits 0 'with an end' medi-staff licence D1 --kind chief-physician --number ZZ-1 --scope 美容皮肤科 -s S02 --from 2021-12-01 --to 2026-11-30
is "$(rows medi-staff show D1 | grep ^licence)" 'licence|1103399|physician|皮肤病与性病专业|S01|2015-07-01|||
licence|ZZ-1|chief-physician|美容皮肤科|S02|2021-12-01|2026-11-30||' 'licences: scope, place, validity'
exits 2 'a licence without a number' medi-staff licence D1 --kind nurse --lang en
no 'a licence that ends before it begins' 'valid_from' medi-staff licence D1 --kind device --number 7 --from 2026-02-01 --to 2026-01-31
medi-staff licence N2 -q --kind nurse --number HL-2 --place S01 --to 2026-09-30
run medi-staff expiring --days 59 --no-header
is "$code $(printf '%s\n' "$out" | tr '\t' '|')" '1 error|N2|王护士|technician|nurse|HL-2||S01|2026-09-30|-1' 'expired: 59 days'
run medi-staff expiring --no-header
is "$code $(printf '%s\n' "$out" | tr '\t' '|')" '1 error|N2|王护士|technician|nurse|HL-2||S01|2026-09-30|-1
warning|D1|何医生|doctor|chief-physician|ZZ-1|美容皮肤科|S02|2026-11-30|60' 'expiring in 60 days to the day'
exits 0 'renewed with its number' medi-staff licence N2 --kind nurse --number HL-2 --to 2031-09-30
exits 0 '--fail-on error: a warning is none' medi-staff expiring --fail-on error
exits 1 'a warning' medi-staff expiring
exits 0 'renewed with another number' medi-staff licence D1 --kind chief-physician --number ZZ-2 --scope 美容皮肤科 -s S02 --from 2026-12-01 --to 2031-11-30
exits 0 'nothing ends' medi-staff expiring
is "$(medi-staff expiring --no-header)" '' 'nothing ends: nothing is printed'
exits 1 'but in five years' medi-staff expiring --days 1900
medi-staff add -q N3 --name 钱护士 --role nurse --home S01 --hired-on 2026-01-01
run medi-staff expiring --no-header
is "$code $(printf '%s\n' "$out" | tr '\t' '|')" '1 error|N3|钱护士|nurse|nurse|||||' 'a nurse without any licence'
exits 0 'not in the other store' medi-staff expiring -s S02
exits 2 'days below nought' medi-staff expiring --days -1

# ---- who leaves ----
person li nurse S01 N3
exits 0 'leave' medi-staff edit N3 --left-on 2026-09-30 --lang en
like "$err" 'N3: 1 open accounts; close them' 'leave: what is left behind is named'
exits 0 'whoever has left needs no licence' medi-staff expiring
is "$(rows medi-staff list | cut -d'|' -f1 | joined)" 'D1,M1,N1,N2' 'list: without those who left'
is "$(rows medi-staff list --all | cut -d'|' -f1 | joined)" 'D1,M1,N1,N2,N3' 'list --all'
no 'no licence for who left' 'N3: does not work here any more' medi-staff licence N3 --kind nurse --number 9

# ---- who may ----
person boss manager S01
exits 3 'a store manager adds nobody' as boss medi-staff add X1 --name x --role nurse -s S01 --lang en
exits 0 'but sees their people' as boss medi-staff show N2 -s S01
exits 3 'and not those of another store' as boss medi-staff show D1 -s S01 --lang en
like "$err" 'D1: is not of the store that your duty is for' 'another store: says why'

# ---- at once ----
for i in $(seq 16); do
    { medi-staff post N2 --role nurse --from 2026-09-15 2>/dev/null; echo $? >"code.$i"; } &
done
wait
is "$(cat code.* | sort | uniq -c | tr -s ' ' | joined ,)" ' 1 0, 15 3' 'sixteen give the same post: one does'
is "$(ask "SELECT COUNT(*) FROM post p JOIN staff s ON s.id = p.staff_id WHERE s.code = 'N2'")" 3 'and it is there once'
exits 0 'no rule is broken' medi-db check

# ---- out and in ----
for kind in stores staff licences posts; do medi-db export "$kind" -q >"$kind.tsv"; done
use second
init second
for kind in stores staff licences posts; do medi-db import -q "$kind" "$kind.tsv" >/dev/null; done
medi-db export posts -q | cmp -s - posts.tsv
ok $? 'posts: out, in, out: the same bytes'
