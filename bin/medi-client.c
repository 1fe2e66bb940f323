/* medi-client: clients, and what is to be expected of them. The verbs are in bin/client. */
#include "bin/client/verbs.h"

#define FIELD(type, field) offsetof(struct type, field)
#define EXAMPLES(...) (const char *const[]){__VA_ARGS__, NULL}

/* ---- options ------------------------------------------------------------------------------------- */

static const char *const genders[] = {"female", "male", "other", NULL};
static const char *const classes[] = {"client", "staff", "test", NULL};
static const char *const stages[] = {"new", "contacted", "qualified", "booked", NULL};
static const char *const all_stages[] = {"new", "contacted", "qualified", "booked", "converted", "lost", NULL};
static const char *const ways[] = {"any", "sms", "phone", "wechat", "email", "post", NULL};
static const char *const purposes[] = {"care", "marketing", "album", "research", "third-party", NULL};
static const char *const event_kinds[] = {"open-day", "member-day", "salon", "partner", "other", NULL};
static const char *const guest_states[] = {"attended", "accepted", "declined", "absent", NULL};
static const char *const voucher_kinds[] = {"cash", "trial", "gift", NULL};
static const char *const voucher_states[] = {"issued", "redeemed", "expired", "void", NULL};
static const char *const scopes[] = {"record", "consultation", "public", NULL};
static const char *const uses[] = {"consultation", "public", NULL};
static const char *const parts[] = {"file", "timeline", NULL};

static const struct opt add_options[] = {
    {0, "code", OPT_TEXT, FIELD(file_args, code), "CODE", N_("the code (made)"), NULL},
    {0, "name", OPT_TEXT, FIELD(file_args, name), "NAME", N_("the name"), NULL},
    {'p', "phone", OPT_TEXT, FIELD(file_args, phone), "PHONE", N_("the phone, in any spelling"), NULL},
    {0, "id-number", OPT_TEXT, FIELD(file_args, id_number), "NUMBER", N_("the number of the identity paper"), NULL},
    {0, "gender", OPT_CHOICE, FIELD(file_args, gender), "GENDER", N_("female, male or other"), genders},
    {0, "birthday", OPT_DAY, FIELD(file_args, birthday), "DAY", N_("the birthday"), NULL},
    {0, "home", OPT_TEXT, FIELD(file_args, home), "STORE", N_("the home store (that of -s)"), NULL},
    {0, "channel", OPT_TEXT, FIELD(file_args, channel), "CHANNEL", N_("the channel of first touch"), NULL},
    {0, "owner", OPT_TEXT, FIELD(file_args, owner), "STAFF", N_("the consultant or butler"), NULL},
    {0, "nurse", OPT_TEXT, FIELD(file_args, nurse), "STAFF", N_("the nurse whom an emergency reaches"), NULL},
    {0, "class", OPT_CHOICE, FIELD(file_args, class), "CLASS", N_("client, staff or test"), classes},
    {0, "address", OPT_TEXT, FIELD(file_args, address), "TEXT", N_("the address"), NULL},
    {0, "email", OPT_TEXT, FIELD(file_args, email), "ADDRESS", N_("the e-mail address"), NULL},
    {0, "wechat", OPT_TEXT, FIELD(file_args, wechat), "ID", N_("their WeChat id"), NULL},
    {0, "latitude", OPT_TEXT, FIELD(file_args, latitude), "DEGREES", N_("where that is, rounded to a thousandth"), NULL},
    {0, "longitude", OPT_TEXT, FIELD(file_args, longitude), "DEGREES", N_("where that is, rounded to a thousandth"), NULL},
    {0, "language", OPT_TEXT, FIELD(file_args, language), "WORD", N_("the language they speak"), NULL},
    {0, "allergy", OPT_TEXT, FIELD(file_args, allergy), "TEXT", N_("allergies"), NULL},
    {0, "history", OPT_TEXT, FIELD(file_args, history), "TEXT", N_("medical history"), NULL},
    {0, "preference", OPT_TEXT, FIELD(file_args, preference), "TEXT", N_("what they like"), NULL},
    {0, "note", OPT_TEXT, FIELD(file_args, note), "TEXT", N_("a note"), NULL},
    {0, "anyway", OPT_TEXT, FIELD(file_args, anyway), "REASON", N_("another file has this phone or number, and is another person"), NULL},
    {0, "created-on", OPT_DAY, FIELD(file_args, created_on), "DAY", N_("the day of the file (today)"), NULL},
    {0}};
static const struct opt edit_options[] = {
    {0, "name", OPT_TEXT, FIELD(file_args, name), "NAME", N_("the name"), NULL},
    {'p', "phone", OPT_TEXT, FIELD(file_args, phone), "PHONE", N_("the phone, in any spelling"), NULL},
    {0, "id-number", OPT_TEXT, FIELD(file_args, id_number), "NUMBER", N_("the number of the identity paper"), NULL},
    {0, "gender", OPT_CHOICE, FIELD(file_args, gender), "GENDER", N_("female, male or other"), genders},
    {0, "birthday", OPT_DAY, FIELD(file_args, birthday), "DAY", N_("the birthday"), NULL},
    {0, "home", OPT_TEXT, FIELD(file_args, home), "STORE", N_("the home store (that of -s)"), NULL},
    {0, "owner", OPT_TEXT, FIELD(file_args, owner), "STAFF", N_("the consultant or butler"), NULL},
    {0, "nurse", OPT_TEXT, FIELD(file_args, nurse), "STAFF", N_("the nurse whom an emergency reaches"), NULL},
    {0, "class", OPT_CHOICE, FIELD(file_args, class), "CLASS", N_("client, staff or test"), classes},
    {0, "address", OPT_TEXT, FIELD(file_args, address), "TEXT", N_("the address"), NULL},
    {0, "email", OPT_TEXT, FIELD(file_args, email), "ADDRESS", N_("the e-mail address"), NULL},
    {0, "wechat", OPT_TEXT, FIELD(file_args, wechat), "ID", N_("their WeChat id"), NULL},
    {0, "latitude", OPT_TEXT, FIELD(file_args, latitude), "DEGREES", N_("where that is, rounded to a thousandth"), NULL},
    {0, "longitude", OPT_TEXT, FIELD(file_args, longitude), "DEGREES", N_("where that is, rounded to a thousandth"), NULL},
    {0, "language", OPT_TEXT, FIELD(file_args, language), "WORD", N_("the language they speak"), NULL},
    {0, "allergy", OPT_TEXT, FIELD(file_args, allergy), "TEXT", N_("allergies"), NULL},
    {0, "history", OPT_TEXT, FIELD(file_args, history), "TEXT", N_("medical history"), NULL},
    {0, "preference", OPT_TEXT, FIELD(file_args, preference), "TEXT", N_("what they like"), NULL},
    {0, "note", OPT_TEXT, FIELD(file_args, note), "TEXT", N_("a note"), NULL},
    {0, "anyway", OPT_TEXT, FIELD(file_args, anyway), "REASON", N_("another file has this phone or number, and is another person"), NULL},
    {0}};
