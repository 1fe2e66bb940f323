# Codes as a clinic's scanners send them, one a line: of 20, ten from Data Matrix or GS1-128 with an AIM prefix, three
# bracketed, three EAN-13, one Digital Link, one HIBC, one MA, and one that was misread.
#   awk -v rows=100000 -v seed=1 -f scan.awk
function digits(count,    text) {
    text = ""
    while (count-- > 0)
        text = text int(10 * rand())
    return text
}
function check(text,    i, sum, weight) {
    weight = length(text) % 2 ? 3 : 1
    for (i = 1; i <= length(text); i++) {
        sum += weight * substr(text, i, 1)
        weight = 4 - weight
    }
    return text (10 - sum % 10) % 10
}
function gtin() { return check("0690" digits(9)) }
function day() { return sprintf("%02d%02d%02d", 26 + 4 * rand(), 1 + 12 * rand(), 1 + 28 * rand()) }
function lot(    text, count) {
    for (count = 6 + int(8 * rand()); count > 0; count--)
        text = text substr("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ-/", 1 + int(36 * rand()), 1)
    return text
}
function hibc(    text, i, sum) {
    text = "+A" int(100 + 900 * rand()) "BJC5D6E71/$$3" day() "LOT" digits(6)
    for (i = 1; i <= length(text); i++)
        sum += index(signs, substr(text, i, 1)) - 1
    return text substr(signs, 1 + sum % 43, 1)
}
BEGIN {
    srand(seed)
    GS = sprintf("%c", 29)
    signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%"
    for (row = 0; row < rows; row++) {
        kind = row % 20
        if (kind < 5)
            print "]d201" gtin() "17" day() "10" lot() GS "21" lot()
        else if (kind < 10)
            print "]C101" gtin() "11" day() "17" day() "10" lot()
        else if (kind < 13)
            print "(01)" gtin() "(17)" day() "(10)" lot()
        else if (kind < 16)
            print check("690" digits(9))
        else if (kind == 16)
            print "https://id.example.cn/01/" gtin() "/10/" digits(6) "/21/" digits(8) "?17=" day()
        else if (kind == 17)
            print hibc()
        else if (kind == 18)
            print "MA.156.M0.1" digits(5) "." digits(8) ".S" digits(8) ".M" day() ".L" digits(8) ".E" day() ".C3"
        else
            print "]d201" substr(gtin(), 1, 13) "x17" day() "10" lot()
    }
}
