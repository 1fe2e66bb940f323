/* The pack journals.yaml. */
#include "journal/pack.h"

#include <string.h>

#include "base/str.h"
#include "journal/amount.h"

static const char *const types[] = {"number", "text", "choice", "check", NULL};
static const char *const places[] = {"", "room", "equipment", NULL};

const char *
field_type_word(enum field_type type)
{
    return types[type];
}

const char *
journal_place_word(enum journal_place place)
{
    return places[place];
}

static int
word_of(const char *const *words, const char *text)
{
    for (int i = 0; text && words[i]; i++)
        if (strcmp(words[i], text) == 0)
            return i;
    return -1;
}

/* ---- fields: words ---------------------------------------------------------------------------------- */

static bool
is_good(const struct yaml *good, const char *word)
{
    for (const struct yaml *at = good ? good->first : NULL; at; at = at->next)
        if (at->text && strcmp(at->text, word) == 0)
            return true;
    return false;
}

static void
add_word(struct field *field, const char *text, const char *word, bool good)
{
    field->words[field->word_count++] = (struct field_word){text, word, good};
}

/* Each `good` must be one of the words. */
static int
check_good(const struct yaml *words, const struct yaml *good, struct err *err)
{
    for (const struct yaml *at = good ? good->first : NULL; at; at = at->next)
        if (!at->text || !yaml_get(words, at->text))
            return yaml_error(at, err, _("good: %s: none of the words"), at->text ? at->text : "");
    return 0;
}

static int
read_words(struct arena *arena, const struct yaml *node, struct field *field, struct err *err)
{
    const struct yaml *words = yaml_get(node, "words"), *good = yaml_get(node, "good");
    int room = 0;
    if (!words || words->type != YAML_MAP || !words->count)
        return yaml_error(node, err, _("%s: words: missing; a choice has some"), node->key);
    if (good && good->type != YAML_LIST)
        return yaml_error(good, err, _("good: must be a list of words"));
    for (const struct yaml *at = words->first; at; at = at->next)
        room += 1 + at->count;
    field->words = arena_array(arena, (size_t)room, sizeof *field->words);
    field->judged = good != NULL;
    for (const struct yaml *at = words->first; at; at = at->next) {
        add_word(field, at->key, at->key, is_good(good, at->key));
        for (const struct yaml *alias = at->first; alias; alias = alias->next)
            if (alias->text)
                add_word(field, alias->text, at->key, is_good(good, at->key));
    }
    return check_good(words, good, err);
}

static void
check_words(struct arena *arena, struct field *field)
{
    static const char *const yes[] = {"yes", "是", "1", "√", "✓"}, *const no[] = {"no", "否", "0",
                                                                                  "×"};
    enum { YES = sizeof yes / sizeof *yes, NO = sizeof no / sizeof *no };
    field->words = arena_array(arena, YES + NO, sizeof *field->words);
    field->judged = !field->only_if_good;
    for (int i = 0; i < YES; i++)
        add_word(field, yes[i], "yes", true);
    for (int i = 0; i < NO; i++)
        add_word(field, no[i], "no", false);
}

/* ---- fields: numbers -------------------------------------------------------------------------------- */

static int
read_limit(const struct yaml *node, const char *key, const struct field *field, int64_t *limit,
           struct err *err)
{
    const char *text = yaml_text(node, key);
    if (!yaml_get(node, key))
        return 0;
    return text && amount_parse(text, field->places, limit)
               ? 0
               : yaml_error(yaml_get(node, key), err,
                            _("%s: must be a number of at most %d decimals"), key,
                            (int)field->places);
}

static int
read_number(const struct yaml *node, struct field *field, struct err *err)
{
    if (yaml_int(node, "places", &field->places, err) < 0)
        return -1;
    if (field->places < 0 || field->places > 6)
        return yaml_error(node, err, _("places: must be from 0 to 6"));
    if (!(field->unit = yaml_text(node, "unit")))
        return yaml_error(node, err, _("%s: unit: missing; a number has one"), node->key);
    if (read_limit(node, "least", field, &field->least, err) < 0 ||
        read_limit(node, "most", field, &field->most, err) < 0)
        return -1;
    field->judged = field->least != INT64_MIN || field->most != INT64_MAX;
    return field->least <= field->most ? 0 : yaml_error(node, err, _("least: is above most"));
}

