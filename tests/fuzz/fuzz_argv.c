/*
 * argv: any words are read by the probe's tables or refused in words, and what was read lies in
 * range and comes from the words. The first byte chooses the verb and the clock; the words behind
 * it end with a newline each.
 */
#include "fuzz.h"

#include "../unit/probe.h"
#include "cli/common.h"
#include "cli/opt.h"
#include "cli/verbs.h"
#include "text/zonefile.h"

enum { WORDS = 64 };

/* A zone that changes its clocks; it lives as long as the process. */
static const struct zone *
the_zone(void)
{
    static struct arena arena;
    static const struct zone *zone;
    struct err err = {0};

    if (zone == NULL)
        zone = zone_load(&arena, "America/New_York", &err);
    MUST(zone != NULL);
    return zone;
}

/* The words in the arena; how many there are. */
static int
split(struct arena *arena, const struct input *input, char *words[WORDS])
{
    const char *at = (const char *)input->at, *end = at + input->left;
    int count = 0;

    while (at < end && count < WORDS) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        if (stop == NULL)
            stop = end;
        words[count] = arena_strndup(arena, at, (size_t)(stop - at));
        count++;
        at = stop + (stop < end);
    }
    return count;
}

static bool
is_from(const char *text, int count, char *const *words)
{
    for (int i = 0; i < count; i++)
        if (text >= words[i] && text <= words[i] + strlen(words[i]))
            return true;
    return false;
}

static void
check_from(const char *text, bool utf8, int count, char *const *words)
{
    if (text == NULL)
        return;
    MUST(is_from(text, count, words));
    if (utf8)
        check_text(text, strlen(text));
}

static void
check_time(int64_t moment)
{
    MUST(moment == OPT_UNSET ||
         (moment >= -62135596800 - 2 * DAY_SECONDS && moment <= 253402300799 + 2 * DAY_SECONDS));
}

static void
check_probe(const struct probe_args *args, int count, char *const *words)
{
    check_from(args->name, true, count, words);
    check_from(args->map, false, count, words);
    check_from(args->folder, false, count, words);
    check_from(args->kind, true, count, words);
    MUST(args->kind != NULL && *args->kind != '\0');
    MUST(args->mode == NULL || args->mode == probe_modes[0] || args->mode == probe_modes[1]);
    MUST(args->tags.count <= count && args->files.count <= count);
    for (int i = 0; i < args->tags.count; i++)
        check_from(args->tags.items[i], true, count, words);
    for (int i = 0; i < args->files.count; i++)
        check_from(args->files.items[i], false, count, words);
    MUST(args->from == OPT_UNSET || (args->from >= -719162 && args->from <= 2932896));
    check_time(args->at);
    check_time(args->until);
}

/* All that is done with the words of one verb; false: they were refused. */
static bool
read_words(struct opt_parse *parse, int count, char **words, int64_t now, struct err *err)
{
    return opt_parse(parse, count, words, err) == 0 && common_check(parse->common_args, err) == 0 &&
           opt_parse_operands(parse, err) == 0 && opt_parse_times(parse, the_zone(), now, err) == 0;
}

static void
try_words(struct arena *arena, const struct verb *verb, int count, char **words, int64_t now)
{
    union {
        struct probe_args probe;
        struct probe_word word;
    } args;
    struct common common;
    struct err err = {0};

    memset(&args, 0xA5, sizeof args);
    memset(&common, 0xA5, sizeof common);
    struct opt_parse parse = {.arena = arena,
                              .own = verb->options,
                              .args = &args,
                              .common = common_options(verb, arena),
                              .common_args = &common,
                              .operands = verb->operands};
    if (!read_words(&parse, count, words, now, &err)) {
        check_error(&err);
        MUST(err.kind == ERR_USAGE);
    } else if (verb->options == probe_options) {
        check_probe(&args.probe, count, words);
    }
    MUST(parse.word_count <= count && parse.time_count <= count);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const int64_t clocks[] = {1748736000, 978307200, 3155759999, 0};
    struct input input = {data, size};
    uint8_t how = input_byte(&input);
    char *words[WORDS];
    struct arena arena;
    struct err err = {0};
    int taken = 0;

    arena_init(&arena);
    int count = split(&arena, &input, words);
    const struct verb *verb = probe_verbs;
    if ((how & 1) && count > 0)
        verb = verb_find(&probe_tool, count, words, &taken);
    if (verb != NULL) {
        try_words(&arena, verb, count - taken, words + taken, clocks[how >> 1 & 3]);
        MUST(*verb_usage(&probe_tool, verb, &arena) != '\0');
    } else {
        MUST(verb_unknown(&probe_tool, count, words, &err) == -1);
        check_error(&err);
    }
    arena_release(&arena);
    return 0;
}