static const struct operand edit_operands[] = {{"CLIENT", false, false, FIELD(file_args, code), N_("the client's code"), NULL}, {0}};
static const struct opt find_options[] = {{0, "name", OPT_TEXT, FIELD(find_args, name), "PART", N_("a part of the name; looks through all files"), NULL}, {0}};
static const struct operand find_operands[] = {{"WORD", true, false, FIELD(find_args, text), N_("a phone, an id number or a code"), NULL}, {0}};
static const struct opt show_options[] = {
    {'f', "from", OPT_DAY, FIELD(show_args, from), "DAY", N_("from that day on"), NULL},
    {'t', "to", OPT_DAY, FIELD(show_args, to), "DAY", N_("before that day"), NULL},
    {'k', "kind", OPT_TEXT, FIELD(show_args, kind), "KIND", N_("only that kind of contact"), NULL},
    {0, "part", OPT_CHOICE, FIELD(show_args, part), "PART", N_("file or timeline"), parts},
    {'l', "limit", OPT_INT, FIELD(show_args, limit), "N", N_("the newest N contacts"), NULL},
    {'r', "reveal", OPT_TEXT, FIELD(show_args, reveal), "REASON", N_("show personal data as they are; logged"), NULL},
    {0}};
static const struct operand show_operands[] = {{"CLIENT", false, false, FIELD(show_args, code), N_("the client's code"), NULL}, {0}};
static const struct opt list_options[] = {
    {'g', "segment", OPT_TEXT, FIELD(select_args, segment), "SEGMENT", N_("of that segment"), NULL},
    {0, "not-segment", OPT_TEXT, FIELD(select_args, not_segment), "SEGMENT", N_("of any other segment"), NULL},
    {'T', "tier", OPT_TEXT, FIELD(select_args, tier), "TIER", N_("of that tier"), NULL},
    {'t', "tag", OPT_LIST, FIELD(select_args, tags), "TAG", N_("with that tag; may be repeated: with all of them"), NULL},
    {0, "not-tag", OPT_LIST, FIELD(select_args, not_tags), "TAG", N_("without that tag; may be repeated"), NULL},
    {0, "seen-before", OPT_DAY, FIELD(select_args, seen_before), "DAY", N_("last visit before that day"), NULL},
    {0, "seen-after", OPT_DAY, FIELD(select_args, seen_after), "DAY", N_("a visit on that day or later"), NULL},
    {0, "birthday-from", OPT_TEXT, FIELD(select_args, birthday_from), "MM-DD", N_("birthday from that day of the year on"), NULL},
    {0, "birthday-to", OPT_TEXT, FIELD(select_args, birthday_to), "MM-DD", N_("to that one; the year may turn between"), NULL},
    {0, "spend-from", OPT_MONEY, FIELD(select_args, spend_from), "YUAN", N_("paid so much or more, net"), NULL},
    {0, "spend-below", OPT_MONEY, FIELD(select_args, spend_below), "YUAN", N_("paid less than that"), NULL},
    {0, "score-from", OPT_INT, FIELD(select_args, score_from), "N", N_("a score of so much or more"), NULL},
    {0, "age-from", OPT_INT, FIELD(select_args, age_from), "YEARS", N_("so old or older"), NULL},
    {0, "age-below", OPT_INT, FIELD(select_args, age_below), "YEARS", N_("younger than that"), NULL},
    {0, "gender", OPT_CHOICE, FIELD(select_args, gender), "GENDER", N_("female, male or other"), genders},
    {0, "had", OPT_LIST, FIELD(select_args, had), "PROJECT", N_("was treated with that; may be repeated: with all of them"), NULL},
    {0, "not-had", OPT_LIST, FIELD(select_args, not_had), "PROJECT", N_("never was treated with that; may be repeated"), NULL},
    {0, "channel", OPT_TEXT, FIELD(select_args, channel), "CHANNEL", N_("came first by that channel"), NULL},
    {0, "owner", OPT_TEXT, FIELD(select_args, owner), "STAFF", N_("of that consultant"), NULL},
    {0, "home", OPT_TEXT, FIELD(select_args, home), "STORE", N_("of that home store"), NULL},
    {'w', "within", OPT_TEXT, FIELD(select_args, within), "DISTANCE", N_("live so near a store: 3km, 800m@S01"), NULL},
    {'l', "limit", OPT_INT, FIELD(select_args, limit), "N", N_("the first N, best score first"), NULL},
    {0, "names", OPT_FLAG, FIELD(select_args, names), NULL, N_("name and phone as well, masked"), NULL},
    {0}};
static const struct operand merge_operands[] = {
    {"CLIENT", false, false, FIELD(merge_args, code), N_("the file that stays"), NULL},
    {"OTHER", false, false, FIELD(merge_args, other), N_("the file that is joined to it"), NULL},
    {0}};
static const struct opt forget_options[] = {
    {'r', "reason", OPT_TEXT, FIELD(forget_args, reason), "REASON", N_("why"), NULL},
    {0, "anyway", OPT_TEXT, FIELD(forget_args, anyway), "LAW", N_("the law or order for which a record is erased that should be kept"), NULL},
    {0}};
static const struct operand forget_operands[] = {{"CLIENT", false, false, FIELD(forget_args, code), N_("the client's code"), NULL}, {0}};
static const struct opt lead_add_options[] = {
    {0, "code", OPT_TEXT, FIELD(lead_args, code), "CODE", N_("the code (made)"), NULL},
    {0, "name", OPT_TEXT, FIELD(lead_args, name), "NAME", N_("the name"), NULL},
    {'p', "phone", OPT_TEXT, FIELD(lead_args, phone), "PHONE", N_("the phone"), NULL},
    {0, "channel", OPT_TEXT, FIELD(lead_args, channel), "CHANNEL", N_("where they come from"), NULL},
    {0, "project", OPT_TEXT, FIELD(lead_args, project), "PROJECT", N_("what they ask for"), NULL},
    {0, "owner", OPT_TEXT, FIELD(lead_args, owner), "STAFF", N_("who follows them up"), NULL},
    {0, "stage", OPT_CHOICE, FIELD(lead_args, stage), "STAGE", N_("new, contacted, qualified or booked"), stages},
    {0, "next-step", OPT_TEXT, FIELD(lead_args, next_step), "TEXT", N_("what is to be done next"), NULL},
    {0, "next-on", OPT_DAY, FIELD(lead_args, next_on), "DAY", N_("and when"), NULL},
    {0, "note", OPT_TEXT, FIELD(lead_args, note), "TEXT", N_("a note"), NULL},
    {0, "at", OPT_MOMENT, FIELD(lead_args, at), "TIME", N_("when they asked (now)"), NULL},
    {0, "anyway", OPT_TEXT, FIELD(lead_args, anyway), "REASON", N_("that phone is there, and is another person's"), NULL},
    {0}};
