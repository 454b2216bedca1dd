// SPDX-License-Identifier: MIT
// Threads of the system and virtual ones, and all that they wait on.
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.stream.*;

public class Threads {
    static int plain, turn;
    static volatile boolean stop;
    static final Object lock = new Object();
    static Thread start(Runnable r) { Thread t = new Thread(r); t.start(); return t; }
    static void join(List<Thread> all) throws InterruptedException { for (Thread t : all) t.join(); }
    static List<Thread> many(int n, IntConsumerX f) { return IntStream.range(0, n).mapToObj(i -> start(() -> { try { f.accept(i); } catch (Exception e) { System.out.println(e); } })).toList(); }
    interface IntConsumerX { void accept(int i) throws Exception; }

    static void monitors() throws Exception {
        AtomicLong atomic = new AtomicLong();
        LongAdder adder = new LongAdder();
        join(many(16, id -> { Random r = new Random(id); for (int k = 0; k < 3000; k++) { atomic.addAndGet(r.nextInt(10)); adder.increment(); synchronized (lock) { plain++; } if (k % 500 == 0) Thread.yield(); } }));
        System.out.println(atomic + " " + adder + " " + plain);
        join(many(5, me -> { for (int k = 0; k < 100; k++) synchronized (lock) { while (turn % 5 != me) lock.wait(); turn++; lock.notifyAll(); } }));
        System.out.println(turn);
        // A bounded buffer, by wait and notify.
        ArrayDeque<Integer> buffer = new ArrayDeque<>();
        AtomicInteger taken = new AtomicInteger();
        List<Thread> all = new ArrayList<>(many(3, me -> { for (int k = 0; k < 1000; k++) synchronized (buffer) { while (buffer.size() == 10) buffer.wait(); buffer.add(k); buffer.notifyAll(); } }));
        all.addAll(many(3, me -> { for (int k = 0; k < 1000; k++) synchronized (buffer) { while (buffer.isEmpty()) buffer.wait(); taken.addAndGet(buffer.poll()); buffer.notifyAll(); } }));
        join(all);
        System.out.println(taken + " " + buffer);
        try { lock.notify(); } catch (IllegalMonitorStateException e) { System.out.println(e.getMessage()); }
        Thread waiting = start(() -> { synchronized (lock) { try { lock.wait(); } catch (InterruptedException e) { System.out.println("interrupted in wait " + Thread.currentThread().isInterrupted()); } } });
        while (waiting.getState() != Thread.State.WAITING) Thread.onSpinWait();
        waiting.interrupt(); waiting.join();
        Thread sleeping = start(() -> { try { Thread.sleep(1000000); } catch (InterruptedException e) { System.out.println("interrupted in sleep"); } });
        sleeping.interrupt(); sleeping.join();
        Thread parked = start(() -> { LockSupport.park(); System.out.println("unparked"); });
        LockSupport.unpark(parked); parked.join();
        Thread spinning = start(() -> { long n = 0; while (!stop) n++; System.out.println("stopped " + (n >= 0)); });
        while (spinning.getState() != Thread.State.RUNNABLE) Thread.onSpinWait();
        stop = true; spinning.join();
        Thread dies = new Thread(() -> { throw new IllegalStateException("uncaught"); }, "dying");
        dies.setUncaughtExceptionHandler((t, e) -> System.out.println(t.getName() + " " + e));
        dies.start(); dies.join();
        ThreadLocal<Integer> local = ThreadLocal.withInitial(() -> 5);
        local.set(6);
        join(List.of(start(() -> System.out.println(local.get()))));
        Thread big = new Thread(null, () -> System.out.println(deep(50000)), "big", 64 << 20);
        big.start(); big.join();
        System.out.println(local.get() + " " + dies.getState() + " " + big.isAlive());
    }
    static int deep(int n) { return n == 0 ? 0 : 1 + deep(n - 1); }

