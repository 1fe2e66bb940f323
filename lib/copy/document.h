/*
 * document: the text of a file that a person reads, and where each byte of it stands in the file.
 *
 *   text   as it is; Markdown too
 *   html   what is shown, the texts of alt, title and placeholder; a block is a line, tags inside
 *   of one are nothing
 *   csv    a field is a line; of all columns, or of those named in its header
 *
 * The file is mapped, not read, so that its size does not matter; standard input is read into memory.
 */
#ifndef MEDI_COPY_DOCUMENT_H
#define MEDI_COPY_DOCUMENT_H

#include "base/str.h"
#include "base/err.h"

enum document_kind { DOCUMENT_AUTO, DOCUMENT_TEXT, DOCUMENT_HTML, DOCUMENT_CSV };

struct document_piece {
    size_t at, source; /* from byte `at` of the text on, it is the file's from `source` on */
};

struct document {
    const char *bytes; /* the file */
    size_t size;
    const char *text; /* what is read of it */
    size_t length;
    bool mapped;
    struct str own; /* where text is not the file's */
    struct document_piece *pieces;
    size_t count, room;
    /* document_place goes on from the last place, or from the one before it */
    struct document_mark {
        size_t at, line, column;
    } marks[2];
};

/* 1 a text; 0 it is none, since NUL bytes are in it (nothing to close); -1. `columns`: names of CSV
 * columns, or NULL for all. */
int document_open(struct document *document, const char *path, enum document_kind kind,
                  const char *const *columns, struct err *err);
void document_close(struct document *document);

/* Of bytes from … from + length of the text: the file's. */
void document_source(const struct document *document, size_t from, size_t length, size_t *at,
                     size_t *bytes);

/* Its line and its column in code points, from 1. */
void document_place(struct document *document, size_t at, size_t *line, size_t *column);

/* For html.c and csv: bytes of the file become bytes of the text. */
void document_take(struct document *document, size_t source, size_t length);
void document_put(struct document *document, const char *text, size_t length, size_t source);
void document_html(struct document *document);
int document_csv(struct document *document, const char *const *columns, struct err *err);

#endif