static const struct opt lead_edit_options[] = {
    {0, "name", OPT_TEXT, FIELD(lead_args, name), "NAME", N_("the name"), NULL},
    {'p', "phone", OPT_TEXT, FIELD(lead_args, phone), "PHONE", N_("the phone"), NULL},
    {0, "channel", OPT_TEXT, FIELD(lead_args, channel), "CHANNEL", N_("where they come from"), NULL},
    {0, "project", OPT_TEXT, FIELD(lead_args, project), "PROJECT", N_("what they ask for"), NULL},
    {0, "owner", OPT_TEXT, FIELD(lead_args, owner), "STAFF", N_("who follows them up"), NULL},
    {0, "stage", OPT_CHOICE, FIELD(lead_args, stage), "STAGE", N_("new, contacted, qualified or booked"), stages},
    {0, "next-step", OPT_TEXT, FIELD(lead_args, next_step), "TEXT", N_("what is to be done next"), NULL},
    {0, "next-on", OPT_DAY, FIELD(lead_args, next_on), "DAY", N_("and when"), NULL},
    {0, "note", OPT_TEXT, FIELD(lead_args, note), "TEXT", N_("a note"), NULL},
    {0}};
static const struct operand lead_edit_operands[] = {{"LEAD", false, false, FIELD(lead_args, code), N_("the lead's code"), NULL}, {0}};
static const struct opt lead_list_options[] = {
    {0, "stage", OPT_CHOICE, FIELD(lead_args, stage), "STAGE", N_("of that stage"), all_stages},
    {0, "owner", OPT_TEXT, FIELD(lead_args, owner), "STAFF", N_("of that person"), NULL},
    {0, "channel", OPT_TEXT, FIELD(lead_args, channel), "CHANNEL", N_("of that channel"), NULL},
    {0, "due", OPT_DAY, FIELD(lead_args, due), "DAY", N_("whose next step is due by that day"), NULL},
    {0, "open", OPT_FLAG, FIELD(lead_args, open), NULL, N_("neither converted nor lost"), NULL},
    {0}};
static const struct opt lead_convert_options[] = {
    {0, "client", OPT_TEXT, FIELD(lead_args, client), "CODE", N_("the client whom it is, or the code of the new file (made)"), NULL},
    {0, "owner", OPT_TEXT, FIELD(lead_args, owner), "STAFF", N_("the consultant (who followed the lead up)"), NULL},
    {0}};
static const struct operand lead_convert_operands[] = {{"LEAD", false, false, FIELD(lead_args, code), N_("the lead's code"), NULL}, {0}};
static const struct opt lead_lose_options[] = {{'r', "reason", OPT_TEXT, FIELD(lead_args, reason), "REASON", N_("why"), NULL}, {0}};
static const struct operand lead_lose_operands[] = {{"LEAD", false, false, FIELD(lead_args, code), N_("the lead's code"), NULL}, {0}};
static const struct operand tag_add_operands[] = {
    {"CLIENT", false, false, FIELD(tag_args, client), N_("the client's code"), NULL},
    {"TAG", false, false, FIELD(tag_args, tag), N_("of tags.yaml"), NULL},
    {0}};
static const struct operand tag_drop_operands[] = {
    {"CLIENT", false, false, FIELD(tag_args, client), N_("the client's code"), NULL},
    {"TAG", false, false, FIELD(tag_args, tag), N_("of tags.yaml"), NULL},
    {0}};
static const struct opt tag_list_options[] = {
    {'c', "client", OPT_TEXT, FIELD(taglist_args, client), "CLIENT", N_("of that client"), NULL},
    {'t', "tag", OPT_TEXT, FIELD(taglist_args, tag), "TAG", N_("that tag"), NULL},
    {0, "history", OPT_FLAG, FIELD(taglist_args, history), NULL, N_("those that were taken back as well"), NULL},
    {0}};
static const struct opt touch_options[] = {
    {'k', "kind", OPT_TEXT, FIELD(touch_args, kind), "KIND", N_("phone, wechat …: of touches.yaml"), NULL},
    {0, "at", OPT_MOMENT, FIELD(touch_args, at), "TIME", N_("when (now)"), NULL},
    {0, "staff", OPT_TEXT, FIELD(touch_args, staff), "STAFF", N_("who"), NULL},
    {0, "inbound", OPT_FLAG, FIELD(touch_args, inbound), NULL, N_("the client began it"), NULL},
    {0, "proof", OPT_TEXT, FIELD(touch_args, proof), "TEXT", N_("a recording, a screenshot"), NULL},
    {0, "note", OPT_TEXT, FIELD(touch_args, note), "TEXT", N_("what was said"), NULL},
    {0}};
static const struct operand touch_operands[] = {{"CLIENT", false, false, FIELD(touch_args, client), N_("the client's code"), NULL}, {0}};
static const struct opt consent_options[] = {
    {'p', "purpose", OPT_LIST, FIELD(consent_args, purposes), "PURPOSE", N_("care, marketing, album, research or third-party; may be repeated"), NULL},
    {'w', "way", OPT_CHOICE, FIELD(consent_args, way), "WAY", N_("any, sms, phone, wechat, email or post (any)"), ways},
    {0, "proof", OPT_TEXT, FIELD(consent_args, proof), "TEXT", N_("where it can be seen"), NULL},
    {0, "staff", OPT_TEXT, FIELD(consent_args, staff), "STAFF", N_("who took it down"), NULL},
    {0, "at", OPT_MOMENT, FIELD(consent_args, at), "TIME", N_("when it was said (now)"), NULL},
    {0, "until", OPT_DAY, FIELD(consent_args, until), "DAY", N_("its last day"), NULL},
    {0}};
