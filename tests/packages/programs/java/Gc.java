// SPDX-License-Identifier: MIT
// Garbage of all sizes in several threads; whatever is reachable must be as it
// was left. Prints the same under each collector.
import java.lang.ref.*;
import java.nio.ByteBuffer;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;

public class Gc {
    static class Node { final int v; volatile Node left, right; Object data; Node(int v) { this.v = v; } }
    static Node tree(int depth, int v) { Node n = new Node(v); if (depth > 0) { n.left = tree(depth - 1, 2 * v); n.right = tree(depth - 1, 2 * v + 1); } return n; }
    static long sum(Node n) { return n == null ? 0 : n.v + sum(n.left) + sum(n.right); }
    static long churn(int id, int rounds) {
        Random random = new Random(id);
        ArrayDeque<byte[]> kept = new ArrayDeque<>();
        Node old = tree(10, 1);
        HashMap<String, Integer> map = new HashMap<>();
        long check = 0;
        for (int i = 0; i < rounds; i++) {
            byte[] b = new byte[random.nextInt(i % 200 == 0 ? 300000 : 5000) + 8];
            b[0] = (byte) i; b[b.length - 1] = (byte) ~i;
            kept.add(b);
            if (kept.size() > 100) { byte[] gone = kept.removeFirst(); check += gone.length; if (gone[0] != ~gone[gone.length - 1]) throw new AssertionError("changed"); }
            Node at = old;
            for (int d = random.nextInt(9); d > 0; d--) at = random.nextBoolean() ? at.left : at.right;
            at.data = new Node(i); // from old to young
            if (i % 50 == 0) { at.left = tree(2, i); at.right = tree(2, i + 1); for (int d = 0; d < 9; d++) { Node n = old; while (n.left != null) n = n.left; n.left = tree(8, 3); n.right = tree(1, 4); } check += sum(old) % 1009; old = tree(10, 1); }
            map.put("key " + i % 3000, i);
            if (i % 500 == 0) { String s = ""; for (int k = 0; k < 100; k++) s += k; check += s.hashCode() & 255; }
        }
        for (Map.Entry<String, Integer> e : map.entrySet()) if (!e.getKey().equals("key " + e.getValue() % 3000)) throw new AssertionError("map");
        return check + map.size();
    }

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[0]), threads = 4;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) { int id = i; all.add(pool.submit(() -> churn(id, rounds))); }
            for (Future<Long> f : all) System.out.print(f.get() + " ");
            System.out.println();
        }
        WeakReference<Object> weak = new WeakReference<>(new Object());
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        PhantomReference<Object> phantom = new PhantomReference<>(new Object(), queue);
        WeakHashMap<Object, String> map = new WeakHashMap<>();
        Object kept = new Object();
        map.put(kept, "kept"); map.put(new Object(), "gone");
        CountDownLatch cleaned = new CountDownLatch(10);
        Cleaner cleaner = Cleaner.create();
        for (int i = 0; i < 10; i++) cleaner.register(new Object(), cleaned::countDown);
        boolean enqueued = false;
        while (!(enqueued |= queue.poll() != null) || weak.get() != null || map.size() > 1) System.gc();
        while (!cleaned.await(1, TimeUnit.MILLISECONDS)) System.gc();
        System.out.println(weak.get() + " " + phantom.get() + " " + map.values() + " " + (kept != null));
        // All of the heap, and then there is room again.
        int errors = 0;
        for (int i = 0; i < 3; i++) try { List<long[]> all = new ArrayList<>(); for (;;) all.add(new long[1 << 17]); } catch (OutOfMemoryError e) { errors++; }
        try { Object o = new int[Integer.MAX_VALUE - 8]; System.out.println(o); } catch (OutOfMemoryError e) { errors++; }
        System.out.println(errors + " " + churn(9, 500));
        ByteBuffer[] direct = new ByteBuffer[8];
        for (int i = 0; i < 400; i++) { direct[i % 8] = ByteBuffer.allocateDirect(1 << 20); direct[i % 8].putLong(1 << 19, i); }
        long d = 0;
        for (ByteBuffer b : direct) d += b.getLong(1 << 19);
        System.out.println(d);
        Object[] pinned = new Object[1];
        Thread[] busy = new Thread[3];
        AtomicBoolean stop = new AtomicBoolean();
        for (int i = 0; i < busy.length; i++) { int id = i; (busy[i] = new Thread(() -> { long x = id; while (!stop.get()) { x = x * 31 + 1; pinned[0] = new long[10]; } })).start(); }
        for (int i = 0; i < 10; i++) System.gc();
        stop.set(true);
        for (Thread t : busy) t.join();
        long collections = java.lang.management.ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(b -> b.getCollectionCount()).sum();
        System.out.println(collections > 10);
    }
}
