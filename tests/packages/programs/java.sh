# SPDX-License-Identifier: MIT
# OpenJDK: javac builds each program of java/, and java runs it.
# root: runtimes
# smoke: hot
# seconds: 180
# shellcheck shell=dash disable=SC1091,SC2317
. "${0%/*}/../prelude"

sources=/tmp/scripts/programs/java
for home in /usr/lib/jvm/java-21-openjdk-*; do
	PATH=$home/bin:$PATH
done

compile() # NAME OPTION...
{
	name=$1
	shift
	javac -Xlint:-options -nowarn -d . "$@" "$sources/$name.java" 2>&1 |
		grep -v '^\(Note: \|warning: \|[0-9]* warning\|.*: warning: \| .*\)'
}
java_run() # OPTION... CLASS ARGUMENT...
{
	java -cp . "$@" 2>&1
	echo "status $?"
}

sum()
{
	sed s/x86_64/aarch64/g | cksum
}

t_language()
{
	compile Language
	java_run Language a 'b c'
	java_run -XX:+UnlockExperimentalVMOptions -XX:+UseEpsilonGC Language | sum
}
t_jit()
{
	compile Jit
	java_run Jit
	# The same by the interpreter, and by each compiler alone.
	java_run -Xint Jit 2000 >int
	for options in -XX:TieredStopAtLevel=1 -XX:TieredStopAtLevel=3 \
	    -XX:-TieredCompilation '-XX:+UseSerialGC -XX:Tier4InvocationThreshold=200 -XX:Tier4MinInvocationThreshold=100 -XX:Tier4CompileThreshold=300' \
	    '-Xbatch -XX:CompileThreshold=100 -XX:-TieredCompilation' '-XX:+UnlockDiagnosticVMOptions -XX:+StressLCM -XX:+StressGCM -XX:+StressIGVN -XX:StressSeed=7'; do
		# Its words are meant to be split.
		# shellcheck disable=SC2086
		java_run $options Jit 2000 | cmp - int
		echo "$options"
	done
	cksum <int
}
# What is hot, in little time: for the smoke.
t_hot()
{
	compile Jit
	java_run -XX:+UseSerialGC Jit 3000
}
gc() # OPTION...
{
	compile Gc
	java_run -Xmx96m "$@" Gc 2000
}
t_gc_serial()
{
	gc -XX:+UseSerialGC
}
t_gc_parallel()
{
	gc -XX:+UseParallelGC -XX:-UseGCOverheadLimit
}
t_gc_g1()
{
	gc -XX:+UseG1GC
	java_run -Xmx64m -XX:+UseG1GC -Xmn8m -XX:G1HeapRegionSize=1m \
	    -XX:-UseCompressedOops -XX:+UnlockDiagnosticVMOptions \
	    -XX:+VerifyBeforeGC -XX:+VerifyAfterGC Gc 100
}
t_gc_z()
{
	gc -XX:+UseZGC
}
t_gc_z_generational()
{
	gc -XX:+UseZGC -XX:+ZGenerational
}
t_gc_shenandoah()
{
	gc -XX:+UseShenandoahGC
}
t_threads()
{
	compile Threads
	java_run Threads
	java_run -XX:+UnlockExperimentalVMOptions -XX:LockingMode=2 -XX:+UseParallelGC Threads | sum
	java_run -XX:ActiveProcessorCount=1 Threads | sum
	java_run -Djdk.virtualThreadScheduler.parallelism=1 -Xint Threads | sum
}
t_posix()
{
	compile Posix
	java_run Posix
	for mechanism in FORK VFORK POSIX_SPAWN; do
		rm -rf d sub out err
		java_run -Djdk.lang.Process.launchMechanism=$mechanism Posix | sum
	done
}
t_net()
{
	compile Net
	java_run Net
}
t_crypto()
{
	compile Crypto
	java_run Crypto
}
t_native()
{
	compile Native --release 21 --enable-preview
	java_run --enable-preview --enable-native-access=ALL-UNNAMED Native
	java_run --enable-preview --enable-native-access=ALL-UNNAMED -Xcomp \
	    -XX:TieredStopAtLevel=1 Native | sum
}
t_jar()
{
	mkdir classes
	javac -Xlint:all -Werror -d classes "$sources"/shapes/*.java
	echo "status $?"
	(cd classes && find . -type f -exec cksum {} + | sort)
	java -cp classes shapes.Main
	echo 'what is in the jar' >resource.txt
	printf 'Implementation-Version: 1.2\n' >manifest
	jar --create --file shapes.jar --main-class shapes.Main --manifest manifest \
	    --date 2024-01-01T00:00:00Z -C classes . resource.txt
	jar tf shapes.jar
	java -jar shapes.jar x y
	java -Xshare:off -cp shapes.jar shapes.Main
	javap -p -c -cp shapes.jar shapes.Polygon | grep -c invoke
	java "$sources/Language.java" source | tail -n 1
	mkdir m
	echo 'module shapes.module { exports shapes; requires java.logging; }' >module-info.java
	javac -d m module-info.java "$sources"/shapes/*.java
	java -p m -m shapes.module/shapes.Main
	jdeps -s m
	java -XX:ArchiveClassesAtExit=app.jsa -jar shapes.jar >/dev/null 2>&1
	java -XX:SharedArchiveFile=app.jsa -Xshare:auto -jar shapes.jar
	printf 'int f(int n) { return n < 2 ? n : f(n - 1) + f(n - 2); }\nf(15)\n"a".repeat(3)\n/exit\n' |
		jshell -J-Djava.util.prefs.userRoot=. -v - 2>/dev/null
}
t_errors()
{
	echo 'class X { int f() { return "s"; } void g() { int y; y++; } }' >X.java
	javac X.java
	echo "status $?"
	java Nothing 2>&1 | head -n 2
	java -XX:NoSuchOption 2>&1 | head -n 1
	cat >E.java <<-'END'
		public class E {
		    static void f(int n) { if (n == 0) throw new IllegalStateException("deep", new RuntimeException("cause")); f(n - 1); }
		    public static void main(String[] a) throws Exception {
		        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
		        if (a[0].equals("throw")) f(3);
		        if (a[0].equals("exit")) System.exit(42);
		        if (a[0].equals("halt")) Runtime.getRuntime().halt(43);
		        if (a[0].equals("wait")) { System.out.println("up"); Thread.currentThread().join(); }
		        if (a[0].equals("spin")) { for (int i = 0; i < 3; i++) { Thread t = new Thread(() -> { for (double x = 0;; x++) if (Math.sin(x) > 2) System.out.println(x); }, "work-" + i); t.start(); } System.out.println("up"); }
		        if (a[0].equals("memory")) { var l = new java.util.ArrayList<long[]>(); for (;;) l.add(new long[10000]); }
		    }
		}
	END
	javac E.java
	for how in throw exit halt; do
		java_run E $how
	done
	java -Xmx16m -XX:+ExitOnOutOfMemoryError E memory 2>&1 | tail -n 1
	for signal in TERM HUP KILL; do
		mkfifo fifo
		java E wait >fifo &
		# shellcheck disable=SC2094
		{
			read -r up
			kill -$signal $!
			cat
		} <fifo
		wait $!
		echo "$up $signal $?"
		rm fifo
	done 2>/dev/null # where the shell says Killed, sooner or later
}
# A dump of all threads by SIGQUIT, and what tools ask for, among busy threads.
t_attach()
{
	cat >Busy.java <<-'END'
		public class Busy {
		    static volatile Object o;
		    static int f(int n) { return n < 2 ? n : f(n - 1) + f(n - 2); }
		    public static void main(String[] a) {
		        for (int i = 0; i < 4; i++) { int id = i; new Thread(() -> { for (;;) { o = new int[1000]; f(15); if (id == 0) try { ((Object) null).hashCode(); } catch (NullPointerException e) { } } }, "work-" + i).start(); }
		        System.out.println("up");
		    }
		}
	END
	javac Busy.java
	mkfifo fifo
	java -Xmx64m -cp . Busy >fifo &
	java=$!
	exec 3<fifo
	read -r up <&3
	echo "$up"
	for _ in 1 2 3; do
		kill -QUIT $java
		while read -r line; do
			case $line in
			*'Full thread dump'*) echo dump ;;
			*\"work-*) echo thread ;;
			*'Metaspace '*) break ;;
			esac
		done <&3
	done
	cat <&3 >/dev/null &
	exec 3<&-
	jcmd $java Thread.print | grep -c '"work-'
	jcmd $java GC.run | tail -n 1
	jstack $java | grep -c '"work-'
	jcmd $java GC.class_histogram | grep -c 'java.lang.String$\|java.lang.String '
	jmap -dump:live,format=b,file=heap.bin $java | tail -n 1 | sed 's/\[.*\]/[]/'
	jcmd $java JFR.start name=r filename=r.jfr | grep -c 'Started recording'
	jcmd $java JFR.stop name=r | grep -c 'Stopped recording'
	jfr summary r.jfr | grep -c 'Version: 2'
	kill -TERM $java
	wait $java
	echo "status $?"
}

run "$1"
