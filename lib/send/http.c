/*
 * A request a message to a gateway (SMS, WeChat): POST of JSON or a form, with the key as
 * Idempotency-Key. By status: 2xx sent (if the body says so too, where `ok` is configured), 408, 425,
 * 429 and 5xx again (Retry-After is heeded), other 4xx dead, except 401 and 403: those say that the
 * account is wrong, not the message.
 */
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "send/curl.h"
#include "text/json.h"
#include "text/json_read.h"

enum { BODY_MOST = 65536, REASON = 200 };

static int
http_open(struct transport *transport, struct err *err)
{
    struct curl *curl = NULL;
    int result = curl_open(&curl, err);
    transport->state = curl;
    return result;
}

static void
http_close(struct transport *transport)
{
    curl_close(transport->state);
}

/* ---- what goes ----------------------------------------------------------------------------------------- */

static const char *
value_of(const struct send_message *message, const char *name)
{
    const struct {
        const char *name, *value;
    } values[] = {
        {"key", message->key},           {"code", message->code},
        {"channel", message->channel},   {"to", message->to},
        {"subject", message->subject},   {"text", message->text},
        {"template", message->template}, {"language", message->language},
    };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (strcmp(values[i].name, name) == 0)
            return values[i].value;
    return "";
}

static void
add_pair(struct curl *curl, bool form, struct str *body, const char *name, const char *value)
{
    if (form) {
        char *escaped = curl->curl_easy_escape(curl->handle, value, (int)strlen(value));
        str_addf(body, "%s%s=%s", body->length ? "&" : "", name, escaped ? escaped : "");
        curl->curl_free(escaped);
        return;
    }
    str_adds(body, body->length > 1 ? "," : "");
    json_add_string(body, name, strlen(name));
    str_addc(body, ':');
    json_add_string(body, value, strlen(value));
}

static void
make_body(struct transport *transport, const struct send_message *message, struct str *body)
{
    static const struct send_pairs usual = {
        {"key", "channel", "to", "subject", "text", "template", "language"},
        {"key", "channel", "to", "subject", "text", "template", "language"},
        7};
    const struct send_config *config = transport->config;
    const struct send_pairs *fields = config->fields.count ? &config->fields : &usual;
    bool form = strcmp(config->body, "form") == 0;
    if (!form)
        str_addc(body, '{');
    for (int i = 0; i < fields->count; i++)
        add_pair(transport->state, form, body, fields->names[i],
                 value_of(message, fields->values[i]));
    for (int i = 0; i < config->with.count; i++)
        add_pair(transport->state, form, body, config->with.names[i], config->with.values[i]);
    if (!form)
        str_addc(body, '}');
}

static struct curl_slist *
make_headers(struct transport *transport, const struct send_message *message)
{
    const struct send_config *config = transport->config;
    struct curl *curl = transport->state;
    struct arena *arena = &transport->arena;
    bool form = strcmp(config->body, "form") == 0;
    struct curl_slist *list =
        curl->curl_slist_append(NULL, form ? "Content-Type: application/x-www-form-urlencoded"
                                           : "Content-Type: application/json");
    list = curl->curl_slist_append(list, arena_printf(arena, "Idempotency-Key: %s", message->key));
    list = curl->curl_slist_append(list, "Expect:");
    for (int i = 0; i < config->headers.count; i++)
        list = curl->curl_slist_append(list, arena_printf(arena, "%s: %s", config->headers.names[i],
                                                          config->headers.values[i]));
    if (!config->secret)
        return list;
    const char *header = config->secret_header ? config->secret_header : "Authorization";
    const char *usual = strcmp(header, "Authorization") == 0 ? "Bearer " : "";
    const char *prefix = config->secret_prefix ? config->secret_prefix : usual;
    list = curl->curl_slist_append(list,
                                   arena_printf(arena, "%s: %s%s", header, prefix, config->secret));
    return list;
}

/* ---- what comes ---------------------------------------------------------------------------------------- */

static size_t
take(char *bytes, size_t size, size_t count, void *context)
{
    struct str *body = context;
    size_t length = size * count;
    if (body->length + length > BODY_MOST)
        return 0; /* an answer without an end is none */
    str_add(body, bytes, length);
    return length;
}

