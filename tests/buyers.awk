# Lines of purchases by clients who do as MBG/NBD and Gamma-Gamma say, ordered by client and day:
#
#   awk -f tests/buyers.awk -v clients=1000 -v days=1000 -v seed=1
#
# r = 2, α = 100 days, a = 1, b = 3; p = 3, q = 4, v = 300 yuan. Shapes are whole so that sums of exponentials make them. First
# purchases fall evenly into the first 300 days from 2023-01-01 on. The random numbers are Park and Miller's (48271), which
# every awk reckons exactly.
function even() {
    state = (state * 48271) % 2147483647
    return state / 2147483647
}
function gamma(shape,    sum) {
    for (sum = 0; shape > 0; shape--)
        sum -= log(even())
    return sum
}
# days since 1970-01-01 as a date, after Howard Hinnant's civil_from_days
function date(day,    era, doe, yoe, doy, mp, m) {
    day += 719468
    era = int(day / 146097)
    doe = day - era * 146097
    yoe = int((doe - int(doe / 1460) + int(doe / 36524) - int(doe / 146096)) / 365)
    doy = doe - (365 * yoe + int(yoe / 4) - int(yoe / 100))
    mp = int((5 * doy + 2) / 153)
    m = mp < 10 ? mp + 3 : mp - 9
    return sprintf("%04d-%02d-%02d", yoe + era * 400 + (m <= 2), m, doy - int((153 * mp + 2) / 5) + 1)
}
function buy(client, day) {
    printf "B%05d %s 1 %.2f\n", client, date(19358 + int(day)), gamma(3) / scale + 0.01
}
BEGIN {
    state = seed * 7919 % 2147483646 + 1
    for (client = 1; client <= clients; client++) {
        rate = gamma(2) / 100
        stays = even() ^ (1 / 3)
        scale = gamma(4) / 300
        day = even() * 300
        buy(client, day)
        while (even() < stays && (day += gamma(1) / rate) < days)
            buy(client, day)
    }
}
