#include "supply/temperature.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

static const char *const codes[] = {
    [TEMPERATURE_CLOCK] = "temperature-clock", [TEMPERATURE_COVER] = "temperature-cover",
    [TEMPERATURE_GAP] = "temperature-gap",     [TEMPERATURE_LIMITS] = "temperature-limits",
    [TEMPERATURE_TIME] = "temperature-time",   [TEMPERATURE_KINETIC] = "temperature-kinetic",
};

const char *
temperature_code(enum temperature_fault fault)
{
    return codes[fault];
}

const char *
temperature_codes(struct arena *arena, const struct temperature_verdict *verdict)
{
    const char *all = "";
    for (int i = 0; i < verdict->count; i++)
        all = arena_printf(arena, "%s%s%s", all, i ? " " : "", codes[verdict->found[i].fault]);
    return all;
}

/* ---- degrees --------------------------------------------------------------------------------- */

const char *
temperature_text(struct arena *arena, int64_t mdeg)
{
    long long whole = llabs((long long)mdeg);
    return arena_printf(arena, "%s%lld.%03lld", mdeg < 0 ? "-" : "", whole / 1000, whole % 1000);
}

/* Digits behind the point; the fourth rounds. */
static const char *
read_fraction(const char *text, int64_t *thousandths)
{
    int64_t scale = 1000, sum = 0;
    int digits = 0;
    for (; *text >= '0' && *text <= '9'; text++, digits++) {
        if (digits < 3)
            sum += (*text - '0') * (scale /= 10);
        else if (digits == 3)
            sum += *text >= '5';
    }
    *thousandths = sum;
    return digits ? text : NULL;
}

static bool
is_celsius(const char *unit)
{
    static const char *const words[] = {"", "C", "c", "°C", "℃", "° C", "度", "摄氏度"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(unit, words[i]) == 0)
            return true;
    return false;
}

bool
temperature_parse(const char *text, int64_t *mdeg)
{
    int64_t whole = 0, part = 0;
    text += strspn(text, " ");
    bool below = *text == '-' || str_starts(text, "−");
    text += below ? (*text == '-' ? 1 : strlen("−")) : *text == '+';
    const char *start = text;
    for (; *text >= '0' && *text <= '9' && text - start < 4; text++)
        whole = whole * 10 + (*text - '0');
    if (text == start || (*text == '.' && !(text = read_fraction(text + 1, &part))))
        return false;
    text += strspn(text, " ");
    char unit[16] = "";
    size_t length = strlen(text);
    while (length && text[length - 1] == ' ')
        length--;
    if (length >= sizeof unit)
        return false;
    memcpy(unit, text, length);
    *mdeg = (whole * 1000 + part) * (below ? -1 : 1);
    return is_celsius(unit) && *mdeg >= -273150 && *mdeg <= 200000;
}

/* ---- mean kinetic temperature ---------------------------------------------------------------- */

static double
weight_of(const struct readings *readings, int i)
{
    int64_t span;
    if (readings->count == 1)
        return 1;
    span = i + 1 < readings->count ? readings->items[i + 1].at - readings->items[i].at
                                   : readings->items[i].at - readings->items[i - 1].at;
    return span > 0 ? (double)span : 0;
}

/* The greatest exponent is taken out of the sum, so that nothing underflows. */
int64_t
temperature_kinetic(const struct readings *readings, int64_t energy)
{
    const double factor = (double)energy / 8.3144, zero = 273.15;
    double warmest = -zero * 1000, sum = 0, weights = 0;
    for (int i = 0; i < readings->count; i++)
        warmest = fmax(warmest, readings->items[i].mdeg);
    double top = -factor / fmax(warmest / 1000 + zero, 0.001);
    for (int i = 0; i < readings->count; i++) {
        double kelvin = fmax(readings->items[i].mdeg / 1000.0 + zero, 0.001);
        double weight = weight_of(readings, i);
        sum += weight * exp(-factor / kelvin - top);
        weights += weight;
    }
    if (weights <= 0)
        return (int64_t)warmest;
    double kelvin = factor / -(log(sum / weights) + top);
    return (int64_t)llround((kelvin - zero) * 1000);
}

