// SPDX-License-Identifier: MIT
// Where Java meets the system: processes, signals, files, mappings, buffers.
import java.io.*;
import java.nio.*;
import java.nio.channels.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.nio.file.attribute.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import java.util.zip.*;

public class Posix {
    static String run(String... command) throws Exception {
        Process p = new ProcessBuilder(command).redirectErrorStream(true).start();
        p.getOutputStream().close();
        String out = new String(p.getInputStream().readAllBytes()).trim();
        return out + " " + p.waitFor();
    }
    static String attempt(Callable<?> f) { try { return String.valueOf(f.call()); } catch (Exception e) { return e.getClass().getSimpleName() + " " + e.getMessage(); } }

    static void processes() throws Exception {
        System.out.println(System.getProperty("os.arch").replace("amd64", "x86_64") + " " + run("uname", "-m") + " " + run("sh", "-c", "uname -m; exit 3"));
        for (String signal : List.of("TERM", "KILL", "SEGV", "HUP")) System.out.println(signal + " " + run("sh", "-c", "kill -" + signal + " $$"));
        Process cat = new ProcessBuilder("cat").start();
        Thread feeder = new Thread(() -> { try (OutputStream o = cat.getOutputStream()) { for (int i = 0; i < 50; i++) o.write(new byte[20000]); } catch (IOException e) { System.out.println(e); } });
        feeder.start();
        System.out.println(cat.getInputStream().readAllBytes().length + " " + cat.waitFor());
        ProcessBuilder b = new ProcessBuilder("sh", "-c", "read x; echo \"got $x $VAR\"; echo err >&2; basename \"$PWD\"").directory(Files.createDirectory(Path.of("sub")).toFile()).redirectOutput(new File("out")).redirectError(ProcessBuilder.Redirect.appendTo(new File("err"))).redirectInput(Files.writeString(Path.of("in"), "input\n").toFile());
        b.environment().put("VAR", "value");
        System.out.println(b.start().waitFor() + " " + Files.readAllLines(Path.of("out")) + Files.readAllLines(Path.of("err")));
        List<Process> pipe = ProcessBuilder.startPipeline(List.of(new ProcessBuilder("seq", "1000"), new ProcessBuilder("grep", "7"), new ProcessBuilder("wc", "-l")));
        System.out.println(new String(pipe.get(2).getInputStream().readAllBytes()).trim() + " " + pipe.get(0).waitFor());
        Process sleep = new ProcessBuilder("sleep", "100").start();
        CompletableFuture<String> exit = sleep.onExit().thenApply(p -> "exited " + p.exitValue());
        System.out.println(sleep.isAlive() + " " + sleep.waitFor(5, TimeUnit.MILLISECONDS) + " " + (ProcessHandle.of(sleep.pid()).get().parent().get().pid() == ProcessHandle.current().pid()) + " " + sleep.toHandle().info().command().map(c -> c.endsWith("/sleep")).orElse(false) + " " + sleep.toHandle().destroyForcibly() + " " + exit.get());
        System.out.println(attempt(() -> new ProcessBuilder("/nothing/here").start()).replaceAll(".*error=", "error=") + " " + attempt(() -> new ProcessBuilder("/etc/passwd").start()).replaceAll(".*error=", "error="));
        System.out.println(IntStream.range(0, 12).parallel().mapToObj(i -> { try { return new ProcessBuilder("sh", "-c", "exit " + i).start().waitFor(); } catch (Exception e) { return -1; } }).toList());
        CountDownLatch signalled = new CountDownLatch(20);
        sun.misc.Signal.handle(new sun.misc.Signal("USR2"), s -> signalled.countDown());
        while (signalled.getCount() > 0) { long before = signalled.getCount(); sun.misc.Signal.raise(new sun.misc.Signal("USR2")); while (signalled.getCount() == before) Thread.onSpinWait(); }
        System.out.println("signals " + signalled.getCount() + " " + ProcessHandle.current().info().command().map(c -> c.endsWith("/java")).orElse(false) + " " + (Runtime.getRuntime().availableProcessors() > 0) + " " + System.getenv("HOME"));
    }

