#!/bin/bash
# D1: making a database, bringing it up to date, and refusing what is none of this version.
. "$(dirname "$0")/lib.sh"
clinic_re=$(re "$MEDI_DB")

exits 0 'init' medi-db init --lang en
like "$err" "$clinic_re: made, with schema [0-9]+\$" 'init: says what it made'
is "$out" '' 'init: prints nothing'
if only sqlite 'a database has rights of its own, which its owner gives'; then
    is "$(stat -c %a "$MEDI_DB")" 600 'init: for its owner alone'
fi
is "$(ask "SELECT name || value FROM meta WHERE name NOT IN ('identity', 'schema') ORDER BY name" | joined)" 'test0,zoneAsia/Shanghai' 'init: no test database, in Shanghai'
is "$(ask 'SELECT id, code FROM store' | joined)" '0|*' 'init: the chain and no store'
is "$(ask 'SELECT verb || subject || detail FROM log')" 'initdatabaseAsia/Shanghai' 'init: is logged'
before=$(everything)
exits 4 'init again' medi-db init --lang en
case $engine in
sqlite) like "$err" 'clinic\.db: exists already, and is left as it is; choose another name$' 'init again: says so' ;;
*) like "$err" "$clinic_re: has tables already, and is left as it is; choose another database or schema\$" 'init again: says so' ;;
esac
is "$(everything)" "$before" 'init again: left as it was'
exits 0 'check of a fresh one' medi-db check

west=$(at west) mars=$(at mars)
prepare "$west"
prepare "$mars"
exits 0 'init in a zone' medi-db init --zone America/New_York -d "$west"
is "$(ask "SELECT zone FROM store; SELECT value FROM meta WHERE name = 'zone'" "$west" | joined ' ')" 'America/New_York America/New_York' 'init in a zone: it is kept'
exits 2 'init in no zone' medi-db init --zone Mars/Base -d "$mars" --lang en
like "$err" -- '--zone: Mars/Base: no such time zone; one is Asia/Shanghai' 'init in no zone: says so'
case $engine in
sqlite) is "$(ls mars.db* 2>/dev/null)" '' 'init in no zone: nothing is left behind' ;;
*) is "$(ask "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace" "$mars")" 0 'init in no zone: nothing is left behind' ;;
esac
exits 2 'a password in the URL' medi-db init -d postgresql://u:secret@h/db --lang en
like "$err" 'the PostgreSQL URL holds a password' 'a password in the URL: is refused'
is "${err/secret/}" "$err" 'a password in the URL: is not shown'
if only sqlite 'names of files'; then
    exits 0 'init by sqlite:' medi-db init -q -d sqlite:scheme.db
    is "$(ls scheme.db)" scheme.db 'init by sqlite:: the file'
    exits 4 'init in no directory' medi-db init -d none/a.db --lang en
    like "$err" '^medi-db: none/a\.db: .*No such file or directory$' 'init in no directory: says so'
    for name in ':memory:' 'file:x.db?mode=memory' '-leading.db' 'with space.db' "quo'te.db" '数据库.db'; do
        exits 0 "init $name" medi-db init -q "--db=$name"
        exits 0 "check $name" medi-db check -q "--db=$name"
        ok "$([ -f "./$name" ]; echo $?)" "init $name: is a file of that name"
    done
