/* The CSV files: their names and headers, and fields put together without printf, which would
 * take most of the time. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "maker.h"

enum { SHEET_ROOM = 1 << 20, FIELD_MOST = 1024 };

static const struct {
    const char *name, *header;
} kinds[SHEET_COUNT] = {
    [SHEET_STORES] = {"stores", "code,name,zone,level,departments,licence_no,licence_to,address,"
                                "latitude,longitude,hours,phone,opened_on,closed_on"},
    [SHEET_STAFF] = {"staff", "code,name,role,store,title,phone,hired_on,left_on"},
    [SHEET_LICENCES] = {"licences", "staff,kind,number,scope,store,valid_from,valid_to"},
    [SHEET_CHANNELS] = {"channels", "code,name,category"},
    [SHEET_SPEND] = {"spend", "store,channel,day,purpose,amount_fen,note"},
    [SHEET_PROJECTS] = {"projects", "code,name,department,kind,cycle_days,minutes,active"},
    [SHEET_PRICES] = {"prices", "project,store,channel,valid_from,valid_to,amount_fen,floor_fen"},
    [SHEET_CLIENTS] = {"clients", "code,name,phone,id_number,gender,birthday,store,channel,owner,"
                                  "nurse,created_on,class,address,latitude,longitude,language,"
                                  "allergy,history,note"},
    [SHEET_LEADS] = {"leads", "code,name,phone,store,channel,project,owner,created_at,stage,"
                              "next_step,next_on,lost_reason,client"},
    [SHEET_APPOINTMENTS] = {"appointments", "store,code,client,project,doctor,nurse,room,device,"
                                            "starts_at,ends_at,status,note"},
    [SHEET_VISITS] = {"visits", "store,code,client,arrived_at,seen_at,left_at,purpose,status,"
                                "channel,consultant,doctor,note"},
    [SHEET_CONSULTATIONS] = {"consultations", "store,code,client,visit,consultant,project,"
                                              "started_at,budget_fen,outcome,note"},
    [SHEET_PAYMENTS] = {"payments", "store,code,order,client,visit,consultant,project,kind,class,"
                                    "method,quantity,amount_fen,paid_at,note"},
    [SHEET_TREATMENTS] = {"treatments", "store,code,client,visit,project,doctor,nurse,room,device,"
                                        "started_at,ended_at,status,quantity,recognised_fen,note"},
    [SHEET_ITEMS] = {"items", "code,name,kind,registration_no,unit,pack_unit,pack_size,vial_size,"
                              "storage,open_hours,controlled"},
    [SHEET_SUPPLIERS] = {"suppliers", "code,name,contact,phone,licence_no,licence_to"},
    [SHEET_LOTS] = {"lots", "store,item,code,supplier,made_on,expires_on,received_on,quantity,"
                            "cost_fen,place"},
    [SHEET_FOLLOWUPS] = {"followups", "store,code,treatment,client,step,due_at,done_at,status,"
                                      "staff,score,symptom,note"},
    [SHEET_COMPLAINTS] = {"complaints", "store,code,client,visit,treatment,opened_at,source,"
                                        "category,severity,responded_at,closed_at,status,"
                                        "compensation_fen,note"},
};

int
sheet_named(const char *name, size_t length)
{
    for (int id = 0; id < SHEET_COUNT; id++)
        if (strlen(kinds[id].name) == length && memcmp(kinds[id].name, name, length) == 0)
            return id;
    return -1;
}

static _Noreturn void
sheet_fail(const char *what)
{
    fprintf(stderr, "maker: %s: %s\n", what, strerror(errno));
    exit(4);
}

static void
sheet_flush(struct sheet *sheet)
{
    if (fwrite(sheet->bytes, 1, sheet->used, sheet->file) != sheet->used)
        sheet_fail("cannot write");
    sheet->used = 0;
}

/* Room for one more field; false for a sheet that nobody wants. */
static bool
sheet_room(struct sheet *sheet, size_t length)
{
    if (!sheet->file)
        return false;
    if (sheet->used + length + FIELD_MOST > SHEET_ROOM)
        sheet_flush(sheet);
    return true;
}

static void
sheet_put(struct sheet *sheet, char byte)
{
    sheet->bytes[sheet->used++] = byte;
}

static void
sheet_add(struct sheet *sheet, const char *bytes, size_t length)
{
    memcpy(sheet->bytes + sheet->used, bytes, length);
    sheet->used += length;
}

