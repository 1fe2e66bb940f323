# The supply files of the example clinic from the maker's items and lots: papers, levels, orders, receipts, temperature
# records. A delivery is what a store received of a supplier on a day; it was ordered a week before, and a buyer and a
# nurse received it. Two defects are seeded, and written to `answers`.
#
#   awk -f supply.awk -v out=DIRECTORY -v answers=ANSWERS mode=items items.csv mode=lots lots.csv
BEGIN {
    FS = ","
    seed = 20260701
    papers = out "/papers.csv"; levels = out "/levels.csv"; purchases = out "/purchases.csv"
    lines = out "/purchase_lines.csv"; receipts = out "/receipts.csv"; receipt_lines = out "/receipt_lines.csv"
    temperatures = out "/temperatures.csv"
    print "供应商编码,资质类型,证书编号,品目编码,发证日期,有效期至" >papers
    print "门店编码,品目编码,最低库存,目标库存" >levels
    print "门店编码,采购单号,供应商编码,下单时间,状态,采购金额,预计到货日期,下单账号,审批账号,审批时间,结束时间" >purchases
    print "门店编码,采购单号,行号,品目编码,数量,金额,已收数量" >lines
    print "门店编码,验收单号,供应商编码,采购单号,验收结论,发货时间,到货时间,随货同行单号,验收账号,复核账号" >receipts
    print "门店编码,验收单号,行号,品目编码,标签批号,批号,数量,金额,生产日期,有效期至" >receipt_lines
    print "门店编码,验收单号,储存条件,文件,文件哈希,读数个数,首个读数时间,末个读数时间,最低温度千分度,最高温度千分度,平均动力学温度千分度,超限秒数,最长无读数秒数,通过" >temperatures
    receipt_row = paper_row = 1
}
function yuan(fen) { return sprintf("%d.%02d", int(fen / 100), fen % 100) }
function next_of(most) { seed = (seed * 16807) % 2147483647; return int(seed / 16) % most }
function hex(    text, i) { for (i = 0; i < 16; i++) text = text sprintf("%04x", next_of(65536)); return text }
function answer(file, line, column, defect, by, expected) {
    printf "%s\t%d\t%s\t%s\t%s\t%s\n", file, line, column, defect, by, expected >>answers
}
function paper(supplier, kind, number, item, from, to) {
    print supplier "," kind "," number "," item "," from "," to >papers
    paper_row++
}
function week_before(day,    y, m, d) { # deliveries fall into the first days behind the seventh of a month
    split(day, part, "-")
    y = part[1]; m = part[2] + 0; d = part[3] - 7
    if (d < 1) { m--; d += m == 2 ? 28 : m == 4 || m == 6 || m == 9 || m == 11 ? 30 : 31 }
    return sprintf("%04d-%02d-%02d", y, m, d)
}
FNR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
mode == "items" {
    storage[$1] = $column["storage"]; pack[$1] = $column["pack_size"]; kind_of[$1] = $column["kind"]
    number[$1] = $column["registration_no"]
    items[++item_count] = $1
    next
}
mode == "lots" {
    if ($1 "/" $2 "/" $3 == "CG02/QX003/C260810") next # a defect of lots.tsv
    key = $1 "," $4 "," $7
    if (!(key in count)) keys[++key_count] = key
    row[key, ++count[key]] = $0
    sold[$4, $2] = 1; kept[$1, $2] = 1; stores[$1] = 1
}
function temperature(store, code, name, day,    low, high) {
    if (store == "CG01" && name == "cold" && code ~ /GYS02/ && day ~ /-08-/) { # the seeded one
        answer("receipts.csv", receipt_row, "", "no temperature record came with the QX003 of " code, "check", "supply_receipt_cold")
        return
    }
    low = name == "cold" ? 2600 + next_of(900) : 11000 + next_of(3000)
    high = name == "cold" ? 5200 + next_of(1900) : 17000 + next_of(2500)
    printf "%s,%s,%s,%s-%s.csv,%s,43,%s 07:00,%s 10:30,%d,%d,%d,0,300,是\n", store, code, name == "cold" ? "冷藏" : "阴凉", code, \
        name, hex(), day, day, low, high, int((low + 2 * high) / 3) >temperatures
}
function deliver(key,    part, store, supplier, day, code, order, i, cell, sum, seen, name) {
    split(key, part, ",")
    store = part[1]; supplier = part[2]; day = part[3]
    code = day; gsub(/-/, "", code)
    order = "CG" code "-" supplier; code = "YS" code "-" supplier
    for (i = 1; i <= count[key]; i++) {
        split(row[key, i], cell, ",")
        sum += cell[9]
        print store "," order "," i "," cell[2] "," cell[8] "," yuan(cell[9]) "," cell[8] >lines
        print store "," code "," i "," cell[2] "," cell[3] "," cell[3] "," cell[8] "," yuan(cell[9]) "," cell[5] "," cell[6] >receipt_lines
        name = storage[cell[2]]
        if (name != "ambient") seen[name] = 1
    }
    print store "," order "," supplier "," week_before(day) " 15:00,已完成," yuan(sum) "," day ",caigou,yunying," \
        week_before(day) " 16:30," day " 11:00" >purchases
    print store "," code "," supplier "," order ",合格," day " 07:00," day " 10:30,SH" substr(code, 3) ",caigou,hushi" >receipts
    receipt_row++
    if ("cold" in seen) temperature(store, code, "cold", day)
    if ("cool" in seen) temperature(store, code, "cool", day)
}
END {
    for (i = 1; i <= 3; i++) {
        supplier = "GYS0" i
        paper(supplier, "business-licence", "91330000YL0" i, "", "2019-03-01", "")
        paper(supplier, "seller", "SQ2026-0" i, "", "2026-01-01", "2026-12-31")
    }
    paper("GYS01", "drug-trade", "浙样药经许20269001号", "", "2022-06-02", "2027-06-01")
    paper("GYS01", "designation", "浙样毒药经20269001号", "", "2022-06-02", "2027-06-01")
    paper("GYS02", "device-trade", "浙样药监械经营许20269002号", "", "2021-09-01", "2026-08-31")
    paper("GYS03", "device-trade", "浙样药监械经营许20269003号", "", "2023-08-02", "2028-08-01")
    paper("GYS07", "device-trade", "浙样药监械经营许20269007号", "", "2023-08-02", "2028-08-01")
    answer("papers.csv", paper_row, "供应商编码", "paper of a supplier who is not on file", "import", "unknown supplier")
    for (i = 1; i <= item_count; i++)
        for (j = 2; j <= 3; j++)
            if ((("GYS0" j, items[i]) in sold) && number[items[i]] ~ /20263/)
                paper("GYS0" j, "authorisation", "SQ-" items[i], items[i], "2026-01-01", "2026-12-31")
    for (s = 1; s <= 2; s++)
        for (i = 1; i <= item_count; i++)
            if (("CG0" s, items[i]) in kept)
                print "CG0" s "," items[i] "," 2 * pack[items[i]] "," 10 * pack[items[i]] >levels
    for (i = 1; i <= key_count; i++) deliver(keys[i])
}
