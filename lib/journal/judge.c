#include "journal/judge.h"

#include <string.h>

#include "base/str.h"
#include "journal/amount.h"

static const char *const verdicts[] = {"free", "ok", "bad"};

const char *
verdict_word(enum verdict verdict)
{
    return verdicts[verdict];
}

/* ---- one value -------------------------------------------------------------------------------------- */

static int
judge_number(struct arena *arena, const char *text, struct journal_value *value, struct err *err)
{
    const struct field *field = value->field;
    if (!amount_parse(text, field->places, &value->amount))
        return err_set(err, ERR_DATA, _("%s: %s: is no number of at most %d decimals, in %s"),
                       field->name, text, (int)field->places, field->unit);
    value->says = amount_format(arena, value->amount, field->places);
    if (field->judged)
        value->verdict =
            value->amount < field->least || value->amount > field->most ? VERDICT_BAD : VERDICT_OK;
    return 0;
}

static int
judge_word(const char *text, struct journal_value *value, struct err *err)
{
    const struct field *field = value->field;
    struct str all = STR_INIT;
    for (int i = 0; i < field->word_count; i++) {
        const struct field_word *word = &field->words[i];
        if (strcmp(word->text, text) == 0) {
            value->says = word->word;
            value->verdict = !field->judged ? VERDICT_FREE : word->good ? VERDICT_OK : VERDICT_BAD;
            str_release(&all);
            return 0;
        }
        str_addf(&all, "%s%s", i ? ", " : "", word->text);
    }
    err_set(err, ERR_DATA, _("%s: %s: no such word; there are: %s"), field->name, text, all.text);
    str_release(&all);
    return -1;
}

static int
judge_one(struct arena *arena, const char *text, struct journal_value *value, struct err *err)
{
    value->least = value->field->least;
    value->most = value->field->most;
    value->says = text;
    if (!*text)
        return err_set(err, ERR_USAGE, _("%s: is empty; leave it out, or say it"),
                       value->field->name);
    switch (value->field->type) {
    case FIELD_NUMBER:
        return judge_number(arena, text, value, err);
    case FIELD_CHOICE:
    case FIELD_CHECK:
        return judge_word(text, value, err);
    case FIELD_TEXT:
        break;
    }
    return 0;
}

/* ---- an entry --------------------------------------------------------------------------------------- */

/* What was given for a field; twice is wrong. */
static int
given(const struct journal_kind *kind, const struct field *field, const char *const *words,
      int count, const char **text, struct err *err)
{
    *text = NULL;
    for (int i = 0; i < count; i++) {
        const char *equals = strchr(words[i], '=');
        size_t length = (size_t)(equals - words[i]);
        if ((strncmp(words[i], field->name, length) != 0 || field->name[length]) &&
            (strncmp(words[i], field->zh, length) != 0 || field->zh[length]))
            continue;
        if (*text)
            return err_set(err, ERR_USAGE, _("%s: was given twice"), field->name);
        *text = equals + 1;
    }
    return *text || field->optional
               ? 0
               : err_set(err, ERR_USAGE, _("%s: missing; see: medi-audit journal checklist %s"),
                         field->name, kind->name);
}

/* Each word names a field. */
static int
check_names(struct arena *arena, const struct journal_kind *kind, const char *const *words,
            int count, struct err *err)
{
    for (int i = 0; i < count; i++) {
        const char *equals = strchr(words[i], '=');
        const char *name =
            equals ? arena_strndup(arena, words[i], (size_t)(equals - words[i])) : words[i];
        if (!equals)
            return err_set(err, ERR_USAGE, _("%s: say FIELD=VALUE"), words[i]);
        if (!journal_field(kind, name))
            return err_set(err, ERR_USAGE,
                           _("%s: no such field; see: medi-audit journal checklist %s"), name,
                           kind->name);
    }
    return 0;
}

/* The yes of a field that is `only_if_good`, where something is bad. */
static int
check_release(const struct journal_entry *entry, struct err *err)
{
    const struct journal_value *bad = NULL;
    for (int i = 0; i < entry->count; i++)
        if (entry->values[i].verdict == VERDICT_BAD)
            bad = &entry->values[i];
    for (int i = 0; bad && i < entry->count; i++) {
        const struct journal_value *value = &entry->values[i];
        if (value->field->only_if_good && strcmp(value->says, "yes") == 0)
            return err_set(err, ERR_DATA, _("%s: yes: but %s is %s; say no, and deal with it"),
                           value->field->name, bad->field->name, bad->says);
    }
    return 0;
}

int
journal_judge(struct arena *arena, const struct journal_kind *kind, const char *const *words,
              int count, struct journal_entry *entry, struct err *err)
{
    *entry = (struct journal_entry){.kind = kind};
    if (check_names(arena, kind, words, count, err) < 0)
        return -1;
    entry->values = arena_array(arena, (size_t)kind->count, sizeof *entry->values);
    for (int i = 0; i < kind->count; i++) {
        const char *text;
        struct journal_value value = {.field = &kind->fields[i]};
        if (given(kind, value.field, words, count, &text, err) < 0)
            return -1;
        if (!text)
            continue;
        if (judge_one(arena, text, &value, err) < 0)
            return -1;
        entry->values[entry->count++] = value;
    }
    return check_release(entry, err);
}

struct journal_value *
journal_value(const struct journal_entry *entry, const char *field)
{
    for (int i = 0; field && i < entry->count; i++)
        if (strcmp(entry->values[i].field->name, field) == 0)
            return &entry->values[i];
    return NULL;
}

void
journal_must_be(struct journal_value *value, int64_t sum)
{
    value->least = value->most = sum;
    value->verdict = value->amount == sum ? VERDICT_OK : VERDICT_BAD;
}

const char *
journal_limits(struct arena *arena, int64_t least, int64_t most, int64_t places, const char *unit)
{
    const char *low = least == INT64_MIN ? NULL : amount_format(arena, least, places);
    const char *high = most == INT64_MAX ? NULL : amount_format(arena, most, places);
    return !low && !high   ? ""
           : !low          ? arena_printf(arena, "≤ %s %s", high, unit)
           : !high         ? arena_printf(arena, "≥ %s %s", low, unit)
           : least == most ? arena_printf(arena, "= %s %s", low, unit)
                           : arena_printf(arena, "%s – %s %s", low, high, unit);
}