fi
if only postgresql 'the words of a URL'; then
    for name in 'with space' "quo'te" 'dou"ble' '数据库' 'a&b=c?d' 'UPPER' 'select'; do
        url=${server/$here/$(printf '%s' "$here$name" | od -An -v -tx1 | tr -d ' \n' | sed 's/../%&/g')}
        root postgres "CREATE DATABASE \"${here//\"/}${name//\"/\"\"}\" OWNER medi"
        exits 0 "init $name" medi-db init -q -d "$url"
        exits 0 "check $name" medi-db check -q -d "$url"
        root postgres "DROP DATABASE \"${here//\"/}${name//\"/\"\"}\""
    done
    # a schema of its own beside others' tables
    root postgres "CREATE DATABASE ${here}shared OWNER medi"
    change 'CREATE TABLE client (x text); CREATE SCHEMA clinic AUTHORIZATION medi' "$(at shared)"
    exits 4 'init beside tables of others' medi-db init -q -d "$(at shared)" --lang en
    like "$err" 'has tables already' 'init beside tables of others: says so'
    schema="$(at shared)&options=-csearch_path%3Dclinic"
    exits 0 'init in a schema' medi-db init -q -d "$schema"
    exits 0 'init in a schema: it is whole' medi-db check -d "$schema"
    exits 0 'init in a schema: records go there' bash -c 'printf "code,name\nx,y\n" | medi-db import channels - -d "$1"' - "$schema"
    is "$(root "${here}shared" 'SELECT count(*) FROM client; SELECT count(*) FROM clinic.channel' | joined)" 0,2 'init in a schema: and nowhere else'
    exits 4 'a schema that is not there' medi-db check -d "$(at shared)&options=-csearch_path%3Dnone" --lang en
    like "$err" 'its search_path names no schema that is there' 'a schema that is not there: says so'
    exits 4 'init in no database' medi-db init -d "$(at nowhere)" --lang en
    like "$err" "$(re "$(at nowhere)"): the server has no such database; make it there first, then: medi-db init -d '" 'init in no database: says what to do'
fi

# without -d and MEDI_DB there is one place
if only sqlite 'the default is a file'; then
    (
        unset MEDI_DB
        medi-db init -q && medi-db store list
    ) >/dev/null
    ok $? 'the default database'
    is "$(stat -c %a data/medi data/medi/medi.db | tr '\n' ' ')" '700 600 ' 'the default database: for its owner alone'
    is "$(env -u MEDI_DB -u XDG_DATA_HOME HOME="$work/home" bash -c 'medi-db init -q && find "$HOME" -name "*.db"')" \
        "$work/home/.local/share/medi/medi.db" 'the default database without XDG_DATA_HOME'
fi

# up to date, older, newer, another program's, damaged
exits 0 'migrate' medi-db migrate --lang en
like "$err" "$clinic_re: up to date with schema" 'migrate: nothing to do'
is "$(everything)" "$before" 'migrate: nothing done'
newer=$(at newer) older=$(at older) other=$(at other)
copy newer
change "INSERT INTO migration VALUES (999, '0999-future', 0)" "$newer"
future=$(everything "$newer")
for verb in 'check' 'store list' 'export stores' 'config list' 'config set kpi.few 6' 'migrate' 'store add X --name x'; do
    # shellcheck disable=SC2086
    exits 4 "newer: $verb" medi-db $verb -d "$newer" --lang en
    like "$err" "^medi-db: $(re "$newer"): schema 999 was made by a newer medi \(this program knows [0-9]+\); upgrade the programs\$" "newer: $verb: says so"
