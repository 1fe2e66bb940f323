#include "vault/keyfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/codec.h"
#include "base/hash.h"

enum { LONGEST = 4096, BASE64_KEY = 44, HEX_ID = 2 * KEY_ID };
static const char head[] = "medi-key-1 ";
static const char comment[] = "# medi master key. Personal data cannot be read without it: keep a "
                              "copy apart from the database, "
                              "and show it to nobody.\n";

/* ---- keys in memory ----------------------------------------------------------------------------- */

struct keys *
keys_new(void)
{
    return secret_alloc(sizeof(struct keys));
}

void
keys_free(struct keys *keys)
{
    secret_free(keys);
}

static void
name_key(struct key *key)
{
    struct hash hash;
    hash_begin(&hash, "medi key id", KEY_ID, NULL);
    hash_add(&hash, key->key, sizeof key->key);
    hash_end(&hash, key->id, KEY_ID);
    secret_wipe(&hash, sizeof hash);
}

void
key_make(struct key *key)
{
    random_bytes(key->key, sizeof key->key);
    name_key(key);
}

void
key_name(char name[KEY_NAME], const unsigned char id[KEY_ID])
{
    for (int i = 0; i < KEY_ID; i++)
        snprintf(name + 2 * i, 3, "%02x", id[i]);
}

const struct key *
keys_find(const struct keys *keys, const unsigned char id[KEY_ID])
{
    for (long i = 0; i < keys->count; i++)
        if (memcmp(keys->key[i].id, id, KEY_ID) == 0)
            return &keys->key[i];
    return NULL;
}

void
keys_add(struct keys *keys, const struct key *key)
{
    if (!keys_find(keys, key->id) && keys->count < KEYS_MOST)
        keys->key[keys->count++] = *key;
}

/* ---- reading ------------------------------------------------------------------------------------ */

/* One line without its end. False: it is no key, or the key does not have this id. */
static bool
parse_key(struct key *key, const char *line, size_t length)
{
    unsigned char id[KEY_ID];
    size_t at = sizeof head - 1;
    if (length != at + HEX_ID + 1 + BASE64_KEY || memcmp(line, head, at) != 0 ||
        hex_decode(id, sizeof id, line + at, HEX_ID) != KEY_ID || line[at + HEX_ID] != ' ' ||
        base64_decode(key->key, sizeof key->key, line + at + HEX_ID + 1, BASE64_KEY) != CIPHER_KEY)
        return false;
    name_key(key);
    return memcmp(id, key->id, KEY_ID) == 0;
}

static int
parse_keys(struct keys *keys, const char *path, const char *text, size_t length, struct err *err)
{
    struct keys *found = keys_new();
    struct key *key = secret_alloc(sizeof *key);
    bool good = true;
    int number = 0;
    for (size_t at = 0; at < length && good;) {
        const char *line = text + at, *end = memchr(line, '\n', length - at);
        size_t bytes = end ? (size_t)(end - line) : length - at;
        at += bytes + 1;
        number++;
        bytes -= bytes && line[bytes - 1] == '\r';
        if (!bytes || *line == '#')
            continue;
        good = parse_key(key, line, bytes) && found->count < KEYFILE_KEYS;
        if (good)
            keys_add(found, key);
    }
    for (long i = 0; good && i < found->count; i++)
        keys_add(keys, &found->key[i]);
    bool none = found->count == 0;
    keys_free(found);
    secret_free(key);
    if (!good)
        return err_set(
            err, ERR_DATA,
            _("%s:%d: no key, or a damaged one; put the copy that you kept in its place"), path,
            number);
    return none ? err_set(err, ERR_DATA,
                          _("%s: no key is in it; put the copy that you kept in its place"), path)
                : 0;
}

static int
check_file(int file, const char *path, struct err *err)
{
    struct stat status;
    if (fstat(file, &status) < 0)
        return err_errno(err, errno, "%s", path);
    if (!S_ISREG(status.st_mode))
        return err_set(err, ERR_DATA, _("%s: not a regular file, so not a key file"), path);
    if (status.st_uid != geteuid() && status.st_uid != 0)
        return err_set(
            err, ERR_DATA,
            _("%s: belongs to another user, who could change it; a key file is one's own"), path);
    if (status.st_mode & (S_IRWXG | S_IRWXO))
        return err_set(err, ERR_DATA,
                       _("%s: others may read or change this key file; it is for its owner only: "
                         "chmod 400 %s"),
                       path, path);
    return 0;
}

/* The number of bytes, at most `room`; -1. */
static ssize_t
read_all(int file, char *text, size_t room)
{
    size_t length = 0;
    while (length < room) {
        ssize_t more = read(file, text + length, room - length);
        if (more < 0 && errno == EINTR)
            continue;
        if (more < 0)
            return -1;
        if (more == 0)
            break;
        length += (size_t)more;
    }
    return (ssize_t)length;
}

int
keyfile_read(struct keys *keys, const char *path, struct err *err)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (file < 0 && errno == ENOENT)
        return err_set(err, ERR_IO, _("%s: no such key file"), path);
    if (file < 0)
        return err_errno(err, errno, _("%s: the key file cannot be read"), path);
    char *text = secret_alloc(LONGEST + 8);
    int result = check_file(file, path, err);
    ssize_t length = result < 0 ? 0 : read_all(file, text, LONGEST + 1);
    if (length < 0)
        result = err_errno(err, errno, _("%s: the key file cannot be read"), path);
    else if (length > LONGEST)
        result = err_set(err, ERR_DATA, _("%s: too long for a key file"), path);
    else if (result == 0)
        result = parse_keys(keys, path, text, (size_t)length, err);
    close(file);
    secret_free(text);
    return result;
}

