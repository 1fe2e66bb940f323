#include "text/law.h"

#include <string.h>

const struct yaml *
laws_load(struct arena *arena, const struct packs *packs, struct err *err)
{
    const char *path = pack_find(packs, arena, "laws.yaml");
    if (path)
        return yaml_load(arena, path, err);
    err_set(err, ERR_IO, _("%s: not among the packs; install them again"), "laws.yaml");
    return NULL;
}

int
law_cited(struct arena *arena, const struct yaml *laws, const struct yaml *node, const char *key,
          struct law *law, struct err *err)
{
    *law = (struct law){.name = node->text};
    const char *space = law->name ? strrchr(law->name, ' ') : NULL;
    if (!space)
        return yaml_error(node, err, _("%s: a law and its article, as 医师法 25"), key);
    const struct yaml *its =
        yaml_get(laws, arena_strndup(arena, law->name, (size_t)(space - law->name)));
    law->says = yaml_text(yaml_get(its, "articles"), space + 1);
    return law->says ? yaml_bool(its, "confirmed", &law->confirmed, err)
                     : yaml_error(node, err, _("%s: laws.yaml has no such article"), law->name);
}

int
law_read(struct arena *arena, const struct yaml *laws, const struct yaml *node, const char *key,
         struct law *law, struct err *err)
{
    const struct yaml *cited = yaml_get(node, key);
    return cited ? law_cited(arena, laws, cited, key, law, err)
                 : yaml_error(node, err, _("%s: %s: missing"), node->key, key);
}
