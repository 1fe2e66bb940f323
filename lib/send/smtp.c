/*
 * Mail to an SMTP server. What it refuses for now (4xx) is tried again; what it refuses for good (5xx)
 * once it knows whom the mail is for is dead. What goes wrong before that (greeting, login, sender) is
 * not the message's fault.
 */
#include <string.h>

#include "send/curl.h"
#include "send/mail.h"

static int
smtp_open(struct transport *transport, struct err *err)
{
    struct curl *curl = NULL;
    int result = curl_open(&curl, err);
    transport->state = curl;
    return result;
}

static void
smtp_close(struct transport *transport)
{
    curl_close(transport->state);
}

struct upload {
    const struct str *mail;
    size_t given;
};

static size_t
give(char *bytes, size_t size, size_t count, void *context)
{
    struct upload *upload = context;
    size_t left = upload->mail->length - upload->given, room = size * count;
    size_t part = left < room ? left : room;
    memcpy(bytes, upload->mail->text + upload->given, part);
    upload->given += part;
    return part;
}

static void
judge(struct transport *transport, CURLcode code, bool given, struct send_answer *answer)
{
    struct curl *curl = transport->state;
    long reply = 0;
    curl->curl_easy_getinfo(curl->handle, CURLINFO_RESPONSE_CODE, &reply);
    if (code == CURLE_OK) {
        answer_set(answer, SEND_SENT, NULL);
        return;
    }
    const char *words = curl_words(curl, &transport->arena, code);
    /* curl gives one code for all commands, and says in words which one it was */
    bool about_it = given || str_starts(words, "RCPT failed") || str_starts(words, "DATA failed");
    bool judged = about_it && reply >= 500 && reply <= 599;
    answer_set(answer, judged ? SEND_DEAD : SEND_RETRY,
               reply >= 400 ? arena_printf(&transport->arena, "SMTP %ld: %s", reply, words)
                            : words);
}

static void
perform(struct transport *transport, const struct send_message *message, const struct str *mail,
        struct send_answer *answer)
{
    const struct send_config *config = transport->config;
    struct curl *curl = transport->state;
    CURL *handle = curl->handle;
    struct upload upload = {mail, 0};
    struct curl_slist *to =
        curl->curl_slist_append(NULL, arena_printf(&transport->arena, "<%s>", message->to));
    curl_begin(curl, config);
    curl->curl_easy_setopt(handle, CURLOPT_USE_SSL,
                           (long)(config->plain ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    curl->curl_easy_setopt(handle, CURLOPT_MAIL_FROM,
                           arena_printf(&transport->arena, "<%s>", config->from));
    curl->curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, to);
    if (config->user && config->secret) {
        curl->curl_easy_setopt(handle, CURLOPT_USERNAME, config->user);
        curl->curl_easy_setopt(handle, CURLOPT_PASSWORD, config->secret);
    }
    curl->curl_easy_setopt(handle, CURLOPT_READFUNCTION, give);
    curl->curl_easy_setopt(handle, CURLOPT_READDATA, &upload);
    curl->curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    CURLcode code = curl->curl_easy_perform(handle);
    judge(transport, code, upload.given > 0, answer);
    curl->curl_slist_free_all(to);
}

static void
smtp_send(struct transport *transport, const struct send_message *message,
          struct send_answer *answer)
{
    struct str mail = STR_INIT;
    struct err why = {0};
    if (mail_write(&mail, transport->config->from, message, "\r\n", &why) < 0)
        answer_set(answer, SEND_DEAD, arena_strdup(&transport->arena, why.text));
    else
        perform(transport, message, &mail, answer);
    str_release(&mail);
}

const struct transport_driver driver_smtp = {
    .open = smtp_open, .send = smtp_send, .close = smtp_close};
