#!/bin/bash
# A1, A2, A8: rules of packs are asked, told in each format, marked against the run before, let stand by two, and put right.
. "$(dirname "$0")/lib.sh"
clinic
audit() { medi-audit run --lang en -o tsv --no-header "$@"; }
marks() { printf '%s\n' "$out" | awk -F '\t' -v rule="$1" '$3 == rule { print $1, $4, $5 }' | joined; } # RULE
at_time() { # MOMENT COMMAND…
    local moment=$1
    shift
    MEDI_NOW=$moment "$@"
}

# ---- a run -----------------------------------------------------------------------------------------------
exits 1 'findings' audit
is "$(marks emergency-kit-none)" 'new S01 S01,new S02 S02' 'findings: of each store'
is "$(marks staff-licence-missing)" 'new * D1,new * N1' 'findings: of the chain'
like "$err" '^medi-audit: [0-9]+ rules, [0-9]+ asked: 11 errors, 1 warnings, 0 waived; 12 new, 0 fixed$' 'findings: counted'
is "$(ask 'SELECT COUNT(*) FROM audit_finding WHERE fixed_at IS NULL')" 12 'findings: kept'
is "$(ask "SELECT DISTINCT subject || ': ' || detail FROM log WHERE subject = 'audit 1'")" \
    'audit 1: 11 errors, 1 warnings, 12 new, 0 fixed' 'findings: logged'
exits 1 'errors' audit --fail-on error
exits 1 'a warning' audit --rule checkpoint-old
exits 0 'a warning, where errors count' audit --rule checkpoint-old --fail-on error
exits 0 'a rule that finds nothing' audit --rule consent-missing --rule consent-late
is "$out" '' 'a rule that finds nothing: no rows'
exits 1 'a topic' audit --topic emergency
is "$(printf '%s\n' "$out" | cut -f3 | sort -u | joined)" 'drill-missing,emergency-kit-none' 'a topic: its rules alone'
exits 1 'a store' audit -s S02 --no-record
is "$(printf '%s\n' "$out" | cut -f4 | sort -u)" S02 'a store: its findings alone'
runs=$(ask 'SELECT COUNT(*) FROM audit_run')
exits 1 'not kept' audit --no-record
exits 1 'as of another day' audit --as-of 2026-09-30
is "$(ask 'SELECT COUNT(*) FROM audit_run')" "$runs" 'not kept, as of another day: no run is'
exits 2 'a wrong severity' audit --fail-on terrible
exits 2 'an unknown topic' audit --topic emergencies
like "$err" 'emergencies: no such topic' 'an unknown topic: says so'
exits 2 'an unknown rule' audit --rule consent-mising
like "$err" '^medi-audit: consent-mising: no such rule; did you mean consent-missing' 'an unknown rule: the nearest'
one_line 'an unknown rule'

# ---- formats ----------------------------------------------------------------------------------------------
exits 1 'JSON' medi-audit run -o json --lang en
printf '%s' "$out" | python3 -c '
import json, sys
rows = json.load(sys.stdin)
assert len(rows) == 12 and all(r["mark"] == "open" and r["found_at"] and r["articles"] for r in rows), rows
assert {r["severity"] for r in rows} == {"error", "warning"}'
ok $? 'JSON: twelve findings, each with its articles'
exits 1 'SARIF' medi-audit run -o sarif --lang en
printf '%s' "$out" >whole.sarif
sarif() { # FILE PYTHON: with `run` and `results`
    python3 - "$1" <<END
import json, sys
sarif = json.load(open(sys.argv[1], encoding='utf-8'))
assert sarif['version'] == '2.1.0' and len(sarif['runs']) == 1
run = sarif['runs'][0]
results, rules = run['results'], run['tool']['driver']['rules']
assert run['tool']['driver']['name'] == 'medi-audit' and len({r['id'] for r in rules}) == len(rules) >= 60
for r in results:
    assert rules[r['ruleIndex']]['id'] == r['ruleId'] and r['level'] in ('error', 'warning')
    assert r['message']['text'] and r['locations'][0]['logicalLocations'][0]['fullyQualifiedName']
    assert r['baselineState'] in ('new', 'unchanged', 'updated', 'absent')
$2
END
}
sarif whole.sarif "assert len(results) == 12 and run['invocations'][0]['executionSuccessful'] is True"
ok $? 'SARIF: its results are of its rules'

