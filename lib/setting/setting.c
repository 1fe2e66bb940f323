#include "setting/setting.h"

#include <stdlib.h>
#include <string.h>

#include "base/money.h"
#include "base/str.h"
#include "db/sql.h"
#include "text/yaml.h"

static const char *const type_names[] = {
    [SETTING_TEXT] = "text",
    [SETTING_INT] = "int",
    [SETTING_MONEY] = "money",
    [SETTING_CHOICE] = "choice",
};
enum { TYPES = sizeof type_names / sizeof type_names[0] };

/* ---- values ------------------------------------------------------------------------------------- */

/* A whole number; money comes as yuan unless the name says fen, as in a file. */
static int
check_number(const struct setting *setting, const char *text, int64_t *number, struct err *err)
{
    char *end;
    if (setting->type == SETTING_MONEY && !str_ends(setting->name, "_fen")) {
        if (money_parse(text, strlen(text), number, err) < 0)
            return -1;
    } else {
        *number = strtoll(text, &end, 10);
        if (end == text || *end || strlen(text) > 18)
            return err_set(err, ERR_DATA, _("%s: not a whole number"), text);
    }
    if (*number < setting->min || *number > setting->max)
        return err_set(err, ERR_DATA, _("%s: must be from %lld to %lld"), text,
                       (long long)setting->min, (long long)setting->max);
    return 0;
}

static int
check_word(const struct setting *setting, const char *text, struct err *err)
{
    for (int i = 0; i < setting->word_count; i++)
        if (strcmp(setting->words[i], text) == 0)
            return 0;
    return err_set(err, ERR_DATA, _("%s: not one of the words of %s"), text, setting->name);
}

/* Checks a text and gives it the form that is kept. */
static int
stored_form(struct arena *arena, const struct setting *setting, const char **text, struct err *err)
{
    int64_t number;
    switch (setting->type) {
    case SETTING_INT:
    case SETTING_MONEY:
        if (check_number(setting, *text, &number, err) < 0)
            return -1;
        *text = arena_printf(arena, "%lld", (long long)number);
        return 0;
    case SETTING_CHOICE:
        return check_word(setting, *text, err);
    case SETTING_TEXT:
        return 0;
    }
    return 0;
}

/* ---- the pack ----------------------------------------------------------------------------------- */

static int
read_type(const struct yaml *node, struct setting *setting, struct err *err)
{
    const char *text = yaml_text(node, "type");
    for (int i = 0; text && i < TYPES; i++) {
        if (strcmp(type_names[i], text) == 0) {
            setting->type = (enum setting_type)i;
            return 0;
        }
    }
    return yaml_error(node, err, _("type: must be text, int, money or choice"));
}

static void
read_words(struct arena *arena, const struct yaml *list, struct setting *setting)
{
    setting->words = arena_array(arena, list ? (size_t)list->count : 0, sizeof *setting->words);
    for (const struct yaml *node = list ? list->first : NULL; node; node = node->next)
        if (node->text)
            setting->words[setting->word_count++] = node->text;
}

static int
read_setting(struct arena *arena, const struct yaml *node, struct setting *setting, struct err *err)
{
    static const char *const known[] = {"type", "default", "says",   "zh",
                                        "min",  "max",     "values", NULL};
    *setting = (struct setting){.name = node->key, .min = INT64_MIN, .max = INT64_MAX};
    if (yaml_only(node, known, err) < 0 || read_type(node, setting, err) < 0 ||
        yaml_int(node, "min", &setting->min, err) < 0 ||
        yaml_int(node, "max", &setting->max, err) < 0)
        return -1;
    setting->says = yaml_text(node, "says");
    setting->zh = yaml_text(node, "zh");
    setting->fallback = yaml_text(node, "default");
    read_words(arena, yaml_get(node, "values"), setting);
    if (!setting->says || !setting->zh || !setting->fallback)
        return yaml_error(node, err, _("%s: needs says, zh and default"), node->key);
    struct err wrong = {0};
    return stored_form(arena, setting, &setting->fallback, &wrong) == 0
               ? 0
               : yaml_error(node, err, _("%s: default: %s"), node->key, wrong.text);
}

int
settings_load(struct arena *arena, const struct packs *packs, struct settings *settings,
              struct err *err)
{
    char *path = pack_find(packs, arena, "settings.yaml");
    if (!path)
        return err_set(err, ERR_IO, _("settings.yaml: not among the packs; install them again"));
    const struct yaml *root = yaml_load(arena, path, err);
    const struct yaml *map = root ? yaml_get(root, "settings") : NULL;
    if (!root)
        return -1;
    if (!map || map->type != YAML_MAP)
        return yaml_error(root, err, _("settings: missing"));
    settings->items = arena_array(arena, (size_t)map->count, sizeof *settings->items);
    settings->count = 0;
    for (const struct yaml *node = map->first; node; node = node->next)
        if (read_setting(arena, node, &settings->items[settings->count++], err) < 0)
            return -1;
    return 0;
}

const struct setting *
setting_find(const struct settings *settings, const char *name, struct err *err)
{
    for (int i = 0; i < settings->count; i++)
        if (strcmp(settings->items[i].name, name) == 0)
            return &settings->items[i];
    const char **names = mem_alloc((size_t)settings->count * sizeof *names);
    for (int i = 0; i < settings->count; i++)
        names[i] = settings->items[i].name;
    const char *near = str_nearest(name, names, (size_t)settings->count);
    free(names);
    if (near)
        err_set(err, ERR_USAGE, _("%s: no such setting; did you mean %s?"), name, near);
    else
        err_set(err, ERR_USAGE, _("%s: no such setting; list them with: medi-db config list"),
                name);
    return NULL;
}

int
setting_value(struct db *db, struct arena *arena, const struct setting *setting, int64_t store_id,
              const char **value, const char **from, struct err *err)
{
    struct db_stmt *stmt = NULL;
    struct db_value params[] = {db_int(store_id), db_text(setting->name)};
    int found = sql_first(db, &stmt, SQL_SETTING_GET, params, 2, err);
    if (found < 0)
        return -1;
    *value = found ? arena_strdup(arena, db_get_text(stmt, 0)) : setting->fallback;
    *from = !found ? "default" : db_get_int(stmt, 1) ? "store" : "chain";
    if (found)
        db_finish(stmt);
    return 0;
}

int
setting_int(struct db *db, struct arena *arena, const struct setting *setting, int64_t store_id,
            int64_t *value, struct err *err)
{
    const char *text, *from;
    if (setting_value(db, arena, setting, store_id, &text, &from, err) < 0)
        return -1;
    *value = strtoll(text, NULL, 10);
    return 0;
}

/* ---- writing ----------------------------------------------------------------------------------- */

int
setting_put(struct db *db, struct arena *arena, const struct setting *setting, int64_t store_id,
            const char *text, struct err *err)
{
    int64_t changed = 0;
    if (text && stored_form(arena, setting, &text, err) < 0)
        return err_wrap(err, "%s", setting->name);
    struct db_value params[] = {db_int(store_id), db_text(setting->name), db_text(text)};
    if (sql_run(db, text ? SQL_SETTING_SET : SQL_SETTING_UNSET, params, text ? 3 : 2, &changed,
                err) < 0)
        return -1;
    return changed > 0;
}
