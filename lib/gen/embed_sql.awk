# embed_sql: turns SQL files into C at build time, and refuses what is not written by the rules.
#
#   awk -f embed_sql.awk -v mode=list       lib/*/sql/*.sql        the enum of statements
#   awk -f embed_sql.awk -v mode=data       lib/*/sql/*.sql        their texts, parameters, columns
#   awk -f embed_sql.awk -v mode=migrations lib/db/schema/*.sql    the schema, in order
#
# A statement file (see lib/db/sql.h): a first comment that says what it answers, lines
# "-- param: name type" and "-- column: name type", and one statement with $1 … $n. The comment
# lines do not go into the program. In the place of a line "-- include: NAME.part" come the lines of that
# file beside it, for what several statements have alike. POSIX awk; nothing is written when anything is
# refused.

BEGIN {
    if (mode != "list" && mode != "data" && mode != "migrations")
        refuse("embed_sql.awk", 0, "mode is list, data or migrations")
    split("int text bytes day moment fen ratio share decimal bool", words, " ")
    for (i in words)
        known_type[words[i]] = 1
    statements = 0
    for (arg = 1; arg < ARGC; arg++) {
        if (ARGV[arg] ~ /^[A-Za-z_]+=/)
            continue
        if (mode == "migrations")
            read_migration(ARGV[arg])
        else
            read_statement(ARGV[arg])
    }
    if (failed)
        exit 1
    if (mode == "list")
        write_list()
    else if (mode == "data")
        write_data()
    else
        write_migrations()
    exit 0
}

function refuse(file, line, why) {
    printf "%s%s: %s\n", file, line ? ":" line : "", why > "/dev/stderr"
    failed = 1
}

# Lines of `file` into line_text[1 … line_count]; false if it cannot be read.
function read_lines(file) {
    line_count = 0
    return append_lines(file, 1)
}

function append_lines(file, includes,    got, text, name) {
    while ((got = (getline text < file)) > 0) {
        if (includes && text ~ /^-- include: [a-z0-9_-]+\.part$/) {
            name = file
            sub(/[^\/]*$/, substr(text, 13), name)
            if (!append_lines(name, 0))
                return 0
            continue
        }
        line_text[++line_count] = text
        if (text ~ /[\001-\010\013-\037\177]/)
            refuse(file, line_count, "a control character (or a CR at the end of the line)")
    }
    close(file)
    if (got < 0)
        refuse(file, 0, "cannot be read")
    return got >= 0
}

# ---- statements -----------------------------------------------------------------------------

# lib/kpi/sql/new-clients.sql: sql_name kpi/new-clients, sql_id SQL_KPI_NEW_CLIENTS
function name_statement(file, s,    part, parts, room, base) {
    parts = split(file, part, "/")
    room = part[parts - 2]
    base = part[parts]
    sub(/\.sql$/, "", base)
    if (parts < 3 || part[parts - 1] != "sql" || room !~ /^[a-z][a-z0-9]*$/ ||
        base !~ /^[a-z][a-z0-9_-]*$/) {
        refuse(file, 0, "its name is not ROOM/sql/NAME.sql in small letters, digits and '-'")
        return
    }
    sql_name[s] = room "/" base
    gsub(/-/, "_", base)
    sql_id[s] = "SQL_" toupper(room "_" base)
    if (sql_id[s] in taken)
        refuse(file, 0, "has the same id as " taken[sql_id[s]] ": " sql_id[s])
    taken[sql_id[s]] = file
}

function read_statement(file,    s) {
    s = ++statements
    name_statement(file, s)
    sql_says[s] = sql_text[s] = ""
    param_count[s] = column_count[s] = 0
    if (!read_lines(file))
        return
    scan(file, s)
    check_says(file, s)
    check_params(file, s)
}

# One walk through the file, knowing what is quoted and what is a comment.
function scan(file, s,    n, text) {
    quote = ""
    ended = heading = 0
    split("", used)
    for (n = 1; n <= line_count; n++) {
        text = line_text[n]
        if (quote == "" && text ~ /^[ \t]*--/) {
            scan_comment(file, s, n, text)
            continue
        }
        if (text ~ /[^ \t]/ || quote != "") {
            heading = 2
            sql_text[s] = sql_text[s] text "\n"
        } else if (heading == 1)
            heading = 2
        scan_code(file, n, text)
    }
    if (quote != "")
        refuse(file, line_count, "a quote or comment is left open")
    finish_text(file, s)
}

