# ad: copy of clinics for the benchmark of the scanner, by the same seed always the same: sentences put together of parts, as
# front desks, nurses and shops write them; one in `unlawful` of a hundred is an example that some rule is broken by.
#
#   awk -v mb=20 -v seed=1 -v unlawful=2 -v language=zh -f ad.awk examples.yaml
#
# language en: as much of English.   -f ad.awk -v words=1 lexicon.yaml: the plain words of the lexicon instead, one a line.
function pick(list, count) { return list[1 + int(rand() * count)] }
function zh(  s) {
    s = pick(when, whens) pick(who, persons) pick(act, acts) pick(what, things)
    if (rand() < 0.7) s = s "，" pick(then, thens)
    if (rand() < 0.4) s = s "；" pick(who, persons) pick(act, acts) pick(what, things)
    return s "。"
}
function en(  s, i, n) {
    n = 6 + int(rand() * 14)
    for (i = 0; i < n; i++) s = s (i ? " " : "") pick(english, englishes)
    return s "."
}
words && /^    find: /, /^  [a-z]+:$|^except: / {
    for (i = 1; i <= NF; i++)
        if ($i !~ /[a-z(<#~?|^$:>…-]/ && length($i) > 5) print $i
}
words { next }
/breaks:/ {
    sub(/.*\[/, ""); sub(/\].*/, "")
    n = split($0, part, ", ")
    for (i = 1; i <= n; i++) bad[++bads] = part[i]
}
END {
    if (words) exit
    srand(seed)
    whens = split("今天上午|本周三|节后第一个工作日|每月月初|自下周起|昨日下午|随后|入夏以来|在此期间|到店以前", when, "|")
    persons = split("前台|护士长|值班护士|分管院长|质控小组|客服人员|仓库管理员|咨询室|财务同事|主诊医师|信息科|施工单位", who, "|")
    acts = split("整理了|核对过|通知各科室领取|已经登记|正在更换|负责张贴|会同后勤检查|向区里报送|逐一说明|重新编排|交接了", act, "|")
    things = split("三号诊室的空调滤网|上月的就诊登记表|新到的无菌手套|候诊区的座椅与绿植|电梯维保的时间表|本院的营业执照与诊疗科目|一层走廊的照明|术前谈话的书面材料|住院病历的归档顺序|冰箱温度的记录本|雨季防汛的沙袋|夏季工作服的尺码", what, "|")
    thens = split("请大家相互转告|具体时间另行通知|如有疑问可拨打内线|给您带来不便敬请谅解|登记表放在窗口左侧|完成以后由两人签字|缺少的部分下周补齐|所需费用按公示的标准收取|老人与孩子请由家属陪同|停车场入口改在北侧", then, "|")
    englishes = split("the clinic appointment doctor nurse skin before after please bring your record and we will call when room is ready on monday morning of each month parking behind building with staff at front desk for consent form that explains risks care instructions water sun rest days wound dressing change", english, " ")
    while (size < mb * 1000000) {
        line = language == "en" ? en() : rand() * 100 < unlawful ? pick(bad, bads) : zh()
        if (language != "en" && rand() < 0.5) line = line zh()
        size += length(line) + 1
        print line
    }
}
