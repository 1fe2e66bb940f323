# The follow-ups of the example clinic, from its treatments of the first twenty days of September: a call a day later with what the client
# said, advice by WeChat on the evening of the day, and of each third a survey. Fourteen defects are seeded, of one treatment each, and
# written to `answers`.
#
#   awk -f followup.awk -v out=DIRECTORY -v answers=ANSWERS ANSWERS treatments.csv
BEGIN {
    FS = "\t"
    tasks = out "/tasks.csv"; followups = out "/followups.csv"; symptoms = out "/symptoms.csv"
    messages = out "/messages.csv"; consents = out "/consents.csv"; replies = out "/answers.csv"
    print "门店编码,任务编号,客户编号,治疗编号,随访方案,步骤,任务类型,岗位,责任人,症状分级,应随访时间,最迟时间,状态,完成时间,完成人" >tasks
    print "门店编码,随访编号,客户编号,治疗编号,任务编号,随访时间,随访人,随访方式,随访结果,满意度,最高症状分级" >followups
    print "门店编码,随访编号,症状,分级" >symptoms
    print "门店编码,消息编号,客户编号,治疗编号,随访方案,步骤,渠道,备选渠道,模板,用途,应发时间,最迟时间,状态,下次发送时间,已试次数,发出时间,网关回执" >messages
    print "客户编号,用途,方式,同意,时间,凭证" >consents
    print "门店编码,客户编号,治疗编号,问卷,题目,回答时间,分数" >replies
    task_row = followup_row = symptom_row = message_row = reply_row = 1
    defect[5] = "task-early"; defect[11] = "task-when"; defect[17] = "task-alone"; defect[23] = "followup-early"
    defect[29] = "followup-other"; defect[35] = "message-when"; defect[41] = "message-late"; defect[47] = "message-twice"
    defect[53] = "message-refused"; defect[59] = "reply-scale"; defect[65] = "grade"; defect[71] = "nobody"
    defect[77] = "clock"; defect[83] = "cap"
}
function answer(file, line, column, defect, expected) {
    printf "%s\t%d\t%s\t%s\tcheck\t%s\n", file, line, column, defect, expected >>answers
}
function after(day, days,    part, d) { # within September
    split(day, part, "-")
    d = part[3] + days
    return d > 30 ? sprintf("2026-10-%02d", d - 30) : sprintf("2026-09-%02d", d)
}
function task(code, plan, step, kind, role, staff, grade, due, until, state, done, by) {
    print store "," code "," client "," treatment "," plan "," step "," kind "," role "," staff "," grade "," due "," until "," state "," done "," by >tasks
    task_row++
}
function message(code, step, channel, channels, template, purpose, due, until, sent) {
    print store "," code "," client "," treatment ",default," step "," channel "," channels "," template "," purpose "," due "," until ",已发," due ",1," sent "," \
        (sent == "" ? "" : "R" message_row) >messages
    message_row++
}
# a call, a day later
function call(    due, done, at, who, grade, code) {
    due = after(day, 1) " 10:00"; done = after(day, 1) " 10:" sprintf("%02d", n % 60)
    code = treatment "/default/24h/1"
    if (what == "task-early") answer("tasks.csv", task_row + 1, "完成时间", "done on the morning before " treatment, "task_before_treatment")
    if (what == "task-when") answer("tasks.csv", task_row + 1, "完成时间", "done, and nobody says when", "task_done")
    if (what == "task-alone") answer("tasks.csv", task_row + 1, "", "done, and no follow-up was recorded", "task_without_followup")
    task(code, "default", "24h", "电话回访", "nurse", nurse, 0, due, after(day, 1) " 22:00", "已完成", what == "task-early" ? day " 07:00" : what == "task-when" ? "" : done, nurse)
    if (what == "task-alone") return
    at = what == "followup-early" ? day " 07:30" : done
    who = what == "followup-other" ? other : client
    grade = what == "grade" ? 1 : what == "nobody" ? 2 : 0
    if (what == "followup-early") answer("followups.csv", followup_row + 1, "随访时间", "half an hour past seven, before " treatment, "followup_before_treatment")
    if (what == "followup-other") answer("followups.csv", followup_row + 1, "客户编号", "the task and " treatment " are another client's", "followup_other_client")
    if (what == "grade") answer("followups.csv", followup_row + 1, "最高症状分级", "its worst symptom is of grade 3", "followup_worst")
    print store ",SF-" treatment "," who "," treatment "," code "," at "," nurse ",电话,已接通," 3 + n % 3 "," grade >followups
    followup_row++
    if (grade) print store ",SF-" treatment ",redness," (what == "grade" ? 3 : 2) >symptoms
    if (what == "grade") alarm("escalation", "redness", "升级处理", "doctor", doctor, 3, "2026-10-01 12:00", "待办")
    if (what == "nobody") {
        answer("tasks.csv", task_row + 1, "责任人", "raised to a nurse, and to none by name", "task_nobody")
        alarm("escalation", "redness", "升级处理", "nurse", "", 2, "2026-10-01 12:00", "待办")
    }
    if (what == "clock") {
        answer("tasks.csv", task_row + 1, "最迟时间", "an emergency that nobody took", "task_clock")
        alarm("emergency", "call", "紧急", "nurse", nurse, 4, after(day, 1) " 11:00", "待办")
    }
}
function alarm(plan, step, kind, role, staff, grade, until, state) {
    task(client ":" plan ":SF-" treatment, plan, step, kind, role, staff, grade, after(day, 1) " 10:45", until, state, "", "")
}
# advice on the evening of the day
function advise(    due, until, sent, code, i) {
    due = day " 19:00"; until = after(day, 1) " 19:00"; code = treatment "/default/care/1/"
    sent = day " 19:0" n % 10
    if (what == "message-refused") {
        print client ",诊疗随访,全部,否,2026-08-15 10:00,来电要求" >consents
        answer("messages.csv", message_row + 1, "客户编号", "took care by any way back on 2026-08-15", "message_refused")
    }
    if (what == "message-when") { sent = ""; answer("messages.csv", message_row + 1, "发出时间", "sent, and nobody says when", "message_sent") }
    if (what == "message-late") { sent = after(day, 3) " 09:00"; answer("messages.csv", message_row + 1, "发出时间", "sent two days after it had to be", "message_late") }
    message(code "wechat", "care", "微信", "sms", "care.day", "诊疗随访", due, until, sent)
    if (what == "message-twice") {
        answer("messages.csv", message_row + 1, "", "went by WeChat already", "message_twice")
        message(code "sms", "care", "短信", "", "care.day", "诊疗随访", due, until, day " 19:30")
    }
    if (what != "cap") return
    print client ",营销,全部,是,2026-06-01 10:00,签字" >consents
    for (i = 1; i <= 3; i++) {
        if (i == 3) answer("messages.csv", message_row + 1, "发出时间", "the third advertisement within three days", "message_cap")
        message(client ":autumn:offer:" i ":sms", "offer", "短信", "", "recall.value", "营销", after(day, i) " 11:00", after(day, i) " 18:00", after(day, i) " 11:05")
    }
}
FNR == NR { if ($1 == "treatments.csv") bad[$2] = 1; next }
FNR == 1 { FS = ","; next }
FNR in bad || $10 < "2026-09-01" || $10 >= "2026-09-21" { next }
{
    store = $1; treatment = $2; client = $4; doctor = $6; nurse = $7; day = substr($10, 1, 10)
    if (client == other || nurse == "") next
    what = defect[++n]
    call()
    advise()
    if (n % 3 == 2) {
        if (what == "reply-scale") answer("answers.csv", reply_row + 1, "分数", "seven of five", "answer_scale")
        print store "," client "," treatment ",service,csat," after(day, 2) " 12:00," (what == "reply-scale" ? 7 : 3 + n % 3) >replies
        reply_row++
    }
    other = client
}
