# fold_table: makes lib/copy's tables out of what ICU knows of each code point, at build time.
#
#   paste LIST FOLDED CATEGORY SOUND SIMPLE | awk -f fold_table.awk split.table -
#
# LIST is fold_list.awk's: number, character. FOLDED: NFKC, lower case, simplified. CATEGORY: the letter of its general
# category. SOUND: Han as pinyin without tones. Pages of 256 that are alike are kept once.

BEGIN {
    FS = "\t"
    for (i = 1; i < 256; i++)
        ord[sprintf("%c", i)] = i
    SPACE = 1; PUNCTUATION = 2; HIDDEN = 3; COMBINING = 4; EMOJI = 5
    split("〇 零 壹 一 贰 二 叁 三 肆 四 伍 五 陆 六 柒 七 捌 八 玖 九 拾 十 佰 百 仟 千 妳 你 祂 他 牠 它 纔 才 着 着", pair, " ")
    for (i = 1; pair[i] != ""; i += 2)
        as[code(pair[i])] = code(pair[i + 1])
    split("3164 115f 1160 ffa0", hidden, " ")
    for (i in hidden)
        invisible[hex(hidden[i])] = 1
    digits("660 6f0 966", 10)
    for (i = 0; i < 9; i++)
        as[8544 + i] = as[8560 + i] = 49 + i # Roman
    split("37 165 36 8240", kept, " ") # % ¥ $ ‰
    for (i in kept)
        keep[kept[i]] = 1
    more = 0
}
function hex(text,  i, n) {
    for (i = 1; i <= length(text); i++)
        n = n * 16 + index("0123456789abcdef", substr(text, i, 1)) - 1
    return n
}
function digits(list, count,  first, i, j) {
    split(list, first, " ")
    for (i in first)
        for (j = 0; j < count; j++)
            as[hex(first[i]) + j] = 48 + j
}
# the code points of `text`, into points[1…]; the number of them
function decode(text,  i, n, b) {
    n = 0
    for (i = 1; i <= length(text); i++) {
        b = ord[substr(text, i, 1)]
        if (b < 128) points[++n] = b
        else if (b < 192) points[n] = points[n] * 64 + b - 128
        else points[++n] = b < 224 ? b - 192 : b < 240 ? b - 224 : b - 240
    }
    return n
}
function code(text) { decode(text); return points[1] }
function skipped(c, category) {
    if (c in invisible) return HIDDEN
    if (category ~ /^Z/) return SPACE
    if (category ~ /^P/) return PUNCTUATION
    if (category ~ /^M/) return (c >= 65024 && c < 65040) || c >= 917760 ? HIDDEN : COMBINING
    if (category ~ /^C/) return c >= 57344 && c < 63744 ? EMOJI : HIDDEN
    if (category ~ /^S/) return EMOJI
    return 0
}

FILENAME != "-" && /^[^#]/ {
    split($0, word, " ")
    half_key[++half_count] = code(word[2]) * 65536 + code(word[3])
    half_whole[half_count] = code(word[1])
}
FILENAME != "-" { next }

{
    c = $1 + 0
    if (c >= 131072)
        next
    if (c in as) {
        fold[c] = as[c]
    } else {
        n = decode($3)
        count = 0
        for (i = 1; i <= n; i++)
            if (points[i] > 127 || keep[points[i]] || (points[i] >= 48 && points[i] <= 57) || (points[i] >= 97 && points[i] <= 122))
                letters[++count] = points[i] in as ? as[points[i]] : points[i]
        skip = keep[c] || c == 65509 || c == 65285 || c == 65130 ? 0 : skipped(c, $4)
        if (skip && !(count == 1 && letters[1] != c && letters[1] > 127 && letters[1] < 65536 && skip == EMOJI) &&
            !(skip == EMOJI && count > 0 && (letters[1] < 128 || (letters[1] >= 19968 && letters[1] < 40960))))
            fold[c] = skip
        else if (count == 1)
            fold[c] = letters[1] < 57344 ? letters[1] : 65533 # above are the rows of expansions
        else if (count > 1) {
            fold[c] = 57344 + more
            expansions = expansions "    {" letters[1] ", " letters[2] ", " (count > 2 ? letters[3] : 0) ", " (count > 3 ? letters[4] : 0) "},\n"
            more++
        } else
            fold[c] = skip ? skip : 65533
    }
    if ($5 ~ /^[a-z]+$/ && c >= 13312 && c < 65536) {
        if (!($5 in syllable))
            syllable[$5] = ++syllables
        sound[c] = syllable[$5]
    }
}

# what a code point is compared as, below; the syllable of that, above
function both(c,  v) {
    v = fold[c]
    if (v == "") v = c < 57344 ? c : 65533
    return v + (v > 5 && v < 57344 ? sound[v] * 65536 : 0)
}

function pages(name, type, most, folded,  p, i, row, seen, list, body, kinds) {
    kinds = 0
    for (p = 0; p < most / 256; p++) {
        row = ""
        for (i = 0; i < 256; i++)
            row = row (folded ? both(p * 256 + i) : sound[p * 256 + i] + 0) ","
        if (!(row in seen)) {
            seen[row] = kinds++
            body = body "    {" row "},\n"
        }
        list = list seen[row] ","
    }
    printf "const uint16_t copy_%s_page[%d] = {%s};\n", name, most / 256, list
    printf "const %s copy_%s_table[%d][256] = {\n%s};\n", type, name, kinds, body
}

# the halves in the order of left, then right, by insertion: they are few
function sorted_halves(  i, j, key, whole, text) {
    for (i = 2; i <= half_count; i++) {
        key = half_key[i]
        whole = half_whole[i]
        for (j = i - 1; j > 0 && half_key[j] > key; j--) {
            half_key[j + 1] = half_key[j]
            half_whole[j + 1] = half_whole[j]
        }
        half_key[j + 1] = key
        half_whole[j + 1] = whole
    }
    for (i = 1; i <= half_count; i++)
        if (i == 1 || half_key[i] != half_key[i - 1]) {
            text = text sprintf("    {%d, %d, %d},\n", int(half_key[i] / 65536), half_key[i] % 65536, half_whole[i])
            half_kinds++
        }
    return text
}

END {
    for (c in as)
        if (!(c in fold)) fold[c] = as[c]
    print "/* Made by lib/gen/fold_table.awk. */"
    print "#include \"copy/fold_data.h\"\n"
    pages("fold", "uint32_t", 131072, 1)
    printf "const uint16_t copy_fold_more[%d][4] = {\n%s};\n", more + 1, expansions "    {0}"
    pages("sound", "uint16_t", 65536, 0)
    halves = sorted_halves()
    printf "const struct copy_half copy_halves[%d] = {\n%s};\nconst int copy_half_count = %d;\n", half_kinds + 1, halves "    {0, 0, 0}", half_kinds
}
