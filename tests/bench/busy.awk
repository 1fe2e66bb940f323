# One client who has had to do with the clinic for three years: 2,000 touchpoints of every kind that touches.yaml names,
# as files of the import kinds, for a store of the maker's chain (its first one, and who works there).
#
#   awk -v store=CG01 -v place=01 -v out=DIRECTORY -f busy.awk </dev/null
#
# A hundred visits, ten days apart, with what belongs to each: 15 rows; 390 contacts between them; 110 of what is rare.
# The days end before 2025-12-01.

function two(number) { return sprintf("%02d", number) }

# The day so many days behind 2023-02-01.
function date(number,   lengths, month, year, length_of) {
    split("31 28 31 30 31 30 31 31 30 31 30 31", lengths, " ")
    year = 2023; month = 2
    for (;;) {
        length_of = lengths[month] + (month == 2 && year % 4 == 0)
        if (number < length_of)
            return year "-" two(month) "-" two(number + 1)
        number -= length_of
        if (++month > 12) { month = 1; year++ }
    }
}

function at(number, minutes) { return date(number) " " two(10 + int(minutes / 60)) ":" two(minutes % 60) }

function put(kind, row) {
    if (!(kind in started)) { print columns[kind] >(out "/" kind ".csv"); started[kind] = 1 }
    print row >(out "/" kind ".csv")
}

function headers() {
    columns["clients"] = "code,name,phone,gender,birthday,store,channel,owner,nurse,created_on,address,latitude,longitude,language,allergy,history,preference,note"
    columns["consent_forms"] = "code,series,version,name,valid_from"
    columns["items"] = "code,name,kind,unit,storage"
    columns["lots"] = "store,item,code,expires_on,received_on,quantity,cost_fen"
    columns["events"] = "store,code,name,kind,starts_on,ends_on,budget_fen"
    columns["visits"] = "store,code,client,arrived_at,seen_at,left_at,purpose,status,channel,consultant,doctor"
    columns["appointments"] = "store,code,client,project,doctor,nurse,starts_at,ends_at,status"
    columns["consultations"] = "store,code,client,visit,consultant,project,started_at,budget_fen,outcome"
    columns["notices"] = "store,code,client,visit,project,kind,at,staff,acknowledged"
    columns["objections"] = "store,code,client,visit,kind,at,staff,resolved"
    columns["plans"] = "store,code,client,visit,doctor,consultant,at,state"
    columns["contracts"] = "store,code,client,visit,consultant,at,state,list_fen,amount_fen,signed_at,signer,proof"
    columns["payments"] = "store,code,order,client,visit,consultant,project,kind,amount_fen,paid_at"
    columns["assessments"] = "store,code,client,visit,project,staff,at,in_person,verdict,history,allergy"
    columns["exams"] = "store,code,client,visit,kind,taken_at,result,staff"
    columns["signatures"] = "store,code,client,visit,project,form,signed_at,signer,staff,proof"
    columns["product_checks"] = "store,code,client,visit,project,item,lot,unit,at,confirmed_at"
    columns["treatments"] = "store,code,client,visit,project,doctor,nurse,started_at,ended_at,recognised_fen"
    columns["cares"] = "store,code,client,treatment,at,staff,advice,next_on"
    columns["evaluations"] = "store,code,client,treatment,term,rater,at,score,as_expected"
    columns["adverses"] = "store,code,client,treatment,kind,grade,found_at,staff,confirmed,doctor,state"
    columns["amendments"] = "store,code,client,treatment,kind,at,staff,what,reason"
    columns["complaints"] = "store,code,client,treatment,way,category,severity,opened_at,state,owner,responded_at,closed_at"
    columns["complaint_steps"] = "store,complaint,client,line,kind,at,staff,note"
    columns["guests"] = "store,event,client,state,day"
    columns["vouchers"] = "code,kind,client,value_fen,why,issued_on,expires_on,state,redeemed_at,redeemed_by,redeemed_store,order_code"
    columns["consents"] = "client,purpose,way,given,at,staff,proof"
    columns["albums"] = "store,code,client,project,before_ref,after_ref,taken_on,scope"
    columns["tiers"] = "client,tier,from_on,to_on,reason"
    columns["tags"] = "client,tag,source,from_on,to_on"
    columns["referrals"] = "client,referrer,day"
    columns["leads"] = "code,name,phone,store,channel,project,owner,created_at,stage,client"
    columns["touches"] = "store,code,client,kind,at,staff,inbound,note"
}

function catalogue() {
    put("clients", "BUSY,周到,13900000001,female,1988-02-29," store ",wx," consultant "," nurse ",2023-01-31,示例市文澜路1号,30.208,120.060,zh,青霉素,贫血,安静,下班后才有时间")
    for (i = 1; i <= 5; i++)
        put("clients", "FRIEND" i ",友人" i ",1390000001" i ",female,1990-01-0" i "," store ",wx," consultant "," nurse ",2023-01-30,,,,zh,,,,")
    put("consent_forms", "BF1,bench,1,知情同意书,2020-01-01")
    put("items", "BI1,玻尿酸,implant,支,cool")
    put("lots", store ",BI1,BL1,2029-01-01,2022-12-01,1000,5000000")
}

