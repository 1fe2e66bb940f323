/*
 * proxy: stands between libpq and a PostgreSQL server, passes on what they say, and cuts the connection where
 * the plan wants it. For the tests of what medi does when a server is lost.
 *
 *     proxy LISTEN SERVER STEP…
 *
 * LISTEN and SERVER are unix sockets (DIRECTORY/.s.PGSQL.PORT). Steps are taken one after the other, by whichever
 * connection comes to them first; when all were taken, everything is passed on.
 *
 *     before     a COMMIT is not passed on: the server never hears of it
 *     after      a COMMIT is passed on, and its answer is not
 *     late=MS    the client is cut off at its COMMIT, which the server gets MS milliseconds later
 *     never=MS   the client is cut off at its COMMIT, and the server hears nothing for MS milliseconds more
 *     at=N       the N-th message of a connection is not passed on
 *     answer=N   the N-th message of a connection is passed on, and its answer is not
 *     refuse=N   the next N connections are cut at once
 *     slow=MS    nothing is cut: the next COMMIT waits MS milliseconds
 *
 * "listening" is printed when it is, then a line for each connection and each step taken.
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

enum kind { BEFORE, AFTER, LATE, NEVER, AT, ANSWER, REFUSE, SLOW };

struct step {
    enum kind kind;
    long number;
};

struct plan {
    struct step *steps;
    int count;
    int *taken; /* shared by all processes; also counts within REFUSE */
};

/* Bytes in one direction, of which only whole messages are taken. */
struct stream {
    int from, to;
    unsigned char *bytes;
    size_t length, room;
    bool typed; /* a message begins with its letter: all but the client's first */
};

struct link {
    struct plan *plan;
    struct stream client, server; /* what each says */
    long messages;                /* of the client, behind the first */
    bool over;
};

static void
die(const char *what)
{
    fprintf(stderr, "proxy: %s: %s\n", what, strerror(errno));
    exit(1);
}

static void
say(const char *words)
{
    printf("%s\n", words);
    fflush(stdout);
}

static void
wait_ms(long ms)
{
    poll(NULL, 0, (int)ms);
}

/* ---- the plan ---- */

static struct step
parse_step(const char *text)
{
    static const char *const names[] = {
        [BEFORE] = "before", [AFTER] = "after",   [LATE] = "late",     [NEVER] = "never",
        [AT] = "at",         [ANSWER] = "answer", [REFUSE] = "refuse", [SLOW] = "slow",
    };
    size_t length = strcspn(text, "=");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == length && memcmp(names[i], text, length) == 0)
            return (struct step){(enum kind)i, text[length] ? atol(text + length + 1) : 0};
    fprintf(stderr, "proxy: %s: no such step\n", text);
    exit(2);
}

static const struct step *
next_step(const struct plan *plan)
{
    return *plan->taken < plan->count ? &plan->steps[*plan->taken] : NULL;
}

static void
take_step(const struct plan *plan, const char *words)
{
    ++*plan->taken;
    say(words);
}

/* ---- streams ---- */

static bool
send_all(int fd, const unsigned char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t sent = send(fd, bytes, length, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        bytes += sent;
        length -= (size_t)sent;
    }
    return true;
}

static bool
receive(struct stream *stream)
{
    if (stream->room - stream->length < 65536) {
        stream->room = stream->room * 2 + 65536;
        stream->bytes = realloc(stream->bytes, stream->room);
        if (!stream->bytes)
            die("memory");
    }
    ssize_t got =
        recv(stream->from, stream->bytes + stream->length, stream->room - stream->length, 0);
    if (got < 0 && errno == EINTR)
        return true;
    stream->length += got > 0 ? (size_t)got : 0;
    return got > 0;
}

/* The length of the first message, 0 if it is not whole yet. */
static size_t
first_message(const struct stream *stream)
{
    size_t head = stream->typed ? 1 : 0;
    if (stream->length < head + 4)
        return 0;
    const unsigned char *at = stream->bytes + head;
    size_t length =
        head + ((size_t)at[0] << 24 | (size_t)at[1] << 16 | (size_t)at[2] << 8 | (size_t)at[3]);
    return stream->length >= length ? length : 0;
}

static void
drop_message(struct stream *stream, size_t length)
{
    stream->length -= length;
    memmove(stream->bytes, stream->bytes + length, stream->length);
}

static bool
pass_message(struct stream *stream, size_t length)
{
    bool sent = send_all(stream->to, stream->bytes, length);
    drop_message(stream, length);
    return sent;
}

/* ---- what is done at a step ---- */

static bool
is_commit(const struct stream *stream, size_t length)
{
    static const char word[] = "COMMIT";
    return stream->typed && stream->bytes[0] == 'Q' && length >= 5 + sizeof word - 1 &&
           memcmp(stream->bytes + 5, word, sizeof word - 1) == 0;
}