done
is "$(everything "$newer")" "$future" 'newer: left as it was'
exits 4 'newer: kpi' medi-kpi show arrivals -d "$newer"
copy older
change 'DELETE FROM migration' "$older"
exits 4 'older' medi-db check -d "$older" --lang en
like "$err" "^medi-db: $(re "$older"): schema 0 is older than this program.s [0-9]+; run: medi-db migrate -d " 'older: names the command to run'
is "$(eval "printf '%s' ${err##* -d }")" "$older" 'older: the command can be pasted into a shell'
exits 4 'older, import' medi-db import stores -d "$older" /dev/null --lang en
like "$err" "run: medi-db migrate -d '?$(re "$older")" 'older, import: names it too'
prepare "$other"
change 'CREATE TABLE migration (version bigint); INSERT INTO migration VALUES (1)' "$other"
for verb in check migrate 'store list'; do
    # shellcheck disable=SC2086
    exits 4 "another program's: $verb" medi-db $verb -d "$other" --lang en
    like "$err" "^medi-db: $(re "$other"): not a medi database\$" "another program's: $verb: says so"
done
none=$(at none)
exits 4 'no database' medi-db check -d "$none" --lang en
case $engine in
sqlite) like "$err" "^medi-db: $(re "$none"): no such database; make one with: medi-db init -d " 'no database: says what to do' ;;
*) like "$err" "^medi-db: $(re "$none"): the server has no such database; make it there first, then: medi-db init -d " 'no database: says what to do' ;;
esac
is "$(eval "printf '%s' ${err##* -d }")" "$none" 'no database: the command can be pasted into a shell'
[ "$engine" = sqlite ] || prepare "$none"
exits 4 'an empty one' medi-db check -d "$none" --lang en
like "$err" "^medi-db: $(re "$none"): no such database; make one with: medi-db init -d " 'an empty one: says what to do'
is "$(ls none.db* 2>/dev/null)" '' 'no database: none is made'
if only sqlite 'files that are no database, or damaged'; then
    head -c 20000 /dev/urandom >noise.db
    exits 4 'noise' medi-db check -d noise.db --lang en
    like "$err" '^medi-db: noise\.db: not a medi database$' 'noise: says so'
    : >empty.db
    exits 4 'an empty file' medi-db check -d empty.db --lang en
    exits 4 'a directory' medi-db check -d "$work" --lang en
    like "$err" 'a directory, not a database file$' 'a directory: says so'
    head -c 30000 "$MEDI_DB" >short.db
    run medi-db check -d short.db --lang en
    ok "$([ "$code" = 4 ] || [ "$code" = 1 ]; echo $?)" 'a database that was cut off is found out'
    cp "$MEDI_DB" bent.db
    head -c 200000 /dev/zero | tr '\0' Z | dd of=bent.db bs=4096 seek=3 conv=notrunc status=none
    run medi-db check -d bent.db --lang en
    ok "$([ "$code" = 4 ] || [ "$code" = 1 ]; echo $?)" 'a database with damaged pages is found out'
fi

# what may only be read
case $engine in
sqlite)
    if [ "$(id -u)" != 0 ]; then
        chmod 400 "$MEDI_DB"
        exits 4 'a database that may not be written' medi-db store add X --name x
    fi
    ;;
postgresql)
    root postgres "CREATE ROLE ${here}reader LOGIN"
    change "GRANT USAGE ON SCHEMA public TO ${here}reader; GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${here}reader"
    reader=${MEDI_DB/user=medi/user=${here}reader}
    person "${here}reader" admin
    before=$(everything)
    exits 0 'who may read, reads' medi-db export stores -d "$reader"
    for verb in 'store add X --name x' 'config set kpi.few 6' 'import stores stores.csv'; do
        printf 'code,name\nX,x\n' >stores.csv
        # shellcheck disable=SC2086
        exits 4 "who may only read: $verb" medi-db $verb -d "$reader" --lang en
        like "$err" "^medi-db: .*$(re "$reader"): this user has not the right to that; ask the owner of the database\$" "who may only read: $verb: says so"
        one_line "who may only read: $verb"
    done
    change "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${here}reader"
    exits 4 'who may not even read' medi-db export stores -d "$reader" --lang en
    like "$err" 'this user has not the right to that; ask the owner of the database$' 'who may not even read: is told so'
    exits 4 'a role that is not there' medi-db check -d "${MEDI_DB/user=medi/user=${here}nobody}" --lang en
    like "$err" 'the server does not let this user in; see ~/.pgpass and the server.s pg_hba.conf$' 'a role that is not there: says so'
    is "$(everything)" "$before" 'who may not write: nothing is written'
    change "DROP OWNED BY ${here}reader; DROP ROLE ${here}reader"
    ;;
esac

# a test database has a clock and an actor of its own; another one has not
init
medi-db store add S01 --name x -q
is "$(ask 'SELECT DISTINCT at FROM log')" 1790816400 'MEDI_NOW freezes a test database'
person 纪检 admin
MEDI_ACTOR=纪检 medi-db store add S02 --name x -q
is "$(ask 'SELECT actor FROM log ORDER BY seq DESC LIMIT 1')" 纪检 'MEDI_ACTOR is heard in a test database'
MEDI_NOW=someday exits 2 'MEDI_NOW that is no time' medi-db store list --lang en
like "$err" 'MEDI_NOW: someday: expected a time' 'MEDI_NOW that is no time: says so'
forget "$MEDI_DB"
prepare "$MEDI_DB"
medi-db init -q
MEDI_ACTOR=else medi-db store add S01 --name x -q
is "$(ask "SELECT count(*) FROM log WHERE actor = 'else' OR at = 1790816400")" 0 'neither counts elsewhere'
