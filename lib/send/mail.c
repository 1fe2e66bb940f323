#include "send/mail.h"

#include <string.h>
#include <time.h>

#include "base/codec.h"
#include "base/day.h"
#include "text/utf8.h"

enum { LINE = 57, WORD = 39, ADDRESS_MOST = 254 }; /* bytes that make 76 and 52 of Base64 */

bool
mail_address_valid(const char *address)
{
    size_t length = strlen(address);
    const char *at = strrchr(address, '@');
    if (!at || at == address || !at[1] || length > ADDRESS_MOST)
        return false;
    for (const char *c = address; *c; c++)
        if ((unsigned char)*c <= ' ' || *c == 0x7f || strchr("<>,;:\"\\()[]", *c))
            return false;
    return memchr(address, '@', (size_t)(at - address)) == NULL;
}

/* RFC 2047: encoded words that do not split a character. */
static void
add_subject(struct str *mail, const char *subject, const char *line_end)
{
    struct arena arena;
    size_t length = strlen(subject);
    arena_init(&arena);
    str_adds(mail, "Subject:");
    for (size_t at = 0; at < length;) {
        size_t taken = 0, bytes;
        while (at + taken < length) {
            utf8_next(subject + at + taken, length - at - taken, &bytes);
            if (taken + bytes > WORD)
                break;
            taken += bytes;
        }
        str_addf(mail, "%s =?UTF-8?B?%s?=", at ? line_end : "",
                 base64_encode(&arena, subject + at, taken));
        at += taken;
    }
    str_adds(mail, line_end);
    arena_release(&arena);
}

static void
add_date(struct str *mail, const char *line_end)
{
    static const char *const days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    int64_t now = time(NULL), day = floor_div(now, DAY_SECONDS);
    int second = (int)floor_mod(now, DAY_SECONDS);
    struct civil civil;
    day_to_civil(day, &civil);
    str_addf(mail, "Date: %s, %02d %s %d %02d:%02d:%02d +0000%s", days[day_weekday(day) - 1],
             civil.day, months[civil.month - 1], civil.year, second / 3600, second / 60 % 60,
             second % 60, line_end);
}

static void
add_body(struct str *mail, const char *text, const char *line_end)
{
    struct arena arena;
    size_t length = strlen(text);
    arena_init(&arena);
    for (size_t at = 0; at < length; at += LINE) {
        size_t part = length - at < LINE ? length - at : LINE;
        str_addf(mail, "%s%s", base64_encode(&arena, text + at, part), line_end);
    }
    arena_release(&arena);
}

int
mail_write(struct str *mail, const char *from, const struct send_message *message,
           const char *line_end, struct err *err)
{
    if (!mail_address_valid(message->to))
        return err_set(err, ERR_DATA, _("is no mail address"));
    str_clear(mail);
    str_addf(mail, "From: <%s>%s", from, line_end);
    str_addf(mail, "To: <%s>%s", message->to, line_end);
    add_subject(mail, *message->subject ? message->subject : "-", line_end);
    add_date(mail, line_end);
    str_addf(mail, "Message-ID: <%s%s>%s", message->key, strrchr(from, '@'), line_end);
    str_addf(mail, "MIME-Version: 1.0%s", line_end);
    str_addf(mail, "Content-Type: text/plain; charset=UTF-8%s", line_end);
    str_addf(mail, "Content-Transfer-Encoding: base64%s%s", line_end, line_end);
    add_body(mail, message->text, line_end);
    return 0;
}
