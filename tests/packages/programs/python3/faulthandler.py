# SPDX-License-Identifier: MIT
"""faulthandler: tracebacks at real faults, and how a process then ends."""
import faulthandler, os, re, signal, subprocess, sys

def child(code, *options):
    r = subprocess.run([sys.executable, *options, "-c", "import resource; resource.setrlimit(resource.RLIMIT_CORE, (0, 0))\n" + code], capture_output=True, text=True)
    print(r.returncode, re.sub('0x[0-9a-f]+', 'ADDRESS', r.stdout.strip()), [re.sub('0x[0-9a-f]+', 'ADDRESS', l.strip()) for l in r.stderr.splitlines() if l.startswith(("Fatal", "Current", "  File", "Extension"))][:4])
for crash in ("faulthandler._sigsegv()", "faulthandler._sigabrt()", "faulthandler._sigfpe()", "ctypes.string_at(8)", "os.kill(os.getpid(), signal.SIGILL)", "os.kill(os.getpid(), signal.SIGBUS)", "os.abort()", "faulthandler._stack_overflow()", "faulthandler._read_null()"):
    child(f"import faulthandler, ctypes, os, signal\nfaulthandler.enable()\ndef f(): {crash}\nf()"); child(f"import faulthandler, ctypes, os, signal\n{crash}")
child("faulthandler = __import__('faulthandler'); faulthandler._sigsegv()", "-X", "faulthandler")
child("import faulthandler, signal, os, sys\nfaulthandler.register(signal.SIGUSR1, file=sys.stdout)\nos.kill(os.getpid(), signal.SIGUSR1); print('goes on')")
child("import faulthandler, sys\nfaulthandler.dump_traceback(file=sys.stdout)"); child("import signal, ctypes\ndef h(n, f): print('never')\nsignal.signal(signal.SIGSEGV, signal.SIG_DFL)\nctypes.string_at(0)")
print(faulthandler.is_enabled(), faulthandler.enable(), faulthandler.is_enabled(), faulthandler.disable())
