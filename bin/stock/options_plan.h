/* medi-stock: the options of its verbs around what to order. Included by bin/medi-stock.c alone. */
static const char *const offer_words[] = {"yes", "no", NULL};

static const struct opt offer_options[] = {
    {0, "supplier", OPT_TEXT, FIELD(offer_args, supplier), "SUPPLIER", N_("whose offer it is"),
     NULL},
    {0, "lead", OPT_INT, FIELD(offer_args, lead), "DAYS", N_("from the order to the shelf"), NULL},
    {0, "pack", OPT_INT, FIELD(offer_args, pack), "N",
     N_("sold in multiples of so many smallest units"), NULL},
    {0, "min", OPT_INT, FIELD(offer_args, minimum), "N",
     N_("the least that is sold, in the smallest unit (a pack)"), NULL},
    {0, "price", OPT_MONEY, FIELD(offer_args, price), "AMOUNT", N_("of a pack"), NULL},
    {0, "shelf-days", OPT_INT, FIELD(offer_args, shelf), "DAYS",
     N_("how long it is good when it comes (as what came before was)"), NULL},
    {0, "active", OPT_CHOICE, FIELD(offer_args, active), "WORD",
     N_("no: it is not planned with any more"), offer_words},
    {0},
};
static const struct operand offer_operands[] = {{"ITEM", false, false, FIELD(offer_args, item),
                                                 N_("code of the item, or a scanned label"), NULL},
                                                {0}};
static const struct opt offer_list_options[] = {
    {0, "item", OPT_TEXT, FIELD(offer_args, item), "ITEM", N_("of this item"), NULL},
    {0, "supplier", OPT_TEXT, FIELD(offer_args, supplier), "SUPPLIER", N_("of this supplier"),
     NULL},
    {0},
};
static const struct opt plan_options[] = {
    {0, "supplier", OPT_TEXT, FIELD(plan_args, supplier), "SUPPLIER",
     N_("what this supplier offers"), NULL},
    {0, "review", OPT_INT, FIELD(plan_args, review), "DAYS",
     N_("until the next order can be placed (stock.review_days)"), NULL},
    {0, "service", OPT_INT, FIELD(plan_args, service), "PERMILLE",
     N_("the chance that nothing is short until then (stock.service_permille)"), NULL},
    {0, "budget", OPT_MONEY, FIELD(plan_args, budget), "AMOUNT", N_("all of it costs no more"),
     NULL},
    {0, "all", OPT_FLAG, FIELD(plan_args, all), NULL, N_("also what needs no order"), NULL},
    {0},
};
static const struct operand plan_operands[] = {{"ITEM", true, true, FIELD(plan_args, items),
                                                N_("codes of items (all that somebody offers)"),
                                                NULL},
                                               {0}};