static const struct operand consent_operands[] = {{"CLIENT", false, false, FIELD(consent_args, client), N_("the client's code"), NULL}, {0}};
static const struct opt withdraw_options[] = {
    {'p', "purpose", OPT_LIST, FIELD(consent_args, purposes), "PURPOSE", N_("care, marketing, album, research or third-party; may be repeated"), NULL},
    {'w', "way", OPT_CHOICE, FIELD(consent_args, way), "WAY", N_("any, sms, phone, wechat, email or post (any)"), ways},
    {0, "proof", OPT_TEXT, FIELD(consent_args, proof), "TEXT", N_("where it can be seen"), NULL},
    {0, "staff", OPT_TEXT, FIELD(consent_args, staff), "STAFF", N_("who took it down"), NULL},
    {0, "at", OPT_MOMENT, FIELD(consent_args, at), "TIME", N_("when it was said (now)"), NULL},
    {0}};
static const struct operand withdraw_operands[] = {{"CLIENT", false, false, FIELD(consent_args, client), N_("the client's code"), NULL}, {0}};
static const struct opt consent_list_options[] = {
    {'p', "purpose", OPT_CHOICE, FIELD(consentlist_args, purpose), "PURPOSE", N_("for that purpose"), purposes},
    {0, "history", OPT_FLAG, FIELD(consentlist_args, history), NULL, N_("every word, not the last one alone"), NULL},
    {0}};
static const struct operand consent_list_operands[] = {{"CLIENT", true, false, FIELD(consentlist_args, client), N_("of that client"), NULL}, {0}};
static const struct opt refer_options[] = {
    {'b', "by", OPT_TEXT, FIELD(refer_args, by), "CLIENT", N_("who brought them"), NULL},
    {0, "day", OPT_DAY, FIELD(refer_args, day), "DAY", N_("when (today)"), NULL},
    {0, "reward", OPT_TEXT, FIELD(refer_args, reward), "VOUCHER", N_("what was given for it"), NULL},
    {0, "note", OPT_TEXT, FIELD(refer_args, note), "TEXT", N_("a note"), NULL},
    {0}};
static const struct operand refer_operands[] = {{"CLIENT", false, false, FIELD(refer_args, client), N_("the client's code"), NULL}, {0}};
static const struct opt referral_list_options[] = {
    {'c', "client", OPT_TEXT, FIELD(referlist_args, client), "CLIENT", N_("by or of that client"), NULL},
    {'f', "from", OPT_DAY, FIELD(referlist_args, from), "DAY", N_("from that day on"), NULL},
    {'t', "to", OPT_DAY, FIELD(referlist_args, to), "DAY", N_("before that day"), NULL},
    {0}};
static const struct opt partner_add_options[] = {
    {0, "code", OPT_TEXT, FIELD(partner_args, code), "CODE", N_("the code (made)"), NULL},
    {0, "name", OPT_TEXT, FIELD(partner_args, name), "NAME", N_("the name"), NULL},
    {0, "trade", OPT_TEXT, FIELD(partner_args, trade), "TEXT", N_("the trade"), NULL},
    {0, "terms", OPT_TEXT, FIELD(partner_args, terms), "TEXT", N_("what was agreed"), NULL},
    {0, "channel", OPT_TEXT, FIELD(partner_args, channel), "CHANNEL", N_("the channel of who comes through them"), NULL},
    {0, "valid-from", OPT_DAY, FIELD(partner_args, valid_from), "DAY", N_("the first day"), NULL},
    {0, "valid-to", OPT_DAY, FIELD(partner_args, valid_to), "DAY", N_("the last day"), NULL},
    {0, "contact", OPT_TEXT, FIELD(partner_args, contact), "NAME", N_("whom to speak to"), NULL},
    {0, "phone", OPT_TEXT, FIELD(partner_args, phone), "PHONE", N_("their phone"), NULL},
    {0}};
static const struct opt partner_edit_options[] = {
    {0, "name", OPT_TEXT, FIELD(partner_args, name), "NAME", N_("the name"), NULL},
    {0, "trade", OPT_TEXT, FIELD(partner_args, trade), "TEXT", N_("the trade"), NULL},
    {0, "terms", OPT_TEXT, FIELD(partner_args, terms), "TEXT", N_("what was agreed"), NULL},
    {0, "channel", OPT_TEXT, FIELD(partner_args, channel), "CHANNEL", N_("the channel of who comes through them"), NULL},
    {0, "valid-from", OPT_DAY, FIELD(partner_args, valid_from), "DAY", N_("the first day"), NULL},
    {0, "valid-to", OPT_DAY, FIELD(partner_args, valid_to), "DAY", N_("the last day"), NULL},
    {0, "contact", OPT_TEXT, FIELD(partner_args, contact), "NAME", N_("whom to speak to"), NULL},
    {0, "phone", OPT_TEXT, FIELD(partner_args, phone), "PHONE", N_("their phone"), NULL},
    {0}};
static const struct operand partner_edit_operands[] = {{"PARTNER", false, false, FIELD(partner_args, code), N_("the partner's code"), NULL}, {0}};
static const struct opt event_add_options[] = {
    {0, "code", OPT_TEXT, FIELD(event_args, code), "CODE", N_("the code (made)"), NULL},
    {0, "name", OPT_TEXT, FIELD(event_args, name), "NAME", N_("the name"), NULL},
    {'k', "kind", OPT_CHOICE, FIELD(event_args, kind), "KIND", N_("open-day, member-day, salon, partner or other"), event_kinds},
    {0, "starts-on", OPT_DAY, FIELD(event_args, starts_on), "DAY", N_("the first day"), NULL},
    {0, "ends-on", OPT_DAY, FIELD(event_args, ends_on), "DAY", N_("the last day (the first)"), NULL},
    {0, "partner", OPT_TEXT, FIELD(event_args, partner), "PARTNER", N_("with whom"), NULL},
    {0, "budget", OPT_MONEY, FIELD(event_args, budget), "YUAN", N_("what it may cost"), NULL},
    {0, "spent", OPT_MONEY, FIELD(event_args, spent), "YUAN", N_("what it did cost"), NULL},
    {0, "note", OPT_TEXT, FIELD(event_args, note), "TEXT", N_("a note"), NULL},
    {0}};
static const struct opt event_edit_options[] = {
    {0, "name", OPT_TEXT, FIELD(event_args, name), "NAME", N_("the name"), NULL},
    {'k', "kind", OPT_CHOICE, FIELD(event_args, kind), "KIND", N_("open-day, member-day, salon, partner or other"), event_kinds},
    {0, "starts-on", OPT_DAY, FIELD(event_args, starts_on), "DAY", N_("the first day"), NULL},
    {0, "ends-on", OPT_DAY, FIELD(event_args, ends_on), "DAY", N_("the last day (the first)"), NULL},
    {0, "partner", OPT_TEXT, FIELD(event_args, partner), "PARTNER", N_("with whom"), NULL},
    {0, "budget", OPT_MONEY, FIELD(event_args, budget), "YUAN", N_("what it may cost"), NULL},
    {0, "spent", OPT_MONEY, FIELD(event_args, spent), "YUAN", N_("what it did cost"), NULL},
    {0, "note", OPT_TEXT, FIELD(event_args, note), "TEXT", N_("a note"), NULL},
    {0}};