# ---- the rules as they are ---------------------------------------------------------------------------------
exits 0 'list' medi-audit list --lang en --no-header
is "$(printf '%s\n' "$out" | wc -l)" "$(cat "$top"/share/medi/rules/*.yaml | grep -c '^    severity: ')" 'list: all'
exits 0 'list of a topic' medi-audit list --topic money -o csv --no-header
is "$(printf '%s\n' "$out" | cut -d, -f2 | sort -u)" money 'list of a topic: its rules'
exits 0 'explain' medi-audit explain consent-missing --lang en -o tsv
like "$out" '^article	医师法 25: .*明确同意' 'explain: the article in its words'
like "$out" '^remedy	have it signed before' 'explain: what puts it right'
like "$out" '^question	SELECT .*FROM treatment AS t' 'explain: the question, its parts in place'
exits 0 'explain what is unconfirmed' medi-audit explain birthday-missing --lang en -o tsv
like "$out" '^article	医疗美容服务管理办法 20: .*\(unconfirmed\)$' 'explain what is unconfirmed: says so'
exits 2 'explain an unknown rule' medi-audit explain emergency-kit-non --lang en
like "$err" 'did you mean emergency-kit-none' 'explain an unknown rule: the nearest'

# ---- new, open, fixed, back again ---------------------------------------------------------------------------
printf 'store,item,quantity\nS01,I1,1\n' >kit.csv
printf 'code,name,kind,unit\nI1,肾上腺素,drug,支\n' | medi-db import -q items - >/dev/null
exits 0 'a kit is entered' medi-db import -q emergency_items kit.csv
exits 1 'the next run' audit --rule emergency-kit-none --changes
is "$(marks emergency-kit-none)" 'fixed S01 S01' 'the next run: one is fixed, and the open one is no change'
exits 1 'the run after it' audit --rule emergency-kit-none
is "$(marks emergency-kit-none)" 'open S02 S02' 'the run after it: what was fixed is gone'
printf 'store,item,quantity\nS01,I1,0\n' | medi-db import -q emergency_items - >/dev/null
exits 1 'it comes back' audit --rule emergency-kit-none
is "$(marks emergency-kit-none)" 'new S01 S01,open S02 S02' 'it comes back: as new'
is "$(ask "SELECT times FROM audit_finding WHERE rule = 'emergency-kit-none' AND subject = 'S01'")" 2 'it comes back: in the same row, counted'

# ---- since the last run -------------------------------------------------------------------------------------
audit >/dev/null 2>&1
exits 1 'nothing was written' audit --since last
asked=$(printf '%s\n' "$err" | sed -n 's/.* rules, \([0-9]*\) asked.*/\1/p')
total=$(medi-audit list --no-header | wc -l)
[ "$asked" -lt $((total / 2)) ]
ok $? 'nothing was written: fewer than half of the rules are asked'
is "$(printf '%s\n' "$out" | cut -f1 | sort -u)" open 'nothing was written: all stands as it was'
printf 'store,code,client,arrived_at\nS01,V1,C1,2026-09-30 10:00\nS01,V2,C1,2026-09-01 10:00\n' | medi-db import -q visits - >/dev/null
printf 'store,code,client,visit,project,doctor,started_at,ended_at,status\nS01,T1,C1,V1,P1,D1,2026-09-30 10:30,2026-09-30 11:00,completed\n' |
    medi-db import -q treatments - >/dev/null
exits 1 'a treatment came' audit --since last
is "$(marks assessment-missing)" 'new S01 T1' 'a treatment came: it is looked at'
audit --no-record >whole.tsv 2>/dev/null
audit --since last --no-record >since.tsv 2>/dev/null
is "$(cut -f2-6 <since.tsv)" "$(cut -f2-6 <whole.tsv)" 'since the last run: the same findings as of all'
printf 'store,code,client,visit,project,doctor,started_at,ended_at,status\nS01,T2,C1,V2,P1,D1,2026-09-01 10:30,2026-09-01 11:00,completed\n' |
    medi-db import -q treatments - >/dev/null
