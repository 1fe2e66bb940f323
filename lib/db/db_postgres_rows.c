/* The queue of rows that a statement has received: in memory while it is short, then in a temporary file. */
#include "db/db_postgres.h"

#include <errno.h>
#include <string.h>

enum { MEMORY_MOST = 4 << 20, NUMBER = sizeof(int32_t) };

static void
put_number(char *at, int32_t number)
{
    memcpy(at, &number, NUMBER);
}

static int32_t
get_number(const char *at)
{
    int32_t number;
    memcpy(&number, at, NUMBER);
    return number;
}

static void
add_number(struct str *to, int32_t number)
{
    char bytes[NUMBER];
    put_number(bytes, number);
    str_add(to, bytes, NUMBER);
}

static int
spill(struct postgres_rows *rows, struct err *err)
{
    if (!rows->file && !(rows->file = tmpfile()))
        return err_errno(err, errno, _("a temporary file cannot be made"));
    if (fwrite(rows->back.text, 1, rows->back.length, rows->file) != rows->back.length ||
        fflush(rows->file) != 0)
        return err_errno(err, errno, _("a temporary file cannot be written"));
    str_clear(&rows->back);
    return 0;
}

/* The one row of `result`: its size, then its values. */
int
postgres_rows_add(struct postgres_rows *rows, const struct postgres_api *pq, PGresult *result,
                  struct err *err)
{
    struct str *back = &rows->back;
    size_t start = back->length;
    int count = pq->PQnfields(result);
    add_number(back, 0);
    for (int i = 0; i < count; i++) {
        bool null = pq->PQgetisnull(result, 0, i);
        int length = null ? -1 : pq->PQgetlength(result, 0, i);
        add_number(back, length);
        if (!null)
            str_add(back, pq->PQgetvalue(result, 0, i), (size_t)length + 1); /* it ends with NUL */
    }
    put_number(back->text + start, (int32_t)(back->length - start - NUMBER));
    return back->length > MEMORY_MOST ? spill(rows, err) : 0;
}

static void
close_file(struct postgres_rows *rows)
{
    if (rows->file)
        fclose(rows->file);
    rows->file = NULL;
    rows->rewound = false;
}

/* The file is read once no more is added: a statement receives a portion when its queue is empty, or all. */
static int
read_file(struct postgres_rows *rows, struct err *err)
{
    char head[NUMBER];
    if (!rows->rewound)
        rewind(rows->file);
    rows->rewound = true;
    if (fread(head, 1, NUMBER, rows->file) != NUMBER) {
        close_file(rows);
        return 0;
    }
    size_t size = (size_t)get_number(head);
    str_clear(&rows->front);
    str_add(&rows->front, head, NUMBER);
    str_need(&rows->front, size);
    if (fread(rows->front.text + NUMBER, 1, size, rows->file) != size)
        return err_errno(err, errno, _("a temporary file cannot be read"));
    rows->front.length = NUMBER + size;
    rows->at = 0;
    return 1;
}

static void
swap(struct postgres_rows *rows)
{
    struct str front = rows->front;
    rows->front = rows->back;
    rows->back = front;
    str_clear(&rows->back);
    rows->at = 0;
}

int
postgres_rows_next(struct postgres_rows *rows, const char **row, struct err *err)
{
    if (rows->at == rows->front.length && rows->file && read_file(rows, err) < 0)
        return -1;
    if (rows->at == rows->front.length)
        swap(rows);
    if (rows->at == rows->front.length)
        return 0;
    const char *at = rows->front.text + rows->at;
    *row = at + NUMBER;
    rows->at += NUMBER + (size_t)get_number(at);
    return 1;
}

void
postgres_rows_clear(struct postgres_rows *rows)
{
    close_file(rows);
    str_clear(&rows->front);
    str_clear(&rows->back);
    rows->at = 0;
}

void
postgres_rows_release(struct postgres_rows *rows)
{
    postgres_rows_clear(rows);
    str_release(&rows->front);
    str_release(&rows->back);
}
