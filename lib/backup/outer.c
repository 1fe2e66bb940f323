#include "backup/outer.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "backup/file.h"

enum { AT_FLAGS = 16, AT_SCHEMA = 20, AT_AT = 24, AT_IDENTITY = 32, AT_RECOVERY = 96 };
enum { AT_KEY = 104, AT_HEADER = 184 };
static const char magic[] = "medi backup 1\r\n\032";
enum { MAGIC = sizeof magic - 1, NAME = sizeof "medi backup " - 1 };

static void
put(unsigned char *out, uint64_t number, int size)
{
    for (int i = 0; i < size; i++)
        out[i] = (unsigned char)(number >> 8 * i);
}

static uint64_t
get(const unsigned char *in, int size)
{
    uint64_t number = 0;
    for (int i = 0; i < size; i++)
        number |= (uint64_t)in[i] << 8 * i;
    return number;
}

void
outer_write(const struct outer *outer, unsigned char out[OUTER_SIZE])
{
    memcpy(out, magic, MAGIC);
    put(out + AT_FLAGS, outer->flags, 4);
    put(out + AT_SCHEMA, outer->schema, 4);
    put(out + AT_AT, (uint64_t)outer->at, 8);
    memset(out + AT_IDENTITY, 0, OUTER_IDENTITY);
    memcpy(out + AT_IDENTITY, outer->identity, strlen(outer->identity));
    memcpy(out + AT_RECOVERY, outer->recovery, RECOVERY_ID);
    memcpy(out + AT_KEY, outer->key, sizeof outer->key);
    memcpy(out + AT_HEADER, outer->header, STREAM_HEADER);
}

static bool
is_digit(unsigned char byte)
{
    return byte >= '0' && byte <= '9';
}

int
outer_read(struct outer *outer, const unsigned char *in, size_t length, const char *path,
           struct err *err)
{
    if (length < MAGIC || memcmp(in, magic, NAME) != 0)
        return err_set(err, ERR_DATA, _("%s: not a backup made by medi"), path);
    if (is_digit(in[NAME]) && (in[NAME] != magic[NAME] || is_digit(in[NAME + 1])))
        return err_set(err, ERR_DATA,
                       _("%s: a backup of another format, made by a newer medi; upgrade the "
                         "programs"),
                       path);
    if (memcmp(in, magic, MAGIC) != 0)
        return err_set(err, ERR_DATA, _("%s: damaged at its very beginning; use another copy"),
                       path);
    if (length < OUTER_SIZE)
        return err_set(err, ERR_DATA, _("%s: cut short in its header; use another copy"), path);
    outer->flags = (uint32_t)get(in + AT_FLAGS, 4);
    outer->schema = (uint32_t)get(in + AT_SCHEMA, 4);
    outer->at = (int64_t)get(in + AT_AT, 8);
    memcpy(outer->identity, in + AT_IDENTITY, OUTER_IDENTITY);
    outer->identity[OUTER_IDENTITY] = '\0';
    memcpy(outer->recovery, in + AT_RECOVERY, RECOVERY_ID);
    memcpy(outer->key, in + AT_KEY, sizeof outer->key);
    memcpy(outer->header, in + AT_HEADER, STREAM_HEADER);
    return 0;
}

int
outer_read_file(struct outer *outer, const char *path, struct err *err)
{
    unsigned char bytes[OUTER_SIZE];
    int file = file_open(path, err);
    if (file < 0)
        return -1;
    ssize_t length = file_read(file, bytes, sizeof bytes);
    int result = length < 0 ? err_errno(err, errno, _("%s: cannot be read"), path)
                            : outer_read(outer, bytes, (size_t)length, path, err);
    close(file);
    return result;
}
