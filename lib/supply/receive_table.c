/* The conditions of receiving: what each asks and what it stands on. */
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "supply/receive.h"

#define GSP "○ 药品经营质量管理规范 附录1" /* known second-hand */

static const struct receive_info gates[RECEIVE_GATES] = {
    [RECEIVE_ORDER] = {"order", N_("the order is approved, and something of it is still to come"),
                       "—"},
    [RECEIVE_SCAN_ITEM] = {"scan-item", N_("what a label names is an item that is known"),
                           "医疗器械监督管理条例 38"},
    [RECEIVE_SCAN_LINE] = {"scan-line", N_("a line says what was scanned"),
                           "药品管理法 70; 医疗器械监督管理条例 45"},
    [RECEIVE_SCAN_UNIT] = {"scan-unit", N_("a unit comes once"),
                           "药品管理法 36; 医疗器械监督管理条例 38, 51"},
    [RECEIVE_ORDER_ITEM] = {"order-item", N_("the item stands in the order"), "—"},
    [RECEIVE_ORDER_QUANTITY] = {"order-quantity", N_("no more of it came than is still open"), "—"},
    [RECEIVE_ORDER_PRICE] = {"order-price",
                             N_("its price is that of the order, within stock.price_percent"), "—"},
    [RECEIVE_ORDER_SPEC] = {"order-spec", N_("the label says the specification that was ordered"),
                            "药品管理法 70; 药品管理法实施条例 26"},
    [RECEIVE_SUPPLIER_PAPERS] =
        {"supplier-papers", N_("the supplier's papers for the item's category hold on that day"),
         "药品管理法 55; 医疗器械监督管理条例 45"},
    [RECEIVE_REGISTRATION] =
        {"registration", N_("the item's registration number is on file, in a form that there is"),
         "药品管理法 70; 医疗器械监督管理条例 55"},
    [RECEIVE_REGISTRATION_LABEL] = {"registration-label", N_("and is the one on the label"),
                                    "药品管理法 70; 医疗器械监督管理条例 55"},
    [RECEIVE_LOT] = {"lot", N_("the label says a lot"),
                     "药品管理法 49, 98; 医疗器械监督管理条例 45"},
    [RECEIVE_LOT_PAPERS] = {"lot-papers",
                            N_("papers that each lot needs (进口药品通关单) are there"),
                            "药品管理法 64"},
    [RECEIVE_LOT_STATE] = {"lot-state", N_("the lot is not known as recalled or in quarantine"),
                           "药品管理法 82; 医疗器械监督管理条例 67"},
    [RECEIVE_LOT_DATES] = {"lot-dates", N_("a lot that came before has the same dates again"),
                           "药品管理法 70"},
    [RECEIVE_MADE] = {"made", N_("the label says when it was made"),
                      "药品管理法 49; 医疗器械监督管理条例 39"},
    [RECEIVE_EXPIRES] = {"expires", N_("and until when it may be used"),
                         "药品管理法 49, 98; 医疗器械监督管理条例 39"},
    [RECEIVE_DATES] = {"dates", N_("it was made by now and has not expired"),
                       "药品管理法 98; 医疗器械监督管理条例 55"},
    [RECEIVE_LIFE] = {"life", N_("enough of its life is left"), "—"},
    [RECEIVE_TEMPERATURE] = {"temperature",
                             N_("what travels cold has its temperature record with it (缺一拒签)"),
                             "药品管理法 70, 71; 医疗器械监督管理条例 47; " GSP},
    [RECEIVE_TEMPERATURE_CLOCK] = {"temperature-clock", N_("the record is of this transport"), GSP},
    [RECEIVE_TEMPERATURE_COVER] = {"temperature-cover", N_("and covers all of it"), GSP},
    [RECEIVE_TEMPERATURE_GAP] = {"temperature-gap", N_("without a silence that is too long"), GSP},
    [RECEIVE_TEMPERATURE_LIMITS] = {"temperature-limits", N_("within the limits"),
                                    "医疗器械监督管理条例 47; " GSP},
    [RECEIVE_TEMPERATURE_TIME] =
        {"temperature-time", N_("or out of them no longer than the item's stability data allow"),
         GSP},
    [RECEIVE_TEMPERATURE_KINETIC] = {"temperature-kinetic",
                                     N_("and its mean kinetic temperature is within its limit"),
                                     "—"},
    [RECEIVE_DAMAGE] = {"damage", N_("whoever receives it sees nothing wrong with it"),
                        "药品管理法 70; 医疗器械监督管理条例 45"},
};

const struct receive_info *
receive_info(enum receive_gate gate)
{
    return &gates[gate];
}

/* ---- the list -------------------------------------------------------------------------------- */

static bool
is_there(const struct receive_list *list, enum receive_gate gate, const char *words)
{
    for (int i = 0; i < list->count; i++)
        if (list->items[i].gate == gate && strcmp(list->items[i].words, words) == 0)
            return true;
    return false;
}

/* In the order of the gates; those of one gate as they came. */
static void
insert(struct receive_list *list, struct receive_missing missing)
{
    int at = list->count++;
    for (; at > 0 && list->items[at - 1].gate > missing.gate; at--)
        list->items[at] = list->items[at - 1];
    list->items[at] = missing;
}

void
receive_add(struct arena *arena, struct receive_list *list, enum receive_gate gate,
            const char *about, const char *format, ...)
{
    struct str words = STR_INIT;
    char text[ERR_TEXT];
    va_list rest;
    va_start(rest, format);
    vsnprintf(text, sizeof text, format, rest);
    va_end(rest);
    str_adds(&words, text);
    list->items = arena_more(arena, list->items, list->count, &list->room, sizeof *list->items);
    if (!is_there(list, gate, words.text))
        insert(list,
               (struct receive_missing){gate, about ? about : "", arena_strdup(arena, words.text)});
    str_release(&words);
}

const char *
receive_codes(struct arena *arena, const struct receive_list *list)
{
    struct str out = STR_INIT;
    for (int i = 0; i < list->count; i++) {
        const struct receive_missing *one = &list->items[i];
        char word[256];
        snprintf(word, sizeof word, "%s%s%s", gates[one->gate].code, *one->about ? ":" : "",
                 one->about);
        if (i && list->items[i - 1].gate == one->gate &&
            strcmp(list->items[i - 1].about, one->about) == 0)
            continue;
        str_addf(&out, "%s%s", out.length ? " " : "", word);
    }
    const char *codes = arena_strdup(arena, out.text);
    str_release(&out);
    return codes;
}

/* A line has room for about a dozen with their words; for more the codes alone. */
int
receive_refuse(struct arena *arena, const struct receive_list *list, struct err *err)
{
    struct str out = STR_INIT;
    for (int i = 0; i < list->count; i++)
        str_addf(&out, "%s%s: %s", i ? "; " : "", gates[list->items[i].gate].code,
                 list->items[i].words);
    if (out.length > ERR_TEXT - 160) {
        str_clear(&out);
        str_adds(&out, receive_codes(arena, list));
    }
    err_set(err, ERR_DATA, _("refused, and nothing moved: %s"), out.text);
    str_release(&out);
    return -1;
}

const char *
receive_controlled(struct arena *arena, const struct receive_case *given)
{
    const char *words = NULL;
    for (int i = 0; i < given->count; i++)
        if (given->lines[i].item.controlled)
            words = arena_printf(arena, "%s%s%s %s %lld %s", words ? words : "", words ? "; " : "",
                                 given->lines[i].item.code,
                                 given->lines[i].lot ? given->lines[i].lot : "-",
                                 (long long)given->lines[i].quantity, given->lines[i].item.unit);
    return words;
}
