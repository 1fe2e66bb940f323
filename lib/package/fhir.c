#include "package/fhir.h"

#include <errno.h>
#include <string.h>

#include "base/day.h"
#include "package/fhir_private.h"

static const char file[] = "fhir.yaml";

/* ---- the mapping --------------------------------------------------------------------------------------- */

static int
read_resource(struct fhir *fhir, const struct yaml *node, struct err *err)
{
    static const char *const known[] = {"kind", "resource", "when", "also", "body", NULL};
    struct fhir_resource *resource = &fhir->resources[fhir->count++];
    *resource = (struct fhir_resource){.body = yaml_get(node, "body"),
                                       .when = yaml_get(node, "when"),
                                       .resource = yaml_text(node, "resource"),
                                       .kind = scope_kind(fhir->scope, yaml_text(node, "kind"))};
    if (yaml_only(node, known, err) < 0 || yaml_bool(node, "also", &resource->also, err) < 0)
        return -1;
    if (resource->kind < 0)
        return yaml_error(node, err, _("%s: no such kind"), "kind");
    if (!resource->resource || !resource->body || resource->body->type != YAML_MAP)
        return yaml_error(node, err, _("a resource needs its kind, its resource and its body"));
    return 0;
}

static int
load(struct fhir *fhir, struct err *err)
{
    static const char *const known[] = {"resources", NULL};
    const struct packs shipped = {.shipped = fhir->store.spec->packs->shipped};
    char *path = pack_find(&shipped, fhir->arena, file);
    if (!path)
        return err_set(err, ERR_IO, _("%s: not among the packs; install them again"), file);
    const struct yaml *root = yaml_load(fhir->arena, path, err);
    if (!root || yaml_only(root, known, err) < 0)
        return -1;
    const struct yaml *list = yaml_get(root, "resources");
    if (!list || list->type != YAML_LIST)
        return yaml_error(root, err, _("%s: missing"), "resources");
    fhir->resources = arena_array(fhir->arena, (size_t)list->count, sizeof *fhir->resources);
    for (const struct yaml *node = list->first; node; node = node->next)
        if (read_resource(fhir, node, err) < 0)
            return -1;
    return 0;
}

/* ---- the bundle ---------------------------------------------------------------------------------------- */

static int
put(struct fhir *fhir, const char *name, const struct fhir_resource *resource,
    const struct str *body, struct err *err)
{
    fprintf(
        fhir->stream,
        "%s\n{\"fullUrl\":\"urn:uuid:%s\",\"resource\":{\"resourceType\":\"%s\",\"id\":\"%s\",%s}",
        fhir->written++ ? "," : "", name, resource->resource, name, body->text + 1);
    return ferror(fhir->stream) ? err_errno(err, errno, "fhir.json") : 0;
}

static int
put_record(struct fhir *fhir, const struct fhir_resource *resource, const struct db_value *row,
           struct err *err)
{
    const struct fhir_record record = {resource->kind, row};
    struct str body = STR_INIT;
    char name[STORE_UUID];
    int found = fhir_passes(fhir, &record, resource->when, err);
    if (found == 1)
        found = fhir_fill(fhir, &record, resource->body, &body, err);
    if (found > 0) {
        store_name(&fhir->store, resource->kind, row, resource->also ? resource->resource : "",
                   name);
        found = put(fhir, name, resource, &body, err);
    }
    str_release(&body);
    return found < 0 ? -1 : 0;
}

static int
put_kind(struct fhir *fhir, const struct fhir_resource *resource, struct err *err)
{
    struct store_rows *rows;
    if (store_read(&fhir->store, resource->kind, &rows, err) < 0)
        return -1;
    for (int i = 0; i < rows->count; i++)
        if (put_record(fhir, resource, rows->rows[i], err) < 0)
            return -1;
    return 0;
}

static void
put_head(const struct fhir *fhir)
{
    const struct package_spec *spec = fhir->store.spec;
    char at[32];
    zone_format(spec->pick->zone, spec->now, at);
    fputs("{\"resourceType\":\"Bundle\",", fhir->stream);
    if (!spec->reveal)
        fputs("\"meta\":{\"security\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/"
              "v3-ObservationValue\",\"code\":\"MASKED\"}]},",
              fhir->stream);
    fprintf(fhir->stream, "\"type\":\"collection\",\"timestamp\":\"%s\",\"entry\":[", at);
}

int
fhir_write(const struct package_spec *spec, const char *identity, FILE *stream, int64_t *count,
           struct err *err)
{
    struct fhir fhir = {.arena = spec->pick->arena, .scope = spec->pick->scope, .stream = stream};
    store_init(&fhir.store, spec, identity);
    if (load(&fhir, err) < 0)
        return -1;
    put_head(&fhir);
    for (int i = 0; i < fhir.count; i++)
        if (put_kind(&fhir, &fhir.resources[i], err) < 0)
            return -1;
    fputs("\n]}\n", stream);
    *count = fhir.written;
    return 0;
}
