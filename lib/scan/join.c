/* One label in several codes. */
#include <string.h>

#include "scan/private.h"

bool
scan_begins(const struct scan *part)
{
    return part->fault == SCAN_FINE && !part->secondary && part->kind != SCAN_PLAIN &&
           part->kind != SCAN_URI;
}

static bool
keep(struct scan *whole, struct scan_text *text)
{
    if (text->length == 0)
        return true;
    char *room = scan_room(whole, text->length);
    if (!room)
        return false;
    memcpy(room, text->at, text->length);
    text->at = room;
    return true;
}

/* What AIs were not the origin of. */
static bool
take_text(struct scan *whole, struct scan_text *to, struct scan_text from)
{
    if (from.length == 0)
        return true;
    if (to->length > 0 && (to->length != from.length || memcmp(to->at, from.at, from.length) != 0))
        return scan_fail(whole, SCAN_REPEAT, NULL, N_("two codes of the label do not agree"));
    *to = from;
    return keep(whole, to);
}

static bool
take_number(struct scan *whole, int64_t *to, int64_t from)
{
    if (from == INT64_MIN)
        return true;
    if (*to != INT64_MIN && *to != from)
        return scan_fail(whole, SCAN_REPEAT, NULL, N_("two codes of the label do not agree"));
    *to = from;
    return true;
}

static bool
take_items(struct scan *whole, const struct scan *part)
{
    for (int i = 0; i < part->count; i++) {
        struct scan_text value = part->items[i].value;
        if (!keep(whole, &value) || !scan_add(whole, part->items[i].ai, value.at, value.length))
            return false;
    }
    return true;
}

static bool
take_fields(struct scan *whole, const struct scan *part)
{
    return take_text(whole, &whole->lot, part->lot) &&
           take_text(whole, &whole->serial, part->serial) &&
           take_number(whole, &whole->expiry, part->expiry) &&
           take_number(whole, &whole->made, part->made) &&
           take_number(whole, &whole->quantity, part->quantity);
}

void
scan_start(struct scan *whole, const struct scan *first)
{
    scan_clear(whole);
    whole->kind = first->kind;
    whole->year = first->year;
    whole->used = 0;
    memcpy(whole->gtin, first->gtin, sizeof whole->gtin);
    whole->link = first->link;
    (void)(take_items(whole, first) && take_fields(whole, first) &&
           take_text(whole, &whole->owner, first->owner) &&
           take_text(whole, &whole->product, first->product) &&
           take_text(whole, &whole->unit, first->unit));
}

void
scan_orphan(struct scan *part)
{
    scan_fail(part, SCAN_ORPHAN, NULL, N_("no code of a product came before it"));
}

int
scan_join(struct scan *whole, const struct scan *part)
{
    if (scan_begins(part))
        return 0;
    if (part->fault != SCAN_FINE || !part->secondary) {
        scan_fail(whole, SCAN_ORPHAN, NULL, N_("it cannot be joined to the code before"));
        return -1;
    }
    if ((part->kind == SCAN_HIBC) != (whole->kind == SCAN_HIBC) ||
        (part->link != '\0' && part->link != whole->link)) {
        scan_fail(whole, SCAN_LINK, NULL,
                  N_("its second part belongs to another product: the link character differs"));
        return -1;
    }
    if (!take_items(whole, part) || !scan_pairs(whole) || !take_fields(whole, part))
        return -1;
    return 1;
}
