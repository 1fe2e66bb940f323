/*
 * forget: a person is erased and the figures stay. Their key is destroyed, so that whatever is sealed under
 * it, in any table and in the log, can be read by nobody any more; the names, numbers, addresses and indexes
 * of the file, of files that were joined to it and of the leads that became it are emptied; of the birthday
 * the year is left. Visits, payments and treatments stay under the code, and so does which campaign chose them.
 *
 * A medical record must be kept 15 years from the last visit (医疗机构病历管理规定 (2013),
 * 门（急）诊病历), and where a law wants something kept, one may stop using it instead
 * (个人信息保护法 47). So who was treated, assessed or examined is not forgotten before, unless it is
 * said by which law or order all the same. The setting client.record_years says how long. Who is held
 * (medi-audit retention hold), or whose class of documents is, is forgotten in no case.
 */
#ifndef MEDI_CLIENT_FORGET_H
#define MEDI_CLIENT_FORGET_H

#include "client/person.h"

struct forget {
    struct db *db;
    struct arena *arena;
    const char *code;
    bool kept_anyway; /* a law or an order was named */
    int64_t years;    /* a medical record is kept from the last visit on */
    int64_t today;
    struct person person; /* by forget_check */
};

/* ERR_DATA: there is none such, they were forgotten before, they are held, or the record must be kept. */
int forget_check(struct forget *forget, struct err *err);

/* After forget_check, in a write transaction. */
int forget_run(struct forget *forget, struct err *err);

#endif
