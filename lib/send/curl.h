/*
 * curl: libcurl, loaded when a transport first needs it, since linking it costs every start 5 ms.
 * The one door to it. Inside lib/send.
 */
#ifndef MEDI_SEND_CURL_H
#define MEDI_SEND_CURL_H

#define CURL_DISABLE_TYPECHECK /* its checks are macros of the functions' names */
#include <curl/curl.h>

#include "send/transport.h"

#define CURL_API(X)                                                                                \
    X(curl_global_init)                                                                            \
    X(curl_easy_init)                                                                              \
    X(curl_easy_reset)                                                                             \
    X(curl_easy_setopt)                                                                            \
    X(curl_easy_perform)                                                                           \
    X(curl_easy_getinfo)                                                                           \
    X(curl_easy_strerror)                                                                          \
    X(curl_easy_cleanup)                                                                           \
    X(curl_easy_escape)                                                                            \
    X(curl_free)                                                                                   \
    X(curl_slist_append)                                                                           \
    X(curl_slist_free_all)

struct curl {
#define X(name) __typeof__(name) *name;
    CURL_API(X)
#undef X
    CURL *handle;
    char error[CURL_ERROR_SIZE];
};

/* ERR_IO: it is not installed. */
int curl_open(struct curl **curl, struct err *err);
void curl_close(struct curl *curl); /* NULL-safe */

/* Forgets the options of the last message and sets what all have: the URL, TLS, times. */
void curl_begin(struct curl *curl, const struct send_config *config);

/* What went wrong, in curl's words. In the arena. */
const char *curl_words(const struct curl *curl, struct arena *arena, CURLcode code);

#endif
