# One file of the example clinic from one of the maker's: its headers, words and spellings (columns.tsv, words.tsv),
# and the seeded defects (defects.tsv), each of which is written to `answers` with the line where it landed.
#
#   awk -f example.awk -v kind=visits -v answers=ANSWERS mode=columns columns.tsv mode=words words.tsv \
#       mode=defects defects.tsv mode=names of=staff staff.csv … mode=rows visits.csv

function die(words) { print "example.awk: " kind ": " words >"/dev/stderr"; failed = 1; exit 1 }

# Splits a CSV line (no newlines in it) into cell[1..n].
function csv(line, cell,    n, at, c, quoted, text) {
    n = 0; text = ""; quoted = 0
    for (at = 1; at <= length(line); at++) {
        c = substr(line, at, 1)
        if (quoted && c == "\"" && substr(line, at + 1, 1) == "\"") { text = text c; at++ }
        else if (c == "\"") quoted = !quoted
        else if (c == "," && !quoted) { cell[++n] = text; text = "" }
        else text = text c
    }
    cell[++n] = text
    return n
}

# ---- spellings ------------------------------------------------------------------------------

function yuan(fen,    sign) {
    sign = fen < 0 ? "-" : ""
    fen = fen < 0 ? -fen : fen
    return sign sprintf("%d.%02d", int(fen / 100), fen % 100)
}
function yen(fen,    text, whole, grouped) {
    text = yuan(fen < 0 ? -fen : fen)
    whole = substr(text, 1, length(text) - 3)
    while (length(whole) > 3) {
        grouped = "," substr(whole, length(whole) - 2) grouped
        whole = substr(whole, 1, length(whole) - 3)
    }
    return (fen < 0 ? "-" : "") "¥" whole grouped substr(text, length(text) - 2)
}
function slash(day) { return substr(day, 1, 4) "/" (substr(day, 6, 2) + 0) "/" (substr(day, 9, 2) + 0) }
function han(day) { return substr(day, 1, 4) "年" (substr(day, 6, 2) + 0) "月" (substr(day, 9, 2) + 0) "日" }
function clock(moment) { return (substr(moment, 12, 2) + 0) substr(moment, 14, 3) }

# Prefix 154 is given to nobody. Clients' phones are spelt as four receptionists would.
function phone(number,    p) {
    p = "154" substr(number, 4)
    if (kind != "clients" || rows % 4 == 1) return p
    if (rows % 4 == 2) return "+86 154-" substr(p, 4, 4) "-" substr(p, 8)
    if (rows % 4 == 3) return "0086" p
    return "154-" substr(p, 4, 4) "-" substr(p, 8)
}
function hours(text) {
    if (text == "Mo-Su 09:30-20:00") return "每天 9:30-20:00"
    if (text == "Mo-Fr 10:00-19:30; Sa-Su 09:30-20:00") return "周一至周五 10:00-19:30；周六日 9:30-20:00"
    die("hours: " text)
}
function spell(column, how, text) {
    if (text == "" || how == "keep") return text
    if (how == "word") {
        if (!((kind "." column, text) in word)) die("no word for " column " " text)
        return word[kind "." column, text]
    }
    if (how == "phone") return phone(text)
    if (how == "minute") return substr(text, 1, 16)
    if (how == "slash") return slash(text)
    if (how == "slash-minute") return slash(text) " " clock(text)
    if (how == "han") return han(text)
    if (how == "yuan") return yuan(text)
    if (how == "yen") return yen(text)
    if (how == "hours") return hours(text)
    if (how == "channel" && text == "unknown") return "未知"
    if ((how, text) in name) return name[how, text]
    die("no " how " " text)
}

# ---- lines ----------------------------------------------------------------------------------

