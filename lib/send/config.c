/* transports.yaml, and the secrets that it names. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/cipher.h"
#include "base/str.h"
#include "send/mail.h"
#include "send/send.h"

enum { SECRET_MOST = 4096 };

/* ---- secrets ----------------------------------------------------------------------------------------- */

static int
read_secret_file(struct arena *arena, const struct yaml *node, const char *path, bool guarded,
                 const char **secret, struct err *err)
{
    char bytes[SECRET_MOST];
    struct stat status;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) {
        if (fd >= 0)
            close(fd);
        return yaml_error(node, err, _("secret: %s: cannot be read"), path);
    }
    ssize_t got = read(fd, bytes, sizeof bytes);
    close(fd);
    if (!guarded && status.st_mode & (S_IRWXG | S_IRWXO))
        return yaml_error(node, err, _("secret: %s: others can read it; chmod 600 %s"), path, path);
    if (got <= 0 || got == SECRET_MOST)
        return yaml_error(node, err, _("secret: %s: is empty or too long"), path);
    size_t length = (size_t)got;
    while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r'))
        length--;
    *secret = arena_strndup(arena, bytes, length);
    secret_wipe(bytes, sizeof bytes);
    if (length && strcspn(*secret, "\r\n") == length && strlen(*secret) == length)
        return 0;
    return yaml_error(node, err, _("secret: %s: must be one line"), path);
}

static int
read_secret(struct arena *arena, const struct yaml *node, const char *credentials,
            struct send_config *config, struct err *err)
{
    static const char *const known[] = {"header", "prefix", "file", "credential", NULL};
    if (yaml_only(node, known, err) < 0)
        return -1;
    const char *file = yaml_text(node, "file"), *credential = yaml_text(node, "credential");
    config->secret_header = yaml_text(node, "header");
    config->secret_prefix = yaml_text(node, "prefix");
    secret_guard();
    if (file && !credential)
        return read_secret_file(arena, node, file, false, &config->secret, err);
    if (!credential || file || strchr(credential, '/'))
        return yaml_error(node, err, _("secret: needs file: PATH, or credential: NAME"));
    if (!credentials)
        return yaml_error(
            node, err, _("secret: credential %s: systemd gave none (LoadCredential=)"), credential);
    return read_secret_file(arena, node, arena_printf(arena, "%s/%s", credentials, credential),
                            true, &config->secret, err);
}

/* ---- a transport ---------------------------------------------------------------------------------------- */

static int
read_argv(struct arena *arena, const struct yaml *node, struct send_config *config, struct err *err)
{
    static const char *const shell[] = {"/bin/sh", "-c"};
    bool list = node->type == YAML_LIST;
    config->argv = arena_array(arena, (size_t)(list ? node->count : 3) + 1, sizeof(char *));
    if (!list && node->text && *node->text) {
        config->argv[0] = shell[0];
        config->argv[1] = shell[1];
        config->argv[2] = node->text;
        return 0;
    }
    int count = 0;
    for (const struct yaml *word = list ? node->first : NULL; word; word = word->next)
        if (word->text)
            config->argv[count++] = word->text;
    return count > 0 && count == node->count
               ? 0
               : yaml_error(node, err, _("command: must be a text, or a list of words"));
}

static int
read_pairs(const struct yaml *map, struct send_pairs *pairs, struct err *err)
{
    for (const struct yaml *node = map ? map->first : NULL; node; node = node->next) {
        if (pairs->count == SEND_PAIRS || !node->key || !node->text || strpbrk(node->text, "\r\n"))
            return yaml_error(node, err, _("must be at most %d names with a text each"),
                              (int)SEND_PAIRS);
        pairs->names[pairs->count] = node->key;
        pairs->values[pairs->count++] = node->text;
    }
    return 0;
}

static int
read_ok(const struct yaml *node, struct send_config *config, struct err *err)
{
    static const char *const known[] = {"field", "values", "dead", NULL};
    if (!node)
        return 0;
    if (yaml_only(node, known, err) < 0)
        return -1;
    config->ok_field = yaml_text(node, "field");
    config->ok_values = yaml_get(node, "values");
    config->dead_values = yaml_get(node, "dead");
    return config->ok_field && config->ok_values && config->ok_values->type == YAML_LIST
               ? 0
               : yaml_error(node, err, _("ok: needs field and values"));
}

static bool
is_this_machine(const char *url)
{
    const char *host = strstr(url, "://");
    host = host ? host + 3 : url;
    size_t length = strcspn(host, ":/?#");
    return (length == 9 && memcmp(host, "localhost", 9) == 0) ||
           (length >= 7 && memcmp(host, "127.", 4) == 0) || str_starts(host, "[::1]");
}

/* Personal data leave this machine only through TLS, unless somebody says otherwise in so many words. */
static int
check_url(const struct yaml *node, const struct send_config *config, struct err *err)
{
    bool http = strcmp(config->via, "http") == 0;
    const char *safe = http ? "https://" : "smtps://", *open = http ? "http://" : "smtp://";
    if (!config->url || (!str_starts(config->url, safe) && !str_starts(config->url, open)))
        return yaml_error(node, err, _("url: must be %s… or %s…"), safe, open);
    if (strchr(config->url, '@'))
        return yaml_error(node, err, _("url: holds a user or password; use user and secret"));
    if (!http || str_starts(config->url, safe) || config->plain || is_this_machine(config->url))
        return 0;
    return yaml_error(node, err, _("url: is without TLS; use https, or say plain: true"));
}

