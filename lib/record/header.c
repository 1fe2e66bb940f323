#include "record/header.h"

#include <string.h>

#include "base/str.h"

void
header_init(struct header *header, struct arena *arena, const struct kind *kind,
            const struct ignored *ignored)
{
    *header = (struct header){.arena = arena, .kind = kind, .ignored = ignored};
    header->field_of = arena_array(arena, (size_t)kind->count, sizeof *header->field_of);
    header->names = arena_array(arena, (size_t)kind->count, sizeof *header->names);
    header->in_fen = arena_array(arena, (size_t)kind->count, sizeof *header->in_fen);
    for (int i = 0; i < kind->count; i++)
        header->field_of[i] = -1;
}

/* Columns that a rejects file adds in front are passed over, so that it can be mended and read again. */
static bool
is_ignored(const struct header *header, const char *name)
{
    if (str_starts(name, "reject_"))
        return true;
    for (int i = 0; header->ignored && i < header->ignored->count; i++)
        if (strcmp(header->ignored->headers[i], name) == 0)
            return true;
    return false;
}

static int
refuse_unknown(const struct header *header, const char *name, const char *at, struct err *err)
{
    const struct kind *kind = header->kind;
    const char **known = arena_array(header->arena, 2 * (size_t)kind->count, sizeof *known);
    size_t count = 0;
    for (int i = 0; i < kind->count; i++) {
        known[count++] = kind->columns[i].name;
        if (kind->columns[i].zh)
            known[count++] = kind->columns[i].zh;
    }
    const char *near = str_nearest(name, known, count);
    if (near)
        return err_set(err, ERR_DATA, _("%s: %s: no such column of %s; did you mean %s?"), at, name,
                       kind->name, near);
    return err_set(err, ERR_DATA,
                   _("%s: %s: no such column of %s; name it with --map, or pass it over with "
                     "--ignore"),
                   at, name, kind->name);
}

static int
match_field(struct header *header, int field, const char *name, const char *at, struct err *err)
{
    if (is_ignored(header, name))
        return 0;
    int column = kind_match(header->kind, name);
    if (column < 0)
        return refuse_unknown(header, name, at, err);
    if (header->field_of[column] >= 0)
        return err_set(err, ERR_DATA,
                       _("%s: %s and %s: both are column %s; pass one over with --ignore"), at,
                       header->names[column], name, header->kind->columns[column].name);
    header->field_of[column] = field;
    header->names[column] = name;
    header->in_fen[column] = str_ends(name, "_fen");
    return 0;
}

int
header_match(struct header *header, header_namer *name, const void *context, int count,
             const char *at, struct err *err)
{
    for (; header->matched < count; header->matched++) {
        const char *text = arena_strdup(header->arena, name(context, header->matched));
        if (match_field(header, header->matched, text, at, err) < 0)
            return -1;
    }
    return 0;
}

int
header_complete(const struct header *header, const char *at, struct err *err)
{
    for (int i = 0; i < header->kind->count; i++) {
        const struct kind_column *column = &header->kind->columns[i];
        if (!column->required || column->fallback || header->field_of[i] >= 0 || header->grows)
            continue;
        if (strcmp(column->name, "store") == 0)
            return err_set(err, ERR_DATA,
                           _("%s: no column store (%s); add it, or give one with -s"), at,
                           column->zh ? column->zh : column->name);
        return err_set(err, ERR_DATA, _("%s: no column %s (%s), which every record of %s needs"),
                       at, column->name, column->zh ? column->zh : column->name,
                       header->kind->name);
    }
    return 0;
}

int
header_field(const struct header *header, int column)
{
    return header->field_of[column];
}

const char *
header_name(const struct header *header, int column)
{
    return header->field_of[column] >= 0 ? header->names[column]
                                         : header->kind->columns[column].name;
}

bool
header_in_fen(const struct header *header, int column)
{
    return header->in_fen[column];
}

int
header_ragged(const struct header *header, const struct record *record, struct err *err)
{
    if (record->count == header->matched || (header->grows && record->count < header->matched))
        return 0;
    return err_set(err, ERR_DATA,
                   _("%d fields where the header has %d; look for a comma or a quote too many or "
                     "too few"),
                   record->count, header->matched);
}

/* Without the blanks at its ends: spaces, tabs, and what spreadsheets use (U+00A0, U+3000). */
static struct field
trimmed(struct field cell)
{
    static const char *const blanks[] = {" ", "\t", "\xc2\xa0", "\xe3\x80\x80"};
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks;) {
        size_t length = strlen(blanks[i]), rest = cell.length - length;
        if (cell.length >= length && memcmp(cell.text, blanks[i], length) == 0)
            cell = (struct field){.text = cell.text + length, .length = rest};
        else if (cell.length >= length && memcmp(cell.text + rest, blanks[i], length) == 0)
            cell.length = rest;
        else {
            i++;
            continue;
        }
        i = 0;
    }
    return cell;
}

bool
header_given(const struct header *header, const struct record *record, int column)
{
    int at = header->field_of[column];
    return at >= 0 && (!record || (at < record->count && !record->fields[at].absent));
}

struct field
header_cell(const struct header *header, const struct record *record, int column)
{
    int at = header->field_of[column];
    if (at < 0 || at >= record->count)
        return (struct field){.text = "", .length = 0};
    struct field cell = record->fields[at];
    bool blank_ends = cell.length && ((signed char)cell.text[0] <= ' ' ||
                                      (signed char)cell.text[cell.length - 1] <= ' ');
    return header->kind->columns[column].type == KIND_TEXT || !blank_ends ? cell : trimmed(cell);
}