function quoted(text) { gsub(/"/, "\"\"", text); return "\"" text "\"" }
function put_line(text) {
    printf "%s%s", text, form == "sheet" ? "\r\n" : "\n"
    line += 1 + gsub(/\n/, "\n", text)
}
function put_row(out, most,    i, text) {
    text = ""
    for (i = 1; i <= most; i++) {
        if (form == "sheet") text = text (i > 1 ? "," : "") quoted(out[i])
        else if (form == "tsv") text = text (i > 1 ? "\t" : "") out[i]
        else if (form == "jsonl") text = text (i > 1 ? ", " : "{") quoted_json(header[i]) ": " quoted_json(out[i])
        else text = text (i > 1 ? "," : "") (out[i] ~ /[,"\n]/ ? quoted(out[i]) : out[i])
    }
    put_line(form == "jsonl" ? text "}" : text)
}
function quoted_json(text) { gsub(/\\/, "\\\\", text); gsub(/"/, "\\\"", text); return text == "" ? "null" : "\"" text "\"" }

# What the defect is about: `from` is its first line.
function answer(d, at, column) {
    if (defect_found[d] == "-") return
    printf "%s\t%d\t%s\t%s\t%s\t%s\n", file, at, column == "" ? "" : header[place[column]], defect_says[d], \
        defect_found[d], defect_expected[d] >>answers
}
function edit(d, out,    names, values, n, i) {
    n = split(defect_columns[d], names, "|")
    split(defect_values[d], values, "|")
    for (i = 1; i <= n; i++) {
        if (!(names[i] in place)) die("defect: no column " names[i])
        gsub(/\\n/, "\n", values[i])
        out[place[names[i]]] = values[i]
    }
    return names[1]
}

# ---- reading --------------------------------------------------------------------------------

/^#/ && mode != "rows" && mode != "names" { next }
mode == "columns" {
    split($0, part, "\t")
    if (part[1] != kind) next
    if (part[2] == "@") { file = part[3]; form = part[4]; next }
    header[++width] = part[3]; column_of[width] = part[2]; how_of[width] = part[4]; place[part[2]] = width
    next
}
mode == "words" { split($0, part, "\t"); word[part[1], part[2]] = part[3]; next }
mode == "defects" {
    split($0, part, "\t")
    if (part[3] == "same-person") { # a second file of a client: rows from its day on are the new one's
        split(part[5], values, "|")
        twin[part[2]] = values[1]; twin_day[part[2]] = values[2]
    }
    if (part[1] != kind) next
    d = ++defects
    defect_key[d] = part[2]; defect_action[d] = part[3]; defect_columns[d] = part[4]; defect_values[d] = part[5]
    defect_found[d] = part[6]; defect_says[d] = part[7]; defect_expected[d] = part[8]
    of_key[part[2]] = of_key[part[2]] " " d
    next
}
mode == "names" {
    if (FNR == 1) next
    csv($0, cell)
    name[of, cell[1]] = cell[2]
    next
}
mode == "rows" && FNR == 1 {
    columns = csv($0, cell)
    for (i = 1; i <= columns; i++) from[cell[i]] = i
    line = 1
    if (form == "sheet") printf "\357\273\277"
    if (form != "jsonl") put_row(header, width)
    next
}
mode == "rows" {
    rows++
    csv($0, cell)
    day = "day" in from ? cell[from["day"]] : day_of()
    if (kind != "clients" && kind != "leads" && ("client" in from) && (cell[from["client"]] in twin) && \
        day >= twin_day[cell[from["client"]]])
        cell[from["client"]] = twin[cell[from["client"]]]
    for (i = 1; i <= width; i++) row[i] = spell(column_of[i], how_of[i], cell[from[column_of[i]]])
    key = ("store" in from) && ("code" in from) && kind != "staff" && kind != "clients" && kind != "leads" ? \
        cell[from["store"]] "/" cell[from["code"]] : cell[1]
    if (kind == "lots") key = cell[1] "/" cell[2] "/" cell[3]
    if (kind == "licences") key = cell[1] "/" cell[2] "/" cell[3]
    if (kind == "spend") key = cell[1] "/" cell[2] "/" cell[3]
    if (kind == "prices") key = cell[1] "/" cell[2] "/" cell[4]
    emit(key)
}

# The local day of a row, of whatever time it has first.
function day_of(    i) {
    for (i = 1; i <= columns; i++)
        if (cell[i] ~ /^20[0-9][0-9]-[0-9][0-9]-[0-9][0-9] /) return substr(cell[i], 1, 10)
    return ""
}

# The row itself, changed where a defect says so, then the rows that defects put behind it.
function emit(key,    list, n, i, d, first) {
    n = split(of_key[key], list, " ")
    for (i = 1; i <= n; i++) {
        d = list[i]
        if (defect_action[d] == "set") { first = edit(d, row); answer(d, line, first); used[d] = 1 }
    }
    put_row(row, width)
    for (i = 1; i <= n; i++) if (defect_action[list[i]] != "set") behind(list[i])
}
function behind(d,    i, copy, first, at) {
    used[d] = 1
    at = line
    if (defect_action[d] == "raw") { first = defect_columns[d]; put_line(defect_values[d]); answer(d, at, first); return }
    for (i = 1; i <= width; i++) copy[i] = row[i]
    if (defect_action[d] == "same-person") { second_file(d, copy); put_row(copy, width); answer(d, at, "code"); return }
    first = edit(d, copy)
    put_row(copy, defect_action[d] == "short" ? width - 1 : width)
    answer(d, at, defect_action[d] == "copy" ? first : "") # of a whole row no column is at fault
}
# The same person again: another code, a later day, another way to write the phone; the id number is not asked.
function second_file(d, copy,    values) {
    split(defect_values[d], values, "|")
    copy[place["code"]] = values[1]
    copy[place["created_on"]] = slash(values[2])
    copy[place["channel"]] = values[3]
    copy[place["phone"]] = values[4]
    copy[place["id_number"]] = copy[place["birthday"]] = copy[place["address"]] = ""
    copy[place["latitude"]] = copy[place["longitude"]] = ""
}
END {
    if (failed) exit 1
    for (d = 1; d <= defects; d++) if (!used[d]) die("defect not placed: " defect_key[d] " " defect_says[d])
}