function visit(v,   day, code) {
    day = 10 * (v - 1); code = store ",B" v ",BUSY"
    put("visits", code "," at(day, 0) "," at(day, 8) "," at(day, 240) ",consult,finished,wx," consultant "," doctor)
    put("appointments", code ",ZS03," doctor "," nurse "," at(day, 5) "," at(day, 65) ",fulfilled")
    put("consultations", code ",B" v "," consultant ",ZS03," at(day, 10) ",500000,deal")
    put("notices", code ",B" v ",ZS03,risk," at(day, 20) "," consultant ",1")
    put("objections", code ",B" v ",price," at(day, 25) "," consultant ",1")
    put("plans", code ",B" v "," doctor "," consultant "," at(day, 30) ",agreed")
    put("contracts", code ",B" v "," consultant "," at(day, 40) ",signed,480000,450000," at(day, 50) ",client,A" v)
    put("payments", store ",B" v ",B" v ",BUSY,B" v "," consultant ",ZS03,payment,450000," at(day, 55))
    put("assessments", code ",B" v ",ZS03," doctor "," at(day, 60) ",1,fit,无,青霉素")
    put("exams", code ",B" v ",blood-routine," at(day, 65) ",normal," doctor)
    put("signatures", code ",B" v ",ZS03,BF1," at(day, 90) ",client," doctor ",A" v)
    put("product_checks", code ",B" v ",ZS03,BI1,BL1,U" v "," at(day, 95) "," at(day, 96))
    put("treatments", code ",B" v ",ZS03," doctor "," nurse "," at(day, 100) "," at(day, 140) ",450000")
    put("cares", code ",B" v "," at(day, 150) "," nurse ",冷敷," date(day + 7))
    put("evaluations", code ",B" v ",short,client," at(day + 5, 0) ",5,1")
    if (v % 10 == 0)
        trouble(v, day, code)
}

function trouble(v, day, code) {
    put("adverses", code ",B" v ",bruise,1," at(day + 1, 0) "," nurse ",1," doctor ",closed")
    put("amendments", code ",B" v ",addition," at(day + 1, 30) "," doctor ",淤青,客户来电")
    put("complaints", store ",B" v ",BUSY,B" v ",phone,service,1," at(day + 1, 60) ",closed," manager "," at(day + 1, 90) "," at(day + 2, 0))
    put("complaint_steps", store ",B" v ",BUSY,1,respond," at(day + 1, 90) "," manager ",已致电")
    put("complaint_steps", store ",B" v ",BUSY,2,close," at(day + 2, 0) "," manager ",客户满意")
}

# Ten of each in three years; five of the vouchers were redeemed, and so stand there twice.
function rare(i,   day, spent) {
    day = 100 * (i - 1) + 3; spent = i <= 5
    put("events", store ",B" i ",会员日" i ",member-day," date(day) "," date(day) ",100000")
    put("guests", store ",B" i ",BUSY,attended," date(day))
    put("vouchers", "B" i ",cash,BUSY,20000,会员日," date(day) ",2026-12-31," (spent ? "redeemed," at(day + 7, 55) ",BUSY," store ",B" (10 * i) : "issued,,,,"))
    put("consents", "BUSY,marketing,sms," i % 2 "," at(day, 15) "," consultant ",A" i)
    put("albums", store ",B" i ",BUSY,ZS03,album/" i "a,album/" i "b," date(day) ",record")
    if (i <= 4)
        put("tiers", "BUSY," (i % 2 ? "silver" : "gold") "," date(day) "," (i < 4 ? date(day + 100) : "") ",spend")
    if (i <= 5) {
        put("tags", "BUSY,vip,hand," date(day) "," (i < 5 ? date(day + 50) : ""))
        put("referrals", (i < 5 ? "FRIEND" i ",BUSY," : "BUSY,FRIEND5,") date(day))
    }
}

BEGIN {
    manager = "DZ" place "-01"; consultant = "ZX" place "-01"; doctor = "YS" place "-01"; nurse = "HS" place "-01"
    headers()
    catalogue()
    put("leads", "BUSY,周女士,13900000001," store ",wx,ZS03," consultant ",2023-01-30 09:00,converted,BUSY")
    for (v = 1; v <= 100; v++)
        visit(v)
    for (i = 1; i <= 10; i++)
        rare(i)
    split("web-consult live-stream phone wechat wecom sms email letter follow-up survey review greeting gift home-visit emergency other", kinds, " ")
    for (i = 1; i <= 390; i++)
        put("touches", store ",B" i ",BUSY," kinds[1 + i % 16] "," at(2.5 * i + 1, 300) "," nurse "," i % 2 ",聊了近况")
}