static const struct operand event_edit_operands[] = {{"EVENT", false, false, FIELD(event_args, code), N_("the event's code"), NULL}, {0}};
static const struct opt event_list_options[] = {
    {'f', "from", OPT_DAY, FIELD(eventlist_args, from), "DAY", N_("from that day on"), NULL},
    {'t', "to", OPT_DAY, FIELD(eventlist_args, to), "DAY", N_("before that day"), NULL},
    {0, "days", OPT_INT, FIELD(eventlist_args, days), "N", N_("what guests pay until so many days after counts (30)"), NULL},
    {0}};
static const struct operand event_invite_operands[] = {
    {"EVENT", false, false, FIELD(event_args, code), N_("the event's code"), NULL},
    {"CLIENT", false, true, FIELD(event_args, clients), N_("whom"), NULL},
    {0}};
static const struct opt event_attend_options[] = {{0, "state", OPT_CHOICE, FIELD(event_args, state), "STATE", N_("attended, accepted, declined or absent (attended)"), guest_states}, {0}};
static const struct operand event_attend_operands[] = {
    {"EVENT", false, false, FIELD(event_args, code), N_("the event's code"), NULL},
    {"CLIENT", false, true, FIELD(event_args, clients), N_("who"), NULL},
    {0}};
static const struct opt voucher_issue_options[] = {
    {0, "code", OPT_TEXT, FIELD(voucher_args, code), "CODE", N_("the code (made, and not to be guessed)"), NULL},
    {'k', "kind", OPT_CHOICE, FIELD(voucher_args, kind), "KIND", N_("cash, trial or gift"), voucher_kinds},
    {'c', "client", OPT_TEXT, FIELD(voucher_args, client), "CLIENT", N_("whose it is; none: whoever brings it"), NULL},
    {0, "partner", OPT_TEXT, FIELD(voucher_args, partner), "PARTNER", N_("in the name of that partner"), NULL},
    {0, "project", OPT_TEXT, FIELD(voucher_args, project), "PROJECT", N_("for that project alone"), NULL},
    {0, "value", OPT_MONEY, FIELD(voucher_args, value), "YUAN", N_("what it is worth"), NULL},
    {0, "why", OPT_TEXT, FIELD(voucher_args, why), "TEXT", N_("what it is given for"), NULL},
    {0, "expires", OPT_DAY, FIELD(voucher_args, expires), "DAY", N_("the last day (in 90 days)"), NULL},
    {0, "count", OPT_INT, FIELD(voucher_args, count), "N", N_("so many at once"), NULL},
    {0, "reward-for", OPT_TEXT, FIELD(voucher_args, reward_for), "CLIENT", N_("to who brought that client, once"), NULL},
    {0}};
static const struct opt voucher_redeem_options[] = {
    {'c', "client", OPT_TEXT, FIELD(voucher_args, client), "CLIENT", N_("who brings it"), NULL},
    {0, "project", OPT_TEXT, FIELD(voucher_args, project), "PROJECT", N_("for what"), NULL},
    {0, "order", OPT_TEXT, FIELD(voucher_args, order), "ORDER", N_("for which order"), NULL},
    {0}};
static const struct operand voucher_redeem_operands[] = {{"VOUCHER", false, false, FIELD(voucher_args, code), N_("its code"), NULL}, {0}};
static const struct opt voucher_void_options[] = {{'w', "why", OPT_TEXT, FIELD(voucher_args, why), "REASON", N_("why"), NULL}, {0}};
static const struct operand voucher_void_operands[] = {{"VOUCHER", false, false, FIELD(voucher_args, code), N_("its code"), NULL}, {0}};
static const struct opt voucher_list_options[] = {
    {'c', "client", OPT_TEXT, FIELD(voucherlist_args, client), "CLIENT", N_("of that client"), NULL},
    {0, "state", OPT_CHOICE, FIELD(voucherlist_args, state), "STATE", N_("issued, redeemed, expired or void"), voucher_states},
    {'k', "kind", OPT_CHOICE, FIELD(voucherlist_args, kind), "KIND", N_("cash, trial or gift"), voucher_kinds},
    {0, "partner", OPT_TEXT, FIELD(voucherlist_args, partner), "PARTNER", N_("of that partner"), NULL},
    {0}};
static const struct opt segment_show_options[] = {{'g', "segment", OPT_TEXT, FIELD(codes_args, segment), "SEGMENT", N_("of that segment"), NULL}, {0}};
static const struct operand segment_show_operands[] = {{"CLIENT", true, true, FIELD(codes_args, codes), N_("of these clients"), NULL}, {0}};
static const struct opt album_add_options[] = {
    {0, "code", OPT_TEXT, FIELD(album_args, code), "CODE", N_("the code (made)"), NULL},
    {0, "project", OPT_TEXT, FIELD(album_args, project), "PROJECT", N_("what was done"), NULL},
    {0, "before", OPT_TEXT, FIELD(album_args, before), "REFERENCE", N_("where the picture before lies"), NULL},
    {0, "after", OPT_TEXT, FIELD(album_args, after), "REFERENCE", N_("where the picture after lies"), NULL},
    {0, "scope", OPT_CHOICE, FIELD(album_args, scope), "SCOPE", N_("record, consultation or public (record)"), scopes},
    {0, "taken-on", OPT_DAY, FIELD(album_args, taken_on), "DAY", N_("when it was taken (today)"), NULL},
    {0, "until", OPT_DAY, FIELD(album_args, until), "DAY", N_("the last day of its use"), NULL},
    {0, "proof", OPT_TEXT, FIELD(album_args, proof), "TEXT", N_("the client's paper"), NULL},
    {0}};
