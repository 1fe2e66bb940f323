#!/bin/bash
# D1: making a database, bringing it up to date, and refusing what is none of this version.
. "$(dirname "$0")/lib.sh"

exits 0 'init' medi-db init --lang en
like "$err" '/clinic\.db: made, with schema [0-9]+$' 'init: says what it made'
is "$out" '' 'init: prints nothing'
is "$(stat -c %a "$MEDI_DB")" 600 'init: for its owner alone'
is "$(ask "SELECT group_concat(name || value) FROM meta WHERE name <> 'identity'")" 'test0,zoneAsia/Shanghai' 'init: no test database, in Shanghai'
is "$(ask 'SELECT group_concat(id || code) FROM store')" '0*' 'init: the chain and no store'
is "$(ask 'SELECT verb || subject || detail FROM log')" 'initdatabaseAsia/Shanghai' 'init: is logged'
before=$(everything)
exits 4 'init again' medi-db init --lang en
like "$err" 'clinic\.db: exists already, and is left as it is; choose another name$' 'init again: says so'
is "$(everything)" "$before" 'init again: left as it was'
exits 0 'check of a fresh one' medi-db check

exits 0 'init in a zone' medi-db init --zone America/New_York -d west.db
is "$(sqlite3 west.db 'SELECT zone FROM store; SELECT value FROM meta WHERE name = "zone"' | tr '\n' ' ')" 'America/New_York America/New_York ' 'init in a zone: it is kept'
exits 2 'init in no zone' medi-db init --zone Mars/Base -d mars.db --lang en
like "$err" -- '--zone: Mars/Base: no such time zone; one is Asia/Shanghai' 'init in no zone: says so'
is "$(ls mars.db* 2>/dev/null)" '' 'init in no zone: nothing is left behind'
exits 0 'init by sqlite:' medi-db init -q -d sqlite:scheme.db
is "$(ls scheme.db)" scheme.db 'init by sqlite:: the file'
exits 4 'init in no directory' medi-db init -d none/a.db --lang en
like "$err" '^medi-db: none/a\.db: .*No such file or directory$' 'init in no directory: says so'
exits 2 'init of PostgreSQL' medi-db init -d postgresql://u:secret@h/db --lang en
like "$err" 'PostgreSQL' 'init of PostgreSQL: says that it cannot'
is "${err/secret/}" "$err" 'init of PostgreSQL: the password is not shown'
for name in ':memory:' 'file:x.db?mode=memory' '-leading.db' 'with space.db' "quo'te.db" '数据库.db'; do
    exits 0 "init $name" medi-db init -q "--db=$name"
    exits 0 "check $name" medi-db check -q "--db=$name"
    ok "$([ -f "./$name" ]; echo $?)" "init $name: is a file of that name"
done

# without -d and MEDI_DB there is one place
(
    unset MEDI_DB
    medi-db init -q && medi-db store list
) >/dev/null
ok $? 'the default database'
is "$(stat -c %a data/medi data/medi/medi.db | tr '\n' ' ')" '700 600 ' 'the default database: for its owner alone'
is "$(env -u MEDI_DB -u XDG_DATA_HOME HOME="$work/home" bash -c 'medi-db init -q && find "$HOME" -name "*.db"')" \
    "$work/home/.local/share/medi/medi.db" 'the default database without XDG_DATA_HOME'

# up to date, older, newer, another program's, damaged
exits 0 'migrate' medi-db migrate --lang en
like "$err" 'clinic\.db: up to date with schema' 'migrate: nothing to do'
is "$(everything)" "$before" 'migrate: nothing done'
cp "$MEDI_DB" newer.db
sqlite3 newer.db "INSERT INTO migration VALUES (999, '0999-future', 0)"
newer=$(everything newer.db)
for verb in 'check' 'store list' 'export stores' 'config list' 'config set kpi.few 6' 'migrate' 'store add X --name x'; do
    # shellcheck disable=SC2086
    exits 4 "newer: $verb" medi-db $verb -d newer.db --lang en
    like "$err" '^medi-db: newer\.db: schema 999 was made by a newer medi \(this program knows [0-9]+\); upgrade the programs$' "newer: $verb: says so"
done
is "$(everything newer.db)" "$newer" 'newer: left as it was'
exits 4 'newer: kpi' medi-kpi show arrivals -d newer.db
cp "$MEDI_DB" older.db
sqlite3 older.db 'DELETE FROM migration'
exits 4 'older' medi-db check -d older.db --lang en
like "$err" '^medi-db: older\.db: schema 0 is older than this program.s [0-9]+; run: medi-db migrate -d older\.db$' 'older: names the command to run'
exits 4 'older, import' medi-db import stores -d older.db /dev/null --lang en
like "$err" 'run: medi-db migrate -d older\.db' 'older, import: names it too'
sqlite3 other.db 'CREATE TABLE migration (version); INSERT INTO migration VALUES (1)'
for verb in check migrate 'store list'; do
    # shellcheck disable=SC2086
    exits 4 "another program's: $verb" medi-db $verb -d other.db --lang en
    like "$err" '^medi-db: other\.db: not a medi database$' "another program's: $verb: says so"
done
head -c 20000 /dev/urandom >noise.db
exits 4 'noise' medi-db check -d noise.db --lang en
like "$err" '^medi-db: noise\.db: not a medi database$' 'noise: says so'
: >empty.db
exits 4 'an empty file' medi-db check -d empty.db --lang en
exits 4 'a directory' medi-db check -d "$work" --lang en
like "$err" 'a directory, not a database file$' 'a directory: says so'
exits 4 'no database' medi-db check -d none.db --lang en
like "$err" '^medi-db: none\.db: no such database; make one with: medi-db init -d none\.db$' 'no database: says what to do'
is "$(ls none.db* 2>/dev/null)" '' 'no database: none is made'
head -c 30000 "$MEDI_DB" >short.db
run medi-db check -d short.db --lang en
ok "$([ "$code" = 4 ] || [ "$code" = 1 ]; echo $?)" 'a database that was cut off is found out'
cp "$MEDI_DB" bent.db
head -c 200000 /dev/zero | tr '\0' Z | dd of=bent.db bs=4096 seek=3 conv=notrunc status=none
run medi-db check -d bent.db --lang en
ok "$([ "$code" = 4 ] || [ "$code" = 1 ]; echo $?)" 'a database with damaged pages is found out'

# what may only be read
if [ "$(id -u)" != 0 ]; then
    chmod 400 "$MEDI_DB"
    exits 4 'a database that may not be written' medi-db store add X --name x
fi

# a test database has a clock and an actor of its own; another one has not
init
medi-db store add S01 --name x -q
is "$(ask 'SELECT DISTINCT at FROM log')" 1790816400 'MEDI_NOW freezes a test database'
MEDI_ACTOR=纪检 medi-db store add S02 --name x -q
is "$(ask 'SELECT actor FROM log ORDER BY seq DESC LIMIT 1')" 纪检 'MEDI_ACTOR is heard in a test database'
MEDI_NOW=someday exits 2 'MEDI_NOW that is no time' medi-db store list --lang en
like "$err" 'MEDI_NOW: someday: expected a time' 'MEDI_NOW that is no time: says so'
rm -f "$MEDI_DB"*
medi-db init -q
MEDI_ACTOR=else medi-db store add S01 --name x -q
is "$(ask "SELECT count(*) FROM log WHERE actor = 'else' OR at = 1790816400")" 0 'neither counts elsewhere'
