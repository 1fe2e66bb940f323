#include "audit/sarif.h"

#include <string.h>

#include "text/json.h"

static void
add_text(struct str *out, const char *text)
{
    json_add_string(out, text, strlen(text));
}

/* "name":{"text":"…"} */
static void
add_message(struct str *out, const char *name, const char *text)
{
    str_addf(out, "\"%s\":{\"text\":", name);
    add_text(out, text);
    str_adds(out, "}");
}

static void
add_rule(struct str *out, const struct rule *rule, bool zh)
{
    str_adds(out, "{\"id\":");
    add_text(out, rule->id);
    str_adds(out, ",");
    add_message(out, "shortDescription", zh ? rule->title : rule->en);
    str_adds(out, ",");
    add_message(out, "help", zh ? rule->remedy : rule->remedy_en);
    str_addf(out, ",\"defaultConfiguration\":{\"level\":\"%s\"},\"properties\":{\"topic\":",
             rule->severity);
    add_text(out, rule->topic);
    str_adds(out, ",\"articles\":[");
    for (int i = 0; i < rule->article_count; i++) {
        str_adds(out, i ? "," : "");
        add_text(out, rule->articles[i].name);
    }
    str_addf(out, "],\"confirmed\":%s}}", rule->confirmed ? "true" : "false");
}

static void
add_place(struct str *out, const struct found *found)
{
    struct str name = STR_INIT;
    str_addf(&name, "%s/%s", found->store ? found->store : "*", found->subject);
    str_adds(out, ",\"locations\":[{\"logicalLocations\":[{\"name\":");
    add_text(out, found->subject);
    str_adds(out, ",\"fullyQualifiedName\":");
    add_text(out, name.text);
    str_adds(out, ",\"kind\":\"record\"}]}],\"partialFingerprints\":{\"finding/v1\":");
    add_text(out, name.text);
    str_adds(out, "}");
    str_release(&name);
}

static void
add_result(struct str *out, const struct rules *rules, const struct judged *judged, bool zh)
{
    static const char *const states[] = {"new", "unchanged", "absent", "absent"};
    const struct rule *rule = judged->rule;
    const struct found *found = &judged->found;
    struct str words = STR_INIT;
    str_addf(&words, "%s: %s%s%s", zh ? rule->title : rule->en, found->subject,
             found->detail ? ": " : "", found->detail ? found->detail : "");
    str_adds(out, "{\"ruleId\":");
    add_text(out, rule->id);
    bool gone = judged->mark == MARK_WITHDRAWN; /* SARIF: -1: it is not among the rules */
    str_addf(out, ",\"ruleIndex\":%d,\"level\":\"%s\",\"baselineState\":\"%s\",",
             gone ? -1 : (int)(rule - rules->rules), rule->severity, states[judged->mark]);
    add_message(out, "message", words.text);
    add_place(out, found);
    if (judged->waived) {
        str_adds(out, ",\"suppressions\":[{\"kind\":\"external\",\"justification\":");
        add_text(out, judged->waived);
        str_adds(out, "}]");
    }
    str_adds(out, "}");
    str_release(&words);
}

static void
add_faults(struct str *out, const char *const *faults, int count)
{
    str_addf(out,
             "],\"invocations\":[{\"executionSuccessful\":%s,\"toolConfigurationNotifications\":[",
             count ? "false" : "true");
    for (int i = 0; i < count; i++) {
        str_adds(out, i ? ",{\"level\":\"error\"," : "{\"level\":\"error\",");
        add_message(out, "message", faults[i]);
        str_adds(out, "}");
    }
    str_adds(out, "]}]}]}\n");
}

void
sarif_write(struct str *out, const struct rules *rules, const struct judgement *judgement,
            const char *const *faults, int fault_count, const char *version, bool zh)
{
    str_adds(out,
             "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
             "\"runs\":[{\"tool\":{\"driver\":{\"name\":\"medi-audit\",\"version\":");
    add_text(out, version);
    str_adds(out, ",\"rules\":[");
    for (int i = 0; i < rules->count; i++) {
        str_adds(out, i ? "," : "");
        add_rule(out, &rules->rules[i], zh);
    }
    str_adds(out, "]}},\"results\":[");
    for (int i = 0; i < judgement->count; i++) {
        str_adds(out, i ? "," : "");
        add_result(out, rules, &judgement->items[i], zh);
    }
    add_faults(out, faults, fault_count);
}
