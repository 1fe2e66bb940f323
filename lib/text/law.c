#include "text/law.h"

#include <string.h>

int
law_read(struct arena *arena, const struct yaml *laws, const struct yaml *node, const char *key,
         struct law *law, struct err *err)
{
    const char *space;
    *law = (struct law){.name = yaml_text(node, key)};
    if (!law->name)
        return yaml_error(node, err, _("%s: %s: missing"), node->key, key);
    if (!(space = strrchr(law->name, ' ')))
        return yaml_error(yaml_get(node, key), err, _("%s: a law and its article, as 医师法 25"),
                          key);
    const struct yaml *its =
        yaml_get(laws, arena_strndup(arena, law->name, (size_t)(space - law->name)));
    law->says = yaml_text(yaml_get(its, "articles"), space + 1);
    return law->says ? yaml_bool(its, "confirmed", &law->confirmed, err)
                     : yaml_error(yaml_get(node, key), err, _("%s: laws.yaml has no such article"),
                                  law->name);
}
