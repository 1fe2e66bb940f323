/* The pack rosters.yaml. */
#include "rota/rules.h"

#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "text/yaml.h"

static const char *const rule_names[ROTA_RULES] = {
    "month_hours",  "month_hours_min", "month_hours_max", "week_hours_max", "run_days_max",
    "run_days_min", "off_days_min",    "weekends_max",    "late_max",       "rest_hours",
    "cover"};
static const struct {
    int least, most;
} rule_range[ROTA_RULES] = {{0, 744}, {0, 744}, {0, 744}, {0, 168}, {1, 31}, {1, 31},
                            {1, 31},  {0, 6},   {0, 31},  {0, 24},  {0, 100}};
static const char *const weight_names[ROTA_WEIGHTS + 1] = {
    "short",   "over", "hours_under", "hours_over", "wish",   "away",
    "weekend", "late", "booking",     "named",      "change", NULL};
enum { WEIGHT_MOST = 100000, SHIFT_MINUTES_LEAST = 30 };

const char *
rota_rule_name(enum rota_rule rule)
{
    return rule_names[rule];
}

bool
rota_lists(const char *list, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = list; at && (at = strchr(at, ',')) && at[1]; at++)
        if (strncmp(at + 1, word, length) == 0 && at[1 + length] == ',')
            return true;
    return list == NULL;
}

const struct rota_role *
rota_role(const struct rota_rules *rules, const char *name)
{
    for (int i = 0; i < rules->roles; i++)
        if (strcmp(rules->role[i].name, name) == 0)
            return &rules->role[i];
    return NULL;
}

int
rota_shift(const struct rota_rules *rules, const char *code)
{
    for (int i = 0; i < rules->shifts; i++)
        if (strcmp(rules->shift[i].code, code) == 0)
            return i;
    return -1;
}

/* ---- reading --------------------------------------------------------------------------------- */

/* [A, B] as ",A,B,"; not there: as it was. */
static int
read_list(struct arena *arena, const struct yaml *node, const char *key, const char **list,
          struct err *err)
{
    const struct yaml *words = yaml_get(node, key);
    struct str text = STR_INIT;
    if (!words)
        return 0;
    if (words->type != YAML_LIST || words->count == 0)
        return yaml_error(words, err, _("%s: must be a list of words"), key);
    str_addc(&text, ',');
    for (const struct yaml *at = words->first; at; at = at->next) {
        if (!at->text || strchr(at->text, ',') || !*at->text) {
            str_release(&text);
            return yaml_error(at, err, _("%s: must be a list of words"), key);
        }
        str_addf(&text, "%s,", at->text);
    }
    *list = arena_strdup(arena, text.text);
    str_release(&text);
    return 0;
}

static int
read_clock(const struct yaml *node, const char *key, int *minute, struct err *err)
{
    const char *text = yaml_text(node, key);
    int second = 0;
    if (text && strcmp(text, "24:00") == 0) {
        *minute = 1440;
        return 0;
    }
    if (!text || !clock_parse(text, strlen(text), &second) || second % 60)
        return yaml_error(node, err, _("%s: needs a time of the day, such as 9:30"), key);
    *minute = second / 60;
    return 0;
}

static int
read_number(const struct yaml *node, const char *key, int least, int most, int *number,
            struct err *err)
{
    int64_t value = *number;
    if (yaml_int(node, key, &value, err) < 0)
        return -1;
    if (yaml_get(node, key) && (value < least || value > most))
        return yaml_error(node, err, _("%s: must be from %d to %d"), key, least, most);
    *number = (int)value;
    return 0;
}

static int
read_shift(struct arena *arena, const struct yaml *node, struct rota_rules *rules, struct err *err)
{
    static const char *const known[] = {"zh", "from", "to", "break", "late", "stores", NULL};
    if (rules->shifts == ROTA_SHIFTS)
        return yaml_error(node, err, _("shifts: more than %d"), ROTA_SHIFTS);
    struct rota_shift *shift = &rules->shift[rules->shifts++];
    *shift = (struct rota_shift){.code = node->key};
    if (yaml_only(node, known, err) < 0 || read_clock(node, "from", &shift->from, err) < 0 ||
        read_clock(node, "to", &shift->to, err) < 0 ||
        read_number(node, "break", 0, 480, &shift->rest, err) < 0 ||
        yaml_bool(node, "late", &shift->late, err) < 0 ||
        read_list(arena, node, "stores", &shift->stores, err) < 0)
        return -1;
    shift->zh = yaml_text(node, "zh");
    if (!shift->zh || strpbrk(node->key, ", ") || strcmp(node->key, "off") == 0 ||
        strcmp(node->key, "work") == 0)
        return yaml_error(node, err, _("%s: a shift needs a code without spaces, and zh"),
                          node->key);
    return rota_paid(shift) >= SHIFT_MINUTES_LEAST
               ? 0
               : yaml_error(node, err, _("%s: ends before anything of it is paid"), node->key);
}

static int
read_shifts(struct arena *arena, const struct yaml *root, struct rota_rules *rules, struct err *err)
{
    const struct yaml *map = yaml_get(root, "shifts");
    if (!map || map->type != YAML_MAP || map->count == 0)
        return yaml_error(root, err, _("shifts: missing"));
    for (const struct yaml *node = map->first; node; node = node->next)
        if (read_shift(arena, node, rules, err) < 0)
            return -1;
    return 0;
}

