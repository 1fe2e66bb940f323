/*
 * yaml: any text is a tree or an error with file and line; and as the pack of a kind it is a kind
 * whose indexes are its own, whose columns judge any cell, or an error.
 *
 * The first byte: 0 the tree alone, else also the kind.
 */
#include "fuzz.h"

#include <sys/stat.h>

#include "record/kind.h"
#include "record/value.h"
#include "text/yaml.h"

/* Asks everything of a node that a pack's reader can ask. */
static void
ask(const struct yaml *map, const char *key, struct err *err)
{
    static const char *const known[] = {"name", "type", "columns", NULL};
    bool truth = false;
    int64_t number = 0;

    MUST(yaml_get(map, key) != NULL);
    if (yaml_bool(map, key, &truth, err) != 0)
        check_error(err);
    if (yaml_int(map, key, &number, err) != 0)
        check_error(err);
    if (yaml_only(map, known, err) != 0)
        check_error(err);
}

static void
check_tree(const struct yaml *node, int depth)
{
    struct err err = {0};
    int count = 0;

    MUST(depth <= 33 && node->line >= 1);
    MUST((node->type == YAML_SCALAR) == (node->text != NULL));
    if (node->text != NULL)
        check_text(node->text, strlen(node->text));
    for (const struct yaml *child = node->first; child != NULL; child = child->next, count++) {
        MUST((node->type == YAML_MAP) == (child->key != NULL));
        if (node->type == YAML_MAP && count < 20)
            ask(node, child->key, &err);
        check_tree(child, depth + 1);
    }
    MUST(count == node->count);
    MUST(count == 0 || node->type == YAML_LIST || node->type == YAML_MAP);
}

static void
parse_tree(const struct input *input)
{
    struct arena arena;
    struct err err = {0};

    arena_init(&arena);
    const struct yaml *root =
        yaml_parse(&arena, "a.yaml", (const char *)input->at, input->left, &err);
    if (root != NULL) {
        check_tree(root, 0);
    } else {
        check_error(&err);
        MUST(strncmp(err.text, "a.yaml:", 7) == 0);
    }
    arena_release(&arena);
}

/* ---- kinds -------------------------------------------------------------------------------- */

/* A folder of packs with one kind, `kinds/any.yaml`, that is the file in memory. */
struct folder {
    struct memory_file file;
    char path[40], kinds[48], link[64];
};

static struct folder folder = {.file = {.fd = -1}};

static void
folder_remove(void)
{
    unlink(folder.link);
    rmdir(folder.kinds);
    rmdir(folder.path);
}

static void
folder_make(void)
{
    memory_file_make(&folder.file);
    strcpy(folder.path, "/tmp/medi-fuzz-XXXXXX");
    MUST(mkdtemp(folder.path) != NULL);
    snprintf(folder.kinds, sizeof folder.kinds, "%s/kinds", folder.path);
    snprintf(folder.link, sizeof folder.link, "%s/any.yaml", folder.kinds);
    MUST(mkdir(folder.kinds, 0700) == 0 && symlink(folder.file.path, folder.link) == 0);
    atexit(folder_remove);
}

static void
check_column(const struct kind *kind, int index, struct arena *arena)
{
    static const char *const cells[] = {
        "1280.00", "2025-06-01 09:05+08:00", "是", "9-10", "+", "*", "13800138000"};
    const struct kind_column *column = &kind->columns[index];
    const struct value_place place = {.row = arena};
    struct db_value value;
    struct err err = {0};

    MUST(kind_column(kind, column->name) == index && column->into != NULL);
    MUST(kind_match(kind, column->name) == index);
    for (int i = 0; i < column->word_count; i++)
        MUST(kind_word(column, column->words[i].text, strlen(column->words[i].text)) != NULL);
    if (column->type == KIND_MOMENT || column->type == KIND_ZONE)
        return; /* they want a zone, which is a file */
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        if (value_parse(column, &place, cells[i], strlen(cells[i]), &value, &err) != 0)
            check_error(&err);
}

static void
check_indexes(const struct kind *kind, const int *columns, int count)
{
    MUST(count > 0);
    for (int i = 0; i < count; i++)
        MUST(columns[i] >= 0 && columns[i] < kind->count);
}

static void
check_kind(const struct kind *kind, struct arena *arena)
{
    MUST(kind->name && kind->says && kind->table && kind->count > 0);
    for (int i = 0; i < kind->count; i++)
        check_column(kind, i, arena);
    check_indexes(kind, kind->key, kind->key_count);
    for (int i = 0; i < kind->order_count; i++)
        check_indexes(kind, kind->orders[i].columns, kind->orders[i].count);
    for (int i = 0; i < kind->sign_count; i++) {
        check_indexes(kind, &kind->signs[i].column, 1);
        check_indexes(kind, &kind->signs[i].when, 1);
    }
}

static void
load_kind(const struct input *input)
{
    const struct packs packs = {.shipped = folder.path};
    struct arena arena;
    struct err err = {0};

    memory_file_write(&folder.file, input->at, input->left);
    arena_init(&arena);
    const struct kind *kind = kind_load(&arena, &packs, "any", &err);
    if (kind != NULL)
        check_kind(kind, &arena);
    else
        check_error(&err);
    arena_release(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input input = {data, size};

    if (folder.file.fd < 0)
        folder_make();
    bool as_kind = input_byte(&input) != 0;
    parse_tree(&input);
    if (as_kind)
        load_kind(&input);
    return 0;
}