exits 1 'one of a month ago came' audit --since last
is "$(marks assessment-missing)" 'open S01 T1,new S01 T2' 'one of a month ago came: it is looked at'
printf 'code,client,visit,project,staff,at,verdict,in_person,store\nA1,C1,V2,P1,D1,2026-09-01 10:10,fit,1,S01\n' >assess.csv
exits 0 'it is assessed' medi-db import -q assessments assess.csv
exits 1 'what was written puts right' audit --since last
like "$(marks assessment-missing)" 'fixed S01 T2' 'what was written puts right: fixed'

# what a later record puts right, and what a correction does, in tables that have no day of their own or another day
is "$(ask "SELECT fixed_at IS NOT NULL AND fixed_run = (SELECT MAX(id) FROM audit_run) FROM audit_finding
    WHERE rule = 'assessment-missing' AND subject = 'T2'" | tr tf 10 | cut -c1)" 1 'fixed: kept, with the run that saw it'
care() { # CODE TREATMENT
    printf 'store,code,client,treatment,at,advice\nS01,%s,C1,%s,2026-09-30 18:00,保湿防晒\n' "$1" "$2" | medi-db import -q cares - >/dev/null
}
exits 0 'care of four weeks ago is entered' care HL1 T2
exits 1 'another rule is asked' audit --rule consent-missing --rule emergency-kit-none
is "$(ask "SELECT fixed_at IS NULL FROM audit_finding WHERE rule = 'care-missing' AND subject = 'T2'" | tr tf 10 | cut -c1)" 1 \
    'another rule is asked: what was not asked is not fixed'
exits 1 'another store is asked' audit -s S02
is "$(ask "SELECT fixed_at IS NULL FROM audit_finding WHERE rule = 'care-missing' AND subject = 'T2'" | tr tf 10 | cut -c1)" 1 \
    'another store is asked: what was not asked is not fixed'
exits 1 'care of four weeks ago' audit --since last
is "$(marks care-missing)" 'open S01 T1,fixed S01 T2' 'care of four weeks ago: fixed, whatever its day'
lot() { # LAST DAY
    printf 'store,item,code,supplier,expires_on,received_on,quantity,cost_fen\nS01,I1,B1,U1,%s,2026-08-01,10,1000\n' "$1" | medi-db import -q lots - >/dev/null
}
printf 'code,name\nU1,供应商\n' | medi-db import -q suppliers - >/dev/null
exits 0 'a lot' lot 2026-08-31
printf 'store,treatment,line,item,lot,quantity\nS01,T2,1,I1,B1,1\n' | medi-db import -q treatment_items - >/dev/null
exits 1 'a product past its day' audit --since last
is "$(marks product-expired)" 'new S01 T2 I1 B1' 'a product past its day: found'
exits 0 'its day was misread' lot 2027-08-31
exits 1 'its day was misread' audit --since last
is "$(marks product-expired)" 'fixed S01 T2 I1 B1' 'its day was misread: fixed'
audit --no-record >whole.tsv 2>/dev/null
audit --since last --no-record >since.tsv 2>/dev/null
is "$(cut -f2-6 <since.tsv)" "$(cut -f2-6 <whole.tsv)" 'since the last run: still the same findings as of all'

# a licence ends, and nobody writes anything
printf 'staff,kind,number,valid_from,valid_to\nD1,physician,Z1,2015-01-01,2027-03-01\n' | medi-db import -q licences - >/dev/null
exits 1 'a licence' audit --since last
is "$(marks staff-licence-missing)" 'fixed * D1,open * N1' 'a licence: the missing one is there'
is "$(marks staff-licence-expired)" '' 'a licence: good so far'
exits 1 'it ends' at_time 2027-03-05T09:00:00+08:00 audit --since last
is "$(marks staff-licence-expired)" 'new * D1' 'it ends: found since the last run, though nothing was written'
exits 0 'all of it is in the log' medi-audit verify --deep

