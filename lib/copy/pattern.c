#include "copy/pattern.h"

#include <string.h>

#include "base/err.h"
#include "text/utf8.h"

struct parser {
    struct patterns *patterns;
    const char *at, *end;
    bool strict, inner;
    int depth;
    struct str *why;
    /* of the top level: where elements that must be there begin, and how much may stand before them */
    struct copy_start starts[32];
    int start_count;
};

/* How many items an element takes. */
struct width {
    int least, most;
};

void
patterns_init(struct patterns *patterns, struct arena *arena)
{
    *patterns = (struct patterns){.arena = arena};
    patterns->nodes = arena_more(arena, NULL, 0, &patterns->node_room, sizeof *patterns->nodes);
    patterns->node_count = 1;
    patterns->firsts = arena_more(arena, NULL, 0, &patterns->first_room, sizeof *patterns->firsts);
    memset(&patterns->firsts[patterns->first_count++], 0xff, sizeof *patterns->firsts);
    patterns_weigh(patterns);
}

static int
fault(const struct parser *parser, const char *words)
{
    str_adds(parser->why, words);
    return -1;
}

static int
add_step(struct parser *parser, struct copy_step step)
{
    struct patterns *patterns = parser->patterns;
    patterns->steps = arena_more(patterns->arena, patterns->steps, patterns->count, &patterns->room,
                                 sizeof *patterns->steps);
    step.strict = parser->strict;
    patterns->steps[patterns->count] = step;
    return patterns->count++;
}

/* ---- parsing --------------------------------------------------------------------------------------- */

static int parse_either(struct parser *parser, struct width *width);

static int
parse_count(struct parser *parser)
{
    int count = 0;
    while (parser->at < parser->end && *parser->at >= '0' && *parser->at <= '9' &&
           count < LEAD_MOST)
        count = count * 10 + (*parser->at++ - '0');
    return count;
}

static int
parse_set(struct parser *parser)
{
    const char *close = memchr(parser->at, '>', (size_t)(parser->end - parser->at));
    const struct copy_set *set =
        close ? patterns_find(parser->patterns, parser->at, (size_t)(close - parser->at)) : NULL;
    if (!set)
        return fault(parser, _("<…>: no such set"));
    parser->at = close + 1;
    add_step(parser, (struct copy_step){.kind = STEP_SET, .inner = parser->inner, .to = set->root});
    return 0;
}

static int
parse_group(struct parser *parser, struct width *width)
{
    if (++parser->depth > 8 || parse_either(parser, width) < 0)
        return parser->why->length ? -1 : fault(parser, _("too many brackets in each other"));
    parser->depth--;
    if (parser->at >= parser->end || *parser->at != ')')
        return fault(parser, _("a bracket is not closed"));
    parser->at++;
    return 0;
}

static int
parse_char(struct parser *parser, int32_t code, struct width *width)
{
    uint16_t c = fold_code(code);
    *width = (struct width){0, 0};
    if (c < SKIP_LAST)
        return 0; /* passed over in texts too */
    if (c >= FOLD_MORE)
        return fault(parser, _("a character that nothing is equal to"));
    add_step(parser, (struct copy_step){.kind = STEP_CHAR, .c = c, .inner = parser->inner});
    *width = (struct width){1, 1};
    return 0;
}

static int
parse_one(struct parser *parser, struct width *width)
{
    size_t bytes;
    int32_t code = utf8_next(parser->at, (size_t)(parser->end - parser->at), &bytes);
    parser->at += bytes;
    *width = (struct width){1, 1};
    switch (code) {
    case '(':
        return parse_group(parser, width);
    case '<':
        *width = (struct width){1, 10};
        if (parse_set(parser) < 0)
            return -1;
        parser->inner = true;
        return 0;
    case '#':
        *width = (struct width){1, NUMBER_MOST};
        add_step(parser, (struct copy_step){.kind = STEP_NUMBER});
        parser->inner = false;
        return 0;
    case '~':
    case 0x2026: /* … */
        *width = (struct width){0, parse_count(parser)};
        parser->inner = false;
        add_step(parser,
                 (struct copy_step){.kind = STEP_GAP, .c = code == '~' ? 1 : 2, .to = width->most});
        return 0;
    case '^':
    case '$':
        *width = (struct width){0, 0};
        parser->inner = false;
        add_step(parser, (struct copy_step){.kind = code == '^' ? STEP_BEGIN : STEP_END});
        return 0;
    default:
        if (parse_char(parser, code, width) < 0)
            return -1;
        parser->inner = true;
        return 0;
    }
}

