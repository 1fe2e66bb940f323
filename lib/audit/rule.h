/*
 * rule: the rules of an audit, a file of YAML a topic under rules/:
 *
 *     topic: consent
 *     zh: 知情同意
 *     parts: {given: "…"}          text that stands for {given} in the questions of this file
 *     rules:
 *       consent-missing:
 *         severity: error          or warning
 *         articles: [医师法 25]     a law of laws.yaml and one of its articles; `explain` quotes it
 *         title: …   en: …         what is wrong, in one line
 *         remedy: …  remedy_en: …  what puts it right
 *         since: day               how a run since the last one asks it (see below)
 *         question: |              one SELECT that both engines run, with the columns
 *           SELECT …               store, subject, detail and, with `since: day`, day
 *         breaks: DELETE …         SQL that makes the example clinic break this rule
 *         passes: UPDATE …         and some, close to it, that does not
 *         with: [other]            rules that the same data breaks too
 *         clear: [assessed]        conditions of screen.yaml under which it finds nothing (screen.h)
 *
 * A question gets $1 today, $2 now, $3 the first day that is looked at, and {since X}, which is `X >= $3`
 * when only days from $3 on are asked for, and else true. Or, for a question, `check: NAME`: one of lib/check.
 *
 *     since: always    time alone can break it: it is asked whole in each run
 *     since: touched   it is asked whole if what it rests on was written since the last run
 *     since: day       of dated tables, the lowest day that was written to is where it begins (since.h),
 *                      and what is open is asked again; it is asked whole if something without a day
 *                      was written
 *
 * What it rests on is read from the question itself, so that no list beside it can forget a table:
 * every table whose name stands in it, and of rows that were changed every column.
 *
 * A rule that is wrong is told with file and line, and left out; the others are there. `faults` counts them:
 * a run with any of them has not passed.
 */
#ifndef MEDI_AUDIT_RULE_H
#define MEDI_AUDIT_RULE_H

#include "text/law.h"
#include "text/pack.h"
#include "text/yaml.h"

enum since { SINCE_ALWAYS, SINCE_TOUCHED, SINCE_DAY };

struct rule {
    const char *id, *topic, *severity;
    const char *title, *en, *remedy, *remedy_en;
    const char *question, *check; /* one of them is NULL */
    const char *breaks, *passes;
    enum since since;
    struct law *articles;
    int article_count;
    bool confirmed;
    const char **with;
    int with_count;
    const char **words; /* of the question or check, in order */
    int word_count;
    const char *base; /* the table whose days {since X.day} looks at; or NULL */
    int64_t clear;    /* a bit a condition of the screen */
    const char *file;
    int line;
};

struct topic {
    const char *name, *zh;
};

enum { CLEARS_MOST = 60 };

struct clear {
    const char *name, *text;
};

typedef void rules_fault(void *context, const char *words);

struct rules {
    struct rule *rules;
    int count, room, faults;
    struct topic *topics;
    int topic_count, topic_room;
    struct arena *arena;
    rules_fault *fault;
    void *context;
    const struct yaml *laws;
    const char *screen; /* the question of screen.yaml */
    struct clear clears[CLEARS_MOST];
    int clear_count;
};

/* 0, also with faults; -1: there is no pack at all, or laws.yaml or screen.yaml is missing or wrong. */
int audit_rules_load(struct rules *rules, struct arena *arena, const struct packs *packs,
                     rules_fault *fault, void *context, struct err *err);

const struct rule *audit_rules_find(const struct rules *rules, const char *id, struct err *err);

const char *since_word(enum since since);

/* Whether the answer may rest on rows of a table; on a column of that name, in whatever table. */
bool audit_rule_reads(const struct rule *rule, const char *table);
bool audit_rule_names(const struct rule *rule, const char *column);

/* Whether each row of the table is come to by its id alone, from a row that names it: then a new row of
 * it changes nothing by itself. */
bool audit_rule_by_key(const struct rule *rule, const char *table);

/* The tables that it reads, each once; NULL behind the last. */
const char **audit_rule_tables(const struct rule *rule, struct arena *arena);

/* Inside the room: a fault of the pack, counted and told. */
void audit_rules_wrong(struct rules *rules, const char *words);
int audit_rule_read(struct rules *rules, const char *topic, const struct yaml *parts,
                    const struct yaml *node, struct err *err);
void audit_rule_words(struct arena *arena, struct rule *rule, const char *text);
void audit_rule_base(struct rule *rule);
int audit_screen_read(struct rules *rules, const char *path, struct err *err);

/* Its articles, "; " between them; with `marks`, ○ before each whose text was not read. In the arena. */
const char *audit_rule_articles(struct arena *arena, const struct rule *rule, bool marks);

#endif