    static void concurrent() throws Exception {
        ReentrantLock mutex = new ReentrantLock(true);
        Condition changed = mutex.newCondition();
        int[] at = {0};
        join(many(4, me -> { for (int k = 0; k < 100; k++) { mutex.lock(); try { while (at[0] % 4 != me) changed.await(); at[0]++; changed.signalAll(); } finally { mutex.unlock(); } } }));
        ReadWriteLock rw = new ReentrantReadWriteLock();
        StampedLock stamped = new StampedLock();
        Map<Integer, Integer> map = new HashMap<>();
        long[] pair = new long[2];
        AtomicInteger torn = new AtomicInteger();
        join(many(8, me -> { for (int k = 0; k < 500; k++) { if (me < 2) { rw.writeLock().lock(); map.merge(k % 50, 1, Integer::sum); rw.writeLock().unlock(); long s = stamped.writeLock(); pair[0]++; pair[1]--; stamped.unlockWrite(s); } else { rw.readLock().lock(); map.get(k % 50); rw.readLock().unlock(); long s = stamped.tryOptimisticRead(), x = pair[0], y = pair[1]; if (stamped.validate(s) && x != -y) torn.incrementAndGet(); } } }));
        System.out.println(at[0] + " " + map.values().stream().mapToInt(i -> i).sum() + " " + pair[0] + " " + torn);
        ConcurrentHashMap<Integer, Integer> counts = new ConcurrentHashMap<>();
        IntStream.range(0, 40000).parallel().forEach(i -> counts.merge(i % 1000, 1, Integer::sum));
        System.out.println(counts.size() + " " + counts.reduceValues(1, Integer::sum) + " " + IntStream.range(0, 200000).parallel().mapToLong(i -> (long) i * i % 7919).sum() + " " + Stream.iterate(1, i -> i + 1).limit(5000).parallel().map(i -> i * 3).sorted(Comparator.reverseOrder()).skip(10).findFirst().get() + " " + Arrays.hashCode(sorted(100000)));
        ForkJoinPool pool = new ForkJoinPool(4);
        System.out.println(pool.invoke(new Fib(20)));
        pool.close();
        System.out.println(CompletableFuture.supplyAsync(() -> 20).thenCombineAsync(CompletableFuture.supplyAsync(() -> 22), Integer::sum).thenApply(i -> { if (i > 40) throw new ArithmeticException("too much"); return i; }).exceptionally(e -> -1).thenCompose(i -> CompletableFuture.completedFuture(i * 2)).get(60, TimeUnit.SECONDS));
        CyclicBarrier barrier = new CyclicBarrier(6, () -> at[0] += 100);
        Phaser phaser = new Phaser(6);
        Exchanger<Integer> exchanger = new Exchanger<>();
        AtomicInteger swapped = new AtomicInteger();
        Semaphore semaphore = new Semaphore(2);
        AtomicInteger inside = new AtomicInteger(), most = new AtomicInteger();
        join(many(6, me -> { for (int k = 0; k < 20; k++) { barrier.await(); phaser.arriveAndAwaitAdvance(); semaphore.acquire(); most.accumulateAndGet(inside.incrementAndGet(), Math::max); inside.decrementAndGet(); semaphore.release(); swapped.addAndGet(exchanger.exchange(me)); } }));
        System.out.println(at[0] + " " + phaser.getPhase() + " " + swapped + " " + (most.get() <= 2));
        BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(5);
        SynchronousQueue<Integer> hand = new SynchronousQueue<>();
        List<Thread> all = many(3, me -> { for (int k = 0; k < 300; k++) { if (me == 0) queue.put(k); else if (me == 1) hand.put(queue.take()); else swapped.addAndGet(hand.take()); } });
        join(all);
        System.out.println(swapped);
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
        CountDownLatch ticks = new CountDownLatch(10);
        ScheduledFuture<?> every = timer.scheduleAtFixedRate(ticks::countDown, 1, 1, TimeUnit.MILLISECONDS);
        ticks.await();
        System.out.println(every.cancel(true) + " " + timer.schedule(() -> "later", 5, TimeUnit.MILLISECONDS).get());
        timer.shutdownNow();
        ExecutorService two = Executors.newFixedThreadPool(2);
        System.out.println(two.invokeAll(IntStream.range(0, 20).<Callable<Integer>>mapToObj(i -> () -> i * i).toList()).stream().map(f -> { try { return f.get(); } catch (Exception e) { return -1; } }).toList());
        try { two.submit(() -> { throw new java.io.IOException("in a task"); }).get(); } catch (ExecutionException e) { System.out.println(e.getCause()); }
        Future<?> never = two.submit(() -> { synchronized (hand) { hand.wait(); } return 0; });
        try { never.get(10, TimeUnit.MILLISECONDS); } catch (TimeoutException e) { System.out.println("timeout " + never.cancel(true)); }
        two.close();
    }
    static int[] sorted(int n) { int[] a = new Random(3).ints(n, 0, 1000000).toArray(); Arrays.parallelSort(a); Arrays.parallelPrefix(a, (x, y) -> x * 31 + y); return a; }
    static class Fib extends RecursiveTask<Integer> { final int n; Fib(int n) { this.n = n; } protected Integer compute() { if (n < 2) return n; Fib f = new Fib(n - 1); f.fork(); return new Fib(n - 2).compute() + f.join(); } }

