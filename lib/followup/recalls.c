#include "followup/recalls.h"

#include <string.h>

#include "base/str.h"
#include "client/tags.h"
#include "followup/templates.h"
#include "followup/words.h"

enum { DAYS_MOST = 3650, CAP_MOST = 1000000 };

static const char *const kinds[] = {"cash", "trial", "gift", NULL};
static const char *const times[] = {"campaign", "year", "month", NULL};

struct reading {
    struct arena *arena;
    struct recalls *recalls;
    struct tags tags;
    struct templates templates;
};

static int
read_bounded(const struct yaml *node, const char *key, int64_t least, int64_t most, int64_t *value,
             struct err *err)
{
    if (yaml_int(node, key, value, err) < 0)
        return -1;
    if (*value < least || *value > most)
        return yaml_error(yaml_get(node, key) ? yaml_get(node, key) : node, err,
                          _("%s: must be from %lld to %lld"), key, (long long)least,
                          (long long)most);
    return 0;
}

static int
a_list(const struct yaml *list, const char *key, struct err *err)
{
    return list->type == YAML_LIST && list->count > 0
               ? 0
               : yaml_error(list, err, _("%s: must be a list"), key);
}

/* ---- whom ---------------------------------------------------------------------------------------- */

static int
read_segments(const struct reading *reading, const struct yaml *node, struct recall *recall,
              struct err *err)
{
    const struct yaml *list = yaml_get(node, "segments");
    if (!list)
        return 0;
    if (a_list(list, "segments", err) < 0)
        return -1;
    for (const struct yaml *word = list->first; word; word = word->next) {
        int segment = word->text ? segments_find(&reading->recalls->segments, word->text) : -1;
        if (segment < 0)
            return yaml_error(word, err, _("%s: %s: not in segments.yaml"), recall->whom.name,
                              word->text ? word->text : "?");
        recall->segments |= UINT64_C(1) << segment;
    }
    return 0;
}

static int
read_tags(const struct reading *reading, const struct yaml *node, const char *key,
          const struct recall *recall, const char **tags, struct err *err)
{
    const struct yaml *list = yaml_get(node, key);
    struct str text = STR_INIT;
    if (!list)
        return 0;
    if (a_list(list, key, err) < 0)
        return -1;
    str_adds(&text, ",");
    for (const struct yaml *word = list->first; word; word = word->next) {
        if (!word->text || tags_find(&reading->tags, word->text) < 0) {
            str_release(&text);
            return yaml_error(word, err, _("%s: %s: not in tags.yaml"), recall->whom.name,
                              word->text ? word->text : "?");
        }
        str_addf(&text, "%s,", word->text);
    }
    *tags = arena_strdup(reading->arena, text.text);
    str_release(&text);
    return 0;
}

static const char *const keys[] = {"segments", "tags",  "not_tags",        "not_booked",
                                   "message",  "call",  "offer",           "once",
                                   "cap",      "order", "not_within_days", NULL};

/* One that goes by segments or tags alone. */
static int
read_plain(struct arena *arena, const struct yaml *node, struct rule *rule, struct err *err)
{
    static const char *const own[] = {"recall", "zh", "says"};
    const char **known = arena_array(arena, 16, sizeof *known);
    int count = 0;
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
        known[count++] = own[i];
    for (int i = 0; keys[i]; i++)
        known[count++] = keys[i];
    if (yaml_only(node, known, err) < 0)
        return -1;
    *rule = (struct rule){.name = yaml_text(node, "recall"),
                          .zh = yaml_text(node, "zh"),
                          .says = yaml_text(node, "says"),
                          .line = node->line};
    if (!rule->name || !rule->zh || !rule->says)
        return yaml_error(node, err, _("needs %s, zh and says"), "recall");
    if (!yaml_get(node, "segments") && !yaml_get(node, "tags"))
        return yaml_error(node, err,
                          _("%s: needs any, segments or tags: without them nothing "
                            "decides whom it takes"),
                          rule->name);
    return 0;
}

