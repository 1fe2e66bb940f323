# What the sources hold for gettext that xgettext does not see, as a .pot:
#
#   the names that columns of an output may have, with the context "column": from the declarations in
#   the SQL files, from tables of out_column in C, and the words that add_column is given;
#   what a check says: the first comment of lib/check/sql/*.sql, joined as lib/gen/embed_sql.awk does.
function take(name) {
    if (name in seen || name == "")
        return
    seen[name] = 1
    print "msgctxt \"column\"\nmsgid \"" name "\"\nmsgstr \"\"\n"
}
function say() {
    gsub(/["\\]/, "\\\\&", says)
    if (says != "" && !(says in said))
        print "msgid \"" says "\"\nmsgstr \"\"\n"
    said[says] = 1
    says = ""
}
BEGIN { print "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n" }
FNR == 1 {
    say()
    heading = FILENAME ~ /lib\/check\/sql\/[^\/]*\.sql$/
}
heading && (!/^[ \t]*--/ || /^[ \t]*--+[ \t]*(param|column)s?[ \t]*:/) { heading = 0 }
heading {
    line = $0
    gsub(/^[ \t]*--+[ \t]*|[ \t]+$/, "", line)
    says = says (says == "" || line == "" ? "" : " ") line
}
FILENAME ~ /\.sql$/ && /^-- column: / { take($3) }
FILENAME ~ /\.c$/ {
    line = $0
    while (match(line, /\{"[a-z_]+", NULL, OUT_[A-Z]+\}/)) {
        split(substr(line, RSTART), part, "\"")
        take(part[2])
        line = substr(line, RSTART + RLENGTH)
    }
    if (match(line, /add_column\(columns, "[a-z_]+"/)) {
        split(substr(line, RSTART), part, "\"")
        take(part[2])
    }
}
END { say() }
