/* What the forms of documentation share. */
#include "cli/doc.h"

#include <string.h>

#include "cli/common.h"

enum doc_offer
doc_option_offer(const struct opt *opt)
{
    if (opt->type == OPT_FILE)
        return OFFER_FILES;
    if (opt->type == OPT_DIR)
        return OFFER_DIRS;
    if (opt->type == OPT_CHOICE)
        return OFFER_WORDS;
    if (strcmp(opt->name, "store") == 0)
        return OFFER_STORES;
    return strcmp(opt->name, "kind") == 0 ? OFFER_KINDS : OFFER_NOTHING;
}

enum doc_offer
doc_operand_offer(const struct operand *operand)
{
    static const struct {
        const char *complete;
        enum doc_offer offer;
    } offers[] = {
        {"file", OFFER_FILES}, {"dir", OFFER_DIRS}, {"kind", OFFER_KINDS}, {"store", OFFER_STORES}};
    for (size_t i = 0; operand->complete && i < sizeof offers / sizeof *offers; i++)
        if (strcmp(operand->complete, offers[i].complete) == 0)
            return offers[i].offer;
    return OFFER_NOTHING;
}

const char *
doc_function(const struct doc *doc)
{
    char *name = arena_strdup(doc->arena, doc->tool->name);
    for (char *at = name; *at; at++)
        if (*at == '-')
            *at = '_';
    return name;
}

void
doc_script(struct doc *doc, const char *script)
{
    for (; *script; script++) {
        if (script[0] == '%' && (script[1] == 'F' || script[1] == 'T'))
            str_adds(doc->text, *++script == 'F' ? doc_function(doc) : doc->tool->name);
        else
            str_addc(doc->text, *script);
    }
}

void
doc_options(struct doc *doc, const struct verb *verb, doc_each_option *each)
{
    for (const struct opt *opt = verb->options; opt && opt->name; opt++)
        each(doc, verb, opt, false);
    for (const struct opt *opt = common_options(verb, doc->arena); opt->name; opt++)
        each(doc, verb, opt, true);
}

static int
write_form(struct doc *doc, const char *form, struct err *err)
{
    static const struct {
        const char *form;
        void (*write)(struct doc *doc);
    } writers[] = {{"bash", doc_bash}, {"zsh", doc_zsh}, {"fish", doc_fish}, {"tsv", doc_tsv}};
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++) {
        if (strcmp(form, writers[i].form) == 0) {
            writers[i].write(doc);
            return 0;
        }
    }
    if (strcmp(form, "mdoc") == 0)
        return doc_mdoc(doc, err);
    if (strcmp(form, "check") == 0)
        return doc_check(doc->tool, err);
    return err_set(err, ERR_USAGE, "--document: %s: expected mdoc, bash, zsh, fish, tsv or check",
                   form);
}

int
doc_write(const struct tool *tool, const char *form, const char *prose, struct str *text,
          struct err *err)
{
    struct arena arena;
    arena_init(&arena);
    struct doc doc = {tool, &arena, text, prose};
    int result = write_form(&doc, form, err);
    arena_release(&arena);
    return result;
}
