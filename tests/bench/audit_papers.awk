# The papers of the maker's treatments (treatments.csv): who assessed, what was signed, told, checked, used and advised, as files of the
# import kinds beside it; lots.csv says which lots there were. An assessment, a consent and a notice hold for a client, a project and half a year; care, and where
# something is injected the product, belong to each treatment. One in FORGET of each is left out, for the audit to find.
#
#   awk -v out=DIR [-v forget=1000] [-v skip=0] -f audit_papers.awk lots.csv treatments.csv
# skip: lines that are read for what holds already, and whose papers are not written (those of an earlier part).
BEGIN {
    FS = ","
    if (!forget) forget = 1000
    head("assessments", "store,code,client,visit,project,staff,at,in_person,verdict")
    head("signatures", "store,code,client,visit,project,form,signed_at,proof")
    head("notices", "store,code,client,visit,kind,at,acknowledged")
    head("cares", "store,code,client,treatment,at,advice")
    head("treatment_items", "store,treatment,line,item,lot,quantity")
    head("product_checks", "store,code,client,visit,project,item,lot,at,confirmed_at")
}
function head(kind, columns) { print columns >(out "/" kind ".csv") }
function put(kind, row) {
    if (++count[kind] % forget != 0 && FNR > skip + 1)
        print row >(out "/" kind ".csv")
}
# The lot of a drug that came in the month before.
function lot(day, number,    year, month) {
    year = substr(day, 3, 2) + 0
    month = substr(day, 6, 2) - 1
    if (month == 0) { month = 12; year-- }
    return sprintf("B%02d%02d%02d", year, month, number)
}
FNR == NR {
    if ($2 == "YP001") there[$1, $3]
    next
}
FNR > 1 && $1 != "store" {
    day = substr($10, 1, 10)
    half = substr(day, 1, 4) (substr(day, 6, 2) > 6)
    code = $2
    sub(/^ZL/, "", code)
    doctor = $6 != "" ? $6 : "YS" substr($1, 3) "-01"
    morning = day " 09:00:00"
    if (!(($3, $5) in assessed) || assessed[$3, $5] != half) {
        assessed[$3, $5] = half
        put("assessments", $1 ",PG" code "," $3 "," $4 "," $5 "," doctor "," morning ",1,fit")
        put("signatures", $1 ",QS" code "," $3 "," $4 "," $5 ",TY1," morning ",档案 " code)
    }
    if (told[$3] != half) {
        told[$3] = half
        put("notices", $1 ",GZ" code "," $3 "," $4 ",risk," morning ",1")
    }
    put("cares", $1 ",HL" code "," $3 "," $2 "," $11 ",保湿防晒")
    used = lot(day, 1)
    if ($5 !~ /^ZS/ || !(($1, used) in there))
        next
    put("treatment_items", $1 "," $2 ",1,YP001," used ",10")
    put("product_checks", $1 ",HY" code "," $3 "," $4 "," $5 ",YP001," used "," $10 "," $10)
}