# heading: 0 before the first comment, 1 inside it, 2 behind it
function scan_comment(file, s, n, text) {
    sub(/^[ \t]*--+[ \t]*/, "", text)
    sub(/[ \t]+$/, "", text)
    if (text ~ /^(param|params|parameter|column|columns)[ \t]*:/) {
        heading = 2
        scan_field(file, s, n, text)
    } else if (heading < 2) {
        heading = 1
        if (text != "")
            sql_says[s] = sql_says[s] (sql_says[s] == "" ? "" : " ") text
    }
}

function scan_field(file, s, n, text,    kind, part, parts, name) {
    kind = text
    sub(/[ \t]*:.*/, "", kind)
    sub(/^[^:]*:/, "", text)
    parts = split(text, part, " ")
    name = part[1]
    if (kind != "param" && kind != "column")
        refuse(file, n, "write \"-- param:\" or \"-- column:\", not \"-- " kind ":\"")
    else if (parts < 2)
        refuse(file, n, kind " without a name and a type")
    else if (name !~ /^[a-z][a-z0-9_]*$/)
        refuse(file, n, kind " " name ": a name has small letters, digits and '_'")
    else if (!(part[2] in known_type))
        refuse(file, n, kind " " name ": unknown type " part[2])
    else if ((s, kind, name) in declared)
        refuse(file, n, kind " " name ": declared twice")
    else if (kind == "param") {
        param_name[s, ++param_count[s]] = name
        param_type[s, param_count[s]] = part[2]
        param_line[param_count[s]] = n
    } else {
        column_name[s, ++column_count[s]] = name
        column_type[s, column_count[s]] = part[2]
    }
    declared[s, kind, name] = 1
}

# `quote` is what we are in at the start of the line: "" code, ' or " quoted, * a block comment.
function scan_code(file, n, text,    c, next_c) {
    while (text != "") {
        c = substr(text, 1, 1)
        next_c = substr(text, 2, 1)
        text = substr(text, 2)
        if (quote == "*") {
            if (c == "*" && next_c == "/") {
                quote = ""
                text = substr(text, 2)
            }
        } else if (quote != "") {
            if (c == quote)
                quote = ""
        } else if (ended && c !~ /[ \t]/) {
            refuse(file, n, "more than one statement: something stands behind the ';'")
            return
        } else if (c == "-" && next_c == "-") {
            return
        } else if (c == "/" && next_c == "*") {
            quote = "*"
            text = substr(text, 2)
        } else {
            if (c == "'" || c == "\"")
                quote = c
            else if (c == ";")
                ended = 1
            else if (c == "$")
                text = scan_param(file, n, text)
            else if (c == "?" || c == "@" || c == ":")
                refuse(file, n, "'" c "': parameters are $1, $2, …, and casts are CAST(x AS type)")
        }
    }
}

function scan_param(file, n, text) {
    if (!match(text, /^[1-9][0-9]*/)) {
        refuse(file, n, "'$' without a number from 1")
        return text
    }
    used[substr(text, 1, RLENGTH) + 0] = n
    return substr(text, RLENGTH + 1)
}

# Without the last ';' and the line end.
function finish_text(file, s) {
    sub(/[ \t\n]+$/, "", sql_text[s])
    if (ended)
        sub(/;[^;]*$/, "", sql_text[s])
    if (sql_text[s] !~ /[^ \t\n]/)
        refuse(file, line_count ? line_count : 1, "no statement")
}

function check_says(file, s) {
    if (line_count == 0 || line_text[1] !~ /^--/ || sql_says[s] == "")
        refuse(file, 1, "no first comment that says what the statement answers")
}

function check_params(file, s,    number) {
    for (number in used)
        if (number + 0 > param_count[s])
            refuse(file, used[number], "$" number " has no \"-- param:\" line")
    for (number = 1; number <= param_count[s]; number++)
        if (!(number in used))
            refuse(file, param_line[number],
                   "param " param_name[s, number] " ($" number ") is never used")
}

