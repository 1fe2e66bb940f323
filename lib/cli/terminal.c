#include "cli/terminal.h"

#include <errno.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

static void
choose_signals(sigset_t *set)
{
    static const int SIGNALS[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGTSTP};
    sigemptyset(set);
    for (size_t i = 0; i < sizeof SIGNALS / sizeof *SIGNALS; i++)
        sigaddset(set, SIGNALS[i]);
}

static int
set_raw(struct terminal *terminal)
{
    struct termios raw = terminal->before;
    raw.c_iflag &= ~(tcflag_t)(IXON | IXOFF | ISTRIP | INLCR | IGNCR);
    raw.c_iflag |= ICRNL;
    raw.c_lflag &= ~(tcflag_t)(ICANON | IEXTEN | ECHO);
    raw.c_cc[VQUIT] = raw.c_cc[VSUSP] = _POSIX_VDISABLE;
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    terminal->raw = tcsetattr(terminal->fd, TCSADRAIN, &raw) == 0;
    return terminal->raw ? 0 : -1;
}

int
terminal_raw(struct terminal *terminal, int fd, struct err *err)
{
    sigset_t set;
    *terminal = (struct terminal){.fd = fd, .signals = -1};
    choose_signals(&set);
    if (tcgetattr(fd, &terminal->before) != 0)
        return err_errno(err, errno, _("the terminal cannot be set"));
    sigprocmask(SIG_BLOCK, &set, &terminal->mask);
    terminal->signals = signalfd(-1, &set, SFD_CLOEXEC);
    if (terminal->signals >= 0 && set_raw(terminal) == 0)
        return 0;
    int number = errno;
    terminal_restore(terminal);
    return err_errno(err, number, _("the terminal cannot be set"));
}

void
terminal_restore(struct terminal *terminal)
{
    if (terminal->raw)
        tcsetattr(terminal->fd, TCSADRAIN, &terminal->before);
    terminal->raw = false;
    if (terminal->signals >= 0)
        close(terminal->signals);
    terminal->signals = -1;
    sigprocmask(SIG_SETMASK, &terminal->mask, NULL);
}

/* The signal has its effect, with the terminal as it was; if that leaves us here, it is raw again. */
static void
obey(struct terminal *terminal)
{
    struct signalfd_siginfo info;
    sigset_t one, blocked;
    if (read(terminal->signals, &info, sizeof info) != sizeof info)
        return;
    tcsetattr(terminal->fd, TCSADRAIN, &terminal->before);
    sigemptyset(&one);
    sigaddset(&one, (int)info.ssi_signo);
    raise((int)info.ssi_signo);
    sigprocmask(SIG_UNBLOCK, &one, &blocked);
    sigprocmask(SIG_SETMASK, &blocked, NULL);
    set_raw(terminal);
}

ssize_t
terminal_read(struct terminal *terminal, void *bytes, size_t size)
{
    for (;;) {
        struct pollfd polls[] = {{.fd = terminal->signals, .events = POLLIN},
                                 {.fd = terminal->fd, .events = POLLIN}};
        if (poll(polls, 2, -1) < 0) {
            if (errno == EINTR)
                continue;
            return -1;
        }
        if (polls[0].revents)
            obey(terminal);
        else if (polls[1].revents)
            return read(terminal->fd, bytes, size);
    }
}