    static void virtual() throws Exception {
        AtomicInteger done = new AtomicInteger();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) { for (int i = 0; i < 2000; i++) each.submit(() -> { Thread.sleep(1); return done.incrementAndGet(); }); }
        ReentrantLock mutex = new ReentrantLock();
        int[] n = {0};
        List<Thread> all = IntStream.range(0, 200).mapToObj(i -> Thread.ofVirtual().name("v" + i).start(() -> { for (int k = 0; k < 20; k++) { mutex.lock(); n[0]++; mutex.unlock(); Thread.yield(); } })).toList();
        join(all);
        SynchronousQueue<Integer> ping = new SynchronousQueue<>(), pong = new SynchronousQueue<>();
        Thread.startVirtualThread(() -> { try { for (;;) pong.put(ping.take() + 1); } catch (InterruptedException e) { System.out.println(e); } });
        int v = 0;
        for (int i = 0; i < 500; i++) { ping.put(v); v = pong.take(); }
        Thread interrupted = Thread.ofVirtual().start(() -> { try { new CountDownLatch(1).await(); } catch (InterruptedException e) { System.out.println("virtual, interrupted " + Thread.currentThread().isVirtual()); } });
        interrupted.interrupt(); interrupted.join();
        Thread recursive = Thread.ofVirtual().start(() -> { try { endless(0); } catch (StackOverflowError e) { System.out.println("virtual stack overflow"); } });
        recursive.join();
        Thread pinned = Thread.ofVirtual().start(() -> { synchronized (lock) { LockSupport.parkNanos(1000000); System.out.println("pinned"); } });
        pinned.join();
        System.out.println(done + " " + n[0] + " " + v + " " + deepVirtual());
    }
    static int endless(int n) { return endless(n + 1) + 1; }
    static int deepVirtual() throws Exception { int[] r = {0}; Thread t = Thread.ofVirtual().start(() -> r[0] = sleepy(300)); t.join(); return r[0]; }
    static int sleepy(int n) { if (n % 100 == 0) LockSupport.parkNanos(1000); return n == 0 ? 0 : 1 + sleepy(n - 1); }

    public static void main(String[] args) throws Exception {
        monitors();
        concurrent();
        virtual();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
        // Ends while all of these run.
        for (int i = 0; i < 4; i++) { Thread t = new Thread(() -> { double z = 0; for (;;) z += Math.sqrt(z + 1); }); t.setDaemon(i % 2 == 0); t.start(); }
        System.exit(7);
    }
}
