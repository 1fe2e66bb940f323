# The two engines behind one set of words, for lib.sh. A database of a test is a file in its directory, or a
# database on the server of tests/pg whose name begins with the test's number.
#
#   at NAME                 where database NAME is: what -d takes
#   prepare PLACE           makes the room in which init can make it: a PostgreSQL database must be there first
#   forget PLACE            takes it away; forget_all: all of this test's
#   copy NAME [PLACE]       as PLACE ($MEDI_DB) stands
#   ask SQL [PLACE]         rows, columns apart by |
#   change SQL [PLACE]      behind the tools' backs, references and triggers unasked
#   unchecked [PLACE]       (PostgreSQL) from now on no rule of a column hinders `change`; SQLite's never does
#   tables [PLACE]          the names of its tables
#   columns TABLE [PLACE]   in their order: name, INTEGER, TEXT or BLOB, place in the key (0: not in it), apart by |
#   hexed COLUMN            in SQL: bytes as lower-case hexadecimal digits
#   bytes DIGITS            in SQL: the bytes of hexadecimal digits
#   holding TEXT [PLACE]    the files of the database, and those beside it, that have this text
#   everything [PLACE]      a sum of all that is in it (but the calendar), to compare before and after
#   hold SECONDS [PLACE]    a writer that takes its time
#   $me                     whom the database takes for the one who runs the test
#   pg VERB                 (PostgreSQL) tests/pg for the server of the test: that of BUILD, or MEDI_TEST_SERVER
# shellcheck shell=bash disable=SC2034
engine=${MEDI_TEST_ENGINE:-sqlite}
here=t$$_

hold() {
    sleep "$1" | medi-db import -q visits - -d "${2:-$MEDI_DB}" >/dev/null 2>&1
}

case $engine in
sqlite)
    me=$(id -un)
    at() { printf '%s\n' "$work/$1.db"; }
    prepare() { :; }
    forget() { rm -f "$1" "$1"-wal "$1"-shm "$1"-journal; }
    forget_all() { :; }
    copy() { cp "${2:-$MEDI_DB}" "$(at "$1")"; }
    ask() { sqlite3 -cmd ".timeout 10000" -readonly "${2:-$MEDI_DB}" "$1"; }
    change() { sqlite3 -cmd ".timeout 10000" "${2:-$MEDI_DB}" "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; $1"; }
    unchecked() { :; }
    tables() { ask "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name" "$@"; }
    columns() { ask "SELECT name, type, pk FROM pragma_table_info('$1') ORDER BY cid" "${2:-$MEDI_DB}"; }
    hexed() { printf 'lower(hex(%s))' "$1"; }
    bytes() { printf "x'%s'" "$1"; }
    holding() {
        local file=${2:-$MEDI_DB}
        grep -laF -- "$1" "$file" "$file"-wal "$file"-shm 2>/dev/null
    }
    everything() {
        local file=${1:-$MEDI_DB}
        # not .dump, which reads the whole schema again for each table: 1.4 s of CPU
        {
            echo '.timeout 10000'
            echo '.mode quote'
            echo 'SELECT type, name, sql FROM sqlite_schema ORDER BY type, name;'
            sqlite3 -readonly -cmd '.timeout 10000' "$file" "SELECT 'SELECT ''' || name || ''', * FROM \"' || name || '\";'
                FROM sqlite_schema WHERE type = 'table' AND name <> 'calendar' ORDER BY name"
        } | sqlite3 -readonly "$file" | sha256sum
    }
    ;;
postgresql)
    me=medi
    pg() { BUILD=${MEDI_TEST_SERVER:-$build} "$top/tests/pg" "$@"; }
    server=$(pg url "$here")
    PATH=$(pg bin):$PATH # and not Debian's psql, which is a program in Perl that starts it
    root() { psql -X -q -At -v ON_ERROR_STOP=1 "${server%user=*}user=postgres&dbname=$1" -c "$2"; } # DATABASE SQL
    name_of() {
        local name=${1#postgresql:///}
        printf '%s\n' "${name%%\?*}"
    }
    at() { printf '%s\n' "${server/$here/$here$1}"; }
    prepare() { root postgres "CREATE DATABASE $(name_of "$1") OWNER medi" >/dev/null; }
    forget() { root postgres "DROP DATABASE IF EXISTS $(name_of "$1") WITH (FORCE)" 2>/dev/null; }
    forget_all() {
        local name
        for name in $(root postgres "SELECT datname FROM pg_database WHERE starts_with(datname, '$here')"); do
            root postgres "DROP DATABASE IF EXISTS $name WITH (FORCE)"
        done
    }
    copy() {
        forget "$(at "$1")"
        root postgres "CREATE DATABASE $here$1 OWNER medi TEMPLATE $(name_of "${2:-$MEDI_DB}")"
    }
    ask() { psql -X -q -At -v ON_ERROR_STOP=1 "${2:-$MEDI_DB}" -c "$1"; }
    change() { root "$(name_of "${2:-$MEDI_DB}")" "SET session_replication_role = replica; $1"; }
    unchecked() {
        change "DO \$\$ DECLARE c record; BEGIN
            FOR c IN SELECT conrelid::regclass AS t, conname AS n FROM pg_constraint WHERE contype = 'c' AND conrelid <> 0 LOOP
                EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.t, c.n);
            END LOOP; END \$\$" "$@"
    }
    tables() { ask "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1" "$@"; }
    columns() {
        ask "SELECT a.attname, CASE format_type(a.atttypid, NULL) WHEN 'bigint' THEN 'INTEGER' WHEN 'bytea' THEN 'BLOB' ELSE 'TEXT' END,
                COALESCE(array_position(i.indkey::smallint[], a.attnum) + 1, 0)
            FROM pg_attribute AS a LEFT JOIN pg_index AS i ON i.indrelid = a.attrelid AND i.indisprimary
            WHERE a.attrelid = '$1'::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum" "${2:-$MEDI_DB}"
    }
    hexed() { printf "encode(%s, 'hex')" "$1"; }
    bytes() { printf "decode('%s', 'hex')" "$1"; }
    holding() {
        local name files
        name=$(name_of "${2:-$MEDI_DB}")
        root "$name" CHECKPOINT
        files=$(root "$name" "SELECT current_setting('data_directory') || '/base/' || oid FROM pg_database WHERE datname = '$name'")
        [ -d "$files" ] || echo "$files: cannot be looked into"
        grep -rlaF -- "$1" "$files"
        PGOPTIONS='' pg_dump "${2:-$MEDI_DB}" | grep -cF -- "$1" | grep -v '^0$'
    }
    everything() {
        psql -X -q -At -v ON_ERROR_STOP=1 "${1:-$MEDI_DB}" <<'END' | sha256sum
SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
    WHERE table_schema = 'public' ORDER BY table_name, ordinal_position;
SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexdef;
SELECT conrelid::regclass, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace ORDER BY conrelid::regclass::text, conname;
SELECT format('SELECT %L, t FROM %I AS t ORDER BY t::text COLLATE "C"', relname, relname) FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'calendar' ORDER BY relname \gexec
END
    }
    ;;
*)
    echo "MEDI_TEST_ENGINE: $engine: there are sqlite and postgresql" >&2
    exit 2
    ;;
esac