static int
check_config(const struct yaml *node, const struct send_config *config, struct err *err)
{
    bool mails = strcmp(config->via, "sendmail") == 0 || strcmp(config->via, "smtp") == 0;
    bool runs = strcmp(config->via, "sendmail") == 0 || strcmp(config->via, "command") == 0;
    if (!runs && strcmp(config->via, "smtp") != 0 && strcmp(config->via, "http") != 0)
        return yaml_error(node, err, _("via: must be command, sendmail, smtp or http"));
    if (runs && !config->argv)
        return yaml_error(node, err, _("%s: needs command"), config->channel);
    if (mails && (!config->from || !mail_address_valid(config->from)))
        return yaml_error(node, err, _("%s: from: must be a mail address"), config->channel);
    if (strcmp(config->body, "json") != 0 && strcmp(config->body, "form") != 0)
        return yaml_error(node, err, _("body: must be json or form"));
    if (config->timeout_s < 1 || config->timeout_s > 300 || config->rate < 0 ||
        config->failures < 1 || config->rest_s < 1)
        return yaml_error(node, err,
                          _("timeout must be from 1 to 300, failures and rest at least 1, rate at "
                            "least 0"));
    return runs ? 0 : check_url(node, config, err);
}

static int
read_numbers(const struct yaml *node, struct send_config *config, struct err *err)
{
    config->timeout_s = 15;
    config->failures = 10;
    config->rest_s = 60;
    return yaml_int(node, "timeout", &config->timeout_s, err) < 0 ||
                   yaml_int(node, "rate", &config->rate, err) < 0 ||
                   yaml_int(node, "failures", &config->failures, err) < 0 ||
                   yaml_int(node, "rest", &config->rest_s, err) < 0 ||
                   yaml_bool(node, "plain", &config->plain, err) < 0 ||
                   yaml_bool(node, "reuse", &config->reuse, err) < 0
               ? -1
               : 0;
}

static int
read_talk(const struct yaml *node, struct send_config *config, struct err *err)
{
    const char *talk = yaml_text(node, "talk");
    config->lines = talk && strcmp(talk, "lines") == 0;
    if (!talk || config->lines || strcmp(talk, "once") == 0)
        return 0;
    return yaml_error(node, err, _("talk: must be lines or once"));
}

static int
read_config(struct arena *arena, const struct yaml *node, const char *credentials,
            struct send_config *config, struct err *err)
{
    static const char *const known[] = {
        "via", "command", "talk",    "url",      "from", "user",  "secret",
        "ca",  "plain",   "headers", "fields",   "with", "body",  "receipt",
        "ok",  "timeout", "rate",    "failures", "rest", "reuse", NULL};
    const struct yaml *secret = yaml_get(node, "secret"), *command = yaml_get(node, "command");
    if (yaml_only(node, known, err) < 0)
        return -1;
    *config = (struct send_config){.channel = node->key,
                                   .node = node,
                                   .via = yaml_text(node, "via"),
                                   .url = yaml_text(node, "url"),
                                   .from = yaml_text(node, "from"),
                                   .user = yaml_text(node, "user"),
                                   .ca = yaml_text(node, "ca"),
                                   .body = yaml_text(node, "body"),
                                   .receipt_field = yaml_text(node, "receipt")};
    if (!config->body)
        config->body = "json";
    if (!config->via)
        return yaml_error(node, err, _("via: must be command, sendmail, smtp or http"));
    if ((command && read_argv(arena, command, config, err) < 0) ||
        read_talk(node, config, err) < 0 || read_numbers(node, config, err) < 0 ||
        read_pairs(yaml_get(node, "headers"), &config->headers, err) < 0 ||
        read_pairs(yaml_get(node, "fields"), &config->fields, err) < 0 ||
        read_pairs(yaml_get(node, "with"), &config->with, err) < 0 ||
        read_ok(yaml_get(node, "ok"), config, err) < 0 || check_config(node, config, err) < 0)
        return -1;
    return secret ? read_secret(arena, secret, credentials, config, err) : 0;
}

int
send_configs_read(struct arena *arena, const char *path, const char *credentials,
                  struct send_configs *configs, struct err *err)
{
    static const char *const known[] = {"transports", NULL};
    static const char *const channels[] = {"sms", "wechat", "email", NULL};
    const struct yaml *root = yaml_load(arena, path, err);
    const struct yaml *map = root ? yaml_get(root, "transports") : NULL;
    *configs = (struct send_configs){.file = path};
    if (!root || yaml_only(root, known, err) < 0)
        return -1;
    if (!map || map->type == YAML_NULL)
        return 0;
    if (yaml_only(map, channels, err) < 0)
        return -1;
    configs->items = arena_array(arena, (size_t)map->count + 1, sizeof *configs->items);
    for (const struct yaml *node = map->first; node; node = node->next)
        if (read_config(arena, node, credentials, &configs->items[configs->count++], err) < 0)
            return -1;
    return 0;
}

const struct send_config *
send_config_of(const struct send_configs *configs, const char *channel)
{
    for (int i = 0; i < configs->count; i++)
        if (strcmp(configs->items[i].channel, channel) == 0)
            return &configs->items[i];
    return NULL;
}
