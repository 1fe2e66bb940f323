/* medi-followup template: the words of messages, shown, checked, tried. */
#include <string.h>

#include "bin/followup/verbs_send.h"
#include "client/person.h"
#include "copy/lexicon.h"
#include "followup/templates.h"
#include "record/personal.h"
#include "record/value.h"
#include "text/out.h"
#include "text/utf8.h"

static int
load(struct ctx *ctx, struct templates *templates, struct err *err)
{
    const struct packs packs = {ctx->config, ctx->share};
    return templates_load(ctx->arena, &packs, templates, err);
}

/* ---- list, show ---------------------------------------------------------------------------------------- */

int
cmd_template_list(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {
        {"name", NULL, OUT_TEXT},     {"says", NULL, OUT_TEXT},      {"purpose", NULL, OUT_TEXT},
        {"language", NULL, OUT_TEXT}, {"characters", NULL, OUT_INT}, {"parts", NULL, OUT_INT},
    };
    struct templates templates;
    (void)data;
    if (load(ctx, &templates, err) < 0)
        return -1;
    struct out *out = cli_out(ctx, columns, 6);
    int result = 0;
    for (int i = 0; i < templates.count * LANGUAGES && result == 0; i++) {
        const struct template *template = &templates.items[i / LANGUAGES];
        const struct yaml *text = template->texts[i % LANGUAGES];
        if (!text)
            continue;
        const struct db_value values[] = {
            db_text(template->name),
            db_text(template->zh),
            db_text(template->purpose),
            db_text(template_language_name((enum template_language)(i % LANGUAGES))),
            db_int((int64_t)utf8_count(text->text, strlen(text->text))),
            db_int(sms_parts(text->text, strlen(text->text))),
        };
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

int
cmd_template_show(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {
        {"language", NULL, OUT_TEXT}, {"subject", NULL, OUT_TEXT}, {"text", NULL, OUT_TEXT}};
    const struct template_args *args = data;
    struct templates templates;
    if (load(ctx, &templates, err) < 0)
        return -1;
    const struct template *template = template_find(&templates, args->name, err);
    if (!template)
        return -1;
    struct out *out = cli_out(ctx, columns, 3);
    int result = 0;
    for (int i = 0; i < LANGUAGES && result == 0; i++) {
        const struct yaml *text = template->texts[i], *subject = template->subjects[i];
        const struct db_value values[] = {
            db_text(template_language_name((enum template_language)i)),
            db_text(subject ? subject->text : NULL), db_text(text ? text->text : NULL)};
        if (text)
            result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    return result;
}

/* ---- check --------------------------------------------------------------------------------------------- */

struct print {
    struct ctx *ctx;
    struct out *out;
    const char *file;
    int found;
};

static int
print_finding(void *context, const struct template_finding *finding, struct err *err)
{
    struct print *print = context;
    const struct db_value values[] = {
        db_text(finding->severity),
        db_text(arena_printf(print->ctx->arena, "%s:%d", print->file, finding->line)),
        db_text(finding->template->name),
        db_text(finding->language),
        db_text(finding->text),
    };
    print->found++;
    return out_row(print->out, values, err);
}

int
cmd_template_check(struct ctx *ctx, void *data, struct err *err)
{
    static const struct out_column columns[] = {
        {"severity", NULL, OUT_TEXT}, {"place", NULL, OUT_TEXT},   {"template", NULL, OUT_TEXT},
        {"language", NULL, OUT_TEXT}, {"finding", NULL, OUT_TEXT},
    };
    const struct template_args *args = data;
    const struct packs packs = {ctx->config, ctx->share};
    struct templates templates;
    struct lexicon *lexicon;
    int result = args->file ? templates_read(ctx->arena, args->file, &templates, err)
                            : load(ctx, &templates, err);
    if (result < 0 || lexicon_load(&lexicon, ctx->arena, &packs, err) < 0)
        return -1;
    struct print print = {ctx, cli_out(ctx, columns, 5), templates.file, 0};
    result = templates_check(&templates, lexicon, ctx->arena, print_finding, &print, err);
    if (result >= 0 && out_end(print.out, err) < 0)
        result = -1;
    out_free(print.out);
    if (result < 0)
        return -1;
    cli_say(ctx, _("%d templates, %d findings"), templates.count, print.found);
    return print.found ? EXIT_NO : 0;
}

/* ---- try ----------------------------------------------------------------------------------------------- */

struct trial {
    const char *values[FIELDS];
    enum template_language language;
};

enum { C_ID, C_NAME, C_KEY, C_LANGUAGE, C_CODE, C_TREATMENT, C_AT, C_PROJECT, C_DOCTOR };

static int
read_name(struct ctx *ctx, const struct template_args *args, const struct db_stmt *stmt,
          const char **name, struct err *err)
{
    static const struct kind_column column = {.name = "name", .type = KIND_TEXT, .personal = true};
    struct db_value value;
    struct vault *vault;
    if (cli_vault(ctx, &vault, err) < 0 ||
        personal_open(ctx->db, vault, ctx->arena, "client", "name", db_get_int(stmt, C_ID),
                      db_get(stmt, C_KEY), db_get(stmt, C_NAME), &value, err) < 0)
        return -1;
    if (value.type != DB_TEXT)
        *name = "***";
    else
        *name = args->reveal ? value.text : value_mask(ctx->arena, &column, value.text);
    return 0;
}

/* The store's words come from its row, as when a message is sent. */
static int
read_store(struct ctx *ctx, int64_t store_id, struct trial *trial, struct err *err)
{
    const struct db_value id = db_int(store_id);
    struct db_stmt *stmt;
    if (sql_first(ctx->db, &stmt, SQL_FOLLOWUP_OUTBOX_STORE, &id, 1, err) != 1)
        return -1;
    trial->values[FIELD_STORE] = db_keep_text(stmt, 1, ctx->arena);
    trial->values[FIELD_PHONE] = db_keep_text(stmt, 3, ctx->arena);
    db_finish(stmt);
    return 0;
}

static int
read_trial(struct ctx *ctx, const struct template_args *args, int64_t store_id, int64_t client_id,
           struct trial *trial, struct err *err)
{
    const struct db_value values[] = {db_int(client_id), db_int(store_id),
                                      db_text(args->treatment)};
    struct db_stmt *stmt;
    struct civil local;
    if (sql_first(ctx->db, &stmt, SQL_FOLLOWUP_TEMPLATE_TRY, values, 3, err) != 1)
        return -1;
    int result = read_name(ctx, args, stmt, &trial->values[FIELD_CLIENT], err);
    trial->language = template_language(db_get_text(stmt, C_LANGUAGE));
    trial->values[FIELD_CODE] = db_keep_text(stmt, C_CODE, ctx->arena);
    trial->values[FIELD_PROJECT] = db_keep_text(stmt, C_PROJECT, ctx->arena);
    trial->values[FIELD_DOCTOR] = db_keep_text(stmt, C_DOCTOR, ctx->arena);
    bool treated = db_get(stmt, C_TREATMENT).type != DB_NULL;
    zone_civil(ctx->zone, db_get_int(stmt, C_AT), &local);
    db_finish(stmt);
    if (treated)
        trial->values[FIELD_DATE] = arena_printf(
            ctx->arena, trial->language == LANGUAGE_ZH ? "%d年%d月%d日" : "%d-%02d-%02d",
            local.year, local.month, local.day);
    else if (args->treatment)
        result = err_set(err, ERR_DATA, _("treatment %s: not one of %s in this store"),
                         args->treatment, args->client);
    return result < 0 ? -1 : read_store(ctx, store_id, trial, err);
}

static int
print_trial(struct ctx *ctx, const struct template_args *args, const struct templates *templates,
            const struct trial *trial, struct err *err)
{
    static const struct out_column columns[] = {
        {"name", NULL, OUT_TEXT},    {"language", NULL, OUT_TEXT}, {"parts", NULL, OUT_INT},
        {"subject", NULL, OUT_TEXT}, {"text", NULL, OUT_TEXT},     {"finding", NULL, OUT_TEXT},
    };
    struct out *out = cli_out(ctx, columns, 6);
    struct str text = STR_INIT, subject = STR_INIT;
    int result = 0, bad = 0;
    for (int i = 0; i < templates->count && result == 0; i++) {
        const struct template *template = &templates->items[i];
        struct err why = {0};
        if (args->template && strcmp(args->template, template->name) != 0)
            continue;
        bool good = template_words(template, trial->language, trial->values, &text, &why) == 0 &&
                    template_subject(template, trial->language, trial->values, &subject, &why) == 0;
        const struct db_value values[] = {
            db_text(template->name),
            db_text(template_language_name(trial->language)),
            good ? db_int(sms_parts(text.text, text.length)) : db_null(),
            good ? db_text(subject.text) : db_null(),
            good ? db_text(text.text) : db_null(),
            good ? db_null() : db_text(why.text),
        };
        bad += !good;
        result = out_row(out, values, err);
    }
    if (result == 0)
        result = out_end(out, err);
    out_free(out);
    str_release(&text);
    str_release(&subject);
    return result < 0 ? -1 : bad && args->template ? EXIT_NO : 0;
}

int
cmd_template_try(struct ctx *ctx, void *data, struct err *err)
{
    const struct template_args *args = data;
    struct templates templates;
    struct trial trial = {0};
    struct person person;
    int64_t store_id;
    if (cli_store_id(ctx, &store_id, err) < 0 || load(ctx, &templates, err) < 0 ||
        (args->template && !template_find(&templates, args->template, err)) ||
        person_find_living(ctx->db, ctx->arena, args->client, &person, err) < 0 ||
        cli_reveal(ctx, args->reveal, store_id, arena_printf(ctx->arena, "client %s", person.code),
                   err) < 0 ||
        read_trial(ctx, args, store_id, person.id, &trial, err) < 0)
        return -1;
    return print_trial(ctx, args, &templates, &trial, err);
}