/* Until the server has answered all of it. */
static void
await_answer(struct link *link)
{
    struct stream *server = &link->server;
    while (receive(server))
        for (size_t length; (length = first_message(server)) > 0; drop_message(server, length))
            if (server->bytes[0] == 'Z')
                return;
}

static void
cut_client(struct link *link)
{
    shutdown(link->client.from, SHUT_RDWR);
    link->over = true;
}

static void
at_commit(struct link *link, const struct step *step, size_t length)
{
    switch (step->kind) {
    case BEFORE:
        take_step(link->plan, "cut before the commit");
        cut_client(link);
        break;
    case AFTER:
        pass_message(&link->client, length);
        await_answer(link);
        take_step(link->plan, "cut after the commit");
        cut_client(link);
        break;
    case LATE:
        take_step(link->plan, "cut, and the commit comes late");
        cut_client(link);
        wait_ms(step->number);
        pass_message(&link->client, length);
        await_answer(link);
        break;
    case NEVER:
        take_step(link->plan, "cut, and the server hears nothing of it");
        cut_client(link);
        wait_ms(step->number);
        break;
    default:
        take_step(link->plan, "the commit waits");
        wait_ms(step->number);
        pass_message(&link->client, length);
    }
}

static void
at_message(struct link *link, const struct step *step, size_t length)
{
    if (step->kind == ANSWER) {
        pass_message(&link->client, length);
        wait_ms(20); /* some messages have no answer of their own */
    }
    take_step(link->plan, "cut at a message");
    cut_client(link);
}

static bool
is_due(const struct link *link, const struct step *step, size_t length)
{
    if (!step || step->kind == REFUSE)
        return false;
    if (step->kind == AT || step->kind == ANSWER)
        return link->messages == step->number;
    return is_commit(&link->client, length);
}

/* ---- a connection ---- */

static bool
client_says(struct link *link)
{
    struct stream *client = &link->client;
    if (!receive(client))
        return false;
    for (size_t length; !link->over && (length = first_message(client)) > 0;) {
        link->messages += client->typed;
        const struct step *step = next_step(link->plan);
        if (!is_due(link, step, length)) {
            if (!pass_message(client, length))
                return false;
        } else if (step->kind == AT || step->kind == ANSWER)
            at_message(link, step, length);
        else
            at_commit(link, step, length);
        client->typed = true;
    }
    return !link->over;
}

static bool
server_says(struct link *link)
{
    struct stream *server = &link->server;
    if (!receive(server))
        return false;
    for (size_t length; (length = first_message(server)) > 0;)
        if (!pass_message(server, length))
            return false;
    return true;
}

static int
open_socket(const char *path, struct sockaddr_un *address)
{
    *address = (struct sockaddr_un){.sun_family = AF_UNIX};
    if (strlen(path) >= sizeof address->sun_path) {
        errno = ENAMETOOLONG;
        die(path);
    }
    strcpy(address->sun_path, path);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        die("socket");
    return fd;
}

static void
serve(struct plan *plan, int client, const char *path)
{
    struct sockaddr_un address;
    int server = open_socket(path, &address);
    if (connect(server, (struct sockaddr *)&address, sizeof address) != 0)
        return;
    struct link link = {.plan = plan,
                        .client = {.from = client, .to = server},
                        .server = {.from = server, .to = client, .typed = true}};
    struct pollfd both[] = {{.fd = client, .events = POLLIN}, {.fd = server, .events = POLLIN}};
    bool open = true;
    while (open && poll(both, 2, -1) > 0) {
        if (both[1].revents)
            open = server_says(&link);
        if (open && both[0].revents)
            open = client_says(&link);
    }
}

static bool
is_refused(const struct plan *plan)
{
    const struct step *step = next_step(plan);
    if (!step || step->kind != REFUSE || plan->taken[1] >= step->number)
        return false;
    say("refused");
    if (++plan->taken[1] == step->number) {
        plan->taken[1] = 0;
        ++*plan->taken;
    }
    return true;
}

int
main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "usage: proxy LISTEN SERVER STEP...\n");
        return 2;
    }
    struct plan plan = {.count = argc - 3};
    plan.steps = calloc((size_t)argc, sizeof *plan.steps);
    plan.taken = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (!plan.steps || plan.taken == MAP_FAILED)
        die("memory");
    for (int i = 0; i < plan.count; i++)
        plan.steps[i] = parse_step(argv[i + 3]);
    struct sockaddr_un address;
    int listener = open_socket(argv[1], &address);
    unlink(argv[1]);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) != 0 || listen(listener, 20))
        die(argv[1]);
    signal(SIGCHLD, SIG_IGN);
    say("listening");
    for (int client; (client = accept(listener, NULL, NULL)) >= 0 || errno == EINTR;) {
        if (client >= 0 && !is_refused(&plan)) {
            say("connection");
            if (fork() == 0) {
                serve(&plan, client, argv[2]);
                _exit(0);
            }
        }
        if (client >= 0)
            close(client);
    }
    die("accept");
}
