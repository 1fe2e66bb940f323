/*
 * copy: the shipped lexicon over any bytes. Findings lie in the text, are not empty, begin and end with a character, and
 * say how sure they are; a byte that is no character is told inside of it. The first byte chooses the profile, the second
 * how often the rest stands there behind itself, so that lines longer than a window come too.
 */
#include "fuzz.h"

#include "copy/scan.h"

struct seen {
    const char *text;
    size_t length;
};

static bool
inside_character(const struct seen *seen, size_t at)
{
    return at < seen->length && at > 0 && utf8_valid(seen->text, seen->length) == seen->length &&
           ((unsigned char)seen->text[at] & 0xc0) == 0x80;
}

static int
found(void *context, const struct copy_finding *finding, struct err *err)
{
    const struct seen *seen = context;
    (void)err;
    MUST(finding->rule && finding->rule->kind == COPY_RULE && finding->length > 0);
    MUST(finding->from + finding->length <= seen->length);
    MUST(finding->confidence >= 1 && finding->confidence <= 99);
    MUST(!inside_character(seen, finding->from));
    MUST(!inside_character(seen, finding->from + finding->length));
    return 0;
}

static int
bad(void *context, size_t at, struct err *err)
{
    const struct seen *seen = context;
    (void)err;
    MUST(at < seen->length && (unsigned char)seen->text[at] >= 0x80);
    return 0;
}

static const struct lexicon *
the_lexicon(void)
{
    static struct arena arena;
    static struct lexicon *lexicon;
    struct err err = {0};
    if (lexicon)
        return lexicon;
    arena_init(&arena);
    MUST(lexicon_read(&lexicon, &arena, "share/medi/copy/lexicon.yaml", &err) == 0);
    return lexicon;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input input = {data, size};
    unsigned profile = 1u << input_byte(&input) % 5;
    size_t times = 1 + (input_byte(&input) & 15), length = input.left * times;
    char *text = malloc(length + (length == 0)); /* so that one byte too far is seen */
    for (size_t i = 0; i < times && input.left; i++)
        memcpy(text + i * input.left, input.at, input.left);
    struct seen seen = {text, length};
    struct err err = {0};
    struct copy_scan *scan = copy_scan_new(the_lexicon(), profile);
    MUST(copy_scan_text(scan, text, length, found, bad, &seen, &err) == 0);
    copy_scan_free(scan);
    free(text);
    return 0;
}