    static void files() throws Exception {
        Path d = Files.createDirectories(Path.of("d/e/f"));
        byte[] data = new byte[300000];
        new Random(1).nextBytes(data);
        for (int i = 0; i < 30; i++) Files.write(d.resolve("file" + i), Arrays.copyOf(data, i * 1000));
        try (Stream<Path> all = Files.walk(Path.of("d"))) { System.out.println(all.filter(Files::isRegularFile).mapToLong(p -> p.toFile().length()).sum()); }
        Path copy = Files.copy(d.resolve("file29"), d.resolve("copy"));
        Files.setLastModifiedTime(copy, FileTime.fromMillis(1234567890123L));
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r-----"));
        Files.createSymbolicLink(d.resolve("link"), Path.of("copy")); Files.createLink(d.resolve("hard"), copy); Files.move(d.resolve("file3"), Path.of("d/moved"), StandardCopyOption.ATOMIC_MOVE);
        PosixFileAttributes a = Files.readAttributes(d.resolve("link"), PosixFileAttributes.class);
        System.out.println(a.size() + " " + a.lastModifiedTime() + " " + PosixFilePermissions.toString(a.permissions()) + " " + Files.getAttribute(copy, "unix:nlink") + " " + Files.readSymbolicLink(d.resolve("link")) + " " + Files.isSameFile(d.resolve("hard"), d.resolve("link")) + " " + Files.mismatch(copy, d.resolve("file28")) + " " + d.resolve("link").toRealPath().endsWith("copy"));
        for (Callable<?> f : List.<Callable<?>>of(() -> Files.readString(Path.of("none")), () -> { Files.delete(Path.of("d")); return 0; }, () -> Files.createDirectory(Path.of("d")), () -> Files.newOutputStream(copy, StandardOpenOption.CREATE_NEW), () -> Files.newByteChannel(Path.of("d/none/x")), () -> new FileInputStream("d"), () -> Files.readSymbolicLink(copy), () -> new RandomAccessFile("none", "r"), () -> Files.createLink(Path.of("x"), Path.of("none")))) System.out.println(attempt(f));
        try (FileChannel c = FileChannel.open(Path.of("mapped"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MappedByteBuffer m = c.map(FileChannel.MapMode.READ_WRITE, 0, 1 << 20);
            m.order(ByteOrder.LITTLE_ENDIAN).putLong(12345, 0x1122334455667788L);
            m.force();
            ByteBuffer b = ByteBuffer.allocateDirect(10);
            c.read(b, 12345);
            MappedByteBuffer p = c.map(FileChannel.MapMode.PRIVATE, 0, 4096);
            p.put(0, (byte) 9);
            FileLock lock = c.lock(10, 20, false);
            System.out.println(c.size() + " " + b.getLong(0) + " " + m.get(0) + p.get(0) + " " + lock.isValid() + " " + attempt(() -> c.tryLock(0, 15, true)) + " " + m.load().isLoaded());
            lock.release();
            System.out.println(c.write(new ByteBuffer[] {ByteBuffer.wrap("one".getBytes()), ByteBuffer.wrap("two".getBytes())}) + " " + c.position() + " " + c.transferTo(0, 6, Channels.newChannel(new ByteArrayOutputStream())) + " " + c.truncate(100).size());
        }
        try (WatchService w = FileSystems.getDefault().newWatchService()) {
            d.register(w, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
            Files.createFile(d.resolve("watched"));
            WatchKey key = w.take();
            for (WatchEvent<?> e : key.pollEvents()) System.out.println(e.kind() + " " + e.context());
        }
        try (ZipOutputStream z = new ZipOutputStream(new FileOutputStream("z.zip"))) { for (int i = 0; i < 3; i++) { ZipEntry e = new ZipEntry("e" + i); e.setTime(1000000000000L); z.putNextEntry(e); z.write(data, 0, 50000 * i); z.closeEntry(); } }
        try (FileSystem z = FileSystems.newFileSystem(Path.of("z.zip"))) { System.out.println(Files.size(z.getPath("e2")) + " " + Arrays.equals(Files.readAllBytes(z.getPath("/e1")), Arrays.copyOf(data, 50000))); }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream g = new GZIPOutputStream(out)) { g.write(data); g.write(new byte[100000]); }
        CRC32 crc = new CRC32();
        crc.update(out.toByteArray());
        System.out.println(out.size() + " " + crc.getValue() + " " + new GZIPInputStream(new ByteArrayInputStream(out.toByteArray())).readAllBytes().length);
        try (ObjectOutputStream o = new ObjectOutputStream(new FileOutputStream("object"))) { o.writeObject(new ArrayList<>(List.of(1, "two", Map.of("k", 3.5)))); }
        try (ObjectInputStream i = new ObjectInputStream(new FileInputStream("object"))) { System.out.println(i.readObject()); }
        try (Scanner s = new Scanner("1 2.5 word\nline two")) { System.out.println(s.nextInt() + s.nextDouble() + s.next() + s.nextLine() + s.nextLine()); }
    }

    static void buffers() throws Exception {
        ByteBuffer direct = ByteBuffer.allocateDirect(4096).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 1000; i++) direct.putInt(i * i);
        direct.flip();
        IntBuffer ints = direct.asIntBuffer();
        long sum = 0;
        while (ints.hasRemaining()) sum += ints.get();
        System.out.println(sum + " " + direct.remaining() + " " + direct.getShort(4) + " " + direct.order(ByteOrder.BIG_ENDIAN).getInt(40) + " " + direct.slice(8, 16).getLong() + " " + direct.asReadOnlyBuffer().isReadOnly() + " " + direct.getFloat(100) + " " + direct.duplicate().position(5).compact().position());
        System.out.println(attempt(() -> direct.getInt(4094)) + " " + attempt(() -> direct.asReadOnlyBuffer().put((byte) 1)) + " " + attempt(() -> ByteBuffer.allocate(2).putInt(1)));
        System.out.println(StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap("naïve 🦊")).remaining() + " " + new String(new byte[] {(byte) 0xff, 'a'}, StandardCharsets.UTF_8).length() + " " + Arrays.toString("ü".getBytes("UTF-16")) + " " + new String("日本".getBytes("EUC-JP"), "EUC-JP") + " " + java.nio.charset.Charset.defaultCharset());
        Pipe pipe = Pipe.open();
        Thread writer = new Thread(() -> { try { ByteBuffer b = ByteBuffer.allocateDirect(200000); while (b.hasRemaining()) pipe.sink().write(b); pipe.sink().close(); } catch (IOException e) { System.out.println(e); } });
        writer.start();
        ByteBuffer in = ByteBuffer.allocate(1000);
        int n = 0;
        for (int got; (got = pipe.source().read(in)) >= 0; in.clear()) n += got;
        System.out.println(n);
    }

    public static void main(String[] args) throws Exception {
        processes();
        files();
        buffers();
    }
}
