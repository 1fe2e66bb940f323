# 到院量 and 咨询转化率 (D = 0) by month and first-touch channel, reckoned from the example clinic's files
# (UTF-8) without any of medi: rows that ANSWERS says are refused are left out. See figures.sh.
#
# arrivals     distinct client, store and day with a visit that took place (到院) or an appointment that was kept
# conversion   consultations (without 医学拒绝 and 作废); those whose client has a deal on that day
# deal         the first day on which an order of class 正常 has a payment that is no deposit and more paid than
#              given back, deposits and all before counted in
# Clients who are staff or tests are left out of both.

function base(path) { sub(/.*\//, "", path); return path }

# Splits `text`, a whole record, into cell[1..n].
function csv(text,    n, at, c, open, field) {
    n = 0; field = ""; open = 0
    for (at = 1; at <= length(text); at++) {
        c = substr(text, at, 1)
        if (open && c == "\"" && substr(text, at + 1, 1) == "\"") { field = field c; at++ }
        else if (c == "\"") open = !open
        else if (c == "," && !open) { cell[++n] = field; field = "" }
        else field = field c
    }
    cell[++n] = field
    return n
}
function quotes(text) { return gsub(/"/, "", text) }

# 2026/7/1 9:05 and 2026-07-01 09:05 as 2026-07-01 and 2026-07-01 09:05.
function moment(text,    part) {
    split(text, part, /[-\/ :]/)
    return sprintf("%04d-%02d-%02d %02d:%02d", part[1], part[2], part[3], part[4], part[5])
}
function day(text) { return substr(moment(text), 1, 10) }
function month(text) { return substr(moment(text), 1, 7) }
function fen(text,    negative) {
    negative = text ~ /^-/
    gsub(/[-¥,.]/, "", text)
    gsub(/[^0-9]/, "", text)
    return negative ? -text : text + 0
}
function get(name) {
    if (!((file, name) in place)) { print "figures.awk: " file ": no column " name >"/dev/stderr"; exit 1 }
    return cell[place[file, name]]
}

function client() {
    first_touch[get("客户编号")] = (get("首次来源渠道") in channel_code) ? channel_code[get("首次来源渠道")] : "unknown"
    if (get("客户类别") != "顾客") outside[get("客户编号")] = 1
}
function arrival(who, where, when) {
    if ((who in outside) || ((who, where, day(when)) in came)) return
    came[who, where, day(when)] = 1
    arrivals[month(when), first_touch[who]]++
}
function visit() {
    if (get("到院状态") ~ /^(已到院|已到店|已分诊|接诊中|进行中|暂离|已离院|已完成)$/)
        arrival(get("会员号"), get("院区"), get("到店时间"))
}
function appointment() {
    if (get("预约状态") ~ /^(已到院|已到店|已签到|已完成)$/)
        arrival(get("顾客编号"), get("门店"), get("预约开始时间"))
}
function consultation() {
    if (get("咨询结果") ~ /^(医学拒绝|作废)$/ || (get("客户号") in outside)) return
    asked++
    asked_who[asked] = get("客户号"); asked_on[asked] = day(get("咨询时间")); asked_in[asked] = month(get("咨询时间"))
}
function payment(    order, on) {
    if (get("订单类型") != "正常") return
    order = get("门店") SUBSEP get("订单号") SUBSEP get("会员号")
    on = day(get("交易时间"))
    if (!((order, on) in paid)) days_of[order] = days_of[order] " " on
    paid[order, on] += fen(get("实收金额"))
    if (get("款项类型") == "收款") pays[order, on] = 1
    owner[order] = get("会员号")
}
function deals(    order, list, n, i, j, swap, sum) {
    for (order in days_of) {
        n = split(days_of[order], list, " ")
        for (i = 2; i <= n; i++)
            for (j = i; j > 1 && list[j] < list[j - 1]; j--) { swap = list[j]; list[j] = list[j - 1]; list[j - 1] = swap }
        sum = 0
        for (i = 1; i <= n; i++) {
            sum += paid[order, list[i]]
            if (((order, list[i]) in pays) && sum > 0) { deal[owner[order], list[i]] = 1; break }
        }
    }
}

FILENAME == "ANSWERS" {
    split($0, part, "\t")
    if (part[5] == "import") refused[part[1], part[2]] = 1
    next
}
FNR == 1 {
    file = base(FILENAME)
    record = ""
    sub(/^\357\273\277/, "")
    sub(/\r$/, "")
    n = csv($0)
    for (i = 1; i <= n; i++) place[file, cell[i]] = i
    next
}
{
    sub(/\r$/, "")
    if (record == "" && ((file, FNR) in refused)) next
    record = record == "" ? $0 : record "\n" $0
    if (quotes(record) % 2) next # goes on in the next line
    csv(record)
    record = ""
    if (file == "channels.csv") channel_code[get("渠道名称")] = get("渠道编码")
    else if (file == "clients.csv") client()
    else if (file == "visits.csv") visit()
    else if (file == "appointments.csv") appointment()
    else if (file == "consultations.csv") consultation()
    else if (file == "payments.csv") payment()
}

END {
    deals()
    for (i = 1; i <= asked; i++) {
        consultations[asked_in[i], first_touch[asked_who[i]]]++
        if ((asked_who[i], asked_on[i]) in deal) converted[asked_in[i], first_touch[asked_who[i]]]++
    }
    for (key in arrivals) { split(key, part, SUBSEP); print "arrivals\t" part[1] "\t" part[2] "\t" arrivals[key] "\t" }
    for (key in consultations) {
        split(key, part, SUBSEP)
        print "conversion\t" part[1] "\t" part[2] "\t" converted[key] + 0 "\t" consultations[key]
    }
}
