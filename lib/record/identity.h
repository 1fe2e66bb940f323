/*
 * Numbers that name a person: phones and identity papers, in one spelling each.
 */
#ifndef MEDI_RECORD_IDENTITY_H
#define MEDI_RECORD_IDENTITY_H

#include <stdbool.h>
#include <stddef.h>

enum { PHONE_ROOM = 20, ID_NUMBER_ROOM = 32, EMAIL_ROOM = 256 };

/*
 * E.164 ("+8613800138000") from what people write: 13800138000, +86 138-0013-8000,
 * 008613800138000, (021) 6888-8888, 400-820-8820. A number without a country is Chinese. False if it
 * is none: wrong length, letters, a mobile prefix that does not exist (ITU-T E.164: at most 15 digits).
 */
bool phone_parse(const char *text, size_t length, char out[PHONE_ROOM]);

/*
 * An identity number. Eighteen characters are a citizen's number and must have a possible birth date and
 * the check digit of GB 11643-1999 (ISO 7064 MOD 11-2); other papers (passport, 港澳台 permits) are 5 to
 * 30 letters, digits, hyphens or brackets. Letters become capitals.
 */
bool id_number_parse(const char *text, size_t length, char out[ID_NUMBER_ROOM]);

/*
 * An e-mail address as mail programs take it without quotes (RFC 5321, 4.1.2; the parts before and behind the
 * one @ of letters, digits, and what an atom may have; RFC 6531's letters too): nothing that could
 * end a line or begin another address. The domain becomes small letters.
 */
bool email_parse(const char *text, size_t length, char out[EMAIL_ROOM]);

#endif
