// SPDX-License-Identifier: MIT
// The foreign function interface: the compilers make code that calls into C,
// and code that C calls.
import java.lang.foreign.*;
import java.lang.invoke.*;
import java.util.*;

public class Native {
    static int compare(MemorySegment a, MemorySegment b) { calls++; return Integer.compare(a.get(ValueLayout.JAVA_INT, 0), b.get(ValueLayout.JAVA_INT, 0)); }
    static int calls;

    public static void main(String[] args) throws Throwable {
        Linker linker = Linker.nativeLinker();
        SymbolLookup libc = linker.defaultLookup();
        MethodHandle strlen = linker.downcallHandle(libc.find("strlen").get(), FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
        MethodHandle qsort = linker.downcallHandle(libc.find("qsort").get(), FunctionDescriptor.ofVoid(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
        MethodHandle ldexp = linker.downcallHandle(libc.find("ldexp").get(), FunctionDescriptor.of(ValueLayout.JAVA_DOUBLE, ValueLayout.JAVA_DOUBLE, ValueLayout.JAVA_INT));
        StructLayout pair = MemoryLayout.structLayout(ValueLayout.JAVA_INT.withName("quot"), ValueLayout.JAVA_INT.withName("rem"));
        MethodHandle div = linker.downcallHandle(libc.find("div").get(), FunctionDescriptor.of(pair, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        MethodHandle snprintf = linker.downcallHandle(libc.find("snprintf").get(), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.JAVA_DOUBLE, ValueLayout.ADDRESS), Linker.Option.firstVariadicArg(3));
        StructLayout errno = Linker.Option.captureStateLayout();
        MethodHandle close = linker.downcallHandle(libc.find("close").get(), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT), Linker.Option.captureCallState("errno"));
        try (Arena arena = Arena.ofConfined()) {
            long total = 0;
            for (int i = 0; i < 20000; i++) { MemorySegment s = arena.allocateUtf8String("string ".repeat(i % 5)); total += (long) strlen.invokeExact(s); }
            MemorySegment array = arena.allocateArray(ValueLayout.JAVA_INT, new Random(1).ints(3000).toArray());
            MemorySegment up = linker.upcallStub(MethodHandles.lookup().findStatic(Native.class, "compare", MethodType.methodType(int.class, MemorySegment.class, MemorySegment.class)), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS.withTargetLayout(ValueLayout.JAVA_INT), ValueLayout.ADDRESS.withTargetLayout(ValueLayout.JAVA_INT)), arena);
            qsort.invokeExact(array, 3000L, 4L, up);
            int[] sorted = array.toArray(ValueLayout.JAVA_INT);
            boolean order = true;
            for (int i = 1; i < sorted.length; i++) order &= sorted[i - 1] <= sorted[i];
            System.out.println(total + " " + order + " " + sorted[0] + " " + (calls > 3000) + " " + (double) ldexp.invokeExact(1.5, 10));
            MemorySegment r = (MemorySegment) div.invokeExact((SegmentAllocator) arena, -17, 5);
            System.out.println(r.get(ValueLayout.JAVA_INT, 0) + " " + r.get(ValueLayout.JAVA_INT, 4));
            MemorySegment out = arena.allocate(100), state = arena.allocate(errno);
            int n = (int) snprintf.invokeExact(out, 100L, arena.allocateUtf8String("%d %.3f %s"), 42, 2.5, arena.allocateUtf8String("variadic"));
            int failed = (int) close.invokeExact(state, 999);
            System.out.println(n + " " + out.getUtf8String(0) + " " + failed + " " + (int) errno.varHandle(MemoryLayout.PathElement.groupElement("errno")).get(state));
            try { out.get(ValueLayout.JAVA_LONG, 96); } catch (IndexOutOfBoundsException e) { System.out.println("out of bounds"); }
        }
    }
}
