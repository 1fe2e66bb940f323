#include "text/fields.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

void
fields_init(struct fields *row, size_t cap)
{
    *row = (struct fields){.text = STR_INIT, .cap = cap};
    row->fields = mem_alloc(FIELDS_MAX * sizeof *row->fields);
}

void
fields_release(struct fields *row)
{
    str_release(&row->text);
    free(row->fields);
    row->fields = NULL;
}

void
fields_clear(struct fields *row)
{
    str_clear(&row->text);
    row->count = 0;
    row->too_big = 0;
    row->too_many = false;
}

void
fields_add(struct fields *row, const char *text, size_t length)
{
    struct str *to = &row->text;

    if (row->count == FIELDS_MAX) {
        row->too_many = true;
        return;
    }
    if (length > row->cap) {
        if (row->too_big == 0)
            row->too_big = row->count + 1;
        length = 0;
    }
    if (to->room - to->length < length + 2)
        str_need(to, length + 2);
    if (length > 0)
        memcpy(to->text + to->length, text, length);
    to->text[to->length + length] = '\0';
    to->length += length + 1;
    row->fields[row->count].absent = false;
    row->fields[row->count++].length = length;
}

int
fields_finish(struct fields *row, struct err *err)
{
    const char *text = row->text.text;

    if (row->too_many)
        return err_set(err, ERR_DATA, _("more than %d fields; is this the right file?"),
                       (int)FIELDS_MAX);
    if (row->too_big > 0)
        return err_set(err, ERR_DATA, _("field %d is over %zu bytes; shorten it"), row->too_big,
                       row->cap);
    for (int i = 0; i < row->count; i++) {
        row->fields[i].text = text;
        text += row->fields[i].length + 1;
    }
    return 0;
}
