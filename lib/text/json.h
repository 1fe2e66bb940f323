/*
 * json: a text as a JSON string (RFC 8259), in quotes. A byte that is not UTF-8 becomes U+FFFD: JSON has no
 * other way.
 */
#ifndef MEDI_TEXT_JSON_H
#define MEDI_TEXT_JSON_H

#include "base/str.h"

void json_add_string(struct str *out, const char *text, size_t length);

#endif
