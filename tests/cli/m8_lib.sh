# For tests/cli/m8_*.t: a chain whose visits and money are known day by day, and the CDNOW sample as visits and payments.
# shellcheck shell=bash disable=SC2034,SC2154
kpi() { command medi-kpi "$@" --lang en; }
# rows WANT COMMAND…: what is printed without the header, tabs as blanks, rows apart by slashes
rows() {
    local want=$1
    shift
    run kpi "$@" --no-header
    is "$code $(printf '%s' "$out" | tr '\t\n' ' /')" "0 $want" "$*"
}
came() { # CLIENT STORE DAY…
    local client=$1 store=$2 day
    shift 2
    for day; do
        number=$((${number:-0} + 1))
        echo "$store,V$number,$client,$day 10:00,finished"
    done
}
# CDNOW: a visit a client and day, a payment a line; numbers of clients are those of the sample of 2,357.
cdnow() { # FILE
    init cdnow
    use cdnow
    printf 'code,name\nS01,旗舰店\n' | medi-db import -q stores - >/dev/null
    tr -d '\r' <"$1" | awk '{ print $2, substr($3, 1, 4) "-" substr($3, 5, 2) "-" substr($3, 7), $5 }' >cdnow.txt
    awk 'BEGIN { print "code,store,created_on" } !seen[$1]++ { print "N" $1 ",S01,1997-01-01" }' cdnow.txt | medi-db import -q clients - >/dev/null
    awk 'BEGIN { print "store,code,client,arrived_at,status" } !seen[$1, $2]++ { print "S01,V" NR ",N" $1 "," $2 " 10:00,finished" }' cdnow.txt |
        medi-db import -q visits - >/dev/null
    awk 'BEGIN { print "store,code,order,client,amount,paid_at,kind" } { print "S01,P" NR ",O" NR ",N" $1 "," $3 "," $2 " 10:00,payment" }' cdnow.txt |
        medi-db import -q payments - >/dev/null
}
