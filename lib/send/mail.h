/*
 * mail: a message as a mail (RFC 5322): plain text, UTF-8 in Base64, its Message-ID made of the
 * message's key so that a mail that went twice is seen to be one. Inside lib/send.
 */
#ifndef MEDI_SEND_MAIL_H
#define MEDI_SEND_MAIL_H

#include "base/str.h"
#include "send/send.h"

/* `line_end`: "\n" for sendmail, "\r\n" for SMTP. ERR_DATA: an address that is none (a line end in it would
 * be a header of its own). */
int mail_write(struct str *mail, const char *from, const struct send_message *message,
               const char *line_end, struct err *err);

/* One "@", something on both sides, nothing that could end a header or a command. */
bool mail_address_valid(const char *address);

#endif