# ---- let stand ----------------------------------------------------------------------------------------------
person boss manager
person watch auditor
waive() { as watch medi-audit waive emergency-kit-none S02 --until 2026-10-20 --reason 'opening in a week' --lang en; }
exits 2 'without a day' as watch medi-audit waive emergency-kit-none S02 --reason 'opening in a week' --lang en
exits 2 'until a day that is over' as watch medi-audit waive emergency-kit-none S02 --until 2026-09-30 --reason 'opening in a week' --lang en
exits 2 'without a reason' as watch medi-audit waive emergency-kit-none S02 --until 2026-10-20 --lang en
exits 3 'what nobody found' as watch medi-audit waive emergency-kit-none S09 --until 2026-10-20 --reason 'opening in a week' --lang en
like "$err" 'emergency-kit-none S09: no run has found it' 'what nobody found: says so'
run waive
is "$code" 75 'asked for: waits for a second person'
is "$(ask 'SELECT COUNT(*) FROM audit_waiver')" 0 'asked for: nothing is let stand yet'
request=$(ask "SELECT MAX(id) FROM request")
exits 0 'another approves' as boss medi-db request approve "$request"
run waive
is "$code" 0 'run again: let stand'
is "$(medi-audit waivers --no-header | cut -f1-7)" $'S02\temergency-kit-none\tS02\t2026-10-01\t2026-10-20\t19\twatch' 'waivers: it is listed'
run audit --rule emergency-kit-none
is "$(marks emergency-kit-none)" 'open S01 S01,waived S02 S02' 'a run: it is marked'
like "$err" ' 1 errors, 0 warnings, 1 waived' 'a run: it is counted apart'
exits 0 'a run of its store' audit -s S02 --rule emergency-kit-none
run medi-audit run --rule emergency-kit-none -o sarif --lang en
printf '%s' "$out" >waived.sarif
sarif waived.sarif "assert [r['suppressions'][0]['justification'] for r in results if 'suppressions' in r] == ['opening in a week']"
ok $? 'as SARIF: suppressed, and why'
exits 0 'on its last day' at_time 2026-10-20T23:00:00+08:00 audit -s S02 --rule emergency-kit-none --no-record
exits 1 'the day after' at_time 2026-10-21T01:00:00+08:00 audit -s S02 --rule emergency-kit-none --no-record
is "$(marks emergency-kit-none)" 'open S02 S02' 'the day after: it counts again'
exits 1 'the day after, kept' at_time 2026-10-21T01:00:00+08:00 audit --since last
is "$(marks emergency-kit-none)" 'open S01 S01,open S02 S02' 'the day after, kept: open again, since it never went away'
is "$(ask "SELECT errors || ' ' || waived FROM audit_run WHERE id = (SELECT MAX(id) FROM audit_run)" | cut -d' ' -f2)" 0 'the day after, kept: nothing is waived'
is "$(ask "SELECT times FROM audit_finding WHERE rule = 'emergency-kit-none' AND subject = 'S02'")" 1 'the day after, kept: it is not as new'
is "$(at_time 2026-10-21T01:00:00+08:00 medi-audit waivers --no-header | wc -l)" 0 'the day after: it is no longer listed'
is "$(at_time 2026-10-21T01:00:00+08:00 medi-audit waivers --all --no-header | wc -l)" 1 'the day after: --all shows it'

# ---- trend --------------------------------------------------------------------------------------------------
exits 0 'trend' medi-audit trend --last 3 -o csv --no-header
is "$(printf '%s\n' "$out" | wc -l)" 3 'trend: the last three runs'
exits 0 'trend of a rule' medi-audit trend --rule emergency-kit-none --last 100 -o tsv
first=$(printf '%s\n' "$out" | awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i } NR == 2 { print $at["open"], $at["fresh"], $at["fixed"] }')
is "$first" '2 2 0' 'trend of a rule: the first run had two, both new'
is "$(printf '%s\n' "$out" | awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i } NR > 1 { n += $at["fixed"] } END { print n }')" 1 'trend of a rule: one was fixed once'

