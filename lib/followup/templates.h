/*
 * templates: the words of messages: templates.yaml, the clinic's own file before the shipped one.
 *
 * A template has a purpose and its text in each language that clients are spoken to in (zh, en). {client} and
 * the like are fields; "{{" is a brace. What is wrong with one is found before anything is sent
 * (templates_check): a field that there is none of, a language that is missing, a text message that is too
 * long, marketing without a way out, and words that the lexicon forbids.
 */
#ifndef MEDI_FOLLOWUP_TEMPLATES_H
#define MEDI_FOLLOWUP_TEMPLATES_H

#include "base/arena.h"
#include "base/str.h"
#include "text/pack.h"
#include "text/yaml.h"

enum template_field {
    FIELD_CLIENT,  /* their name */
    FIELD_STORE,   /* as clients know it */
    FIELD_PHONE,   /* of the store */
    FIELD_PROJECT, /* of the treatment that it is about */
    FIELD_DATE,    /* of that treatment, in the store's calendar */
    FIELD_DOCTOR,
    FIELD_CODE, /* of the client, by which an answer is known */
    FIELDS
};

enum template_language { LANGUAGE_ZH, LANGUAGE_EN, LANGUAGES };

struct template
{
    const char *name, *zh, *purpose; /* care, marketing */
    const struct yaml *node;
    const struct yaml *texts[LANGUAGES], *subjects[LANGUAGES]; /* NULL: missing */
};

struct templates {
    const char *file;
    struct template *items;
    int count;
    int64_t sms_parts; /* a text message may be so many */
};

int templates_load(struct arena *arena, const struct packs *packs, struct templates *templates,
                   struct err *err);
int templates_read(struct arena *arena, const char *path, struct templates *templates,
                   struct err *err);

/* NULL with ERR_DATA, naming the nearest. */
const struct template *template_find(const struct templates *templates, const char *name,
                                     struct err *err);

const char *template_language_name(enum template_language language);
const char *template_field_name(enum template_field field);

/* That of a client's file; NULL or any other is Chinese. */
enum template_language template_language(const char *text);

/* ---- checking ---- */

struct lexicon; /* copy/lexicon.h */

struct template_finding {
    const struct template *template;
    const char *severity, *language; /* error, warning; NULL: of all */
    int line;
    const char *text;
};
typedef int template_found(void *context, const struct template_finding *finding, struct err *err);

/* 0 none is an error, 1 some are, -1. */
int templates_check(const struct templates *templates, const struct lexicon *lexicon,
                    struct arena *arena, template_found *found, void *context, struct err *err);

/* As who is about to send wants it: ERR_DATA with the first error, file:line, and how many. */
int templates_must(const struct templates *templates, const struct lexicon *lexicon,
                   struct arena *arena, struct err *err);

/* ---- words ---- */

/* The text with its fields put in: ERR_DATA if a field has no value. `values`: by enum template_field. */
int template_words(const struct template *template, enum template_language language,
                   const char *const values[FIELDS], struct str *words, struct err *err);
/* Empty if the template has none. */
int template_subject(const struct template *template, enum template_language language,
                     const char *const values[FIELDS], struct str *words, struct err *err);

/* Parts that a text message of these words is sent in (3GPP TS 23.040: 160 or 153 of GSM letters, 70 or 67 of
 * others). */
int64_t sms_parts(const char *text, size_t length);

#endif
