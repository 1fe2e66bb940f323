# fold_list: the code points whose folding is worked out at build time, one a line, in UTF-8.
BEGIN {
    ranges = "0x20-0x7e 0xa0-0x6ff 0x900-0x97f 0xe50-0xe59 0x1100-0x11ff 0x1d00-0x1dff 0x1e00-0x33ff 0x3400-0x9fff 0xa640-0xa6ff " \
             "0xe000-0xe0ff 0xf900-0xfaff 0xfb00-0xfb06 0xfe00-0xfe6f 0xfeff-0xfffd 0x1d100-0x1d7ff 0x1f000-0x1faff " \
             "0xe0001-0xe007f 0xe0100-0xe01ef"
    count = split(ranges, range, " ")
    for (i = 1; i <= count; i++) {
        split(range[i], ends, "-")
        for (c = number(ends[1]); c <= number(ends[2]); c++)
            print c "\t" utf8(c)
    }
}
function number(hex,  i, n) {
    for (i = 3; i <= length(hex); i++)
        n = n * 16 + index("0123456789abcdef", substr(hex, i, 1)) - 1
    return n
}
function utf8(c) {
    if (c < 128) return sprintf("%c", c)
    if (c < 2048) return sprintf("%c%c", 192 + int(c / 64), 128 + c % 64)
    if (c < 65536) return sprintf("%c%c%c", 224 + int(c / 4096), 128 + int(c / 64) % 64, 128 + c % 64)
    return sprintf("%c%c%c%c", 240 + int(c / 262144), 128 + int(c / 4096) % 64, 128 + int(c / 64) % 64, 128 + c % 64)
}