# ---- put right ----------------------------------------------------------------------------------------------
act() {
    local login=$1 verb=$2
    shift 2
    as "$login" medi-audit action "$verb" "$@" --lang en
}
exits 3 'for what is not there' act boss open emergency-kit-none S09 --what x --due 2026-10-10
exits 2 'without a day' act boss open emergency-kit-none S01 --what 'buy a kit'
exits 3 'until a day that is over' act boss open emergency-kit-none S01 --what 'buy a kit' --due 2026-09-30
exits 3 'by whom nobody knows' act boss open emergency-kit-none S01 --what 'buy a kit' --due 2026-10-10 --owner X9
like "$err" '^medi-audit: --owner: X9: nobody of that code' 'by whom nobody knows: says so'
exits 0 'opened' act boss open emergency-kit-none S01 --what 'buy a kit' --due 2026-10-10
action=$out
like "$action" '^S01-A[0-9]+$' 'opened: its code'
exits 2 'assigned to nobody' act boss assign "$action"
exits 0 'assigned' act boss assign "$action" --owner D1
columns() { medi-audit action list --no-header "$@" | cut -f1,6,7,8,9,11; }
is "$(columns)" "$action"$'\topen\tD1\t2026-10-10\t9\topen' 'listed: whose it is, and until when'
exits 3 'closed without evidence' act boss close "$action" --reason 'done'
like "$err" 'has no evidence' 'closed without evidence: says so'
exits 0 'on the last day' at_time 2026-10-10T20:00:00+08:00 medi-audit action list --lang en
exits 1 'overdue' at_time 2026-10-11T09:00:00+08:00 medi-audit action list --lang en -o tsv --no-header
like "$err" '1 corrective actions are overdue' 'overdue: counted'
is "$(printf '%s\n' "$out" | cut -f9,10)" $'-1\t*' 'overdue: goes to the chain, for the store has no manager'
printf 'code,name,role,store\nM1,周经理,manager,S01\n' | medi-db import -q staff - >/dev/null
is "$(at_time 2026-10-11T09:00:00+08:00 medi-audit action list --no-header 2>/dev/null | cut -f10)" M1 'overdue: to the manager of the store'
exits 0 'overdue in another store' at_time 2026-10-11T09:00:00+08:00 medi-audit action list -s S02
exits 0 'evidence' act boss evidence "$action" 'receipt 17, in the binder'
is "$(columns)" "$action"$'\tdone\tD1\t2026-10-10\t9\topen' 'evidence: the day is as it was'
exits 3 'closed while it is open' act watch close "$action" --reason seen
like "$err" 'its finding is still open' 'closed while it is open: says so'
medi-db import -q emergency_items kit.csv >/dev/null
audit --rule emergency-kit-none >/dev/null 2>&1
exits 3 'closed by who gave the evidence' act boss close "$action" --reason seen
like "$err" 'another than who gave the evidence closes it' 'closed by who gave the evidence: says so'
exits 0 'closed' act watch close "$action" --reason seen
is "$(columns)" '' 'closed: no longer listed'
is "$(columns --all)" "$action"$'\tclosed\tD1\t2026-10-10\t\tfixed' 'closed: --all shows it'
exits 3 'after the end' act boss evidence "$action" more
exits 3 'an unknown one' act boss evidence S01-A99 more
like "$err" 'S01-A99: no such action' 'an unknown one: says so'
is "$(ask "SELECT kind || ' ' || by_login FROM audit_step ORDER BY id" | joined)" 'open boss,assign boss,evidence boss,close watch' 'each step is kept, and whose it was'
is "$(ask "SELECT COUNT(*) FROM log WHERE subject = '$action'")" 4 'and logged'
exits 0 'all of it is in the log still' medi-audit verify --deep