bool
keyfile_is_there(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

/* ---- writing ------------------------------------------------------------------------------------ */

static bool
write_all(int file, const char *text, size_t length)
{
    while (length) {
        ssize_t done = write(file, text, length);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return false;
        text += done;
        length -= (size_t)done;
    }
    return true;
}

static bool
write_keys(int file, const struct keys *keys)
{
    struct arena arena;
    char name[KEY_NAME];
    arena_init(&arena);
    bool good = write_all(file, comment, sizeof comment - 1);
    for (long i = 0; i < keys->count && good; i++) {
        char *text = base64_encode(&arena, keys->key[i].key, CIPHER_KEY);
        key_name(name, keys->key[i].id);
        good = write_all(file, head, sizeof head - 1) && write_all(file, name, HEX_ID) &&
               write_all(file, " ", 1) && write_all(file, text, strlen(text)) &&
               write_all(file, "\n", 1);
        secret_wipe(text, strlen(text));
    }
    arena_release(&arena);
    return good && fchmod(file, S_IRUSR) == 0 && fsync(file) == 0;
}

/* The directory of the file, opened as `how` says. */
static int
open_folder(const char *path, int how)
{
    char folder[KEYFILE_PATH];
    const char *slash = strrchr(path, '/');
    size_t length = slash ? (size_t)(slash - path) + 1 : 0;
    if (length >= sizeof folder) {
        errno = ENAMETOOLONG;
        return -1;
    }
    memcpy(folder, path, length);
    folder[length] = '\0';
    return open(slash ? folder : ".", how | O_CLOEXEC, S_IRUSR | S_IWUSR);
}

/* A name is on the disk when its directory is. */
static int
sync_folder(const char *path, struct err *err)
{
    int folder = open_folder(path, O_RDONLY | O_DIRECTORY);
    int failed = folder < 0 || fsync(folder) < 0 ? errno : 0;
    if (folder >= 0)
        close(folder);
    return failed ? err_errno(err, failed, "%s", path) : 0;
}

/* The keys under a name of no one else's: `number` is this process's, or 0 for who holds the lock. */
static int
write_draft(char draft[KEYFILE_PATH], const char *path, long number, const struct keys *keys,
            struct err *err)
{
    if (snprintf(draft, KEYFILE_PATH, "%s.%ld.tmp", path, number) >= KEYFILE_PATH)
        return err_errno(err, ENAMETOOLONG, "%s", path);
    unlink(draft); /* one that was killed may have left it */
    int file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (file < 0)
        return err_errno(err, errno, _("%s: the key file cannot be made"), path);
    bool good = write_keys(file, keys);
    int failed = errno;
    close(file);
    if (good)
        return 0;
    unlink(draft);
    return err_errno(err, failed, _("%s: the key file cannot be written"), path);
}

/* A file without a name, of which nothing is left if this process is killed, gets one when it is whole. The
 * errno, or 0; not every file system can. */
static int
make_nameless(const char *path, const struct keys *keys)
{
    char self[64];
    int file = open_folder(path, O_WRONLY | O_TMPFILE);
    if (file < 0)
        return errno;
    snprintf(self, sizeof self, "/proc/self/fd/%d", file);
    bool good =
        write_keys(file, keys) && linkat(AT_FDCWD, self, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0;
    int failed = good ? 0 : errno;
    close(file);
    return failed;
}

int
keyfile_make(const char *path, const struct keys *keys, struct err *err)
{
    char draft[KEYFILE_PATH];
    int failed = make_nameless(path, keys);
    if (failed && failed != EEXIST) {
        if (write_draft(draft, path, getpid(), keys, err) < 0)
            return -1;
        failed = link(draft, path) < 0 ? errno : 0;
        unlink(draft);
    }
    if (failed == EEXIST)
        return err_set(err, ERR_IO, _("%s: is there already, and is left as it is"), path);
    return failed ? err_errno(err, failed, _("%s: the key file cannot be made"), path)
                  : sync_folder(path, err);
}

int
keyfile_replace(const char *path, const struct keys *keys, struct err *err)
{
    char draft[KEYFILE_PATH];
    if (write_draft(draft, path, 0, keys, err) < 0)
        return -1;
    if (rename(draft, path) == 0)
        return sync_folder(path, err);
    int failed = errno;
    unlink(draft);
    return err_errno(err, failed, _("%s: the key file cannot be written"), path);
}

bool
keyfile_old(char old[KEYFILE_PATH], const char *path, const unsigned char id[KEY_ID])
{
    char name[KEY_NAME];
    key_name(name, id);
    return snprintf(old, KEYFILE_PATH, "%s.old-%s", path, name) < KEYFILE_PATH;
}

int
keyfile_lock(const char *path, struct err *err)
{
    int folder = open_folder(path, O_RDONLY | O_DIRECTORY);
    if (folder < 0)
        return err_errno(err, errno, "%s", path);
    if (flock(folder, LOCK_EX | LOCK_NB) == 0)
        return folder;
    int failed = errno;
    close(folder);
    return failed == EWOULDBLOCK
               ? err_set(err, ERR_BUSY,
                         _("%s: another process is changing the key; try again later"), path)
               : err_errno(err, failed, "%s", path);
}
