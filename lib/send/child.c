#include "send/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"

enum { OUTPUT_MOST = 4096, STEP_MS = 5 };

static int64_t
milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* ---- starting ------------------------------------------------------------------------------------- */

static char **
environment(const char *const *more)
{
    size_t count = 0, extra = 0;
    while (environ && environ[count])
        count++;
    while (more && more[extra])
        extra++;
    char **all = mem_alloc((count + extra + 1) * sizeof *all);
    for (size_t i = 0; i < count; i++)
        all[i] = environ[i];
    for (size_t i = 0; i < extra; i++)
        all[count + i] = (char *)more[i];
    all[count + extra] = NULL;
    return all;
}

static int
spawn(struct child *child, const char *const *argv, const char *const *more, bool both, int in,
      int out)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none;
    char **envp = environment(more);
    sigemptyset(&none);
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    if (both)
        posix_spawn_file_actions_adddup2(&actions, out, STDERR_FILENO);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    posix_spawnattr_setsigmask(&attributes, &none);
    int failed =
        posix_spawnp(&child->pid, argv[0], &actions, &attributes, (char *const *)argv, envp);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    free(envp);
    return failed;
}

int
child_start(struct child *child, const char *const *argv, const char *const *more, bool both,
            struct err *err)
{
    int in[2], out[2];
    *child = (struct child){0, -1, -1};
    if (pipe2(in, O_CLOEXEC) != 0)
        return err_errno(err, errno, "%s", argv[0]);
    if (pipe2(out, O_CLOEXEC) != 0) {
        close(in[0]);
        close(in[1]);
        return err_errno(err, errno, "%s", argv[0]);
    }
    int failed = spawn(child, argv, more, both, in[0], out[1]);
    close(in[0]);
    close(out[1]);
    child->in = in[1];
    child->out = out[0];
    fcntl(child->in, F_SETFL, O_NONBLOCK);
    fcntl(child->out, F_SETFL, O_NONBLOCK);
    if (!failed)
        return 0;
    close(child->in);
    close(child->out);
    *child = (struct child){0, -1, -1};
    return err_errno(err, failed, _("%s: cannot be run"), argv[0]);
}

/* ---- talking --------------------------------------------------------------------------------------- */

/* The signal that a closed pipe raises is held back and taken away; one that waited before stays. */
ssize_t
child_write(const struct child *child, const void *bytes, size_t length)
{
    const struct timespec now = {0, 0};
    sigset_t pipe, old, waiting;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    sigpending(&waiting);
    sigprocmask(SIG_BLOCK, &pipe, &old);
    ssize_t wrote = write(child->in, bytes, length);
    int number = errno;
    if (wrote < 0 && number == EPIPE && !sigismember(&waiting, SIGPIPE))
        sigtimedwait(&pipe, NULL, &now);
    sigprocmask(SIG_SETMASK, &old, NULL);
    errno = number;
    return wrote;
}

void
child_close_in(struct child *child)
{
    if (child->in >= 0)
        close(child->in);
    child->in = -1;
}

int
child_end(struct child *child, int wait_ms)
{
    const struct timespec step = {0, STEP_MS * 1000000L};
    int status = 0;
    int64_t until = milliseconds() + wait_ms;
    child_close_in(child);
    if (child->out >= 0)
        close(child->out);
    child->out = -1;
    if (child->pid <= 0)
        return 0;
    while (waitpid(child->pid, &status, WNOHANG) == 0) {
        if (milliseconds() >= until) {
            kill(child->pid, SIGKILL);
            waitpid(child->pid, &status, 0);
            break;
        }
        nanosleep(&step, NULL);
    }
    child->pid = 0;
    return status;
}

/* What it says: 1 there may be more, 0 it closed its output. */
static int
take_output(struct child *child, struct str *output)
{
    char bytes[OUTPUT_MOST];
    ssize_t got = read(child->out, bytes, sizeof bytes);
    if (got < 0)
        return errno == EAGAIN || errno == EINTR;
    size_t spare = output->length < OUTPUT_MOST ? OUTPUT_MOST - output->length : 0;
    str_add(output, bytes, (size_t)got < spare ? (size_t)got : spare);
    return got > 0;
}

static void
give_input(struct child *child, const char *input, size_t length, size_t *given)
{
    ssize_t wrote = child_write(child, input + *given, length - *given);
    if (wrote > 0)
        *given += (size_t)wrote;
    if (*given == length || (wrote < 0 && errno != EAGAIN && errno != EINTR))
        child_close_in(child); /* one that does not want all of it may still say yes */
}

int
child_talk(struct child *child, const char *input, size_t length, int wait_ms, struct str *output,
           int *status)
{
    int64_t until = milliseconds() + wait_ms;
    size_t given = 0;
    for (bool open = true; open;) {
        int64_t left = until - milliseconds();
        struct pollfd wait[2] = {{.fd = child->out, .events = POLLIN},
                                 {.fd = child->in, .events = POLLOUT}};
        if (left <= 0) {
            child_end(child, 0);
            return 0;
        }
        poll(wait, child->in >= 0 ? 2 : 1, (int)left);
        if (child->in >= 0 && wait[1].revents)
            give_input(child, input, length, &given);
        if (wait[0].revents)
            open = take_output(child, output);
    }
    child_close_in(child);
    while (waitpid(child->pid, status, WNOHANG) == 0) {
        const struct timespec step = {0, 200000};
        if (milliseconds() >= until) {
            child_end(child, 0);
            return 0;
        }
        nanosleep(&step, NULL);
    }
    child->pid = 0;
    child_end(child, 0);
    return 1;
}