# ---- packs that are wrong -----------------------------------------------------------------------------------
mkdir -p own/rules
pack() { # NAME ARTICLE SQL [MORE]: a file whose one rule begins in line 4
    cat >"own/rules/$1.yaml" <<END
topic: $1
zh: 试
rules:
  $1-rule:
    severity: error
    articles: [$2]
    title: "试"
    en: "a test"
    remedy: "改"
    remedy_en: "mend it"
    since: always
    question: |
      $3
    breaks: |
      DELETE FROM visit
${4-    passes: |
      SELECT 1}
END
}
one="SELECT 'S01' AS store, 'x' AS subject, 'y' AS detail"
bad() { # NAME PATTERN: the rule is named with its place, the rest is asked, nothing passes
    run env MEDI_CONFIG=own medi-audit run --lang en -o tsv --no-header --no-record
    is "$code" 3 "$1: exit 3"
    like "$err" "$2" "$1: says where and why"
    like "$out" 'emergency-kit-none	S02' "$1: the rest is asked"
    rm -f own/rules/*
}
pack good '医师法 25' "$one"
exits 1 'a pack of the clinic' env MEDI_CONFIG=own medi-audit run --lang en -o tsv --no-record
is "$(marks good-rule)" 'new S01 x' 'a pack of the clinic: its rule is asked'
exits 1 'its rule is kept' env MEDI_CONFIG=own medi-audit run --lang en -o tsv
one_open() { ask "SELECT COUNT(*) FROM audit_finding WHERE rule = 'good-rule' AND fixed_at IS NULL"; }
is "$(one_open)" 1 'its rule is kept: open'
rm -f own/rules/*
printf 'topic: [\n' >own/rules/other.yaml
exits 3 'a pack is broken' env MEDI_CONFIG=own medi-audit run --lang en -o tsv --no-header
is "$(one_open)" 1 'a pack is broken: nothing is withdrawn, for the rule may be in it'
rm -f own/rules/*
exits 1 'one topic' audit --topic emergency
is "$(one_open)" 1 'one topic: nothing is withdrawn'
exits 1 'its rule is gone' audit --since last
is "$(marks good-rule)" 'withdrawn S01 x' 'its rule is gone: it is withdrawn'
like "$err" '1 findings of rules that are in no pack any more are withdrawn' 'its rule is gone: said'
is "$(one_open) $(ask "SELECT detail FROM audit_finding WHERE rule = 'good-rule'")" '0 y [withdrawn]' 'its rule is gone: kept as withdrawn'
exits 1 'the run after it' audit
is "$(marks good-rule)" '' 'the run after it: nothing is said of it'
pack good '医师法 25' 'SELECT s.code AS store, x.y AS subject, 1 AS detail FROM store AS s'
bad 'wrong SQL' 'rules/good\.yaml:[0-9]+: good-rule: '
pack good '医师法 999' "$one"
bad 'an unknown article' 'rules/good\.yaml:6: 医师法 999: laws\.yaml has no such article'
pack good '医师法 25' "$one" ''
bad 'no pair' 'rules/good\.yaml:5: good-rule: passes: missing'
pack good '医师法 25' "DELETE FROM visit RETURNING 'S01' AS store, 'x' AS subject, 'y' AS detail"
bad 'a writing question' 'rules/good\.yaml:5: good-rule: '
pack good '医师法 25' "$one) AS q; DELETE FROM visit; --"
bad 'two statements' 'rules/good\.yaml:5: good-rule: '
is "$(ask 'SELECT COUNT(*) FROM visit')" 2 'two statements: nothing is lost'
printf 'topic: [\n' >own/rules/good.yaml
bad 'no YAML' 'rules/good\.yaml:[0-9]+: '
printf 'topic: x\nzh: x\nrules: 5\n' >own/rules/good.yaml
bad 'no rules' 'rules/good\.yaml:[0-9]+: rules: a map of rules is missing'
pack good '医师法 25' 'SELECT 1'
run env MEDI_CONFIG=own medi-audit run -o sarif --lang en
printf '%s' "$out" >faulty.sarif
sarif faulty.sarif "assert run['invocations'][0]['executionSuccessful'] is False
assert 'good-rule' in run['invocations'][0]['toolConfigurationNotifications'][0]['message']['text']"
ok $? 'as SARIF: a notification'
is "$code $(ask 'SELECT faults FROM audit_run ORDER BY id DESC LIMIT 1')" '3 1' 'as SARIF: exit 3, and kept with the run'