static bool
is_among(const struct yaml *list, const char *text)
{
    for (const struct yaml *node = list ? list->first : NULL; node; node = node->next)
        if (node->text && strcmp(node->text, text) == 0)
            return true;
    return false;
}

static const char *
member_text(struct arena *arena, const struct json_value *object, const char *name)
{
    const struct json_value *member = name ? json_member(object, name) : NULL;
    if (member && member->type == JSON_IS_INT)
        return arena_printf(arena, "%lld", (long long)member->number);
    return member && member->type == JSON_IS_TEXT ? member->text : NULL;
}

static const char *
visible(struct arena *arena, const struct str *body)
{
    struct str text = STR_INIT;
    str_add_visible(&text, body->text, body->length < REASON ? body->length : REASON);
    const char *kept = arena_strndup(arena, text.text, text.length);
    str_release(&text);
    return kept;
}

static void
judge_body(struct transport *transport, const struct str *body, struct send_answer *answer)
{
    const struct send_config *config = transport->config;
    struct arena *arena = &transport->arena;
    struct err ignored = {0};
    answer_set(answer, SEND_SENT, NULL);
    if (!config->ok_field && !config->receipt_field)
        return;
    const struct json_value *object = json_read_foreign(arena, body->text, body->length, &ignored);
    const char *said = member_text(arena, object, config->ok_field);
    answer->receipt = member_text(arena, object, config->receipt_field);
    if (!object || object->type != JSON_IS_OBJECT || (config->ok_field && !said))
        answer_set(
            answer, SEND_RETRY,
            arena_printf(arena, _("answered with what is no answer: %s"), visible(arena, body)));
    else if (config->ok_field && !is_among(config->ok_values, said))
        answer_set(answer, is_among(config->dead_values, said) ? SEND_DEAD : SEND_RETRY,
                   arena_printf(arena, "%s: %s", config->ok_field, visible(arena, body)));
}

static void
judge(struct transport *transport, CURLcode code, const struct str *body,
      struct send_answer *answer)
{
    struct curl *curl = transport->state;
    struct arena *arena = &transport->arena;
    long status = 0;
    curl_off_t after = 0;
    if (code != CURLE_OK) {
        answer_set(answer, SEND_RETRY, curl_words(curl, arena, code));
        return;
    }
    curl->curl_easy_getinfo(curl->handle, CURLINFO_RESPONSE_CODE, &status);
    curl->curl_easy_getinfo(curl->handle, CURLINFO_RETRY_AFTER, &after);
    if (status >= 200 && status <= 299) {
        judge_body(transport, body, answer);
        return;
    }
    bool dead = status >= 400 && status <= 499 && status != 401 && status != 403 && status != 408 &&
                status != 425 && status != 429;
    answer_set(answer, dead ? SEND_DEAD : SEND_RETRY,
               arena_printf(arena, "HTTP %ld: %s", status, visible(arena, body)));
    answer->after_s = after > 0 ? (int64_t)after : 0;
}

static void
http_send(struct transport *transport, const struct send_message *message,
          struct send_answer *answer)
{
    struct curl *curl = transport->state;
    CURL *handle = curl->handle;
    struct str body = STR_INIT, answered = STR_INIT;
    struct curl_slist *headers = make_headers(transport, message);
    make_body(transport, message, &body);
    curl_begin(curl, transport->config);
    curl->curl_easy_setopt(handle, CURLOPT_POST, 1L);
    curl->curl_easy_setopt(handle, CURLOPT_POSTFIELDS, body.text);
    curl->curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE, (long)body.length);
    curl->curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
    curl->curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take);
    curl->curl_easy_setopt(handle, CURLOPT_WRITEDATA, &answered);
    judge(transport, curl->curl_easy_perform(handle), &answered, answer);
    curl->curl_slist_free_all(headers);
    str_release(&body);
    str_release(&answered);
}

const struct transport_driver driver_http = {
    .open = http_open, .send = http_send, .close = http_close};
