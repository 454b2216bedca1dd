# SPDX-License-Identifier: MIT
"""signal: handlers, masks, waits, timers, wakeup descriptors, interruption."""
import errno, os, select, signal, socket, sys, time, subprocess, threading
s = signal; got = []
def h(n, f): got.append(s.Signals(n).name)
for n in (s.SIGHUP, s.SIGINT, s.SIGUSR1, s.SIGUSR2, s.SIGTERM, s.SIGALRM, s.SIGCHLD, s.SIGWINCH, s.SIGSEGV, s.SIGFPE, s.SIGBUS, s.SIGILL, s.SIGTRAP, s.SIGRTMIN, s.SIGRTMAX, s.SIGRTMIN + 5):
    s.signal(n, lambda k, f: got.append(int(k))); os.kill(os.getpid(), n); s.raise_signal(n)
print(got); got.clear(); s.signal(s.SIGCHLD, s.SIG_DFL)
for n in (s.SIGUSR1, s.SIGUSR2, s.SIGALRM, s.SIGVTALRM, s.SIGPROF, s.SIGTERM): s.signal(n, h)
old = s.pthread_sigmask(s.SIG_BLOCK, {s.SIGUSR1, s.SIGUSR2}); os.kill(os.getpid(), s.SIGUSR2); os.kill(os.getpid(), s.SIGUSR1); os.kill(os.getpid(), s.SIGUSR1); print(got, sorted(s.sigpending()), old); print(s.sigwait({s.SIGUSR2})); i = s.sigwaitinfo({s.SIGUSR1}); print(i.si_signo, i.si_code, i.si_pid == os.getpid(), s.sigtimedwait({s.SIGUSR1}, 0.01), s.sigpending()); os.kill(os.getpid(), s.SIGUSR1); s.pthread_sigmask(s.SIG_SETMASK, old); print(got); got.clear()
s.setitimer(s.ITIMER_REAL, 0.02, 0.02); t = time.monotonic()
while len(got) < 10: s.pause()
s.setitimer(s.ITIMER_REAL, 0); print(set(got), time.monotonic() - t >= 0.18); got.clear()
for which, sig in ((s.ITIMER_VIRTUAL, "SIGVTALRM"), (s.ITIMER_PROF, "SIGPROF")):
    s.setitimer(which, 0.01, 0.01)
    while len(got) < 5: sum(range(1000))
    s.setitimer(which, 0); print(set(got)); got.clear()
s.alarm(100); print(s.alarm(0) > 90, s.getitimer(s.ITIMER_REAL))
class Stop(Exception): pass
def stop(n, f): raise Stop(n)
s.signal(s.SIGALRM, stop); r, w = os.pipe(); a, b = socket.socketpair()
for what in (lambda: time.sleep(20), lambda: os.read(r, 1), lambda: select.select([r], [], [], 20), lambda: a.recv(1), lambda: os.waitpid(-1, 0), lambda: eval("[None for _ in iter(int, 1)]"), lambda: subprocess.run(["sleep", "20"]), lambda: select.poll().poll(20000), lambda: sum(iter(lambda: 1, 2)), lambda: s.sigwaitinfo({s.SIGUSR1}), lambda: (lambda p: (p.register(r), p.poll(20)))(select.epoll())):
    s.setitimer(s.ITIMER_REAL, 0.1)
    try:
        if what.__code__.co_names[:1] == ("os",) and "waitpid" in what.__code__.co_names:
            pid = os.fork()
            if not pid: time.sleep(0.5); os._exit(0)
        what(); print("not interrupted")
    except Stop as e: print("stopped by", e)
    except ChildProcessError: print("no child")
os.waitpid(-1, 0); s.signal(s.SIGALRM, h); s.setitimer(s.ITIMER_REAL, 0.05); t = time.monotonic(); time.sleep(0.2); print(got, time.monotonic() - t >= 0.2); got.clear()
s.setitimer(s.ITIMER_REAL, 0.05); pid = os.fork()
if not pid: time.sleep(0.3); os.write(w, b"x"); os._exit(0)
print(os.read(r, 1), got); os.waitpid(pid, 0); got.clear()
a.setblocking(False); b.setblocking(False); s.set_wakeup_fd(a.fileno()); os.kill(os.getpid(), s.SIGUSR1); os.kill(os.getpid(), s.SIGTERM); print(b.recv(10), got); s.set_wakeup_fd(-1); got.clear()
for n in (s.SIGKILL, s.SIGSEGV, s.SIGABRT, s.SIGPIPE, s.SIGINT, s.SIGRTMIN + 3):
    pid = os.fork()
    if not pid: s.signal(n, s.SIG_DFL) if n != s.SIGKILL else 0; os.close(2); os.kill(os.getpid(), n); os._exit(0)
    st = os.waitpid(pid, 0)[1]; print(os.WIFSIGNALED(st), os.WTERMSIG(st))
s.signal(s.SIGUSR1, s.SIG_IGN); os.kill(os.getpid(), s.SIGUSR1); print(got, s.getsignal(s.SIGUSR1), s.strsignal(9), len(s.valid_signals())); s.signal(s.SIGUSR1, h)
try: s.signal(s.SIGKILL, h)
except OSError as e: print(errno.errorcode[e.errno])
try: os.kill(2**22 + 5, 0)
except OSError as e: print(errno.errorcode[e.errno])
pid = os.fork()
if not pid:
    for k in range(3000): os.kill(os.getppid(), s.SIGUSR1)
    os._exit(0)
x = 0
while os.waitpid(pid, os.WNOHANG)[0] == 0: x += sum(range(50))
print(0 < len(got) <= 3000, set(got)); got.clear(); s.siginterrupt(s.SIGUSR1, False); print(s.default_int_handler is not None)
depth = []
def nest(n, f):
    depth.append(n)
    if len(depth) < 20: os.kill(os.getpid(), s.SIGUSR2)
s.signal(s.SIGUSR2, nest); os.kill(os.getpid(), s.SIGUSR2); print(len(depth)); fd = None
print(s.pidfd_send_signal(fd := os.pidfd_open(os.getpid()), s.SIGUSR1) or got); os.close(fd); s.signal(s.SIGINT, s.default_int_handler)
try: os.kill(os.getpid(), s.SIGINT); time.sleep(1)
except KeyboardInterrupt: print("keyboard interrupt")
s.signal(s.SIGTERM, lambda *a: sys.exit(3)); os.kill(os.getpid(), s.SIGTERM); time.sleep(5)
