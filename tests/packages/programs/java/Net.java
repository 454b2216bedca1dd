// SPDX-License-Identifier: MIT
// Sockets of each kind over loopback: blocking, selected, asynchronous; HTTP.
import com.sun.net.httpserver.*;
import java.io.*;
import java.net.*;
import java.net.http.*;
import java.nio.ByteBuffer;
import java.nio.channels.*;
import java.nio.file.*;
import java.security.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.stream.*;
import javax.net.ssl.*;

public class Net {
    static final InetAddress here = InetAddress.getLoopbackAddress();
    static final byte[] data = new byte[1000000];
    static String hash(byte[] b) throws Exception { return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(b), 0, 6); }
    static String attempt(Callable<?> f) { try { return String.valueOf(f.call()); } catch (Exception e) { return e.getClass().getSimpleName() + " " + e.getMessage(); } }
    static void serve(ServerSocket server, int n, boolean virtual) {
        (virtual ? Thread.ofVirtual() : Thread.ofPlatform().daemon()).start(() -> { try { for (int i = 0; i < n; i++) { Socket s = server.accept(); (virtual ? Thread.ofVirtual() : Thread.ofPlatform()).start(() -> { try (s) { s.getInputStream().transferTo(s.getOutputStream()); } catch (IOException e) { System.out.println(e); } }); } } catch (IOException e) { System.out.println(e); } });
    }
    static byte[] echo(Socket s, byte[] b) throws Exception {
        try (s) {
            Thread t = new Thread(() -> { try { s.getOutputStream().write(b); s.shutdownOutput(); } catch (IOException e) { System.out.println(e); } });
            t.start();
            byte[] r = s.getInputStream().readAllBytes();
            t.join();
            return r;
        }
    }

    static void sockets() throws Exception {
        for (boolean virtual : new boolean[] {false, true}) {
            ServerSocket server = new ServerSocket(0, 50, here);
            serve(server, 31, virtual);
            System.out.println(hash(echo(new Socket(here, server.getLocalPort()), data)) + " " + IntStream.range(0, 30).parallel().map(i -> { try { return echo(new Socket(here, server.getLocalPort()), new byte[i * 100]).length; } catch (Exception e) { return -1000000; } }).sum());
            server.close();
            System.out.println(attempt(() -> new Socket(here, server.getLocalPort())));
        }
        try (ServerSocket server = new ServerSocket(0, 1, here); Socket c = new Socket(here, server.getLocalPort()); Socket s = server.accept()) {
            s.setSoTimeout(20);
            c.setTcpNoDelay(true);
            System.out.println(attempt(() -> s.getInputStream().read()) + " " + c.getTcpNoDelay() + " " + s.getInetAddress() + " " + attempt(() -> new ServerSocket(server.getLocalPort(), 1, here)));
            Thread reader = new Thread(() -> System.out.println(attempt(() -> c.getInputStream().read())));
            reader.start();
            while (reader.getState() == Thread.State.NEW) Thread.onSpinWait();
            c.close(); // wakes the reader
            reader.join();
        }
        try (DatagramSocket a = new DatagramSocket(0, here); DatagramSocket b = new DatagramSocket(0, here)) {
            int sum = 0;
            for (int i = 0; i < 100; i++) { a.send(new DatagramPacket(new byte[i], i, here, b.getLocalPort())); DatagramPacket p = new DatagramPacket(new byte[200], 200); b.receive(p); sum += p.getLength(); }
            System.out.println(sum);
        }
    }

    static void selected() throws Exception {
        Selector selector = Selector.open();
        ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress(here, 0));
        server.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
        int port = ((InetSocketAddress) server.getLocalAddress()).getPort(), clients = 20;
        AtomicInteger right = new AtomicInteger();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) { byte[] b = Arrays.copyOfRange(data, i * 1000, i * 21000 + 5000); Thread t = new Thread(() -> { try { if (Arrays.equals(b, echo(new Socket(here, port), b))) right.incrementAndGet(); } catch (Exception e) { System.out.println(e); } }); t.start(); all.add(t); }
        for (int closed = 0; closed < clients; ) {
            selector.select();
            for (Iterator<SelectionKey> it = selector.selectedKeys().iterator(); it.hasNext(); ) {
                SelectionKey key = it.next();
                it.remove();
                if (key.isAcceptable()) { SocketChannel c = server.accept(); c.configureBlocking(false).register(selector, SelectionKey.OP_READ, ByteBuffer.allocateDirect(4096)); continue; }
                SocketChannel c = (SocketChannel) key.channel();
                ByteBuffer b = (ByteBuffer) key.attachment();
                if (key.isReadable() && c.read(b) < 0 && b.position() == 0) { c.close(); closed++; continue; }
                b.flip(); c.write(b); b.compact();
                key.interestOps(b.position() == 0 ? SelectionKey.OP_READ : b.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_WRITE);
            }
        }
        for (Thread t : all) t.join();
        Thread waking = new Thread(selector::wakeup);
        waking.start();
        System.out.println(right + " " + selector.keys().size() + " " + selector.select() + " " + selector.selectNow());
        server.close(); selector.close();

        Path at = Path.of("socket");
        try (ServerSocketChannel unix = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(at)); SocketChannel c = SocketChannel.open(UnixDomainSocketAddress.of(at)); SocketChannel s = unix.accept()) { c.write(ByteBuffer.wrap("over a unix socket".getBytes())); ByteBuffer b = ByteBuffer.allocate(100); System.out.println(s.read(b) + " " + new String(b.array(), 0, b.position())); }
        AsynchronousServerSocketChannel server2 = AsynchronousServerSocketChannel.open().bind(new InetSocketAddress(here, 0));
        CompletableFuture<String> got = new CompletableFuture<>();
        server2.accept(null, new CompletionHandler<AsynchronousSocketChannel, Void>() {
            public void completed(AsynchronousSocketChannel s, Void v) { ByteBuffer b = ByteBuffer.allocate(50); s.read(b, null, new CompletionHandler<Integer, Void>() { public void completed(Integer n, Void v) { got.complete("asynchronous " + n); } public void failed(Throwable t, Void v) { got.completeExceptionally(t); } }); }
            public void failed(Throwable t, Void v) { got.completeExceptionally(t); }
        });
        AsynchronousSocketChannel c2 = AsynchronousSocketChannel.open();
        c2.connect(server2.getLocalAddress()).get(); c2.write(ByteBuffer.wrap("hello".getBytes())).get();
        System.out.println(got.get());
        c2.close(); server2.close();
    }

    static void web(SSLContext tls) throws Exception {
        HttpServer server = tls == null ? HttpServer.create(new InetSocketAddress(here, 0), 0) : HttpsServer.create(new InetSocketAddress(here, 0), 0);
        if (server instanceof HttpsServer s) s.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/echo", x -> { byte[] b = x.getRequestBody().readAllBytes(); x.getResponseHeaders().add("X-Length", "" + b.length); x.sendResponseHeaders(200, 0); try (OutputStream o = x.getResponseBody()) { o.write(b); } });
        server.createContext("/path", x -> { byte[] b = x.getRequestURI().toString().getBytes(); x.sendResponseHeaders(b.length % 2 == 0 ? 200 : 404, b.length); x.getResponseBody().write(b); x.close(); });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        String base = (tls == null ? "http" : "https") + "://127.0.0.1:" + server.getAddress().getPort();
        HttpClient.Builder builder = HttpClient.newBuilder();
        if (tls != null) builder.sslContext(tls);
        HttpClient client = builder.build();
        HttpResponse<byte[]> r = client.send(HttpRequest.newBuilder(URI.create(base + "/echo")).POST(HttpRequest.BodyPublishers.ofByteArray(data)).build(), HttpResponse.BodyHandlers.ofByteArray());
        System.out.println(r.statusCode() + " " + hash(r.body()) + " " + r.headers().firstValue("x-length").get() + " " + r.version() + " " + r.sslSession().map(SSLSession::getProtocol).orElse("plain"));
        List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, 60).mapToObj(i -> client.sendAsync(HttpRequest.newBuilder(URI.create(base + "/path/" + i)).build(), HttpResponse.BodyHandlers.ofString())).toList();
        int right = 0;
        for (int i = 0; i < 60; i++) { HttpResponse<String> q = all.get(i).get(); if (q.body().equals("/path/" + i) && q.statusCode() == (i < 10 ? 404 : 200)) right++; }
        System.out.println(right + " " + client.send(HttpRequest.newBuilder(URI.create(base + "/none")).build(), HttpResponse.BodyHandlers.ofString()).statusCode());
        server.stop(0);
    }

    static SSLContext context() throws Exception {
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        new ProcessBuilder(keytool, "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=ip:127.0.0.1", "-keystore", "store", "-storepass", "password", "-alias", "a").redirectErrorStream(true).redirectOutput(new File("keytool.log")).start().waitFor();
        KeyStore store = KeyStore.getInstance(new File("store"), "password".toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "password".toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return tls;
    }

    public static void main(String[] args) throws Exception {
        new Random(5).nextBytes(data);
        sockets();
        selected();
        web(null);
        web(context());
        System.exit(0);
    }
}
