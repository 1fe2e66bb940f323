#include "send/curl.h"

#include <stdlib.h>
#include <string.h>

#include "base/library.h"

static int
load(struct curl *curl, struct err *err)
{
    static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4", NULL};
    static const struct library_entry entries[] = {
#define X(name) {#name, offsetof(struct curl, name)},
        CURL_API(X)
#undef X
    };
    const char *missing;
    if (library_load(curl, names, entries, sizeof entries / sizeof *entries, &missing) == 0)
        return 0;
    if (missing)
        return err_set(err, ERR_IO, _("libcurl has no %s; install a newer libcurl4"), missing);
    return err_set(err, ERR_IO,
                   _("sending by HTTP or SMTP needs libcurl, which is not installed; install "
                     "the package libcurl4"));
}

int
curl_open(struct curl **out, struct err *err)
{
    struct curl *curl = mem_alloc(sizeof *curl);
    memset(curl, 0, sizeof *curl);
    if (load(curl, err) < 0) {
        free(curl);
        return -1;
    }
    curl->curl_global_init(CURL_GLOBAL_DEFAULT);
    curl->handle = curl->curl_easy_init();
    *out = curl;
    return 0;
}

void
curl_close(struct curl *curl)
{
    if (!curl)
        return;
    curl->curl_easy_cleanup(curl->handle);
    free(curl);
}

void
curl_begin(struct curl *curl, const struct send_config *config)
{
    CURL *handle = curl->handle;
    curl->curl_easy_reset(handle);
    curl->error[0] = '\0';
    curl->curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, curl->error);
    curl->curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl->curl_easy_setopt(handle, CURLOPT_URL, config->url);
    curl->curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "https,http,smtps,smtp");
    curl->curl_easy_setopt(handle, CURLOPT_TIMEOUT, (long)config->timeout_s);
    curl->curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, (long)config->timeout_s);
    curl->curl_easy_setopt(handle, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    if (!config
             ->reuse) { /* a second answer that comes late would be taken for that to the next message */
        curl->curl_easy_setopt(handle, CURLOPT_FRESH_CONNECT, 1L);
        curl->curl_easy_setopt(handle, CURLOPT_FORBID_REUSE, 1L);
    }
    if (config->ca)
        curl->curl_easy_setopt(handle, CURLOPT_CAINFO, config->ca);
}

const char *
curl_words(const struct curl *curl, struct arena *arena, CURLcode code)
{
    return arena_strdup(arena, curl->error[0] ? curl->error : curl->curl_easy_strerror(code));
}
