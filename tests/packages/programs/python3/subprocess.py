# SPDX-License-Identifier: MIT
"""subprocess, os.fork and its kin, pipes, environments, process groups."""
import errno, os, pty, resource, select, shutil, signal, subprocess, sys, tempfile, time
sp = subprocess

print(sp.run(["uname", "-m"], capture_output=True, text=True).stdout.strip(), sp.check_output("uname -m", shell=True, text=True).strip(), sp.getstatusoutput("echo out; exit 3"))
print(sp.run(["sh", "-c", "cat; echo err >&2; exit 5"], input=b"in", capture_output=True))
try: sp.run(["false"], check=True)
except sp.CalledProcessError as e: print(e)
for bad in (["/nothing/at/all"], ["./noexec"], ["."], ["./badelf"], ["./badint"]):
    open("noexec", "w").close(); open("badelf", "wb").write(b"\x7fELFxxxx"); os.chmod("badelf", 0o755); open("badint", "w").write("#!/no/such\n"); os.chmod("badint", 0o755)
    try: print(sp.run(bad))
    except OSError as e: print(bad[0], errno.errorcode[e.errno])
try: sp.run(["true"], cwd="/nothing")
except FileNotFoundError as e: print("cwd", e.filename)
try: sp.run(["sleep", "30"], timeout=0.3)
except sp.TimeoutExpired as e: print("timeout", e.timeout)
print([sp.run(["sh", "-c", f"kill -{s} $$"]).returncode for s in (1, 2, 9, 15, 13, 40)])
p1 = sp.Popen(["seq", "1000"], stdout=sp.PIPE); p2 = sp.Popen(["grep", "7"], stdin=p1.stdout, stdout=sp.PIPE); p1.stdout.close(); p3 = sp.Popen(["wc", "-l"], stdin=p2.stdout, stdout=sp.PIPE, text=True); p2.stdout.close(); print(p3.communicate()[0].strip(), p1.wait(), p2.wait())
p = sp.Popen(["cat"], stdin=sp.PIPE, stdout=sp.PIPE); out, _ = p.communicate(b"x" * 1000000); print(len(out), p.returncode)
p = sp.Popen(["sleep", "30"]); print(p.poll()); p.terminate(); print(p.wait()); p = sp.Popen(["sleep", "30"]); p.send_signal(signal.SIGSTOP); print(os.waitid(os.P_PID, p.pid, os.WSTOPPED).si_status); p.kill(); print(p.wait())
print(sp.run(["env"], env={"A": "1", "B": "2", "PATH": os.environ["PATH"]}, capture_output=True, text=True).stdout.split()[:2], sp.run(["sh", "-c", "echo $0 $1", "zero", "one"], capture_output=True).stdout, sp.run(["pwd"], cwd="/", capture_output=True).stdout[:1], sp.run("echo $X", shell=True, env={**os.environ, "X": "y"}, capture_output=True).stdout)
r, w = os.pipe(); print(sp.run(["sh", "-c", f"echo through >&{w}"], pass_fds=[w]).returncode, os.read(r, 100)); print(sp.run(["sh", "-c", f"echo x >&{w}"], stderr=sp.DEVNULL).returncode); os.close(w); print(os.read(r, 1))
print(sp.run(["sh", "-c", "ps=$(cut -d' ' -f5 /proc/$$/stat); [ $ps = $$ ] && echo leader"], start_new_session=True, capture_output=True).stdout, sp.run(["cut", "-d ", "-f5", "/proc/self/stat"], process_group=0, capture_output=True).stdout != b"", sp.run(["sh", "-c", "umask"], umask=0o77, capture_output=True).stdout, sp.run(["true"], preexec_fn=lambda: os.nice(1)).returncode, sp.run(["sh", "-c", "ulimit -n"], preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (50, 50)), capture_output=True).stdout)
pid = os.fork()
if not pid: os._exit(42)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])); kids = {}
for i in range(20):
    pid = os.fork()
    if not pid: os._exit(i)
    kids[pid] = i
ok = True
while kids:
    pid, st, ru = os.wait3(0); ok &= os.waitstatus_to_exitcode(st) == kids.pop(pid)
print(ok)
try: os.wait()
except ChildProcessError as e: print(errno.errorcode[e.errno])
for f in (lambda: os.execv("/usr/bin/uname", ["uname", "-m"]), lambda: os.execvp("sh", ["sh", "-c", "echo execvp; exit 4"]), lambda: os.execve("/usr/bin/env", ["env"], {"ONLY": "this"}), lambda: os.execlp("nothing_like_this", "x")):
    r, w = os.pipe(); pid = os.fork()
    if not pid:
        os.dup2(w, 1)
        try: f()
        except OSError as e: os.write(1, errno.errorcode[e.errno].encode())
        os._exit(9)
    os.close(w); print(os.read(r, 1000), os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])); os.close(r)
pid = os.posix_spawn("/usr/bin/sh", ["sh", "-c", "echo spawned >&5; exit 6"], os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 5, "spawned", os.O_WRONLY | os.O_CREAT, 0o644)], setsigdef=[signal.SIGPIPE]); print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), open("spawned").read())
try: os.posix_spawnp("nothing_like_this", ["x"], {})
except OSError as e: print(errno.errorcode[e.errno])
print(os.system("exit 3") >> 8, os.popen("echo popen").read(), os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "exit 7"), shutil.which("sh"), shutil.which("nothing_like_this"))
fd = os.pidfd_open(pid := sp.Popen(["sleep", "0.1"]).pid); print(select.select([fd], [], [], 20)[0] == [fd], os.waitid(os.P_PIDFD, fd, os.WEXITED).si_status); os.close(fd)
pid, m = pty.fork()
if not pid: os.execlp("sh", "sh", "-c", "tty >/dev/null && stty size; echo on a pty; exit 2")
out = b""
try:
    while b := os.read(m, 1000): out += b
except OSError as e: out += errno.errorcode[e.errno].encode()
print(out, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])); t0 = resource.getrusage(resource.RUSAGE_CHILDREN); print(t0.ru_utime >= 0, t0.ru_maxrss > 0)
def deep(n):
    if not n: return 0
    pid = os.fork()
    if not pid: os._exit(deep(n - 1) + 1)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
print(deep(10), all(sp.run(["true"]).returncode == 0 for _ in range(60)), len(sp.run([sys.executable, "-c", "print('x' * 100000)"], capture_output=True).stdout), os.path.basename(os.readlink("/proc/self/exe")))
for f in ("getpgrp", "getsid", "getpriority", "sched_getaffinity", "getlogin", "getgroups", "uname", "cpu_count", "getloadavg", "times", "sysconf"): print(f, hasattr(os, f))
print(os.sysconf("SC_PAGESIZE"), os.sysconf("SC_CLK_TCK"), os.uname().machine, os.sched_getscheduler(0), os.getpriority(os.PRIO_PROCESS, 0), len(os.sched_getaffinity(0)) > 0, os.get_terminal_size is not None, os.isatty(0), os.umask(0o22), resource.getrlimit(resource.RLIMIT_CORE)[1] != 5)
