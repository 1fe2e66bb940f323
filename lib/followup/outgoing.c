#include "followup/outgoing.h"

#include <string.h>

struct clear {
    const char *name, *address;
};

static int
unseal(const struct vault_person *person, struct arena *arena, const struct outbox_taken *taken,
       const char *column, struct db_value sealed, const char **text, struct err *err)
{
    struct db_value value;
    if (vault_unseal(person, arena, "client", column, taken->message.client_id, sealed, &value,
                     err) < 0)
        return -1;
    *text = value.type == DB_TEXT ? value.text : NULL;
    return 0;
}

static int
open_person(const struct outgoing_maker *maker, const struct outbox_taken *taken,
            struct clear *clear, struct err *err)
{
    struct vault_person person;
    if (taken->data_key.type == DB_NULL)
        return err_set(err, ERR_DATA, _("client %s: has no name and no address"), taken->client);
    if (vault_person_open(maker->vault, &person, taken->data_key, err) < 0)
        return -1;
    int result = unseal(&person, maker->arena, taken, "name", taken->name, &clear->name, err);
    if (result == 0)
        result = unseal(&person, maker->arena, taken, taken->place, taken->address, &clear->address,
                        err);
    vault_person_close(&person);
    return result;
}

static const char *
date_text(struct arena *arena, const struct outbox_rules *rules, int64_t moment,
          enum template_language language)
{
    struct civil local;
    zone_civil(rules->zone, moment, &local);
    return arena_printf(arena, language == LANGUAGE_ZH ? "%d年%d月%d日" : "%d-%02d-%02d",
                        local.year, local.month, local.day);
}

static int
make_words(const struct outgoing_maker *maker, const struct outbox_taken *taken,
           const char *const values[FIELDS], enum template_language language,
           struct outgoing *outgoing, struct err *err)
{
    struct str words = STR_INIT;
    const struct template *template = template_find(maker->templates, taken->message.template, err);
    int result = template ? template_words(template, language, values, &words, err) : -1;
    outgoing->text = arena_strndup(maker->arena, words.text, words.length);
    if (result == 0)
        result = template_subject(template, language, values, &words, err);
    outgoing->subject = arena_strndup(maker->arena, words.text, words.length);
    str_release(&words);
    if (result < 0)
        return -1;
    int64_t parts = sms_parts(outgoing->text, strlen(outgoing->text));
    if (strcmp(taken->message.channel, "sms") != 0 || parts <= maker->templates->sms_parts)
        return 0;
    return err_set(err, ERR_DATA, _("template %s: %lld parts of text messages, %lld are allowed"),
                   template->name, (long long)parts, (long long)maker->templates->sms_parts);
}

int
outgoing_make(const struct outgoing_maker *maker, const struct outbox_taken *taken,
              struct outgoing *outgoing, struct err *err)
{
    const struct outbox_rules *rules = maker->rules;
    enum template_language language = template_language(taken->language);
    struct clear clear = {0};
    *outgoing = (struct outgoing){.taken = taken, .language = template_language_name(language)};
    outbox_key(rules->store, taken->message.code, outgoing->key);
    if (open_person(maker, taken, &clear, err) < 0)
        return err->kind == ERR_DATA ? 0 : -1;
    const char *const values[FIELDS] = {
        [FIELD_CLIENT] = clear.name,
        [FIELD_STORE] = rules->name,
        [FIELD_PHONE] = rules->phone,
        [FIELD_PROJECT] = taken->project,
        [FIELD_DATE] = taken->treatment_status
                           ? date_text(maker->arena, rules, taken->treatment_at, language)
                           : NULL,
        [FIELD_DOCTOR] = taken->doctor,
        [FIELD_CODE] = taken->client,
    };
    outgoing->to = clear.address;
    if (!outgoing->to) {
        err_set(err, ERR_DATA, _("client %s: has no address for %s"), taken->client,
                taken->message.channel);
        return 0;
    }
    return make_words(maker, taken, values, language, outgoing, err) == 0;
}