static int
read_source(const struct yaml *node, struct field *field, struct err *err)
{
    field->source = yaml_text(node, "source");
    if (field->source && !yaml_get(node, "confirmed"))
        return yaml_error(node, err, _("%s: confirmed: missing; say whether the source was read"),
                          node->key);
    return yaml_bool(node, "confirmed", &field->confirmed, err);
}

static int
read_field(struct arena *arena, const struct yaml *node, struct field *field, struct err *err)
{
    static const char *const known[] = {"zh",    "says",     "type",         "unit",      "places",
                                        "least", "most",     "source",       "confirmed", "words",
                                        "good",  "optional", "only_if_good", NULL};
    *field = (struct field){.name = node->key, .least = INT64_MIN, .most = INT64_MAX};
    if (yaml_only(node, known, err) < 0)
        return -1;
    int type = word_of(types, yaml_text(node, "type"));
    field->zh = yaml_text(node, "zh");
    field->says = yaml_text(node, "says");
    if (!field->zh || !field->says)
        return yaml_error(node, err, _("%s: needs zh and says"), node->key);
    if (type < 0)
        return yaml_error(node, err, _("%s: type: must be number, text, choice or check"),
                          node->key);
    field->type = (enum field_type)type;
    if (yaml_bool(node, "optional", &field->optional, err) < 0 ||
        yaml_bool(node, "only_if_good", &field->only_if_good, err) < 0 ||
        read_source(node, field, err) < 0)
        return -1;
    if (field->only_if_good && field->type != FIELD_CHECK)
        return yaml_error(node, err, _("%s: only_if_good: is for a check"), node->key);
    if (field->type == FIELD_CHECK)
        check_words(arena, field);
    return field->type == FIELD_NUMBER   ? read_number(node, field, err)
           : field->type == FIELD_CHOICE ? read_words(arena, node, field, err)
                                         : 0;
}

static int
read_fields(struct arena *arena, const struct yaml *node, struct journal_kind *kind,
            struct err *err)
{
    const struct yaml *fields = yaml_get(node, "fields");
    if (!fields || fields->type != YAML_MAP || !fields->count)
        return yaml_error(node, err, _("%s: fields: missing"), node->key);
    kind->fields = arena_array(arena, (size_t)fields->count, sizeof *kind->fields);
    for (const struct yaml *at = fields->first; at; at = at->next)
        if (read_field(arena, at, &kind->fields[kind->count++], err) < 0)
            return -1;
    return 0;
}

/* ---- journals --------------------------------------------------------------------------------------- */

static int
read_frequency(const struct yaml *node, struct journal_kind *kind, struct err *err)
{
    const char *basis = yaml_text(node, "basis");
    int place = word_of(places, yaml_text(node, "place"));
    if (basis && strcmp(basis, "visits") != 0 && strcmp(basis, "calendar") != 0)
        return yaml_error(node, err, _("basis: must be calendar or visits"));
    if (yaml_get(node, "place") && place < 1)
        return yaml_error(node, err, _("place: must be room or equipment"));
    kind->by_visits = basis && strcmp(basis, "visits") == 0;
    kind->place = place < 0 ? PLACE_NONE : (enum journal_place)place;
    kind->every = 1;
    if (yaml_int(node, "every", &kind->every, err) < 0 ||
        yaml_int(node, "close_hours", &kind->close_hours, err) < 0 ||
        yaml_bool(node, "second", &kind->second, err) < 0)
        return -1;
    return kind->every >= 1 && kind->every <= 3660 && kind->close_hours >= 0 &&
                   kind->close_hours <= 87600
               ? 0
               : yaml_error(node, err,
                            _("every: from 1 to 3660 days; close_hours: up to ten years"));
}

