#!/bin/sh
# The house rules that a script can hold: who may include whom, one door per library, no SQL in C, no
# printing, exiting or environment in lib/, no mutable file-scope state, short files and functions.
# One line a finding; exit 1 if any.   house.sh BUILD
set -u
build=${1:-build}
cd "$(dirname "$0")/../.." || exit 2
found=$(mktemp)
trap 'rm -f "$found"' EXIT

complain() { cat >>"$found"; }

# ---- layers: base, db, text, scan and forecast, domain, cli, bin -------------------------------------------------
layers() {
    awk '
    function layer(room) {
        if (room == "base") return 1
        if (room == "db" || room == "text" || room == "scan" || room == "forecast") return 2
        if (room == "cli") return 4
        if (room == "bin") return 5
        return 3
    }
    # db and text stand side by side: text knows the value that db defines, db knows nothing of text
    function side(from, to) { return from == "text" && to == "db" }
    FNR == 1 { split(FILENAME, part, "/"); room = part[1] == "bin" ? "bin" : part[2] }
    /^#include "[a-z]+\// {
        split($2, name, /["\/]/)
        to = name[2]
        if (layer(to) > layer(room) || (layer(to) == 2 && layer(room) == 2 && to != room && !side(room, to)))
            print FILENAME ":" FNR ": layers: " room " must not include " to
        if (layer(room) == 3 && layer(to) == 3 && to != room)
            edge[room " " to] = FILENAME ":" FNR
    }
    END {
        for (e in edge) {
            split(e, pair, " ")
            if ((pair[2] " " pair[1]) in edge)
                print edge[e] ": layers: " pair[1] " and " pair[2] " include each other"
        }
    }' "$@"
}
# shellcheck disable=SC2046
layers $(find lib bin -name '*.[ch]' | sort) | complain

# ---- one door per library -------------------------------------------------------------------------------
door() { # header files-that-may
    grep -rn "#include <$1>" lib bin --include='*.[ch]' | grep -Ev "^($2)" |
        sed "s#\$#: only $2 may#" | complain
}
door 'sqlite3\.h' 'lib/db/db_sqlite[a-z_]*\.[ch]'
door 'libpq-fe\.h' 'lib/db/db_postgres[a-z_]*\.[ch]'
door 'sodium\.h' 'lib/base/(hash|multiset|cipher|sign|codec)\.c'
door 'csv\.h' 'lib/text/csv\.c'
door 'jansson\.h' 'lib/text/json(l|_read)\.c'
door 'yaml\.h' 'lib/text/yaml\.c'
door 'utf8proc\.h' 'lib/text/utf8\.c'
door 'iconv\.h' 'lib/text/encoding\.c'
door 'lbfgs\.h' 'lib/client/maximum\.c'
door 'xlsxwriter[a-z/_]*\.h' 'lib/text/out_xlsx\.c'
door 'coin/.*\.h' 'lib/planner/clp\.h'

# ---- no SQL in C: a string that begins a statement ----------------------------------------------------
grep -rnE '"(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|WITH|REPLACE) ' lib bin --include='*.[ch]' |
    grep -Ev '^lib/db/(relation(_read|_many|_move)?|whole|db_(sqlite|postgres)[a-z_]*)\.c:' |
    grep -Ev '^lib/db/describe\.c:' |
    sed 's|$|: SQL belongs into a .sql file|' | complain
# and none in the domain's own composing
grep -rnE '(str_addf?|arena_printf|snprintf)\(.*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WHERE) ' lib bin --include='*.[ch]' |
    grep -Ev '^lib/db/(relation(_read|_many|_move)?|whole|db_(sqlite|postgres)[a-z_]*)\.c:' |
    sed 's|$|: SQL is not assembled in C|' | complain

# ---- lib neither prints, exits nor reads the environment (lib/cli does; arena ends on no memory) -----------
grep -rnE '(^|[^a-z_>.])(printf|puts|putchar|perror|exit|_exit|abort|getenv|setenv|secure_getenv|setlocale)\(|stdout|stderr' \
    lib --include='*.[ch]' |
    grep -Ev '^lib/cli/|^lib/base/arena\.c:|^[^:]*:[0-9]*: *(\*|/\*)' |
    sed 's|$|: lib does not print, exit or read the environment|' | complain

# ---- no mutable file-scope state in lib -------------------------------------------------------------------
if [ -d "$build/o/lib" ]; then
    find "$build/o/lib" -name '*.o' | sort | while read -r object; do
        nm -f sysv "$object" 2>/dev/null | awk -F'|' -v file="$object" '
            { gsub(/ /, "", $1); gsub(/ /, "", $7) }
            $4 ~ /OBJECT/ && ($7 == ".data" || $7 == ".bss") && $1 != "str_empty" &&
            $1 !~ /^__/ { print file ": " $1 ": mutable file-scope state" }'
    done | complain
fi

# ---- short files, short functions ----------------------------------------------------------------------
find lib bin -name '*.c' -exec wc -l {} + |
    awk '$2 != "total" && $1 > 450 { print $2 ": " $1 " lines; a file has at most 450" }' | complain
find lib bin -name '*.c' | sort | while read -r file; do
    awk -v file="$file" '
        /^{/ { start = NR }
        /^}/ && start { if (NR - start - 1 > 60) print file ":" start ": a body of " NR - start - 1 " lines; at most 60"; start = 0 }' "$file"
done | complain
find lib bin -name "*.[ch]" -exec awk 'length($0) > 112 { print FILENAME ":" FNR ": a line of " length($0) " bytes" }' {} + |
    grep -v '^bin/medi-[a-z]*\.c:' | complain

sort -u "$found"
[ ! -s "$found" ]