/* ---- judging --------------------------------------------------------------------------------- */

struct judging {
    struct arena *arena;
    const struct readings *readings;
    const struct temperature_limits *limits;
    const struct transport *transport;
    const struct zone *zone;
    struct temperature_verdict *verdict;
};

static const char *
when(const struct judging *judging, int64_t at)
{
    char text[32];
    zone_format(judging->zone, at, text);
    return arena_strdup(judging->arena, text);
}

static struct temperature_found *
add(struct judging *judging, enum temperature_fault fault, int64_t at, int64_t value, int64_t limit)
{
    struct temperature_found *found = &judging->verdict->found[judging->verdict->count++];
    *found = (struct temperature_found){
        .fault = fault, .at = at, .value = value, .limit = limit, .times = 1};
    return found;
}

static void
judge_clock(struct judging *judging)
{
    const struct temperature_limits *limits = judging->limits;
    const struct temperature_verdict *verdict = judging->verdict;
    int64_t shipped = judging->transport->shipped_at, arrived = judging->transport->arrived_at;
    if (shipped != TEMPERATURE_NO_TIME && shipped - verdict->first_at > limits->early_s)
        add(judging, TEMPERATURE_CLOCK, verdict->first_at, shipped - verdict->first_at,
            limits->early_s)
            ->words = arena_printf(judging->arena,
                                   _("begins at %s, long before it was sent off at %s: another "
                                     "clock, or another transport"),
                                   when(judging, verdict->first_at), when(judging, shipped));
    else if (arrived != TEMPERATURE_NO_TIME && verdict->last_at - arrived > limits->late_s)
        add(judging, TEMPERATURE_CLOCK, verdict->last_at, verdict->last_at - arrived,
            limits->late_s)
            ->words = arena_printf(judging->arena,
                                   _("goes on until %s, after it arrived at %s: another clock, or "
                                     "another transport"),
                                   when(judging, verdict->last_at), when(judging, arrived));
}

static void
judge_cover(struct judging *judging)
{
    const struct temperature_verdict *verdict = judging->verdict;
    int64_t gap = judging->limits->gap_s;
    int64_t shipped = judging->transport->shipped_at, arrived = judging->transport->arrived_at;
    if (shipped != TEMPERATURE_NO_TIME && verdict->first_at - shipped > gap)
        add(judging, TEMPERATURE_COVER, verdict->first_at, verdict->first_at - shipped, gap)
            ->words =
            arena_printf(judging->arena, _("begins only at %s, and it was sent off at %s"),
                         when(judging, verdict->first_at), when(judging, shipped));
    else if (arrived != TEMPERATURE_NO_TIME && arrived - verdict->last_at > gap)
        add(judging, TEMPERATURE_COVER, verdict->last_at, arrived - verdict->last_at, gap)->words =
            arena_printf(judging->arena, _("ends at %s, and it arrived only at %s"),
                         when(judging, verdict->last_at), when(judging, arrived));
}

static void
judge_gaps(struct judging *judging)
{
    const struct reading *items = judging->readings->items;
    struct temperature_found *found = NULL;
    int64_t limit = judging->limits->gap_s;
    for (int i = 1; i < judging->readings->count; i++) {
        int64_t gap = items[i].at - items[i - 1].at;
        if (gap > judging->verdict->gap_s)
            judging->verdict->gap_s = gap;
        if (gap <= limit)
            continue;
        if (found) {
            found->times++;
            continue;
        }
        found = add(judging, TEMPERATURE_GAP, items[i - 1].at, gap, limit);
        found->line = items[i].line;
    }
    if (found)
        found->words = arena_printf(
            judging->arena,
            _("is silent for %lld min after %s (line %d), and %lld are allowed; %d such"),
            (long long)((found->value + 59) / 60), when(judging, found->at), found->line,
            (long long)(limit / 60), found->times);
}