static const struct operand album_add_operands[] = {{"CLIENT", false, false, FIELD(album_args, client), N_("the client's code"), NULL}, {0}};
static const struct opt album_edit_options[] = {
    {0, "project", OPT_TEXT, FIELD(album_args, project), "PROJECT", N_("what was done"), NULL},
    {0, "before", OPT_TEXT, FIELD(album_args, before), "REFERENCE", N_("where the picture before lies"), NULL},
    {0, "after", OPT_TEXT, FIELD(album_args, after), "REFERENCE", N_("where the picture after lies"), NULL},
    {0, "scope", OPT_CHOICE, FIELD(album_args, scope), "SCOPE", N_("record, consultation or public (record)"), scopes},
    {0, "taken-on", OPT_DAY, FIELD(album_args, taken_on), "DAY", N_("when it was taken (today)"), NULL},
    {0, "until", OPT_DAY, FIELD(album_args, until), "DAY", N_("the last day of its use"), NULL},
    {0, "proof", OPT_TEXT, FIELD(album_args, proof), "TEXT", N_("the client's paper"), NULL},
    {0}};
static const struct operand album_edit_operands[] = {{"ALBUM", false, false, FIELD(album_args, code), N_("the album's code"), NULL}, {0}};
static const struct opt album_list_options[] = {
    {'c', "client", OPT_TEXT, FIELD(album_args, client), "CLIENT", N_("of that client"), NULL},
    {0, "project", OPT_TEXT, FIELD(album_args, project), "PROJECT", N_("of that project"), NULL},
    {0, "for", OPT_CHOICE, FIELD(album_args, for_use), "USE", N_("what may be used for: consultation or public"), uses},
    {'r', "reveal", OPT_TEXT, FIELD(album_args, reveal), "REASON", N_("show personal data as they are; logged"), NULL},
    {0}};

static const char *const units[] = {"day", "week", NULL};
static const char *const models[] = {"mbg", "bg", NULL};

static const struct opt fit_options[] = {
    {'t', "transactions", OPT_FILE, FIELD(fit_args, transactions), "FILE", N_("lines of client, date, quantity, amount; - is standard input; no database is opened"), NULL},
    {'u', "unit", OPT_CHOICE, FIELD(fit_args, unit), "UNIT", N_("of time: day or week (week)"), units},
    {'m', "model", OPT_CHOICE, FIELD(fit_args, model), "MODEL", N_("mbg: MBG/NBD, bg: BG/NBD (mbg)"), models},
    {'g', "gamma-gamma", OPT_FLAG, FIELD(fit_args, gamma_gamma), NULL, N_("fit what clients pay a time, too"), NULL},
    {0, "until", OPT_DAY, FIELD(fit_args, until), "DAY", N_("the last day of the observation; what comes later is left out"), NULL},
    {'p', "predict", OPT_INT, FIELD(fit_args, predict), "T", N_("a row a client instead: what to expect in the next T days or weeks"), NULL},
    {0}};

/* ---- verbs --------------------------------------------------------------------------------------- */

