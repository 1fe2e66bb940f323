#!/bin/bash
# D10: who may run what: each role, store by store, strangers and closed accounts; packs of the caller's own; the actor.
. "$(dirname "$0")/lib.sh"
clinic
printf 'store,code,client,arrived_at\nS01,V1,C1,2026-07-01 10:00\nS02,V2,C2,2026-07-01 11:00\n' | medi-db import -q visits - >/dev/null
refused() { # NAME PATTERN COMMAND…: exit 3, one line, nothing written
    local name=$1 pattern=$2 before
    shift 2
    before=$(everything)
    exits 3 "$name" "$@"
    like "$err" "$pattern" "$name: says why"
    one_line "$name"
    is "$out" '' "$name: shows nothing"
    is "$(everything)" "$before" "$name: nothing written"
}

# ---- who made it ----
is "$(medi-db whoami --no-header | cut -f1,4,6 | tr '\t\n' ' /')" "$me admin */$me manager */" 'who makes a database is its admin and manager'
is "$(ask "SELECT COUNT(*) FROM log WHERE seq = 1 AND verb = 'init' AND sets LIKE '%account 1 %' AND sets LIKE '%duty 2 %'")" 1 'and the first entry of the log holds that'

# ---- strangers ----
refused 'a stranger reads' '^medi-db: eve has no account in this database; ask an admin: medi-db account add eve$' as eve medi-db export visits --lang en
refused 'a stranger writes' 'eve has no account' as eve medi-db store add S09 --name x --lang en
refused 'a stranger asks who they are' 'eve has no account' as eve medi-db whoami --lang en
refused 'a stranger makes an account' 'eve has no account' as eve medi-db account add eve --lang en
refused 'a stranger migrates' 'eve has no account' as eve medi-db migrate --lang en
refused 'a stranger, figures' 'medi-kpi: eve has no account' as eve medi-kpi show arrivals --lang en
refused 'a name that is SQL' 'has no account' as "' OR '1'='1" medi-db export visits --lang en
exits 0 'a stranger may see the help' as eve medi-db import --help
exits 0 'and the kinds' as eve medi-db kinds
exits 0 'and the schema' as eve medi-db schema
medi-db account add -q eve
refused 'an account without a role' 'eve may not medi-db export visits; ask an admin: medi-db duty grant eve ROLE, where ROLE is one that may: .*nurse' as eve medi-db export visits --lang en