static int
read_whom(const struct reading *reading, const struct yaml *node, struct recall *recall,
          struct err *err)
{
    int result = yaml_get(node, "any")
                     ? rule_read(reading->arena, node, "recall", keys, &recall->whom, err)
                     : read_plain(reading->arena, node, &recall->whom, err);
    return result < 0 || word_check(node, recall->whom.name, err) < 0 ||
                   read_segments(reading, node, recall, err) < 0 ||
                   read_tags(reading, node, "tags", recall, &recall->tags, err) < 0 ||
                   read_tags(reading, node, "not_tags", recall, &recall->not_tags, err) < 0
               ? -1
               : yaml_bool(node, "not_booked", &recall->not_booked, err);
}

/* ---- what goes out ------------------------------------------------------------------------------- */

/* In one spelling: "10:00". */
static bool
parse_time(const char *text, int *second)
{
    return text && strlen(text) == 5 && text[2] == ':' && clock_parse(text, 5, second);
}

static int
read_out(const struct recall *recall, const struct yaml *node, struct recall_out *out,
         struct err *err)
{
    const char *on = yaml_text(node, "on"), *within = yaml_text(node, "within");
    out->wanted = true;
    out->on_birthday = on && strcmp(on, "birthday") == 0;
    if (on && !out->on_birthday)
        return yaml_error(node, err, _("%s: on: must be birthday, or left out"), recall->whom.name);
    if (!parse_time(yaml_text(node, "at"), &out->at))
        return yaml_error(node, err, _("%s: at: must be a time of the day such as 10:00"),
                          recall->whom.name);
    if (!within || !span_parse(within, &out->within) || out->within.seconds == 0)
        return yaml_error(node, err, _("%s: within: must be a time such as 2 hours or 7 days"),
                          recall->whom.name);
    return 0;
}

static int
read_template(const struct reading *reading, const struct yaml *node, const struct recall *recall,
              struct recall_out *out, struct err *err)
{
    struct err none = {0};
    out->template = yaml_text(node, "template");
    const struct template *found =
        out->template ? template_find(&reading->templates, out->template, &none) : NULL;
    if (!found)
        return yaml_error(node, err, _("%s: template: %s: not in templates.yaml"),
                          recall->whom.name, out->template ? out->template : "?");
    if (strcmp(found->purpose, "marketing") != 0)
        return yaml_error(node, err, _("%s: template: %s: is for %s; a recall is marketing"),
                          recall->whom.name, out->template, found->purpose);
    return 0;
}

static int
read_message(const struct reading *reading, const struct yaml *map, struct recall *recall,
             struct err *err)
{
    static const char *const known[] = {"template", "channels", "at", "within", "on", NULL};
    const struct yaml *node = yaml_get(map, "message");
    const struct yaml *list = yaml_get(node, "channels");
    struct recall_out *out = &recall->message;
    if (!node)
        return 0;
    if (yaml_only(node, known, err) < 0 || read_out(recall, node, out, err) < 0 ||
        read_template(reading, node, recall, out, err) < 0)
        return -1;
    if (!list || list->type != YAML_LIST || list->count == 0 || list->count > RECALL_CHANNELS)
        return yaml_error(node, err, _("%s: needs %s"), recall->whom.name, "channels");
    for (const struct yaml *item = list->first; item; item = item->next) {
        if (!word_among(followup_channels, item->text))
            return yaml_error(item, err, _("%s: channels: must be sms, wechat or email"),
                              recall->whom.name);
        out->channels[out->channel_count++] = item->text;
    }
    return 0;
}

static int
read_call(const struct yaml *map, struct recall *recall, struct err *err)
{
    static const char *const known[] = {"role", "at", "within", "on", NULL};
    const struct yaml *node = yaml_get(map, "call");
    struct recall_out *out = &recall->call;
    if (!node)
        return 0;
    if (yaml_only(node, known, err) < 0 || read_out(recall, node, out, err) < 0)
        return -1;
    out->role = yaml_text(node, "role");
    return word_among(followup_roles, out->role)
               ? 0
               : yaml_error(node, err, _("%s: role: %s: no role of the staff"), recall->whom.name,
                            out->role ? out->role : "?");
}