static const char *const role_keys[] = {"month_hours",     "month_hours_min",
                                        "month_hours_max", "week_hours_max",
                                        "run_days_max",    "run_days_min",
                                        "off_days_min",    "weekends_max",
                                        "late_max",        "rest_hours",
                                        "cover",           "shifts",
                                        "licence",         NULL};

static int
read_role(struct arena *arena, const struct yaml *node, const struct rota_rules *rules,
          struct rota_role *role, struct err *err)
{
    if (yaml_only(node, role_keys, err) < 0)
        return -1;
    for (int i = 0; i < ROTA_RULES; i++)
        if (read_number(node, rule_names[i], rule_range[i].least, rule_range[i].most,
                        &role->rule[i], err) < 0)
            return -1;
    if (read_list(arena, node, "shifts", &role->shifts, err) < 0 ||
        read_list(arena, node, "licence", &role->licence, err) < 0)
        return -1;
    const struct yaml *shifts = yaml_get(node, "shifts");
    for (const struct yaml *at = shifts ? shifts->first : NULL; at; at = at->next)
        if (rota_shift(rules, at->text) < 0)
            return yaml_error(at, err, _("%s: no such shift"), at->text);
    return 0;
}

/* Words that stand in staff and licence: a misspelt one would be nobody's. */
static int
check_words(const struct yaml *node, const struct rota_role *role, struct err *err)
{
    static const char roles[] =
        ",doctor,nurse,consultant,front-desk,manager,buyer,technician,marketing,other,";
    static const char licences[] = ",physician,chief-physician,nurse,pharmacist,device,other,";
    const struct yaml *kinds = yaml_get(node, "licence");
    if (!rota_lists(roles, role->name))
        return yaml_error(node, err, _("%s: no such role"), role->name);
    for (const struct yaml *at = kinds ? kinds->first : NULL; at; at = at->next)
        if (!rota_lists(licences, at->text))
            return yaml_error(at, err, _("licence: %s is no kind of them"), at->text);
    return 0;
}

/* Two rules that nobody can keep together. */
static int
check_role(const struct yaml *node, const struct rota_role *role, struct err *err)
{
    static const enum rota_rule pairs[][2] = {{RULE_MONTH_HOURS_MIN, RULE_MONTH_HOURS_MAX},
                                              {RULE_RUN_DAYS_MIN, RULE_RUN_DAYS_MAX}};
    for (int i = 0; i < 2; i++) {
        int least = role->rule[pairs[i][0]], most = role->rule[pairs[i][1]];
        if (least != RULE_NONE && most != RULE_NONE && least > most)
            return yaml_error(node, err, _("%s %d is more than %s %d"), rule_names[pairs[i][0]],
                              least, rule_names[pairs[i][1]], most);
    }
    return 0;
}

static int
read_roles(struct arena *arena, const struct yaml *root, struct rota_rules *rules, struct err *err)
{
    const struct yaml *all = yaml_get(root, "everyone"), *map = yaml_get(root, "roles");
    struct rota_role everyone = {.name = "everyone"};
    for (int i = 0; i < ROTA_RULES; i++)
        everyone.rule[i] = RULE_NONE;
    if (all && read_role(arena, all, rules, &everyone, err) < 0)
        return -1;
    if (!map || map->type != YAML_MAP)
        return yaml_error(root, err, _("roles: missing"));
    rules->role = arena_array(arena, (size_t)map->count, sizeof *rules->role);
    for (const struct yaml *node = map->first; node; node = node->next) {
        struct rota_role *role = &rules->role[rules->roles++];
        *role = everyone;
        role->name = node->key;
        if ((node->type != YAML_NULL && read_role(arena, node, rules, role, err) < 0) ||
            check_words(node, role, err) < 0 || check_role(node, role, err) < 0)
            return -1;
    }
    return 0;
}

static int
read_weights(const struct yaml *root, struct rota_rules *rules, struct err *err)
{
    const struct yaml *map = yaml_get(root, "weights");
    if (!map || yaml_only(map, weight_names, err) < 0)
        return map ? -1 : yaml_error(root, err, _("weights: missing"));
    for (int i = 0; i < ROTA_WEIGHTS; i++)
        if (read_number(map, weight_names[i], 0, WEIGHT_MOST, &rules->weight[i], err) < 0)
            return -1;
    return 0;
}

int
rota_rules_read(struct arena *arena, const char *path, struct rota_rules *rules, struct err *err)
{
    static const char *const known[] = {"shifts",  "slack_minutes", "everyone", "roles",
                                        "weights", "unconfirmed",   NULL};
    const struct yaml *root = yaml_load(arena, path, err);
    *rules = (struct rota_rules){.slack = 0};
    if (!root || yaml_only(root, known, err) < 0 ||
        read_number(root, "slack_minutes", 0, 240, &rules->slack, err) < 0 ||
        read_shifts(arena, root, rules, err) < 0 || read_roles(arena, root, rules, err) < 0)
        return -1;
    return read_weights(root, rules, err);
}

int
rota_rules_load(struct arena *arena, const struct packs *packs, struct rota_rules *rules,
                struct err *err)
{
    char *path = pack_find(packs, arena, "rosters.yaml");
    if (!path)
        return err_set(err, ERR_IO, _("rosters.yaml: not among the packs; install them again"));
    return rota_rules_read(arena, path, rules, err);
}
