/* What AIs must hold among one another, and what is taken of them. */
#include <string.h>

#include "base/day.h"
#include "scan/check.h"
#include "scan/private.h"

static bool
refuse(struct scan *scan, enum scan_fault fault, const struct scan_item *item,
       const struct scan_item *other, const char *reason)
{
    scan->other = other->ai;
    return scan_fail(scan, fault, item->ai, reason);
}

static bool
equal(const struct scan_item *one, const struct scan_item *other)
{
    return one->value.length == other->value.length &&
           memcmp(one->value.at, other->value.at, one->value.length) == 0;
}

/* Codes of one label may repeat an AI, but not say something else of it. */
static bool
judge_two(struct scan *scan, const struct scan_item *item, const struct scan_item *other)
{
    if (item->ai == other->ai)
        return equal(item, other) || scan_fail(scan, SCAN_REPEAT, item->ai,
                                               N_("it stands there twice, with different values"));
    for (int i = 0; i < AI_NEVER && item->ai->never[i][0]; i++)
        if (ai_matches(other->ai, item->ai->never[i]))
            return refuse(scan, SCAN_PAIR, item, other, N_("it must not stand beside"));
    return true;
}

/* A signature (8030) is of one thing, so keys that have serials need theirs. */
static bool
judge_signature(struct scan *scan, const struct scan_item *signature)
{
    static const struct {
        char ai[5];
        size_t key;
    } keys[] = {{"253", 13}, {"255", 13}, {"8003", 14}};
    for (int i = 0; i < scan->count; i++)
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
            if (strcmp(scan->items[i].ai->name, keys[k].ai) == 0 &&
                scan->items[i].value.length <= keys[k].key)
                return refuse(scan, SCAN_PAIR, &scan->items[i], signature,
                              N_("it needs its serial part beside"));
    return true;
}

bool
scan_pairs(struct scan *scan)
{
    for (int i = 0; i < scan->count; i++) {
        const struct scan_item *item = &scan->items[i];
        for (int j = 0; j < scan->count; j++)
            if (i != j && !judge_two(scan, item, &scan->items[j]))
                return false;
        if (item->ai->length == 4 && memcmp(item->ai->name, "8030", 4) == 0 &&
            !judge_signature(scan, item))
            return false;
    }
    return true;
}

/* ---- taking ----------------------------------------------------------------------------------------- */

static int64_t
day_of(const struct scan *scan, const struct scan_text *value)
{
    int64_t day;
    return check_day(scan->year, value->at, &day) ? day : SCAN_NO_DAY;
}

static void
take(struct scan *scan, const struct scan_item *item)
{
    const struct scan_text *value = &item->value;
    switch ((enum ai_use)item->ai->use) {
    case AI_CONTENT:
        if (scan->gtin[0] != '\0')
            break;
        __attribute__((fallthrough));
    case AI_GTIN:
        memcpy(scan->gtin, value->at, 14);
        scan->gtin[14] = '\0';
        break;
    case AI_LOT:
        scan->lot = *value;
        break;
    case AI_SERIAL:
        scan->serial = *value;
        break;
    case AI_MADE:
        scan->made = day_of(scan, value);
        break;
    case AI_HOUR:
        if (scan->expiry != SCAN_NO_DAY)
            break;
        __attribute__((fallthrough));
    case AI_EXPIRY:
        scan->expiry = day_of(scan, value);
        break;
    case AI_COUNT:
        scan->quantity = check_number(value->at, value->length);
        break;
    case AI_SSCC:
    case AI_NONE:
        break;
    }
}

void
scan_take(struct scan *scan)
{
    for (int i = 0; i < scan->count; i++)
        take(scan, &scan->items[i]);
    scan->secondary = scan->gtin[0] == '\0';
    for (int i = 0; scan->secondary && i < scan->count; i++)
        scan->secondary = !scan->items[i].ai->key;
}

bool
scan_finish(struct scan *scan)
{
    scan->kind = SCAN_GS1;
    if (!scan_pairs(scan))
        return false;
    scan_take(scan);
    return true;
}
