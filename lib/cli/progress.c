#include "cli/progress.h"

#include <string.h>
#include <time.h>

#include "text/utf8.h"

enum { BAR = 20, REDRAW_MS = 100, FIRST_MS = 500, LOOKS_A_SECOND = 20, UNHURRIED = 86400 * 100 };

static int64_t
monotonic(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void
progress_init(struct progress *progress, FILE *stream, bool draws, int width)
{
    *progress = (struct progress){.stream = stream,
                                  .draws = draws,
                                  .width = width > 0 ? width : 80,
                                  .clock = monotonic,
                                  .next = INT64_MAX};
}

void
progress_start(struct progress *progress, const char *label, int64_t total)
{
    if (!progress->draws)
        return;
    progress_hide(progress);
    progress->label = label;
    progress->total = total;
    progress->done = 0;
    progress->next = 1;
    progress->started = progress->drawn_at = progress->clock();
}

void
progress_hide(struct progress *progress)
{
    if (!progress->drawn)
        return;
    fputs("\r\033[K", progress->stream);
    fflush(progress->stream);
    progress->drawn = false;
    progress->drawn_at = 0;
}

void
progress_end(struct progress *progress)
{
    progress_hide(progress);
    progress->next = INT64_MAX;
}

static int64_t
rate(const struct progress *progress, int64_t elapsed)
{
    return elapsed > 0 ? (int64_t)((double)progress->done * 1000 / (double)elapsed) : 0;
}

static void
draw(struct progress *progress, int64_t elapsed)
{
    struct str line = STR_INIT;
    progress_line(progress, elapsed, &line);
    size_t fit = utf8_fit(line.text, line.length, progress->width - 1);
    fprintf(progress->stream, "\r%.*s\033[K", (int)fit, line.text);
    fflush(progress->stream);
    str_release(&line);
}

void
progress_update(struct progress *progress, int64_t done)
{
    if (done < progress->next)
        return;
    progress->done = done;
    int64_t now = progress->clock(), elapsed = now - progress->started;
    progress->next = done + 1 + rate(progress, elapsed) / LOOKS_A_SECOND;
    if (elapsed < FIRST_MS || now - progress->drawn_at < REDRAW_MS)
        return;
    draw(progress, elapsed);
    progress->drawn = true;
    progress->drawn_at = now;
}

/* ---- the line ---- */

static void
add_grouped(struct str *line, int64_t number)
{
    char digits[32];
    int length = snprintf(digits, sizeof digits, "%lld", (long long)number);
    for (int i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0)
            str_addc(line, ',');
        str_addc(line, digits[i]);
    }
}

static void
add_rate(struct str *line, int64_t a_second)
{
    if (a_second >= 10 * 1000 * 1000)
        str_addf(line, "  %lldM/s", (long long)(a_second / 1000000));
    else if (a_second >= 10 * 1000)
        str_addf(line, "  %lldk/s", (long long)(a_second / 1000));
    else
        str_addf(line, "  %lld/s", (long long)a_second);
}

static void
add_bar(struct str *line, double part)
{
    int full = (int)(part * BAR);
    str_addf(line, " %3d%% [", (int)(part * 100));
    for (int i = 0; i < BAR; i++)
        str_addc(line, i < full ? '#' : '-');
    str_adds(line, "] ");
}

static void
add_time_left(struct str *line, double seconds)
{
    if (seconds > UNHURRIED)
        return;
    int left = (int)(seconds + 0.999), hours = left / 3600;
    if (hours)
        str_addf(line, "  %d:%02d:%02d left", hours, left / 60 % 60, left % 60);
    else
        str_addf(line, "  %d:%02d left", left / 60, left % 60);
}

void
progress_line(const struct progress *progress, int64_t elapsed, struct str *line)
{
    int64_t done = progress->done, total = progress->total;
    bool known = total > 0 && done <= total; /* a file may have grown past what was promised */
    str_add_visible(line, progress->label, strlen(progress->label));
    if (known)
        add_bar(line, (double)done / (double)total);
    else
        str_adds(line, "  ");
    add_grouped(line, done);
    if (known) {
        str_addc(line, '/');
        add_grouped(line, total);
    }
    add_rate(line, rate(progress, elapsed));
    if (known && done > 0 && elapsed > 0)
        add_time_left(line, (double)elapsed / 1000 / (double)done * (double)(total - done));
}