# ---- migrations -----------------------------------------------------------------------------

function read_migration(file,    s, n, base, version) {
    s = ++statements
    base = file
    sub(/.*\//, "", base)
    if (base !~ /^[0-9][0-9][0-9][0-9]-[a-z0-9-]+\.sql$/) {
        refuse(file, 0, "its name is not NNNN-NAME.sql")
        return
    }
    version = substr(base, 1, 4) + 0
    if (version != s)
        refuse(file, 0, sprintf("migrations are numbered without gaps: %04d is missing or double", s))
    sub(/\.sql$/, "", base)
    sql_name[s] = base
    sql_text[s] = ""
    if (!read_lines(file))
        return
    for (n = 1; n <= line_count; n++)
        sql_text[s] = sql_text[s] line_text[n] "\n"
    if (sql_text[s] !~ /[^ \t\n]/)
        refuse(file, 1, "no statement")
}

# ---- the C that comes out -------------------------------------------------------------------

# `text` as C string literals, a line each, every line behind `indent`.
function literal(text, indent,    out, count, line, n) {
    count = split(text, line, "\n")
    while (count > 1 && line[count] == "")
        count--
    out = ""
    for (n = 1; n <= count; n++)
        out = out (n > 1 ? "\n" indent : "") "\"" escape(line[n]) (n < count ? "\\n" : "") "\""
    return out == "" ? "\"\"" : out
}

# Character by character: what gsub makes of backslashes differs from awk to awk.
function escape(text,    out, c, n, size) {
    out = ""
    size = length(text)
    for (n = 1; n <= size; n++) {
        c = substr(text, n, 1)
        if (c == "\\" || c == "\"" || c == "?")
            out = out "\\" c
        else if (c == "\t")
            out = out "\\t"
        else
            out = out c
    }
    return out
}

function write_list(    s, says) {
    print "/* Made by lib/gen/embed_sql.awk; do not edit. */"
    print "#ifndef MEDI_SQL_LIST_H\n#define MEDI_SQL_LIST_H\n"
    print "enum sql_id {\n    SQL_NONE,"
    for (s = 1; s <= statements; s++) {
        says = sql_says[s]
        gsub(/\*\//, "* /", says)
        gsub(/\/\*/, "/ *", says)
        print "    /* " says " */\n    " sql_id[s] ","
    }
    print "    SQL_COUNT\n};\n\n#endif"
}

function write_fields(s, what, count, name, type,    n) {
    if (count == 0)
        return
    printf "static const struct sql_field %s_%d[] = {\n", what, s
    for (n = 1; n <= count; n++)
        printf "    {\"%s\", \"%s\"},\n", name[s, n], type[s, n]
    print "};"
}

function field_list(s, what, count) {
    return count ? what "_" s ", " count : "NULL, 0"
}

# A text may be longer than the 4095 bytes that C promises; every compiler in use takes it.
function write_head(header) {
    print "/* Made by lib/gen/embed_sql.awk; do not edit. */"
    print "#include <stddef.h>\n\n#include \"" header "\"\n"
    print "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n"
}

function write_data(    s) {
    write_head("db/sql.h")
    for (s = 1; s <= statements; s++) {
        write_fields(s, "params", param_count[s], param_name, param_type)
        write_fields(s, "columns", column_count[s], column_name, column_type)
    }
    print "\nconst struct sql sql_statements[] = {"
    print "    [SQL_NONE] = {\"none\", \"\", \"\", NULL, 0, NULL, 0},"
    for (s = 1; s <= statements; s++) {
        printf "    [%s] = {\"%s\",\n        %s,\n", sql_id[s], sql_name[s],
            literal(sql_says[s], "        ")
        printf "        %s,\n", literal(sql_text[s], "        ")
        printf "        %s, %s},\n", field_list(s, "params", param_count[s]),
            field_list(s, "columns", column_count[s])
    }
    print "};"
}

function write_migrations(    s) {
    write_head("db/migrate.h")
    print "const struct migration migrations[] = {"
    for (s = 1; s <= statements; s++)
        printf "    {%d, \"%s\",\n     %s},\n", s, sql_name[s], literal(sql_text[s], "     ")
    print "    {0, NULL, NULL},\n};"
}
