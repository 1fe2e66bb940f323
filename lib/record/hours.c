#include "record/hours.h"

#include <string.h>

struct scan {
    const char *at, *end;
};

static bool
scan_word(struct scan *scan, const char *word)
{
    size_t length = strlen(word);
    if ((size_t)(scan->end - scan->at) < length || memcmp(scan->at, word, length) != 0)
        return false;
    scan->at += length;
    return true;
}

static void
scan_gap(struct scan *scan)
{
    while (scan->at < scan->end && (*scan->at == ' ' || *scan->at == '\t'))
        scan->at++;
}

static bool
scan_any(struct scan *scan, const char *const *words)
{
    for (; *words; words++)
        if (scan_word(scan, *words))
            return true;
    return false;
}

static bool
scan_clock(struct scan *scan, int *minutes)
{
    int parts[2] = {0, 0};
    for (int i = 0; i < 2; i++) {
        int digits = 0;
        while (scan->at < scan->end && *scan->at >= '0' && *scan->at <= '9' && digits < 2) {
            parts[i] = parts[i] * 10 + (*scan->at++ - '0');
            digits++;
        }
        if (!digits || (i == 0 && !scan_word(scan, ":") && !scan_word(scan, "：")))
            return false;
    }
    *minutes = parts[0] * 60 + parts[1];
    return parts[0] <= 24 && parts[1] < 60 && *minutes <= 24 * 60;
}

static const char *const latin[] = {"", "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
static const char *const han[] = {"", "一", "二", "三", "四", "五", "六", "日"};
static const char *const hyphens[] = {"-", "–", "~", "～", "至", "到", NULL};

/* One weekday, with or without 周 or 星期 before a Chinese one; 0 if none stands here. */
static int
scan_weekday(struct scan *scan)
{
    struct scan before = *scan;
    bool named = scan_word(scan, "周") || scan_word(scan, "星期");
    for (int day = 1; day <= 7; day++)
        if (scan_word(scan, han[day]) || (!named && scan_word(scan, latin[day])))
            return day;
    if (named && scan_word(scan, "天"))
        return 7;
    *scan = before;
    return 0;
}

/* A set of days: ranges and single days, side by side or with commas; all days if none is named. */
static bool
scan_days(struct scan *scan, bool days[8])
{
    static const char *const daily[] = {"每天", "每日", "全周", NULL};
    bool any = false;
    memset(days, 0, 8 * sizeof days[0]);
    for (int first; (first = scan_weekday(scan)) != 0; any = true) {
        int last = scan_any(scan, hyphens) ? scan_weekday(scan) : first;
        if (!last)
            return false;
        for (int day = first;; day = day % 7 + 1) {
            days[day] = true;
            if (day == last)
                break;
        }
        if (!scan_word(scan, ",") && !scan_word(scan, "、"))
            scan_word(scan, "，");
    }
    if (!any) {
        scan_any(scan, daily);
        for (int day = 1; day <= 7; day++)
            days[day] = true;
    }
    return true;
}

static bool
scan_part(struct scan *scan, struct hours *hours)
{
    bool days[8];
    int opens, closes;
    scan_gap(scan);
    if (!scan_days(scan, days))
        return false;
    scan_gap(scan);
    if (!scan_clock(scan, &opens))
        return false;
    scan_gap(scan);
    if (!scan_any(scan, hyphens))
        return false;
    scan_gap(scan);
    if (!scan_clock(scan, &closes) || closes <= opens)
        return false;
    scan_gap(scan);
    for (int day = 1; day <= 7; day++) {
        if (!days[day])
            continue;
        hours->opens[day] = opens;
        hours->closes[day] = closes;
    }
    return true;
}

bool
hours_parse(const char *text, size_t length, struct hours *hours)
{
    static const char *const between[] = {";", "；", NULL};
    struct scan scan = {text, text + length};
    *hours = (struct hours){{0}, {0}};
    do {
        if (!scan_part(&scan, hours))
            return false;
    } while (scan_any(&scan, between));
    return scan.at == scan.end;
}

static bool
same(const struct hours *hours, int a, int b)
{
    return hours->opens[a] == hours->opens[b] && hours->closes[a] == hours->closes[b];
}

void
hours_format(const struct hours *hours, struct str *out)
{
    for (int first = 1, last; first <= 7; first = last + 1) {
        last = first;
        while (last < 7 && same(hours, first, last + 1))
            last++;
        if (hours->opens[first] == hours->closes[first])
            continue;
        str_adds(out, out->length ? "; " : "");
        str_adds(out, latin[first]);
        if (last > first)
            str_addf(out, "-%s", latin[last]);
        str_addf(out, " %02d:%02d-%02d:%02d", hours->opens[first] / 60, hours->opens[first] % 60,
                 hours->closes[first] / 60, hours->closes[first] % 60);
    }
}
