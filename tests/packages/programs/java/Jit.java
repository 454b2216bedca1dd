// SPDX-License-Identifier: MIT
// Hot code: loops entered by the interpreter and left by compiled code, calls
// whose receivers change so that what was compiled is thrown away, and
// exceptions that come from faults in compiled code.
import java.util.*;
import java.util.function.*;

public class Jit {
    static long sieve(int n) { byte[] a = new byte[n + 1]; long c = 0; for (int i = 2; i <= n; i++) if (a[i] == 0) { c++; for (long j = (long) i * i; j <= n; j += i) a[(int) j] = 1; } return c; }
    static long collatz(int n) { long best = 0; for (int i = 1; i < n; i++) { long k = i; int s = 0; while (k != 1) { k = (k & 1) == 1 ? 3 * k + 1 : k >> 1; s++; } best = Math.max(best, (long) s << 32 | i); } return best; }
    static double matrix(int n) { double[][] a = new double[n][n], b = new double[n][n]; for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) { a[i][j] = i - j / 3.0; b[i][j] = i * j % 7; } double t = 0; for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) { double s = 0; for (int k = 0; k < n; k++) s += a[i][k] * b[k][j]; t += s * s; } return t; }
    static int crc(byte[] data) { int c = -1; for (byte d : data) { c ^= d & 255; for (int k = 0; k < 8; k++) c = (c & 1) != 0 ? c >>> 1 ^ 0xedb88320 : c >>> 1; } return ~c; }
    // Loops that C2 makes vectors of.
    static int vectors(int[] a, int[] b, float[] f, long[] l, short[] s) {
        for (int i = 0; i < a.length; i++) a[i] = a[i] * 3 + b[i] - (b[i] >> 3);
        for (int i = 0; i < f.length; i++) f[i] = f[i] * 1.5f + i;
        for (int i = 0; i < l.length; i++) l[i] = l[i] << 1 ^ i;
        for (int i = 0; i < s.length; i++) s[i] = (short) (s[i] + i * 7);
        int sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] ^ Math.min(b[i], i);
        return sum + Arrays.hashCode(f) + Arrays.hashCode(l) + Arrays.hashCode(s);
    }
    static String intrinsics(int round) {
        byte[] x = new byte[3000], y = new byte[3000];
        for (int i = 0; i < x.length; i++) x[i] = y[i] = (byte) (i * round);
        y[2500] ^= round % 2;
        String s = new String(x, java.nio.charset.StandardCharsets.ISO_8859_1);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32(); crc.update(x);
        java.util.zip.CRC32C crcc = new java.util.zip.CRC32C(); crcc.update(x);
        java.util.zip.Adler32 adler = new java.util.zip.Adler32(); adler.update(x);
        return Arrays.mismatch(x, y) + "," + Arrays.equals(x, y) + "," + s.indexOf("\u0005\u0006") + "," + s.hashCode() + "," + s.compareTo("\0\1\2\4") + "," + crc.getValue() + "," + crcc.getValue() + "," + adler.getValue() + "," + Integer.bitCount(round * 12345) + "," + Long.numberOfTrailingZeros(round) + "," + Integer.reverseBytes(round) + "," + Math.multiplyHigh(round * 0x123456789abcdefL, 0x7edcba9876543210L) + "," + Math.addExact(round, 5) + "," + new StringBuilder(s).reverse().indexOf("a") + "," + Long.compareUnsigned(-round, round) + "," + Integer.divideUnsigned(-round - 1, 7) + "," + Math.copySign(round, -0.0) + "," + Float.float16ToFloat((short) (round * 97 & 0x7bff)) + "," + Integer.compress(round * 0x1234567, 0x0f0f0f0f);
    }

    interface Shape { double area(); }
    record Circle(double r) implements Shape { public double area() { return 3 * r * r; } }
    record Square(double s) implements Shape { public double area() { return s * s; } }
    record Triangle(double b, double h) implements Shape { public double area() { return b * h / 2; } }
    static double total(Shape[] all) { double t = 0; for (Shape s : all) t += s.area(); return t; }
    static double shapes() {
        Shape[] all = new Shape[500];
        double t = 0;
        for (int phase = 0; phase < 4; phase++) {
            for (int i = 0; i < all.length; i++) all[i] = i % (phase + 1) == 0 ? new Circle(i) : i % (phase + 1) == 1 ? new Square(i) : i % (phase + 1) == 2 ? new Triangle(i, 2) : () -> 1;
            for (int k = 0; k < 1500; k++) t += total(all) * 1e-6;
        }
        return t;
    }
    static int branchy(int i, Object o) { if (o instanceof String s) return s.length() + i; if (o == null) return -1; return o.hashCode() + i; }

    static class Node { int v; Node next; Node(int v, Node next) { this.v = v; this.next = next; } }
    static int value(Node n) { return n.v; }
    static int far(Node n) { return n.next.next.v; }
    static int depth(int n) { return n < 0 ? 0 : 1 + depth(n + 1); }
    static String faults(int rounds) {
        int nulls = 0, zero = 0, bounds = 0, store = 0, cast = 0, negative = 0, overflow = 0, deep = 0;
        int[] array = new int[10];
        Object[] strings = new String[4];
        Node node = new Node(1, new Node(2, new Node(3, null)));
        for (int i = 0; i < rounds; i++) {
            try { nulls += value(i % 100 == 99 ? null : node); } catch (NullPointerException e) { nulls += 1000; }
            try { nulls += far(i % 50 == 49 ? node.next : node); } catch (NullPointerException e) { nulls += 10; }
            try { zero += i / (i % 50); } catch (ArithmeticException e) { zero++; }
            try { zero += (int) (Long.MIN_VALUE % (i % 7 - 1)); } catch (ArithmeticException e) { zero += 3; }
            try { array[i % 11] += i; } catch (ArrayIndexOutOfBoundsException e) { bounds++; }
            try { strings[i & 3] = i % 20 == 0 ? (Object) i : "s"; } catch (ArrayStoreException e) { store++; }
            try { cast += ((String) (i % 30 == 0 ? (Object) i : "abc")).length(); } catch (ClassCastException e) { cast += 7; }
            try { negative += new int[i % 40 - 1].length; } catch (NegativeArraySizeException e) { negative += 5; }
            try { overflow += Math.multiplyExact(i, i % 3 == 0 ? 1 << 20 : 1) & 15; } catch (ArithmeticException e) { overflow++; }
            try { synchronized (i % 60 == 0 ? null : node) { nulls++; } } catch (NullPointerException e) { nulls += 2; }
        }
        for (int i = 0; i < 6; i++) try { depth(0); } catch (StackOverflowError e) { deep += e.getStackTrace().length; }
        return nulls + " " + zero + " " + bounds + " " + store + " " + cast + " " + negative + " " + overflow + " " + deep;
    }
    static String messages() {
        StringBuilder out = new StringBuilder();
        Node n = new Node(1, null);
        int[][] a = new int[2][];
        for (Supplier<?> f : List.<Supplier<?>>of(() -> n.next.v, () -> a[1][0], () -> n.next.next, () -> { n.next.v = 3; return 0; }, () -> a[5], () -> ((String) null).length(), () -> { throw null; }, () -> (int) (Integer) null, () -> a[1].length, () -> 1 / (n.v - 1)))
            try { out.append(f.get()); } catch (RuntimeException e) { out.append(e.getMessage()).append(" at ").append(e.getStackTrace()[0].getLineNumber() > 0).append('\n'); }
        return out.toString();
    }
    // Objects that need not be made, locks that need not be taken, long loops.
    static long escapes(int n) { long t = 0; for (int i = 0; i < n; i++) { Node p = new Node(i, new Node(-i, null)); synchronized (p) { t += p.v * 3L + p.next.v; } StringBuilder b = new StringBuilder(); b.append(i % 10).append('x'); t += b.length(); Integer boxed = i; t += boxed; } return t; }
    static long lambdas(int n) { IntBinaryOperator[] ops = {Integer::sum, (a, b) -> a * b, (a, b) -> a ^ b, Math::max, Integer::compare}; long t = 0; for (int i = 0; i < n; i++) t += ops[i / 1000 % ops.length].applyAsInt(i, 7); return t; }
    static int switches(int n) { int t = 0; String[] words = {"alpha", "beta", "gamma", "Aa", "BB"}; for (int i = 0; i < n; i++) { t += switch (words[i % 5]) { case "alpha" -> 1; case "Aa" -> 20; case "BB" -> 300; default -> -1; }; t ^= switch (i & 31) { case 0, 7, 9 -> i; case 31 -> 5; case 12 -> t >> 1; default -> 0; }; } return t; }

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 20000;
        System.out.println(sieve(rounds * 20) + " " + collatz(rounds) + " " + matrix(60) + " " + crc(new byte[rounds]));
        int sum = 0;
        int[] a = new int[1001], b = new int[1001];
        float[] f = new float[999]; long[] l = new long[777]; short[] s = new short[555];
        for (int i = 0; i < b.length; i++) b[i] = i * 31 - 5000;
        for (int i = 0; i < rounds / 20; i++) sum = sum * 31 + vectors(a, b, f, l, s);
        System.out.println(sum);
        String last = "";
        for (int i = 1; i < rounds / 20; i++) last = (last.hashCode() + intrinsics(i)).substring(0);
        System.out.println(last);
        System.out.printf("%.6f%n", shapes());
        int t = 0;
        for (int i = 0; i < rounds; i++) t += branchy(i, i < rounds / 2 ? "text" : i % 3 == 0 ? null : i % 3 == 1 ? Integer.valueOf(i) : "other");
        System.out.println(t);
        System.out.println(faults(rounds));
        System.out.print(messages());
        System.out.println(escapes(rounds * 10) + " " + lambdas(rounds * 10) + " " + switches(rounds * 5));
    }
}
