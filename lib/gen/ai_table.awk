# ai_table: turns the table of GS1 application identifiers into C at build time, and refuses what is not written
# by the rules that the table states at its top.
#
#   awk -f ai_table.awk lib/scan/ai.table
#
# POSIX awk; nothing is written when anything is refused.

BEGIN {
    split("csum csumalpha owner1 owner2 yymmdd yymmd0 yyyymmdd hhmm hour minute country country999 alpha2 currency " \
          "sex yesno nonzero zero nozero nondigit winding hyphen latitude longitude iban percent piece ofslash " \
          "coupon offer importer media", words, " ")
    for (i in words)
        known_check[words[i]] = 1
    split("sscc gtin content lot made expiry hour serial count", words2, " ")
    for (i in words2)
        known_use[words2[i]] = 1
    part_count = entry_count = 0
}

function refuse(why) {
    printf "%s:%d: %s\n", FILENAME, FNR, why > "/dev/stderr"
    failed = 1
}

/^#/ || /^[ \t]*$/ { next }

$1 == "country" || $1 == "currency" {
    for (i = 2; i <= NF; i++) {
        if ($i !~ /^[0-9][0-9][0-9]$/)
            refuse("no number of three digits: " $i)
        list[$1, $i + 0] = 1
    }
    next
}
# the first letter, and all that may follow it
$1 == "alpha2" {
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    if (NF != 3 || $2 !~ /^[A-Z]$/ || $3 !~ /^[A-Z]+$/)
        refuse("expected a letter and those that follow it")
    for (i = 1; i <= length($3); i++)
        list["alpha2", 26 * (index(alphabet, $2) - 1) + index(alphabet, substr($3, i, 1)) - 1] = 1
    next
}
$1 == "chars" {
    for (i = 1; i <= length($3); i++)
        in_set[substr($3, i, 1), $2] = 1
    next
}

{
    if (NF < 7) {
        refuse("expected AI, flags, parts, never, path, use and title")
        next
    }
    read_parts($3)
    names = split($1, name, ",")
    for (n = 1; n <= names; n++) {
        if (name[n] ~ /^[0-9][0-9][0-9]x[0-9]$/) {
            family = substr(name[n], 1, 3)
            for (last = 0; last <= substr(name[n], 5) + 0; last++)
                add(family last, family)
        } else if (name[n] ~ /^[0-9][0-9][0-9]?[0-9]?$/)
            add(name[n], "")
        else
            refuse("no AI: " name[n])
    }
}

# "N13:csum:owner1+[X1-17]" becomes rows of ai_part; what was seen before is used again
function read_parts(text,    parts, part, i, optional, size, pieces, piece, checks, j, row) {
    least = most = 0
    parts = split(text, part, "+")
    row = ""
    for (i = 1; i <= parts; i++) {
        optional = part[i] ~ /^\[.*\]$/
        if (optional)
            part[i] = substr(part[i], 2, length(part[i]) - 2)
        pieces = split(part[i], piece, ":")
        if (piece[1] !~ /^[NXYZ][0-9]+(-[0-9]+)?$/ || pieces > 4) {
            refuse("no part: " part[i])
            return
        }
        low = high = substr(piece[1], 2)
        if (index(high, "-")) {
            sub(/-.*/, "", low)
            sub(/.*-/, "", high)
        }
        checks = ""
        for (j = 2; j <= pieces; j++) {
            if (!(piece[j] in known_check))
                refuse("no check: " piece[j])
            checks = checks (j > 2 ? ", " : "") "CHECK_" toupper(piece[j])
        }
        row = row sprintf("    {AI_%s, %d, %d, %s, {%s}},\n", substr(piece[1], 1, 1), low, high,
                          optional ? "true" : "false", checks == "" ? "0" : checks)
        least += optional ? 0 : low
        most += high
    }
    if (parts > 5)
        refuse("more than five parts")
    if (!(row in seen)) {
        seen[row] = part_count
        part_rows = part_rows row
        part_count += parts
    }
    first = seen[row]
    part_number = parts
}

function add(ai, family,    never, count, i, text, path) {
    if (ai in known)
        refuse("a second time: " ai)
    known[ai] = 1
    if ($6 != "-" && !($6 in known_use))
        refuse("no use: " $6)
    text = ""
    count = $4 == "-" ? 0 : split($4, never, ",")
    for (i = 1; i <= count; i++)
        text = text (i > 1 ? ", " : "") "\"" (never[i] == "own" ? family "n" : never[i]) "\""
    path = $5
    sub(/^key\/?/, "", path)
    if (count > 6 || length(path) > 15 || ($5 !~ /^key/ && $5 != "-"))
        refuse("never or path cannot be kept")
    prefix = substr(ai, 1, 2)
    if (prefix in width && width[prefix] != length(ai))
        refuse("AIs that begin alike have one length: " ai)
    width[prefix] = length(ai)
    # `order` sorts as the names do
    entry[entry_count++] = ai
    line[ai] = sprintf("    {\"%s\", %d, %s, %s, AI_%s, %d, %d, %d, %d, {%s}, %s, \"%s\"},\n", ai, length(ai),
                       $2 ~ /f/ ? "true" : "false", $2 ~ /a/ ? "true" : "false",
                       $6 == "-" ? "NONE" : toupper($6), part_number, first, least, most,
                       text == "" ? "\"\"" : text, $5 ~ /^key/ ? "true" : "false", path == "-" ? "" : path)
}

function bits(name, size, what,    i, j, byte) {
    printf "const uint8_t %s[%d] = {", name, size
    for (i = 0; i < size; i++) {
        byte = 0
        for (j = 7; j >= 0; j--)
            byte = 2 * byte + ((what, 8 * i + j) in list)
        printf "%s%d,", i % 20 ? " " : "\n    ", byte
    }
    print "\n};"
}

END {
    if (failed)
        exit 1
    for (i = 1; i < entry_count; i++) # by name; few and almost in order
        for (j = i; j > 0 && entry[j - 1] "" > entry[j] ""; j--) {
            swap = entry[j]
            entry[j] = entry[j - 1]
            entry[j - 1] = swap
        }
    print "/* made by lib/gen/ai_table.awk */\n#include \"scan/ai.h\"\n#include \"scan/check.h\"\n"
    print "const struct ai_part ai_part[] = {\n" part_rows "};\n"
    print "const struct ai ai_table[] = {"
    for (i = 0; i < entry_count; i++) {
        prefix = substr(entry[i], 1, 2)
        if (!(prefix in from))
            from[prefix] = i
        number[prefix]++
        printf "%s", line[entry[i]]
    }
    print "};\nconst int ai_count = " entry_count ";\n"
    print "const struct ai_family ai_families[100] = {"
    for (i = 0; i < 100; i++) {
        prefix = sprintf("%02d", i)
        if (prefix in width)
            printf "    [%d] = {%d, %d, %d},\n", i, from[prefix], number[prefix], width[prefix]
    }
    print "};\n"
    printf "const uint8_t ai_sets[256] = {"
    for (i = 0; i < 256; i++) {
        byte = i < 127 && i > 32 ? sprintf("%c", i) : ""
        printf "%s%d,", i % 20 ? " " : "\n    ", ((byte, "N") in in_set) + 2 * ((byte, "X") in in_set) + \
            4 * ((byte, "Y") in in_set) + 8 * ((byte, "Z") in in_set)
    }
    print "\n};"
    bits("ai_countries", 125, "country")
    bits("ai_currencies", 125, "currency")
    bits("ai_alpha2", 85, "alpha2")
}