# ---- each role, all stores ----
# F front-desk, C consultant, D doctor, N nurse, B buyer, M manager, A auditor, Y analyst, X admin
roles='front-desk consultant doctor nurse buyer manager auditor analyst admin'
for role in $roles; do person "$role" "$role"; done
lines code,name,kind P2,x,laser >projects.csv
lines code,name,phone,store,channel,created_on C3,孙三,13800138003,S01,xhs,2026-01-01 >clients.csv
lines code,name,phone,store,channel,created_on L1,李一,13800138004,S01,xhs,2026-01-01 >leads.csv
lines store,code,client,arrived_at S01,V9,C1,2026-07-01 >visits.csv
lines code,name,unit I1,x,支 >items.csv
lines code,name S9,x >stores.csv
lines code,name,role N9,x,nurse >staff.csv
may() { # LETTERS COMMAND…
    local letters=$1 got='' role
    shift
    for role in front-desk:F consultant:C doctor:D nurse:N buyer:B manager:M auditor:A analyst:Y admin:X; do
        run as "${role%:*}" "$@" --lang en
        case $code:$err in
        3:*' may not '*) ;;
        *) got=$got${role#*:} ;;
        esac
    done
    is "$got" "$letters" "may: $*"
}
may FCDNBMAYX medi-db whoami
may FCDNBMAYX medi-db store list
may FCDNBMAYX medi-db store show S01
may FCDNBMAYX medi-db config list
may FCDNBMAYX medi-db config get kpi.few
may FCDNBMAYX medi-db roles list
may FCDNBMAYX medi-db roles show nurse
may FCDNBMAYX medi-db request list
may FCDNBMAYX medi-db request withdraw 99
may FMX medi-db import clients -n clients.csv
may FCMX medi-db import leads -n leads.csv
may FMX medi-db import visits -n visits.csv
may BMX medi-db import items -n items.csv
may MX medi-db import projects -n projects.csv
may MX medi-db import staff -n staff.csv
may X medi-db import stores -n stores.csv
may FCDNMAYX medi-db export visits
may FCDNMAYX medi-db export clients
may FCMAYX medi-db export leads
may CMAYX medi-db export payments
may BMAYX medi-db export suppliers
may DNBMAYX medi-db export lots
may FCDNM medi-db export clients --reveal because
may FCM medi-db export leads --reveal because
may CMAY medi-kpi show arrivals
may MAX medi-db check
may MX medi-db config set kpi.few 7 -n
may MX medi-db config unset kpi.few -n
may X medi-db config set duty.reveal_alone 7 -n
may MX medi-db store edit S01 --level 诊所 -n
may X medi-db store add S7 --name x -n
may MAX medi-db account list
may X medi-db account add new -n
may X medi-db account edit eve --staff K1 -n
may X medi-db account close eve -n
may MAX medi-db duty list
may X medi-db duty grant eve nurse -n
may X medi-db duty revoke nurse nurse -n
may X medi-db roles apply -n
may X medi-db migrate
may X medi-db backup matrix.backup
may X medi-db rekey --key none
may MAX medi-audit log
may MAX medi-audit verify
may AX medi-audit checkpoint --sign none
may MAX medi-audit checkpoints
may DMX medi-db request approve 99
may DMX medi-db request refuse 99 --reason because
is "$(as nurse medi-db export clients C1 -o csv --no-header -q | cut -d, -f1-4 | grep -c 13800138001)" 0 'without --reveal all is masked'
is "$(as nurse medi-db export clients C1 --reveal because -o csv --no-header -q | grep -c 13800138001)" 1 'with it, who may see sees'
is "$(ask "SELECT actor FROM log WHERE verb = 'export' ORDER BY seq DESC LIMIT 1")" nurse 'and the look is in the log under their login'
refused 'who may not reveal' '^medi-db: analyst may not see personal data of clients; ask an admin: medi-db duty grant analyst ROLE, where ROLE is one that may: consultant, doctor, front-desk, manager, nurse$' as analyst medi-db export clients --reveal because --lang en

# ---- one store ----
person zhang front-desk S01
refused 'without -s' 'zhang may not medi-db import visits for the whole chain, but for S01: if the verb keeps to a store, give it with -s$' as zhang medi-db import visits visits.csv --lang en
refused 'with the other store' 'zhang may not medi-db import visits for this store, but for S01' as zhang medi-db import visits visits.csv -s S02 --lang en
refused 'reading the other store' 'for this store, but for S01' as zhang medi-db export clients -s S02 --lang en
refused 'reading all' 'for the whole chain' as zhang medi-db export clients --lang en
refused 'revealing the other store' 'for this store' as zhang medi-db export clients -s S02 --reveal because --lang en
exits 0 'the own store' as zhang medi-db import visits visits.csv -s S01
exits 0 'the own store by MEDI_STORE' env MEDI_STORE=S01 MEDI_ACTOR=zhang medi-db export clients --no-header -q
is "$(printf '%s\n' "$out" | cut -f1 | tr '\n' ' ')" 'C1 ' 'shows the clients of that store'
exits 0 'revealing in the own store' as zhang medi-db export clients -s S01 --reveal because --no-header -q
is "$(printf '%s\n' "$out" | grep -c 钱二)" 0 'does not show those of another'
exits 0 'whoami needs no store' as zhang medi-db whoami
printf 'store,code,client,arrived_at\nS02,V8,C2,2026-07-02\n' >other.csv
refused 'a row of the other store' "other\\.csv:2: is not of the store that your duty is for" as zhang medi-db import visits other.csv -s S01 --lang en
printf 'store,code,client,arrived_at\nS01,V7,C1,2026-07-02\nS02,V8,C2,2026-07-02\n' >both.csv
exits 3 'rows of both stores' as zhang medi-db import visits both.csv -s S01 --rejects bad.csv
is "$(visits) $(grep -c V8 bad.csv)" '4 1' 'rows of both stores: only the own are written'
lines code,name,phone,store,channel,created_on C2,偷走,13800138002,S01,xhs,2026-01-02 >steal.csv
refused "another store's client" 'is not of the store' as zhang medi-db import clients steal.csv -s S01 --lang en
lines code,name,phone,store,channel,created_on C1,赵一,13800138001,S02,xhs,2026-01-01 >away.csv
refused 'giving a client away' 'is not of the store' as zhang medi-db import clients away.csv -s S01 --lang en
person boss manager S01
refused 'what is of the chain' 'projects are of the whole chain, and your duty is of store S01 alone' as boss medi-db import projects projects.csv -s S01 --lang en
refused 'staff of all stores' 'is not of the store' as boss medi-db import staff <(lines code,name,role D1,x,doctor) -s S01 --lang en
refused 'a verb for the chain' 'boss may not medi-db check for the whole chain, but for S01' as boss medi-db check -s S01 --lang en
exits 0 "a store's setting" as boss medi-db config set kpi.few 9 -s S01
refused "another store's setting" 'for this store' as boss medi-db config set kpi.few 9 -s S02 --lang en
refused "the chain's setting" 'for the whole chain' as boss medi-db config set kpi.few 9 --lang en
exits 0 'figures of the own store' as boss medi-kpi show arrivals -s S01 --from 2026-01-01
refused 'figures of all' 'for the whole chain' as boss medi-kpi show arrivals --lang en
lines code,store,client,visit,consultant,project,started_at,outcome K9,S01,C1,V1,K1,PX,2026-07-01,deal >new.csv
lines 'unknown: {project: create}' >create.yaml
refused 'what a map creates is an import too' 'consultant may not medi-db import projects' as consultant medi-db import consultations new.csv --map create.yaml --lang en
person both nurse S01
person both buyer S02
refused 'roles of two stores do not mix' 'for this store, but for S02' as both medi-db export suppliers -s S01 --lang en
exits 0 'each counts in its own' as both medi-db export suppliers -s S02

