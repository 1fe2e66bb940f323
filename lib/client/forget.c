#include "client/forget.h"

#include "base/day.h"
#include "db/sql.h"

enum { MONTHS = 12 };

/* What is held is not erased, whatever was named: the hold is released first. */
static int
check_held(struct forget *forget, struct err *err)
{
    const struct db_value id = db_int(forget->person.id);
    struct db_stmt *stmt;
    int found = sql_first(forget->db, &stmt, SQL_CLIENT_FORGET_HELD, &id, 1, err);
    if (found <= 0)
        return found;
    err_set(err, ERR_DATA,
            _("client %s: is held by %s (%s); nothing may be destroyed until medi-audit retention "
              "release"),
            forget->person.code, db_get_text(stmt, 0), db_get_text(stmt, 1));
    db_finish(stmt);
    return -1;
}

int
forget_check(struct forget *forget, struct err *err)
{
    char until[16];
    struct db_stmt *stmt;
    if (person_find_living(forget->db, forget->arena, forget->code, &forget->person, err) < 0 ||
        check_held(forget, err) < 0)
        return -1;
    const struct db_value id = db_int(forget->person.id);
    int found = sql_first(forget->db, &stmt, SQL_CLIENT_FORGET_RECORD, &id, 1, err);
    if (found < 0)
        return -1;
    bool treated = found == 1 && db_get(stmt, 0).type == DB_INT;
    int64_t last = treated ? db_get_int(stmt, 0) : 0;
    if (found == 1)
        db_finish(stmt);
    int64_t end = day_add_months(last, (int)forget->years * MONTHS);
    if (!treated || forget->kept_anyway || forget->today >= end)
        return 0;
    day_format(end, until);
    return err_set(
        err, ERR_DATA,
        _("client %s: the medical record must be kept until %s (医疗机构病历管理规定: %lld "
          "years from the last visit); end its use with medi-client withdraw, or name "
          "the law or order that wants it erased: --anyway"),
        forget->person.code, until, (long long)forget->years);
}

/* One file: the year of birth is left, for figures by age. */
static int
empty_file(struct forget *forget, int64_t id, struct db_value birthday, struct err *err)
{
    struct db_value year = birthday;
    if (birthday.type == DB_INT)
        year = db_int(day_year_start(birthday.number));
    const struct db_value values[] = {db_int(id), year, db_int(forget->today)};
    return sql_run(forget->db, SQL_CLIENT_FORGET_FILE, values, 3, NULL, err);
}

enum { FILES_MOST = 64 };

/* The file and those joined to it, gathered before any is written. */
static int
read_files(struct forget *forget, int64_t ids[FILES_MOST], struct db_value birthdays[FILES_MOST],
           struct err *err)
{
    const struct db_value id = db_int(forget->person.id);
    struct db_stmt *stmt = NULL;
    int count = 0;
    int more = sql_open(forget->db, &stmt, SQL_CLIENT_FORGET_FILES, &id, 1, err);
    while (more >= 0 && (more = db_step(stmt, err)) == 1) {
        if (count == FILES_MOST) {
            more = err_set(err, ERR_DATA, _("client %s: more than %d files were joined to it"),
                           forget->person.code, (int)FILES_MOST);
            break;
        }
        ids[count] = db_get_int(stmt, 0);
        birthdays[count++] = db_get(stmt, 1);
    }
    db_finish(stmt);
    return more < 0 ? -1 : count;
}

int
forget_run(struct forget *forget, struct err *err)
{
    int64_t ids[FILES_MOST];
    struct db_value birthdays[FILES_MOST];
    const struct db_value id = db_int(forget->person.id);
    int count = read_files(forget, ids, birthdays, err);
    for (int i = 0; i < count; i++)
        if (empty_file(forget, ids[i], birthdays[i], err) < 0)
            return -1;
    if (count < 0 || sql_run(forget->db, SQL_CLIENT_FORGET_LEADS, &id, 1, NULL, err) < 0 ||
        sql_run(forget->db, SQL_CLIENT_FORGET_NOTES, &id, 1, NULL, err) < 0)
        return -1;
    return sql_run(forget->db, SQL_CLIENT_SEGMENT_DROP, &id, 1, NULL, err);
}