/* Puts a step in at `at`; jumps behind it move on. */
static void
insert_split(struct parser *parser, int at)
{
    struct patterns *patterns = parser->patterns;
    add_step(parser, (struct copy_step){.kind = STEP_SPLIT});
    memmove(&patterns->steps[at + 1], &patterns->steps[at],
            (size_t)(patterns->count - 1 - at) * sizeof *patterns->steps);
    patterns->steps[at] = (struct copy_step){.kind = STEP_SPLIT, .strict = parser->strict};
    for (int i = at + 1; i < patterns->count; i++)
        if ((patterns->steps[i].kind == STEP_SPLIT || patterns->steps[i].kind == STEP_JUMP) &&
            patterns->steps[i].to >= at)
            patterns->steps[i].to++;
}

static int
parse_row(struct parser *parser, struct width *all, bool inner)
{
    *all = (struct width){0, 0};
    parser->inner = inner;
    while (parser->at < parser->end && *parser->at != '|' && *parser->at != ')') {
        int first = parser->patterns->count;
        struct width width;
        if (parse_one(parser, &width) < 0)
            return -1;
        bool optional = parser->at < parser->end && *parser->at == '?';
        if (optional) {
            parser->at++;
            insert_split(parser, first);
            parser->patterns->steps[first].to = parser->patterns->count;
            width.least = 0;
        }
        if (parser->depth == 0 && width.least > 0 && parser->start_count < 32 &&
            all->most <= LEAD_MOST) {
            parser->starts[parser->start_count].step = first;
            parser->starts[parser->start_count].least = all->least;
            parser->starts[parser->start_count++].most = all->most;
        }
        all->least += width.least;
        all->most += width.most;
    }
    return 0;
}

static int
parse_either(struct parser *parser, struct width *width)
{
    int jumps[64], jump_count = 0, first = parser->patterns->count;
    bool inner = parser->inner;
    if (parse_row(parser, width, inner) < 0)
        return -1;
    while (parser->at < parser->end && *parser->at == '|' && parser->depth > 0 && jump_count < 64) {
        struct width other;
        parser->at++;
        insert_split(parser, first);
        jumps[jump_count++] = add_step(parser, (struct copy_step){.kind = STEP_JUMP});
        parser->patterns->steps[first].to = parser->patterns->count;
        first = parser->patterns->count;
        if (parse_row(parser, &other, inner) < 0)
            return -1;
        width->least = other.least < width->least ? other.least : width->least;
        width->most = other.most > width->most ? other.most : width->most;
    }
    for (int i = 0; i < jump_count; i++)
        parser->patterns->steps[jumps[i]].to = parser->patterns->count;
    return 0;
}

int
patterns_add(struct patterns *patterns, const char *text, size_t length, bool strict,
             struct anchors *anchors, struct str *why)
{
    struct parser parser = {
        .patterns = patterns, .at = text, .end = text + length, .strict = strict, .why = why};
    struct width width;
    int first = patterns->count;
    if (parse_either(&parser, &width) < 0)
        return -1;
    if (parser.at < parser.end)
        return fault(&parser, _("a bar or bracket outside of brackets"));
    add_step(&parser, (struct copy_step){.kind = STEP_MATCH});
    patterns_firsts(patterns, first);
    return patterns_anchors(patterns, parser.starts, parser.start_count, anchors) == 0
               ? first
               : fault(&parser, _("has no character that is known beforehand"));
}