static int
read_kind(struct arena *arena, const struct yaml *laws, const struct yaml *node,
          struct journal_kind *kind, struct err *err)
{
    static const char *const known[] = {"zh",     "says",   "every",       "basis",  "place",
                                        "second", "law",    "close_hours", "closes", "sum",
                                        "same",   "fields", NULL};
    *kind = (struct journal_kind){.name = node->key};
    if (yaml_only(node, known, err) < 0)
        return -1;
    kind->zh = yaml_text(node, "zh");
    kind->says = yaml_text(node, "says");
    kind->closes = yaml_text(node, "closes");
    kind->sum = yaml_text(node, "sum");
    kind->same = yaml_text(node, "same");
    if (!kind->zh || !kind->says)
        return yaml_error(node, err, _("%s: needs zh and says"), node->key);
    if (strcmp(node->key, "void") == 0)
        return yaml_error(node, err, _("void: is the name of entries that take others back"));
    return law_read(arena, laws, node, "law", &kind->law, err) < 0 ||
                   read_frequency(node, kind, err) < 0
               ? -1
               : read_fields(arena, node, kind, err);
}

/* What an entry closes: a journal that waits to be closed, with the fields that are compared. */
static int
check_closes(const struct journals *journals, const struct journal_kind *kind,
             const struct yaml *node, struct err *err)
{
    if (!kind->closes)
        return kind->sum || kind->same ? yaml_error(node, err, _("sum, same: are for what closes"))
                                       : 0;
    for (int i = 0; i < journals->count; i++) {
        const struct journal_kind *other = &journals->kinds[i];
        if (strcmp(other->name, kind->closes) != 0 || !other->close_hours)
            continue;
        const struct field *sum = kind->sum ? journal_field(kind, kind->sum) : NULL;
        const struct field *there = kind->sum ? journal_field(other, kind->sum) : NULL;
        if (kind->sum && (!sum || !there || sum->type != FIELD_NUMBER ||
                          there->type != FIELD_NUMBER || sum->places != there->places))
            return yaml_error(
                node, err, _("sum: %s: must be a number of both, with the same places"), kind->sum);
        if (kind->same && (!journal_field(kind, kind->same) || !journal_field(other, kind->same)))
            return yaml_error(node, err, _("same: %s: must be a field of both"), kind->same);
        return 0;
    }
    return yaml_error(node, err, _("closes: %s: no journal with close_hours"), kind->closes);
}

static int
read_all(struct arena *arena, const struct yaml *laws, const struct yaml *root,
         struct journals *journals, struct err *err)
{
    static const char *const known[] = {"journals", NULL};
    const struct yaml *map = yaml_get(root, "journals");
    if (yaml_only(root, known, err) < 0)
        return -1;
    if (!map || map->type != YAML_MAP)
        return yaml_error(root, err, _("journals: missing"));
    journals->kinds = arena_array(arena, (size_t)map->count, sizeof *journals->kinds);
    for (const struct yaml *node = map->first; node; node = node->next)
        if (read_kind(arena, laws, node, &journals->kinds[journals->count++], err) < 0)
            return -1;
    int i = 0;
    for (const struct yaml *node = map->first; node; node = node->next)
        if (check_closes(journals, &journals->kinds[i++], node, err) < 0)
            return -1;
    return 0;
}

int
journals_load(struct arena *arena, const struct packs *packs, struct journals *journals,
              struct err *err)
{
    const char *path = pack_find(packs, arena, "journals.yaml");
    *journals = (struct journals){0};
    if (!path)
        return err_set(err, ERR_IO, _("%s: not among the packs; install them again"),
                       "journals.yaml");
    const struct yaml *laws = laws_load(arena, packs, err);
    const struct yaml *root = laws ? yaml_load(arena, path, err) : NULL;
    return root ? read_all(arena, laws, root, journals, err) : -1;
}
