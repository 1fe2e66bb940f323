/* What is wrong with templates, found before anything is sent. */
#include <stdio.h>
#include <string.h>

#include "copy/scan.h"
#include "followup/templates.h"
#include "text/utf8.h"

struct check {
    const struct templates *templates;
    struct copy_scan *scan;
    struct arena *arena;
    template_found *found;
    void *context;
    int errors;
    struct err *err;
};

__attribute__((format(printf, 6, 7))) static int
tell(struct check *check, const struct template *template, const struct yaml *node,
     const char *language, const char *severity, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    const struct template_finding finding = {template, severity, language, node->line,
                                             arena_strdup(check->arena, text)};
    check->errors += strcmp(severity, "error") == 0;
    return check->found(check->context, &finding, check->err);
}

/* Values as long as they come: the check fills in what is likely to be the longest. */
static const char *const longest[LANGUAGES][FIELDS] = {
    [LANGUAGE_ZH] = {"欧阳某某", "某某医疗美容诊所某某店", "021-00000000", "某某某某项目",
                     "2026年12月30日", "欧阳医生", "C000000000"},
    [LANGUAGE_EN] = {"Alexandra Johnson", "Medical Aesthetics Clinic", "021-00000000",
                     "Photo rejuvenation", "2026-12-30", "Dr. Johnson", "C000000000"},
};

/* The fields of a text: whether all of them are known. */
static bool
fields_known(struct check *check, const struct template *template, const struct yaml *node,
             const char *language, int *told)
{
    bool known = true;
    for (const char *at = node->text; (at = strchr(at, '{'));) {
        size_t length = strcspn(at, "}") + 1;
        bool is_field = false;
        if (at[1] == '{') {
            at += 2;
            continue;
        }
        for (int i = 0; i < FIELDS; i++) {
            const char *name = template_field_name((enum template_field)i);
            is_field = is_field || (strlen(name) + 2 == length && at[length - 1] == '}' &&
                                    memcmp(at + 1, name, length - 2) == 0);
        }
        if (!is_field && *told == 0)
            *told = tell(check, template, node, language, "error",
                         _("%.*s: no such field; there are: client, store, phone, project, date, "
                           "doctor, code"),
                         (int)length, at);
        known = known && is_field;
        at++;
    }
    return known;
}

static int
check_length(struct check *check, const struct template *template, enum template_language language)
{
    const struct yaml *node = template->texts[language];
    struct str words = STR_INIT;
    int told = 0;
    if (template_words(template, language, longest[language], &words, check->err) < 0)
        told = -1;
    int64_t parts = sms_parts(words.text, words.length);
    if (told == 0 && parts > check->templates->sms_parts)
        told = tell(check, template, node, template_language_name(language), "error",
                    _("%lld characters: would be sent in %lld parts, and %lld are allowed"),
                    (long long)utf8_count(words.text, words.length), (long long)parts,
                    (long long)check->templates->sms_parts);
    str_release(&words);
    return told;
}

/* 通信短信息服务管理规定: what advertises must say how to refuse more of it. */
static int
check_way_out(struct check *check, const struct template *template, enum template_language language)
{
    static const char *const ways[LANGUAGES][3] = {{"退订", "拒收", NULL},
                                                   {"STOP", "unsubscribe", NULL}};
    const struct yaml *node = template->texts[language];
    if (strcmp(template->purpose, "marketing") != 0)
        return 0;
    for (int i = 0; ways[language][i]; i++)
        if (strstr(node->text, ways[language][i]))
            return 0;
    return tell(check, template, node, template_language_name(language), "error",
                _("marketing must say how to refuse it (广告法 43): %s"),
                language == LANGUAGE_ZH ? "拒收请回复R" : "reply STOP to unsubscribe");
}

struct words {
    struct check *check;
    const struct template *template;
    const struct yaml *node;
    const char *language;
};

static int
tell_words(void *context, const struct copy_finding *found, struct err *err)
{
    const struct words *words = context;
    const struct copy_rule *rule = found->rule;
    (void)err;
    return tell(words->check, words->template, words->node, words->language, rule->severity,
                "%.*s: %s (%s)%s%s", (int)found->length, words->node->text + found->from, rule->zh,
                rule->article, rule->instead ? ": " : "", rule->instead ? rule->instead : "") < 0
               ? -1
               : 0;
}

static int
check_lexicon(struct check *check, const struct template *template, const struct yaml *node,
              const char *language)
{
    struct words words = {check, template, node, language};
    if (!check->scan)
        return 0;
    return copy_scan_text(check->scan, node->text, strlen(node->text), tell_words, NULL, &words,
                          check->err);
}

static int
check_text(struct check *check, const struct template *template, enum template_language language)
{
    const struct yaml *node = template->texts[language], *subject = template->subjects[language];
    const char *name = template_language_name(language);
    int told = 0;
    if (!node)
        return tell(check, template, template->node, name, "error", _("has no text in %s"), name);
    if (fields_known(check, template, node, name, &told) && told == 0)
        told = check_length(check, template, language);
    if (told == 0)
        told = check_way_out(check, template, language);
    if (told == 0)
        told = check_lexicon(check, template, node, name);
    if (told == 0 && subject && fields_known(check, template, subject, name, &told) && told == 0)
        told = check_lexicon(check, template, subject, name);
    return told;
}

int
templates_check(const struct templates *templates, const struct lexicon *lexicon,
                struct arena *arena, template_found *found, void *context, struct err *err)
{
    struct check check = {templates, NULL, arena, found, context, 0, err};
    int result = 0;
    check.scan = lexicon ? copy_scan_new(lexicon, PROFILE_MESSAGE) : NULL;
    for (int i = 0; i < templates->count && result == 0; i++)
        for (int language = 0; language < LANGUAGES && result == 0; language++)
            result = check_text(&check, &templates->items[i], (enum template_language)language);
    copy_scan_free(check.scan);
    return result < 0 ? -1 : check.errors > 0;
}

struct first {
    struct template_finding finding;
    int errors;
};

static int
keep_first(void *context, const struct template_finding *finding, struct err *err)
{
    struct first *first = context;
    (void)err;
    if (strcmp(finding->severity, "error") == 0 && first->errors++ == 0)
        first->finding = *finding;
    return 0;
}

int
templates_must(const struct templates *templates, const struct lexicon *lexicon,
               struct arena *arena, struct err *err)
{
    struct first first = {.errors = 0};
    if (templates_check(templates, lexicon, arena, keep_first, &first, err) < 0)
        return -1;
    if (first.errors == 0)
        return 0;
    return err_set(err, ERR_DATA,
                   _("%s:%d: %s: %s (%d errors; nothing was sent; see: medi-followup template "
                     "check)"),
                   templates->file, first.finding.line, first.finding.template->name,
                   first.finding.text, first.errors);
}