static const struct verb verbs[] = {
    {.name = "add", .summary = N_("open the file of a client"), .mode = DB_WRITE,
     .run = cmd_add, .args_size = sizeof(struct file_args), .options = add_options, .flags = VERB_OF_STORE, .examples = EXAMPLES("medi-client add -s S01 --name 张三 --phone 13900139000 --channel dianping --owner Q01", "medi-client add -s S01 --name 李四 --phone 13800138001 --birthday 1990-02-28 --anyway \"mother's phone\" -n")},
    {.name = "edit", .summary = N_("change the file of a client"), .mode = DB_WRITE,
     .run = cmd_edit, .args_size = sizeof(struct file_args), .options = edit_options, .operands = edit_operands, .flags = VERB_OF_STORE, .examples = EXAMPLES("medi-client edit C0001 --allergy 青霉素", "medi-client edit C0001 --owner Q02 -n")},
    {.name = "find", .summary = N_("find a client by phone, id number, code or name"), .mode = DB_READ,
     .run = cmd_find, .args_size = sizeof(struct find_args), .options = find_options, .operands = find_operands, .flags = VERB_EXIT_ROWS, .examples = EXAMPLES("medi-client find 138-0013-8001", "medi-client find --name 张")},
    {.name = "show", .summary = N_("show a file, and everything that happened"), .mode = DB_READ,
     .run = cmd_show, .args_size = sizeof(struct show_args), .options = show_options, .operands = show_operands, .examples = EXAMPLES("medi-client show C0001 --limit 20", "medi-client show C0001 --part timeline --kind payment --from 2025-01 -o json")},
    {.name = "list", .summary = N_("select clients by any mix of what is known of them"), .mode = DB_READ,
     .run = cmd_list, .args_size = sizeof(struct select_args), .options = list_options, .flags = VERB_OF_STORE | VERB_EXIT_ROWS, .examples = EXAMPLES("medi-client list --segment at-risk --seen-before -180d --within 5km@S01", "medi-client list --birthday-from 12-20 --birthday-to 01-10 --tier gold -o csv")},
    {.name = "duplicates", .summary = N_("list files that may be of one person"), .mode = DB_READ,
     .run = cli_list, .query = SQL_CLIENT_DUPLICATES, .flags = VERB_EXIT_ROWS, .examples = EXAMPLES("medi-client duplicates", "medi-client duplicates --exit-code -o csv")},
    {.name = "merge", .summary = N_("join two files of one person"), .mode = DB_WRITE,
     .run = cmd_merge, .args_size = sizeof(struct merge_args), .operands = merge_operands, .examples = EXAMPLES("medi-client merge C0001 C0002 -n", "medi-client merge C0001 C0003 -n -v")},
    {.name = "forget", .summary = N_("erase a person, and keep the figures"), .mode = DB_WRITE,
     .run = cmd_forget, .args_size = sizeof(struct forget_args), .options = forget_options, .operands = forget_operands, .examples = EXAMPLES("medi-client forget C0003 --reason \"asked on 2026-09-01\" -n", "medi-client forget C0001 --reason \"asked\" --anyway \"court order 7\" -n")},
    {.name = "lead add", .summary = N_("write down who asked"), .mode = DB_WRITE,
     .run = cmd_lead_add, .args_size = sizeof(struct lead_args), .options = lead_add_options, .flags = VERB_OF_STORE, .examples = EXAMPLES("medi-client lead add -s S01 --code L1 --name 周小姐 --phone 13700137000 --channel dianping --project P01", "medi-client lead add -s S01 --phone 13700137001 --next-step 电话回访 --next-on +3d -n")},
    {.name = "lead edit", .summary = N_("change a lead"), .mode = DB_WRITE,
     .run = cmd_lead_edit, .args_size = sizeof(struct lead_args), .options = lead_edit_options, .operands = lead_edit_operands, .flags = VERB_OF_STORE, .examples = EXAMPLES("medi-client lead edit L1 --stage contacted --next-step 发案例 --next-on +2d", "medi-client lead edit L1 --owner Q01 -n")},
    {.name = "lead list", .summary = N_("list leads"), .mode = DB_READ,
     .run = cmd_lead_list, .args_size = sizeof(struct lead_args), .options = lead_list_options, .flags = VERB_OF_STORE | VERB_EXIT_ROWS, .examples = EXAMPLES("medi-client lead list --open --due today", "medi-client lead list --stage lost -o csv")},
    {.name = "lead convert", .summary = N_("make a lead a client, without retyping"), .mode = DB_WRITE,
     .run = cmd_lead_convert, .args_size = sizeof(struct lead_args), .options = lead_convert_options, .operands = lead_convert_operands, .flags = VERB_OF_STORE, .examples = EXAMPLES("medi-client lead convert L1", "medi-client lead convert L2 --owner Q01 -n")},
    {.name = "lead lose", .summary = N_("give a lead up, with the reason"), .mode = DB_WRITE,
     .run = cmd_lead_lose, .args_size = sizeof(struct lead_args), .options = lead_lose_options, .operands = lead_lose_operands, .flags = VERB_OF_STORE, .examples = EXAMPLES("medi-client lead lose L3 --reason 价格过高", "medi-client lead lose L2 --reason 外地 -n")},
    {.name = "tag add", .summary = N_("tag a client by hand"), .mode = DB_WRITE,
     .run = cmd_tag_add, .args_size = sizeof(struct tag_args), .operands = tag_add_operands, .flags = VERB_OF_STORE, .examples = EXAMPLES("medi-client tag add C0001 vip", "medi-client tag add C0001 afraid-of-pain -n")},
    {.name = "tag drop", .summary = N_("take a tag back"), .mode = DB_WRITE,
     .run = cmd_tag_drop, .args_size = sizeof(struct tag_args), .operands = tag_drop_operands, .flags = VERB_OF_STORE, .examples = EXAMPLES("medi-client tag drop C0001 vip", "medi-client tag drop C0001 kol -n")},
    {.name = "tag list", .summary = N_("list tags of clients"), .mode = DB_READ,
     .run = cli_list, .query = SQL_CLIENT_TAGS, .args_size = sizeof(struct taglist_args), .options = tag_list_options, .flags = VERB_EXIT_ROWS, .examples = EXAMPLES("medi-client tag list --tag vip", "medi-client tag list --client C0001 --history")},
    {.name = "tag apply", .summary = N_("give and take tags by the rules"), .mode = DB_WRITE,
     .run = cmd_tag_apply, .flags = VERB_BULK, .examples = EXAMPLES("medi-client tag apply", "medi-client tag apply -n -o json")},
    {.name = "touch", .summary = N_("record a contact"), .mode = DB_WRITE,
     .run = cmd_touch, .args_size = sizeof(struct touch_args), .options = touch_options, .operands = touch_operands, .flags = VERB_OF_STORE, .examples = EXAMPLES("medi-client touch C0001 -s S01 --kind wechat --inbound --note \"asks for the price\"", "medi-client touch C0001 -s S01 --kind phone --staff Q01 -n")},
    {.name = "consent", .summary = N_("record that a client agrees"), .mode = DB_WRITE,
     .run = cmd_consent, .args_size = sizeof(struct consent_args), .options = consent_options, .operands = consent_operands, .flags = VERB_OF_STORE, .examples = EXAMPLES("medi-client consent C0001 --purpose marketing --way sms --proof \"form 12\"", "medi-client consent C0001 --purpose album --until 2027-12-31 --proof \"form 13\" -n")},
    {.name = "withdraw", .summary = N_("record that a client takes it back"), .mode = DB_WRITE,
     .run = cmd_withdraw, .args_size = sizeof(struct consent_args), .options = withdraw_options, .operands = withdraw_operands, .flags = VERB_OF_STORE, .examples = EXAMPLES("medi-client withdraw C0001 --purpose marketing --proof \"message of 2026-09-01\"", "medi-client withdraw C0002 --purpose all --proof letter -n")},
    {.name = "consent list", .summary = N_("list what clients agreed to"), .mode = DB_READ,
     .run = cli_list, .query = SQL_CLIENT_CONSENTS, .args_size = sizeof(struct consentlist_args), .options = consent_list_options, .operands = consent_list_operands, .flags = VERB_EXIT_ROWS, .examples = EXAMPLES("medi-client consent list C0001", "medi-client consent list --purpose marketing -o csv")},
    {.name = "refer", .summary = N_("record who brought a client"), .mode = DB_WRITE,
     .run = cmd_refer, .args_size = sizeof(struct refer_args), .options = refer_options, .operands = refer_operands, .flags = VERB_OF_STORE, .examples = EXAMPLES("medi-client refer C0002 --by C0001", "medi-client refer C0003 --by C0001 -n")},
    {.name = "referral list", .summary = N_("list who brought whom"), .mode = DB_READ,
     .run = cli_list, .query = SQL_CLIENT_REFERRAL_LIST, .args_size = sizeof(struct referlist_args), .options = referral_list_options, .flags = VERB_EXIT_ROWS, .examples = EXAMPLES("medi-client referral list", "medi-client referral list --client C0001 -o json")},
    {.name = "partner add", .summary = N_("write down a partner of another trade"), .mode = DB_WRITE,
     .run = cmd_partner_add, .args_size = sizeof(struct partner_args), .options = partner_add_options, .flags = VERB_OF_STORE, .examples = EXAMPLES("medi-client partner add --code HZ1 --name 美发沙龙 --terms \"券 100 元\"", "medi-client partner add --name 健身房 --valid-to 2027-01-01 -n")},
    {.name = "partner edit", .summary = N_("change a partner"), .mode = DB_WRITE,
     .run = cmd_partner_edit, .args_size = sizeof(struct partner_args), .options = partner_edit_options, .operands = partner_edit_operands, .flags = VERB_OF_STORE, .examples = EXAMPLES("medi-client partner edit HZ1 --valid-to 2027-12-31", "medi-client partner edit HZ1 --terms \"券 200 元\" -n")},
    {.name = "partner list", .summary = N_("list partners, and what came of them"), .mode = DB_READ,
     .run = cli_list, .query = SQL_CLIENT_PARTNERS, .flags = VERB_EXIT_ROWS, .examples = EXAMPLES("medi-client partner list", "medi-client partner list -o csv")},
    {.name = "event add", .summary = N_("plan an event"), .mode = DB_WRITE,
     .run = cmd_event_add, .args_size = sizeof(struct event_args), .options = event_add_options, .flags = VERB_OF_STORE, .examples = EXAMPLES("medi-client event add -s S01 --code E1 --name 开放日 --kind open-day --starts-on 2026-10-18 --budget 20000", "medi-client event add -s S01 --name 会员日 --kind member-day --starts-on +14d -n")},
    {.name = "event edit", .summary = N_("change an event"), .mode = DB_WRITE,
     .run = cmd_event_edit, .args_size = sizeof(struct event_args), .options = event_edit_options, .operands = event_edit_operands, .flags = VERB_OF_STORE, .examples = EXAMPLES("medi-client event edit -s S01 E1 --spent 18000", "medi-client event edit -s S01 E1 --note 下雨 -n")},
    {.name = "event list", .summary = N_("list events with participation and return"), .mode = DB_READ,
     .run = cli_list, .query = SQL_CLIENT_EVENTS, .args_size = sizeof(struct eventlist_args), .options = event_list_options, .flags = VERB_OF_STORE | VERB_EXIT_ROWS, .examples = EXAMPLES("medi-client event list -s S01", "medi-client event list --days 60 -o json")},
    {.name = "event invite", .summary = N_("invite clients to an event"), .mode = DB_WRITE,
     .run = cmd_event_invite, .args_size = sizeof(struct event_args), .operands = event_invite_operands, .flags = VERB_OF_STORE, .examples = EXAMPLES("medi-client event invite -s S01 E1 C0001 C0002", "medi-client event invite -s S01 E1 C0003 -n")},
    {.name = "event attend", .summary = N_("record who came to an event"), .mode = DB_WRITE,
     .run = cmd_event_attend, .args_size = sizeof(struct event_args), .options = event_attend_options, .operands = event_attend_operands, .flags = VERB_OF_STORE, .examples = EXAMPLES("medi-client event attend -s S01 E1 C0001", "medi-client event attend -s S01 E1 C0002 --state declined -n")},
    {.name = "voucher issue", .summary = N_("give vouchers out"), .mode = DB_WRITE,
     .run = cmd_voucher_issue, .args_size = sizeof(struct voucher_args), .options = voucher_issue_options, .flags = VERB_OF_STORE, .examples = EXAMPLES("medi-client voucher issue --code Q1 --kind cash --value 200 --client C0001 --why 生日", "medi-client voucher issue --kind trial --project P01 --count 3 --why 开放日 -n")},
    {.name = "voucher redeem", .summary = N_("redeem a voucher, once"), .mode = DB_WRITE,
     .run = cmd_voucher_redeem, .args_size = sizeof(struct voucher_args), .options = voucher_redeem_options, .operands = voucher_redeem_operands, .flags = VERB_OF_STORE, .examples = EXAMPLES("medi-client voucher redeem -s S01 Q1 --client C0001", "medi-client voucher redeem -s S01 Q2 --client C0002 -n")},
    {.name = "voucher void", .summary = N_("make a voucher void"), .mode = DB_WRITE,
     .run = cmd_voucher_void, .args_size = sizeof(struct voucher_args), .options = voucher_void_options, .operands = voucher_void_operands, .flags = VERB_OF_STORE, .examples = EXAMPLES("medi-client voucher void Q2 --why 印错", "medi-client voucher void Q3 --why lost -n")},
    {.name = "voucher list", .summary = N_("list vouchers"), .mode = DB_READ,
     .run = cli_list, .query = SQL_CLIENT_VOUCHERS, .args_size = sizeof(struct voucherlist_args), .options = voucher_list_options, .flags = VERB_EXIT_ROWS, .examples = EXAMPLES("medi-client voucher list --state issued", "medi-client voucher list --client C0001 -o csv")},
    {.name = "tier", .summary = N_("reckon the tiers of all clients anew"), .mode = DB_WRITE,
     .run = cmd_tier, .flags = VERB_BULK, .examples = EXAMPLES("medi-client tier", "medi-client tier -n")},
    {.name = "tier list", .summary = N_("show the tiers, what they want and give"), .mode = DB_READ,
     .run = cmd_tier_list, .flags = VERB_ANY_STORE, .examples = EXAMPLES("medi-client tier list", "medi-client tier list -o json")},
    {.name = "segment", .summary = N_("reckon the segments of all clients anew"), .mode = DB_WRITE,
     .run = cmd_segment, .flags = VERB_BULK, .examples = EXAMPLES("medi-client segment", "medi-client segment -n -o json")},
    {.name = "segment show", .summary = N_("show segments, scores and reasons"), .mode = DB_READ,
     .run = cmd_segment_show, .args_size = sizeof(struct codes_args), .options = segment_show_options, .operands = segment_show_operands, .flags = VERB_EXIT_ROWS, .examples = EXAMPLES("medi-client segment show C0001 C0002", "medi-client segment show --segment high-value -o csv")},
    {.name = "album add", .summary = N_("add pictures to the case album"), .mode = DB_WRITE,
     .run = cmd_album_add, .args_size = sizeof(struct album_args), .options = album_add_options, .operands = album_add_operands, .flags = VERB_OF_STORE, .examples = EXAMPLES("medi-client album add -s S01 C0001 --code B1 --before nas/b1.jpg --after nas/b2.jpg --scope consultation --proof \"form 13\"", "medi-client album add -s S01 C0001 --before nas/c1.jpg -n")},
    {.name = "album edit", .summary = N_("change an entry of the case album"), .mode = DB_WRITE,
     .run = cmd_album_edit, .args_size = sizeof(struct album_args), .options = album_edit_options, .operands = album_edit_operands, .flags = VERB_OF_STORE, .examples = EXAMPLES("medi-client album edit -s S01 B1 --scope public", "medi-client album edit -s S01 B1 --until 2027-06-30 -n")},
    {.name = "album list", .summary = N_("list the case album"), .mode = DB_READ,
     .run = cmd_album_list, .args_size = sizeof(struct album_args), .options = album_list_options, .flags = VERB_OF_STORE | VERB_EXIT_ROWS, .examples = EXAMPLES("medi-client album list --for consultation", "medi-client album list --client C0001")},
    {.name = "fit", .summary = N_("fit when clients come back, and tell who is still alive"), .mode = DB_READ,
     .run = cmd_fit, .args_size = sizeof(struct fit_args), .options = fit_options, .flags = VERB_OF_STORE,
     .pure = fit_is_pure, .examples = EXAMPLES("medi-client fit -t transactions.txt --gamma-gamma -o json",
                          "medi-client fit -t transactions.txt -u day --predict 90 -o csv >outlook.csv")},
    {.name = NULL},
};

static const struct tool tool = {
    .name = "medi-client",
    .summary = N_("keep clients: their files and contacts, what they agreed to, and what is to be expected of them"),
    .verbs = verbs,
};

int
main(int argc, char **argv)
{
    return cli_main(&tool, argc, argv);
}
