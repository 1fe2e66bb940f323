/* The pack training.yaml. */
#include <string.h>

#include "base/str.h"
#include "staff/training.h"
#include "text/yaml.h"

static const char *const role_names[] = {"doctor",  "nurse", "consultant", "front-desk",
                                         "manager", "buyer", "technician", "marketing",
                                         "other",   NULL};
static const char *const review_names[] = {"skill", "service", "conduct", "knowledge", NULL};

static bool
is_one(const char *word, const char *const *words)
{
    for (; *words; words++)
        if (strcmp(*words, word) == 0)
            return true;
    return false;
}

static int
read_roles(struct arena *arena, const struct yaml *node, struct training *training, struct err *err)
{
    const struct yaml *list = yaml_get(node, "roles");
    struct str roles = STR_INIT;
    if (!list || list->type != YAML_LIST || !list->count)
        return yaml_error(node, err, _("roles: must be a list of roles of staff"));
    str_addc(&roles, ',');
    for (const struct yaml *at = list->first; at; at = at->next) {
        if (!at->text || !is_one(at->text, role_names)) {
            str_release(&roles);
            return yaml_error(at, err, _("%s: no such role of staff"), at->text ? at->text : "");
        }
        str_addf(&roles, "%s,", at->text);
    }
    training->roles = arena_strdup(arena, roles.text);
    str_release(&roles);
    return 0;
}

static int
read_period(const struct yaml *node, struct training *training, struct err *err)
{
    const char *each = yaml_text(node, "each");
    for (int i = EACH_WEEK; each && i <= EACH_YEAR; i++) {
        if (strcmp(training_period_name((enum training_period)i), each) != 0)
            continue;
        training->period = (enum training_period)i;
        training->times = 1;
        if (yaml_int(node, "times", &training->times, err) < 0)
            return -1;
        return training->times >= 1 && training->times <= 100
                   ? 0
                   : yaml_error(node, err, _("times: must be from 1 to 100"));
    }
    return yaml_error(node, err, _("each: must be week, month, quarter or year"));
}

/* What shows it: having been there, having passed there, or an assessment. */
static int
read_evidence(const struct yaml *node, struct training *training, struct err *err)
{
    const char *shown = yaml_text(node, "shown_by");
    training->pass = -1;
    if (yaml_int(node, "pass", &training->pass, err) < 0)
        return -1;
    if (yaml_get(node, "pass") && (training->pass < 0 || training->pass > 100))
        return yaml_error(node, err, _("pass: must be from 0 to 100"));
    if (shown && strcmp(shown, "attendance") == 0)
        return 0;
    if (!shown || strcmp(shown, "review") != 0)
        return yaml_error(node, err, _("shown_by: must be attendance or review"));
    training->review = yaml_text(node, "review");
    if (!training->review || !is_one(training->review, review_names))
        return yaml_error(node, err, _("review: must be skill, service, conduct or knowledge"));
    return training->pass >= 0
               ? 0
               : yaml_error(node, err, _("pass: missing; an assessment is passed by a score"));
}

static int
read_training(struct arena *arena, const struct yaml *node, struct training *training,
              struct err *err)
{
    static const char *const known[] = {"zh",       "says", "roles",  "each", "times",
                                        "shown_by", "pass", "review", NULL};
    *training = (struct training){.name = node->key};
    if (yaml_only(node, known, err) < 0)
        return -1;
    training->zh = yaml_text(node, "zh");
    training->says = yaml_text(node, "says");
    if (!training->zh || !training->says)
        return yaml_error(node, err, _("%s: needs zh and says"), node->key);
    if (read_roles(arena, node, training, err) < 0 || read_period(node, training, err) < 0)
        return -1;
    return read_evidence(node, training, err);
}

int
trainings_read(struct arena *arena, const char *path, struct trainings *trainings, struct err *err)
{
    static const char *const known[] = {"trainings", NULL};
    const struct yaml *root = yaml_load(arena, path, err);
    const struct yaml *map = root ? yaml_get(root, "trainings") : NULL;
    *trainings = (struct trainings){0};
    if (!root || yaml_only(root, known, err) < 0)
        return -1;
    if (!map || map->type != YAML_MAP)
        return yaml_error(root, err, _("trainings: missing"));
    trainings->items = arena_array(arena, (size_t)map->count, sizeof *trainings->items);
    for (const struct yaml *node = map->first; node; node = node->next)
        if (read_training(arena, node, &trainings->items[trainings->count++], err) < 0)
            return -1;
    return 0;
}

int
trainings_load(struct arena *arena, const struct packs *packs, struct trainings *trainings,
               struct err *err)
{
    char *path = pack_find(packs, arena, "training.yaml");
    if (!path)
        return err_set(err, ERR_IO, _("training.yaml: not among the packs; install them again"));
    return trainings_read(arena, path, trainings, err);
}

const struct training *
training_find(const struct trainings *trainings, const char *name, struct err *err)
{
    struct str all = STR_INIT;
    for (int i = 0; i < trainings->count; i++) {
        if (strcmp(trainings->items[i].name, name) == 0) {
            str_release(&all);
            return &trainings->items[i];
        }
        str_addf(&all, "%s%s", i ? ", " : "", trainings->items[i].name);
    }
    err_set(err, ERR_DATA, _("%s: no such training; there are: %s"), name, all.text);
    str_release(&all);
    return NULL;
}