# ---- closing ----
exits 0 'close' medi-db account close zhang
refused 'a closed account' '^medi-db: the account of zhang is closed; ask an admin' as zhang medi-db export visits -s S01 --lang en
exits 0 'open again' medi-db account add zhang
refused 'opened again without duties' 'zhang may not' as zhang medi-db export visits -s S01 --lang en
medi-db account close -q admin
refused 'the last admin is closed' 'is the last admin; make another one first' medi-db account close "$me" --lang en
refused 'the last admin is revoked' 'is the last admin' medi-db duty revoke "$me" admin --lang en
exits 2 'no such role' medi-db duty grant nurse nurce --lang en
like "$err" 'nurce: no such role; did you mean nurse' 'no such role: the nearest'
exits 2 'admin of a store' medi-db duty grant nurse admin -s S01 --lang en
exits 3 'a duty in no store' medi-db duty grant nurse buyer -s S77 --lang en
exits 0 'a duty twice' medi-db duty grant nurse nurse --lang en
like "$err" 'nurse nurse \*: nothing to change' 'a duty twice: says so'
exits 3 'an account twice' medi-db account add nurse --lang en
like "$err" 'nurse: has an account already; say whose it is: medi-db account edit nurse --staff CODE' 'an account twice: says what to do'
exits 3 'no such staff' medi-db account add x --staff Z9 --lang en
is "$(ask "SELECT COUNT(*) FROM log WHERE subject = 'duty boss manager S01' AND actor <> 'boss'")" 2 'a duty of a store is in the log of the chain and of the store'