/* `number` in at least `width` digits. */
static void
sheet_digits(struct sheet *sheet, uint64_t number, int width)
{
    char digits[20];
    int count = 0;
    do {
        digits[count++] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    for (; width > count; width--)
        sheet_put(sheet, '0');
    while (count)
        sheet_put(sheet, digits[--count]);
}

void
sheet_open(struct sheet *sheet, const char *directory, enum sheet_id id)
{
    char path[4096];
    int length = snprintf(path, sizeof path, "%s/%s.csv", directory, kinds[id].name);
    if (length < 0 || (size_t)length >= sizeof path) {
        errno = ENAMETOOLONG;
        sheet_fail(directory);
    }
    sheet->file = fopen(path, "wb");
    sheet->bytes = malloc(SHEET_ROOM);
    if (!sheet->file || !sheet->bytes)
        sheet_fail(path);
    setvbuf(sheet->file, NULL, _IONBF, 0);
    sheet_add(sheet, kinds[id].header, strlen(kinds[id].header));
    sheet_put(sheet, '\n');
}

void
sheet_close(struct sheet *sheet)
{
    if (!sheet->file)
        return;
    sheet_flush(sheet);
    if (fclose(sheet->file) != 0)
        sheet_fail("cannot close");
    free(sheet->bytes);
    *sheet = (struct sheet){0};
}

static void
sheet_quoted(struct sheet *sheet, const char *text)
{
    sheet_put(sheet, '"');
    for (; *text; text++) {
        if (*text == '"')
            sheet_put(sheet, '"');
        sheet_put(sheet, *text);
    }
    sheet_put(sheet, '"');
}

void
sheet_text(struct sheet *sheet, const char *text)
{
    size_t length = strlen(text);
    if (!sheet_room(sheet, 2 * length))
        return;
    if (length && strpbrk(text, ",\"\r\n"))
        sheet_quoted(sheet, text);
    else
        sheet_add(sheet, text, length);
    sheet_put(sheet, ',');
}

void
sheet_none(struct sheet *sheet)
{
    if (sheet_room(sheet, 1))
        sheet_put(sheet, ',');
}

void
sheet_int(struct sheet *sheet, int64_t number)
{
    if (!sheet_room(sheet, 24))
        return;
    if (number < 0)
        sheet_put(sheet, '-');
    sheet_digits(sheet, number < 0 ? -(uint64_t)number : (uint64_t)number, 1);
    sheet_put(sheet, ',');
}

static void
sheet_turn(struct sheet *sheet, int64_t day)
{
    char text[16];
    if (day == sheet->day && sheet->date[0])
        return;
    day_format(day, text);
    memcpy(sheet->date, text, sizeof sheet->date);
    sheet->day = day;
}

static void
sheet_date(struct sheet *sheet, int64_t day)
{
    sheet_turn(sheet, day);
    sheet_add(sheet, sheet->date, sizeof sheet->date);
}

void
sheet_day(struct sheet *sheet, int64_t day)
{
    if (!sheet_room(sheet, 16))
        return;
    sheet_date(sheet, day);
    sheet_put(sheet, ',');
}

static void
sheet_clock(struct sheet *sheet, int second)
{
    int hour = second / 3600, minute = second / 60 % 60;
    second %= 60;
    const char text[9] = {' ', (char)('0' + hour / 10),   (char)('0' + hour % 10),
                          ':', (char)('0' + minute / 10), (char)('0' + minute % 10),
                          ':', (char)('0' + second / 10), (char)('0' + second % 10)};
    sheet_add(sheet, text, sizeof text);
}

void
sheet_moment(struct sheet *sheet, int64_t day, int second)
{
    if (!sheet_room(sheet, 32))
        return;
    if (second >= 0) {
        sheet_date(sheet, day + second / DAY_SECONDS);
        sheet_clock(sheet, second % DAY_SECONDS);
    }
    sheet_put(sheet, ',');
}

void
sheet_code(struct sheet *sheet, const char *prefix, int64_t day, int number)
{
    if (!sheet_room(sheet, 32))
        return;
    sheet_turn(sheet, day);
    sheet_add(sheet, prefix, strlen(prefix));
    sheet_add(sheet, sheet->date + 2, 2);
    sheet_add(sheet, sheet->date + 5, 2);
    sheet_add(sheet, sheet->date + 8, 2);
    sheet_put(sheet, '-');
    sheet_digits(sheet, (uint64_t)number, 4);
    sheet_put(sheet, ',');
}

void
sheet_degrees(struct sheet *sheet, int64_t millionths)
{
    if (!sheet_room(sheet, 24))
        return;
    sheet_digits(sheet, (uint64_t)(millionths / 1000000), 1);
    sheet_put(sheet, '.');
    sheet_digits(sheet, (uint64_t)(millionths % 1000000), 6);
    sheet_put(sheet, ',');
}

void
sheet_staff(struct sheet *sheet, enum role role, int store, int number)
{
    static const char prefixes[][3] = {"YS", "HS", "ZX", "QT", "DZ", "JS", "CG", "SC"};
    if (!sheet_room(sheet, 32))
        return;
    sheet_add(sheet, prefixes[role], 2);
    sheet_digits(sheet, (uint64_t)store, 2);
    sheet_put(sheet, '-');
    sheet_digits(sheet, (uint64_t)number, 2);
    sheet_put(sheet, ',');
}

void
sheet_client(struct sheet *sheet, const struct world *world, int32_t client)
{
    if (!sheet_room(sheet, 32))
        return;
    sheet_digits(sheet, (uint64_t)world->clients[client].month, 6);
    sheet_digits(sheet, (uint64_t)client + 1, 8);
    sheet_put(sheet, ',');
}

void
sheet_row(struct sheet *sheet)
{
    if (!sheet->file)
        return;
    sheet->bytes[sheet->used - 1] = '\n';
}
