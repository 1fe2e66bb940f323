/*
 * markup: words on their way into a page of HTML, so that what a client is called is never a tag of it.
 */
#ifndef MEDI_TEXT_MARKUP_H
#define MEDI_TEXT_MARKUP_H

#include "base/str.h"

/* As text or as a quoted attribute's value; a line's end becomes <br/>. */
void markup_add(struct str *page, const char *text);
/* Words of either reading direction, which do not turn what is beside them. */
void markup_add_bdi(struct str *page, const char *text);

#endif
