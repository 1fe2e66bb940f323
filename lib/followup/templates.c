#include "followup/templates.h"

#include <string.h>

#include "text/utf8.h"

static const char *const languages[LANGUAGES] = {"zh", "en"};
static const char *const fields[FIELDS] = {
    [FIELD_CLIENT] = "client",   [FIELD_STORE] = "store", [FIELD_PHONE] = "phone",
    [FIELD_PROJECT] = "project", [FIELD_DATE] = "date",   [FIELD_DOCTOR] = "doctor",
    [FIELD_CODE] = "code",
};

const char *
template_language_name(enum template_language language)
{
    return languages[language];
}

const char *
template_field_name(enum template_field field)
{
    return fields[field];
}

enum template_language
template_language(const char *text)
{
    return text && strncmp(text, "en", 2) == 0 ? LANGUAGE_EN : LANGUAGE_ZH;
}

/* ---- reading ---------------------------------------------------------------------------------------- */

static int
read_words(const struct yaml *node, const char *key, const struct yaml *words[LANGUAGES],
           struct err *err)
{
    static const char *const known[] = {"zh", "en", NULL};
    const struct yaml *map = yaml_get(node, key);
    if (!map)
        return 0;
    if (yaml_only(map, known, err) < 0)
        return -1;
    for (int i = 0; i < LANGUAGES; i++) {
        words[i] = yaml_get(map, languages[i]);
        if (words[i] && (words[i]->type != YAML_SCALAR || !*words[i]->text))
            return yaml_error(words[i], err, _("%s: must be a text"), key);
    }
    return 0;
}

static int
read_template(const struct yaml *node, struct template *template, struct err *err)
{
    static const char *const known[] = {"zh", "purpose", "subject", "text", NULL};
    if (yaml_only(node, known, err) < 0)
        return -1;
    *template = (struct template){.name = node->key,
                                  .zh = yaml_text(node, "zh"),
                                  .purpose = yaml_text(node, "purpose"),
                                  .node = node};
    if (!template->zh || !yaml_get(node, "text"))
        return yaml_error(node, err, _("%s: needs zh, purpose and text"), node->key);
    if (!template->purpose ||
        (strcmp(template->purpose, "care") != 0 && strcmp(template->purpose, "marketing") != 0))
        return yaml_error(node, err, _("%s: purpose: must be care or marketing"), node->key);
    return read_words(node, "text", template->texts, err) < 0 ||
                   read_words(node, "subject", template->subjects, err) < 0
               ? -1
               : 0;
}

int
templates_read(struct arena *arena, const char *path, struct templates *templates, struct err *err)
{
    static const char *const known[] = {"sms_parts", "templates", NULL};
    const struct yaml *root = yaml_load(arena, path, err);
    const struct yaml *map = root ? yaml_get(root, "templates") : NULL;
    *templates = (struct templates){.file = path, .sms_parts = 3};
    if (!root || yaml_only(root, known, err) < 0 ||
        yaml_int(root, "sms_parts", &templates->sms_parts, err) < 0)
        return -1;
    if (!map || map->type != YAML_MAP)
        return yaml_error(root, err, _("templates: missing"));
    templates->items = arena_array(arena, (size_t)map->count, sizeof *templates->items);
    for (const struct yaml *node = map->first; node; node = node->next)
        if (read_template(node, &templates->items[templates->count++], err) < 0)
            return -1;
    return 0;
}

int
templates_load(struct arena *arena, const struct packs *packs, struct templates *templates,
               struct err *err)
{
    char *path = pack_find(packs, arena, "templates.yaml");
    if (!path)
        return err_set(err, ERR_IO, _("templates.yaml: not among the packs; install them again"));
    return templates_read(arena, path, templates, err);
}

const struct template *
template_find(const struct templates *templates, const char *name, struct err *err)
{
    const char *near = NULL;
    for (int i = 0; i < templates->count; i++) {
        if (strcmp(templates->items[i].name, name) == 0)
            return &templates->items[i];
        const char *const one = templates->items[i].name;
        near = near ? near : str_nearest(name, &one, 1);
    }
    if (near)
        err_set(err, ERR_DATA, _("%s: no such template; did you mean %s?"), name, near);
    else
        err_set(err, ERR_DATA, _("%s: no such template; see: medi-followup template list"), name);
    return NULL;
}

/* ---- words ------------------------------------------------------------------------------------------ */

int64_t
sms_parts(const char *text, size_t length)
{
    size_t count = 0;
    bool plain = utf8_ascii(text, length) == length;
    for (size_t at = 0, bytes; at < length; at += bytes)
        count += utf8_next(text + at, length - at, &bytes) > 0xffff ? 2 : 1;
    size_t single = plain ? 160 : 70, part = plain ? 153 : 67;
    return count <= single ? 1 : (int64_t)((count + part - 1) / part);
}

static int
field_of(const char *name, size_t length)
{
    for (int i = 0; i < FIELDS; i++)
        if (strlen(fields[i]) == length && memcmp(fields[i], name, length) == 0)
            return i;
    return -1;
}

/* The field at "{": its number, and `end` behind its "}"; -1 there is none of that name. */
static int
field_at(const char *brace, const char **end)
{
    const char *close = strchr(brace, '}');
    *end = close ? close + 1 : brace + strlen(brace);
    return close ? field_of(brace + 1, (size_t)(close - brace - 1)) : -1;
}

static int
fill(const struct template *template, const struct yaml *node, const char *const values[FIELDS],
     struct str *words, struct err *err)
{
    const char *at = node->text, *brace, *end;
    while ((brace = strchr(at, '{'))) {
        str_add(words, at, (size_t)(brace - at));
        at = brace + 2;
        if (brace[1] == '{') {
            str_addc(words, '{');
            continue;
        }
        int field = field_at(brace, &end);
        if (field < 0)
            return err_set(err, ERR_DATA, _("template %s: %.*s: no such field"), template->name,
                           (int)(end - brace), brace);
        if (!values[field])
            return err_set(err, ERR_DATA, _("template %s: {%s} has no value here"), template->name,
                           fields[field]);
        str_adds(words, values[field]);
        at = end;
    }
    str_adds(words, at);
    return 0;
}

int
template_words(const struct template *template, enum template_language language,
               const char *const values[FIELDS], struct str *words, struct err *err)
{
    str_clear(words);
    if (template->texts[language])
        return fill(template, template->texts[language], values, words, err);
    return err_set(err, ERR_DATA, _("template %s: has no text in %s"), template->name,
                   languages[language]);
}

int
template_subject(const struct template *template, enum template_language language,
                 const char *const values[FIELDS], struct str *words, struct err *err)
{
    str_clear(words);
    return template->subjects[language]
               ? fill(template, template->subjects[language], values, words, err)
               : 0;
}