static int
read_offer(const struct yaml *map, struct recall *recall, struct err *err)
{
    static const char *const known[] = {"kind", "worth_fen", "valid_days", NULL};
    const struct yaml *node = yaml_get(map, "offer");
    struct recall_offer *offer = &recall->offer;
    if (!node)
        return 0;
    offer->kind = yaml_text(node, "kind");
    if (yaml_only(node, known, err) < 0 ||
        read_bounded(node, "worth_fen", 0, INT64_C(100000000), &offer->worth_fen, err) < 0 ||
        read_bounded(node, "valid_days", 1, DAYS_MOST, &offer->valid_days, err) < 0)
        return -1;
    if (!word_among(kinds, offer->kind))
        return yaml_error(node, err, _("%s: kind: must be cash, trial or gift"), recall->whom.name);
    if (strcmp(offer->kind, "cash") == 0 && offer->worth_fen == 0)
        return yaml_error(node, err, _("%s: needs %s"), recall->whom.name, "worth_fen");
    return 0;
}

/* ---- how often ----------------------------------------------------------------------------------- */

static int
read_limits(const struct yaml *node, struct recall *recall, struct err *err)
{
    const char *once = yaml_text(node, "once"), *order = yaml_text(node, "order");
    while (times[recall->once] && (!once || strcmp(times[recall->once], once) != 0))
        recall->once++;
    if (!times[recall->once])
        return yaml_error(node, err, _("%s: once: must be campaign, year or month"),
                          recall->whom.name);
    if (order && strcmp(order, "score") != 0 && strcmp(order, "lapsed") != 0)
        return yaml_error(node, err, _("%s: order: must be score or lapsed"), recall->whom.name);
    recall->by_lapse = order && strcmp(order, "lapsed") == 0;
    if (yaml_get(node, "cap") && read_bounded(node, "cap", 1, CAP_MOST, &recall->cap, err) < 0)
        return -1;
    if (!yaml_get(node, "not_within_days"))
        return yaml_error(node, err, _("%s: needs %s"), recall->whom.name, "not_within_days");
    return read_bounded(node, "not_within_days", 0, DAYS_MOST, &recall->not_within_days, err);
}

/* ---- the pack ------------------------------------------------------------------------------------ */

static int
read_recall(const struct reading *reading, const struct yaml *node, struct err *err)
{
    struct recalls *recalls = reading->recalls;
    struct recall *recall = &recalls->items[recalls->count];
    if (read_whom(reading, node, recall, err) < 0 || read_message(reading, node, recall, err) < 0 ||
        read_call(node, recall, err) < 0 || read_offer(node, recall, err) < 0 ||
        read_limits(node, recall, err) < 0)
        return -1;
    if (!recall->message.wanted && !recall->call.wanted)
        return yaml_error(node, err, _("%s: needs message or call: nothing would go out"),
                          recall->whom.name);
    for (int i = 0; i < recalls->count; i++)
        if (strcmp(recalls->items[i].whom.name, recall->whom.name) == 0)
            return yaml_error(node, err, _("%s: is there twice"), recall->whom.name);
    recalls->count++;
    return 0;
}

int
recalls_load(struct arena *arena, const struct packs *packs, struct recalls *recalls,
             struct err *err)
{
    static const char *const known[] = {"recalls", NULL};
    struct reading reading = {.arena = arena, .recalls = recalls};
    *recalls = (struct recalls){0};
    if (segments_load(arena, packs, &recalls->segments, err) < 0 ||
        tags_load(arena, packs, &reading.tags, err) < 0 ||
        templates_load(arena, packs, &reading.templates, err) < 0)
        return -1;
    const struct yaml *root = rules_load(arena, packs, "recall.yaml", err);
    if (!root || yaml_only(root, known, err) < 0)
        return -1;
    const struct yaml *list = yaml_get(root, "recalls");
    if (!list || list->type != YAML_LIST || list->count == 0)
        return yaml_error(list ? list : root, err, _("%s: must be a list"), "recalls");
    recalls->items = arena_array(arena, (size_t)list->count, sizeof *recalls->items);
    for (const struct yaml *node = list->first; node; node = node->next)
        if (read_recall(&reading, node, err) < 0)
            return -1;
    return 0;
}

const struct recall *
recalls_find(const struct recalls *recalls, const char *name, struct err *err)
{
    struct str there = STR_INIT;
    for (int i = 0; i < recalls->count; i++) {
        if (strcmp(recalls->items[i].whom.name, name) == 0) {
            str_release(&there);
            return &recalls->items[i];
        }
        str_addf(&there, "%s%s", i ? ", " : "", recalls->items[i].whom.name);
    }
    err_set(err, ERR_DATA, _("rule %s: not in recall.yaml; there are: %s"), name, there.text);
    str_release(&there);
    return NULL;
}