static bool
is_out(const struct temperature_limits *limits, int64_t mdeg)
{
    return (limits->has_min && mdeg < limits->min) || (limits->has_max && mdeg > limits->max);
}

static bool
is_never(const struct temperature_limits *limits, int64_t mdeg)
{
    if (!is_out(limits, mdeg))
        return false;
    return limits->allowed_s <= 0 || mdeg < limits->ever_min || mdeg > limits->ever_max;
}

static void
judge_limits(struct judging *judging)
{
    const struct temperature_limits *limits = judging->limits;
    struct temperature_found *found = NULL;
    for (int i = 0; i < judging->readings->count; i++) {
        const struct reading *reading = &judging->readings->items[i];
        if (!is_never(limits, reading->mdeg))
            continue;
        if (!found) {
            bool below = limits->has_min && reading->mdeg < limits->min;
            found = add(judging, TEMPERATURE_LIMITS, reading->at, reading->mdeg,
                        below ? limits->min : limits->max);
            found->line = reading->line;
        } else {
            found->times++;
        }
    }
    if (found)
        found->words =
            arena_printf(judging->arena, _("%s °C at %s (line %d), and the limit is %s; %d such"),
                         temperature_text(judging->arena, found->value), when(judging, found->at),
                         found->line, temperature_text(judging->arena, found->limit), found->times);
}

static void
judge_time(struct judging *judging)
{
    const struct reading *items = judging->readings->items;
    const struct temperature_limits *limits = judging->limits;
    struct temperature_verdict *verdict = judging->verdict;
    int64_t since = 0;
    bool any = false;
    for (int i = 0; i < judging->readings->count; i++) {
        bool out = is_out(limits, items[i].mdeg);
        if (out && !any) {
            any = true;
            since = items[i].at;
        }
        if (i > 0 && (out || is_out(limits, items[i - 1].mdeg)))
            verdict->out_s += items[i].at - items[i - 1].at;
    }
    if (limits->allowed_s > 0 && verdict->out_s > limits->allowed_s)
        add(judging, TEMPERATURE_TIME, since, verdict->out_s, limits->allowed_s)->words =
            arena_printf(
                judging->arena,
                _("out of the limits for %lld min in sum, the first time at %s, and %lld are "
                  "allowed"),
                (long long)((verdict->out_s + 59) / 60), when(judging, since),
                (long long)(limits->allowed_s / 60));
}

static void
judge_kinetic(struct judging *judging)
{
    struct temperature_verdict *verdict = judging->verdict;
    verdict->kinetic = temperature_kinetic(judging->readings, judging->limits->energy);
    if (verdict->kinetic > judging->limits->kinetic)
        add(judging, TEMPERATURE_KINETIC, verdict->last_at, verdict->kinetic,
            judging->limits->kinetic)
            ->words = arena_printf(judging->arena,
                                   _("the mean kinetic temperature is %s °C, and the limit is %s"),
                                   temperature_text(judging->arena, verdict->kinetic),
                                   temperature_text(judging->arena, judging->limits->kinetic));
}

void
temperature_judge(struct arena *arena, const struct readings *readings,
                  const struct temperature_limits *limits, const struct transport *transport,
                  const struct zone *zone, struct temperature_verdict *verdict)
{
    struct judging judging = {arena, readings, limits, transport, zone, verdict};
    const struct reading *items = readings->items;
    *verdict = (struct temperature_verdict){.readings = readings->count,
                                            .first_at = items[0].at,
                                            .last_at = items[readings->count - 1].at,
                                            .min = items[0].mdeg,
                                            .max = items[0].mdeg};
    for (int i = 1; i < readings->count; i++) {
        verdict->min = items[i].mdeg < verdict->min ? items[i].mdeg : verdict->min;
        verdict->max = items[i].mdeg > verdict->max ? items[i].mdeg : verdict->max;
    }
    judge_clock(&judging);
    judge_cover(&judging);
    judge_gaps(&judging);
    judge_limits(&judging);
    judge_time(&judging);
    judge_kinetic(&judging);
}