# ---- packs of the caller's own ----
mkdir -p own/kinds
sed 's/^analyst: *$/&/; /^  analyst:/,/^  sender:/s/medi-db:/medi-db:\n        reveal: all\n        duty grant: all/' "$top/share/medi/roles.yaml" >own/roles.yaml
refused 'a wider pack is not heard' 'analyst may not see personal data' env MEDI_CONFIG="$work/own" MEDI_ACTOR=analyst medi-db export clients --reveal because --lang en
refused 'nor can they apply it' 'analyst may not medi-db roles apply' env MEDI_CONFIG="$work/own" MEDI_ACTOR=analyst medi-db roles apply --lang en
exits 0 'an admin looks at it first' env MEDI_CONFIG="$work/own" medi-db roles apply -n --no-header
is "$out" "$(printf 'add\tpermission\tanalyst medi-db duty grant *\nadd\tpermission\tanalyst medi-db reveal *')" 'and sees what would change'
refused 'a dry run changes nothing' 'analyst may not' as analyst medi-db export clients --reveal because --lang en
exits 0 'an admin applies it' env MEDI_CONFIG="$work/own" medi-db roles apply
is "$(ask "SELECT verb || ' ' || subject FROM log ORDER BY seq DESC LIMIT 1")" 'roles apply roles' 'which is logged'
exits 0 'then it counts' as analyst medi-db export clients --reveal because
medi-db roles apply -q >/dev/null
refused 'and no more when it is taken back' 'analyst may not' as analyst medi-db export clients --reveal because --lang en
printf 'roles: {}\n' >own/roles.yaml
refused 'a pack that locks all out' 'admin and manager must be among them' env MEDI_CONFIG="$work/own" medi-db roles apply --lang en
rm own/roles.yaml
own() { # KIND TABLE COLUMNS…
    lines "kind: $1" 'says: x' 'zh: 自' "table: $2" 'scope: chain' 'key: [code]' 'columns:' '  - {name: code, type: code, required: true, zh: 码}' "${@:3}" >"own/kinds/$1.yaml"
}
mine() { local who=$1; shift; env MEDI_CONFIG="$work/own" MEDI_ACTOR="$who" "$@"; }
own projects client '  - {name: phone, type: text, zh: 机}' '  - {name: store, type: ref, ref: stores, into: store_id, zh: 店}'
refused "a kind's name is no key to another table" 'buyer may not medi-db export clients' mine buyer medi-db export projects --lang en
exits 0 'who may read the table' mine analyst medi-db export projects -o csv --no-header -q
is "$(printf '%s\n' "$out" | grep -c 13800138001)" 0 'still sees it masked'
own visits account '  - {name: login, type: text, zh: 名}'
refused 'a kind of a table that is none of records' 'table account is not one of records' mine front-desk medi-db import visits visits.csv --lang en
refused 'not even for an admin' 'table account is not one of records' env MEDI_CONFIG="$work/own" medi-db import visits visits.csv --lang en
own visits client '  - {name: phone, type: text, zh: 机}'
refused 'a kind that forgets the store' 'its column store must be the one of clients' mine boss medi-db export visits -s S01 --lang en

# ---- the actor ----
forget "$MEDI_DB"
prepare "$MEDI_DB"
medi-db init -q
exits 0 'in a real database MEDI_ACTOR is nobody' as eve medi-db store add S01 --name x
is "$(ask "SELECT DISTINCT actor FROM log")" "$me" 'it is the login that acts'
is "$(as eve medi-db whoami --no-header | cut -f1 | sort -u)" "$me" 'and that is asked'
medi-db account add -q eve
if [ "$engine" = postgresql ]; then
    exits 3 'another role of the server' medi-db export visits -d "${MEDI_DB/user=medi/user=postgres}" --lang en
    like "$err" '^medi-db: postgres has no account' 'another role of the server is another person'
elif [ "$(id -u)" = 0 ] && id nobody >/dev/null 2>&1; then
    chmod 777 "$work"
    chmod 666 "$MEDI_DB"*
    asked=$(env -i PATH="$PATH" MEDI_DB="$MEDI_DB" MEDI_ACTOR=root LC_ALL=C setpriv --reuid=nobody --clear-groups medi-db export visits --lang en 2>&1)
    like "$asked" 'nobody has no account' 'another login of the system is another person'
fi

# ---- to see a person unmasked is a permission of each tool that offers it ----
use unmasked
clinic
for role in $roles; do person "$role" "$role"; done
medi-visit arrive -q C1 -s S01 --code VR >/dev/null
medi-complaint open C1 -q -s S01 --category price --code TR --way phone --detail 不满 >/dev/null
is "$(ask 'SELECT COUNT(*) FROM visit') $(ask 'SELECT COUNT(*) FROM complaint')" '1 1' 'a visit and a complaint to look at'
may FCDNM medi-client show C1 --reveal because
may FCDNM medi-visit show VR -s S01 --reveal because
may M medi-complaint show TR -s S01 --reveal because
