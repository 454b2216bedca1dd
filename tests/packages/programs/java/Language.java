// SPDX-License-Identifier: MIT
// The language: what javac makes of it, and the library beneath.
import java.lang.invoke.*;
import java.lang.reflect.*;
import java.math.*;
import java.text.*;
import java.time.*;
import java.util.*;
import java.util.function.*;
import java.util.regex.*;
import java.util.stream.*;

public class Language {
    sealed interface Shape permits Circle, Square, Pair {}
    record Circle(double r) implements Shape {}
    record Square(double side) implements Shape { Square { if (side < 0) throw new IllegalArgumentException("side " + side); } }
    record Pair<A extends Shape, B extends Shape>(A a, B b) implements Shape { static int made; Pair { made++; } }
    static double area(Shape s) {
        return switch (s) {
            case Circle(var r) when r > 100 -> Double.POSITIVE_INFINITY;
            case Circle c -> Math.PI * c.r() * c.r();
            case Square(double side) -> side * side;
            case Pair<?, ?>(Circle(double r), Square q) -> -r;
            case Pair<?, ?>(var a, var b) -> area(a) + area(b);
        };
    }
    enum Op implements IntBinaryOperator {
        ADD("+") { public int applyAsInt(int a, int b) { return a + b; } },
        SUB("-") { public int applyAsInt(int a, int b) { return a - b; } },
        SHL("<<") { public int applyAsInt(int a, int b) { return a << b; } };
        final String sign;
        Op(String sign) { this.sign = sign; }
    }
    interface Greeter { default String greet() { return "hello " + name(); } String name(); static Greeter of(String s) { return () -> s; } }
    static class Counter<T extends Comparable<? super T>> {
        private final Map<T, Integer> seen = new TreeMap<>(Comparator.reverseOrder());
        @SafeVarargs final Counter<T> add(T... all) { for (T t : all) seen.merge(t, 1, Integer::sum); return this; }
        Optional<T> max() { return seen.keySet().stream().max(Comparator.naturalOrder()); }
        class Inner { int size() { return Counter.this.seen.size(); } }
        public String toString() { return seen.toString(); }
    }
    static <A, B, C> Function<A, C> chain(Function<? super A, ? extends B> f, Function<? super B, ? extends C> g) { return a -> g.apply(f.apply(a)); }
    static String kind(Object o) {
        return switch (o) { case null -> "null"; case Integer i when i > 10 -> "big " + i; case Integer i -> "int " + i; case String s -> "string " + s.length(); case int[] a -> "array " + a.length; case Op op -> op.sign; case List<?> l -> "list " + l; default -> o.getClass().getSimpleName(); };
    }

    static void language() throws Exception {
        System.out.println(System.getProperty("os.arch").replace("amd64", "x86_64") + " " + Runtime.version().feature() + " " + System.getProperty("java.vm.name"));
        for (Shape s : new Shape[] {new Circle(1), new Circle(101), new Square(3), new Pair<>(new Circle(2), new Square(1)), new Pair<>(new Square(2), new Pair<>(new Square(1), new Square(1)))})
            System.out.println(s + " " + area(s) + " " + s.equals(new Square(3)) + " " + (s.hashCode() == s.hashCode()));
        System.out.println(Pair.made);
        for (Op op : Op.values()) System.out.print(op + op.sign + op.applyAsInt(7, 3) + op.getDeclaringClass().getSimpleName() + " ");
        System.out.println(EnumSet.complementOf(EnumSet.of(Op.SUB)) + " " + new EnumMap<>(Map.of(Op.SHL, 1, Op.ADD, 2)));
        Counter<String> counter = new Counter<String>().add("b", "a", "b", "c");
        System.out.println(counter + " " + counter.max().get() + " " + counter.new Inner().size() + " " + Greeter.of("you").greet() + new Greeter() { int n = 3; public String name() { return "anonymous " + n; } }.greet());
        System.out.println(chain((String s) -> s.length(), n -> n * 1.5).apply("four") + " " + Stream.of(1, 11, "abc", new int[3], Op.SHL, List.of(1, 2), 'c', Optional.empty()).map(Language::kind).toList() + kind(null));
        String block = """
            A block of "text"\tand \
            one line
              indented %d
            """.formatted(5);
        System.out.print(block);
        outer:
        for (int i = 0;; i++) for (int j = 0; j < 4; j++) { if (j == 2) continue outer; if (i == 5) { System.out.println("left " + i + j); break outer; } }
        var text = new StringBuilder();
        for (char c = 'a'; c < 'k'; c += 2) text.append(c).append((int) c).insert(0, c);
        System.out.println(text.reverse() + " " + (byte) 200 + (short) 70000 + (int) 1e20 + (long) Double.NaN + (char) 65 + (5 / -2) + (5 % -2) + (-5 >> 1) + (-5 >>> 28) + (1L << 65) + 07 + 0b101 + 1_000 + 0x1p3);
        System.out.println(Integer.MIN_VALUE / -1 + " " + Math.floorMod(-7, 3) + " " + Long.toHexString(Double.doubleToLongBits(-0.0)) + " " + Float.MIN_VALUE + " " + 1e-320 + " " + 100f / 3 + " " + 2.0 / 3 + " " + 1e7 + " " + 123456789.0f + " " + Double.MAX_VALUE + " " + (0.0 == -0.0) + Double.valueOf(0.0).equals(-0.0));
        System.out.printf("%5d|%-6s|%08.3f|%x|%,d|%e|%b|%c|%10.2e|%+d|%o|%s%n", 42, "ab", Math.PI, 255, 1234567, 12345.678, true, 'x', 0.00012345, 7, 8, Arrays.asList(1, null));
    }

    static void library() throws Exception {
        System.out.println(IntStream.rangeClosed(1, 20).boxed().collect(Collectors.partitioningBy(i -> i % 3 == 0, Collectors.mapping(i -> i * i, Collectors.summingInt(i -> i)))) + " " + Stream.iterate(new int[] {0, 1}, f -> new int[] {f[1], f[0] + f[1]}).limit(15).map(f -> f[0]).map(String::valueOf).collect(Collectors.joining(",", "<", ">")));
        System.out.println(Stream.of("pear", "fig", "apple", "kiwi", "plum").collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.collectingAndThen(Collectors.toList(), l -> { Collections.sort(l); return l; }))) + " " + Stream.of(5, 3, 1).flatMap(n -> IntStream.range(0, n).boxed()).distinct().sorted(Comparator.reverseOrder()).toList() + " " + DoubleStream.of(1, 2, 4).summaryStatistics());
        Map<String, Integer> tree = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String s : "the quick Brown fox The lazy DOG".split(" ")) tree.merge(s, 1, Integer::sum);
        System.out.println(tree + " " + new ArrayDeque<>(List.of(1, 2, 3)).peekLast() + " " + new PriorityQueue<>(List.of(5, 1, 3)).poll() + " " + new LinkedHashMap<>(16, .75f, true) {{ put(1, 2); put(3, 4); get(1); }} + " " + BitSet.valueOf(new long[] {0b10110}) + " " + Collections.nCopies(3, "x"));
        BigInteger big = BigInteger.ONE;
        for (int i = 1; i <= 200; i++) big = big.multiply(BigInteger.valueOf(i));
        System.out.println(big.bitLength() + " " + big.mod(BigInteger.valueOf(1000003)) + " " + BigInteger.TWO.modPow(big.shiftRight(200), BigInteger.valueOf(1000000007)) + " " + new BigInteger("170141183460469231731687303715884105727").isProbablePrime(20) + " " + big.sqrt().toString(36).substring(0, 20) + " " + new BigDecimal("1").divide(new BigDecimal("7"), new MathContext(60)) + " " + new BigDecimal("2").sqrt(new MathContext(40)));
        Matcher m = Pattern.compile("(?<word>\\b\\p{Alpha}+?(?=\\d))(\\d+)|(?i:x(y|z)++)").matcher("abc123 def45 XyZzy gh 6 x");
        while (m.find()) System.out.print(m.group() + "@" + m.start() + " ");
        System.out.println("a1b22c".replaceAll("(\\d+)", "<$1>") + " " + Arrays.toString("a,b;;c".split("[,;]")) + " " + "naïve 日本 🦊".codePoints().count() + " " + "ß".toUpperCase() + " " + "  strip ".strip() + " " + "ab\ncd".lines().toList() + "x".repeat(3) + " " + "%s".compareTo("a") + " " + "hello".chars().sum() + " " + "Hello".hashCode());
        System.out.println(LocalDate.of(2024, 2, 29).plusYears(1) + " " + Duration.ofSeconds(3725) + " " + ZonedDateTime.of(2023, 3, 26, 1, 30, 0, 0, ZoneId.of("Europe/Berlin")).plusHours(1) + " " + Instant.EPOCH.plusSeconds(1L << 33) + " " + Period.between(LocalDate.of(2000, 1, 31), LocalDate.of(2024, 3, 1)) + " " + NumberFormat.getCurrencyInstance(Locale.GERMANY).format(1234.5) + " " + new SimpleDateFormat("EEEE d MMMM", Locale.FRENCH).format(new Date(0)) + " " + MessageFormat.format("{0,number,#.##} {1}", 3.14159, "pi"));
        Random random = new Random(42);
        System.out.println(random.nextInt() + " " + random.nextDouble() + " " + random.nextGaussian() + " " + random.longs(3).boxed().toList() + " " + new SplittableRandom(7).nextLong() + " " + UUID.nameUUIDFromBytes("x".getBytes()) + " " + Objects.hash(1, "a", 2.5) + " " + Arrays.deepHashCode(new Object[] {1, new int[] {2}}) + " " + Base64.getEncoder().encodeToString("any bytes".getBytes()) + " " + HexFormat.of().formatHex(new byte[] {1, -1}));
        System.out.println(StrictMath.sin(1e10) + " " + StrictMath.pow(1.1, 100) + " " + StrictMath.atan2(-1, -2) + " " + StrictMath.exp(-700) + " " + Math.fma(0.1, 10, -1) + " " + Math.rint(2.5) + " " + Math.round(-2.5) + " " + Math.sqrt(-1) + " " + Math.IEEEremainder(5, 3) + " " + Math.nextUp(1.0) + " " + Math.ulp(1e16) + " " + Math.scalb(1.5, -1074) + " " + Math.multiplyHigh(Long.MAX_VALUE, 12345) + " " + Long.reverse(1) + " " + Integer.toBinaryString(Float.floatToIntBits(0.1f)));
        System.out.printf("%.11f %.11f %.11f %.11f %.11f%n", Math.sin(2.5), Math.cos(1e6), Math.tan(1.5), Math.log(10), Math.pow(2.5, 3.5));
    }

    private int hidden = 5;
    private static String secret(String s, int n) { return s + n; }
    @Deprecated(since = "9") public void marked() {}
    interface Spoken { String say(String s); }
    static void reflection() throws Throwable {
        Field field = Language.class.getDeclaredField("hidden");
        field.setInt(new Language(), 6);
        Method method = Language.class.getDeclaredMethod("secret", String.class, int.class);
        System.out.println(method.invoke(null, "reflected ", 1) + " " + Modifier.toString(method.getModifiers()) + " " + Language.class.getMethod("marked").getAnnotation(Deprecated.class).since() + " " + Arrays.toString(Circle.class.getRecordComponents()) + " " + Arrays.toString(Shape.class.getPermittedSubclasses()));
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        MethodHandle handle = lookup.findStatic(Language.class, "secret", MethodType.methodType(String.class, String.class, int.class));
        VarHandle var = lookup.findVarHandle(Language.class, "hidden", int.class);
        Language it = new Language();
        System.out.println((String) handle.invokeExact("handle ", 2) + " " + MethodHandles.insertArguments(handle, 0, "bound ").invoke(3) + " " + var.getAndAdd(it, 10) + var.compareAndSet(it, 15, 20) + it.hidden);
        Spoken proxy = (Spoken) Proxy.newProxyInstance(Language.class.getClassLoader(), new Class<?>[] {Spoken.class}, (p, called, args) -> called.getName() + " " + args[0]);
        System.out.println(proxy.say("something"));
        for (Callable0 bad : new Callable0[] {() -> method.invoke(null, 1), () -> Class.forName("no.such.Class"), () -> (Object) (Integer) (Object) "s", () -> Op.valueOf("MUL"), () -> List.of(1).add(2), () -> new ArrayList<>(List.of(1, 2)).listIterator().previous(), () -> Integer.parseInt("x1"), () -> new Square(-1), () -> Array.newInstance(int.class, -1), () -> { for (var l = new ArrayList<>(List.of(1, 2, 3)); ; ) for (Integer i : l) l.remove(i); }, () -> "abc".substring(5), () -> Optional.empty().orElseThrow(), () -> { Object[] a = new String[1]; a[0] = 1; return a; }})
            try { System.out.println("no error " + bad.call()); } catch (Throwable t) { System.out.println(t.getClass().getName() + ": " + t.getMessage()); }
    }
    interface Callable0 { Object call() throws Throwable; }

    public static void main(String[] args) throws Throwable {
        language();
        library();
        reflection();
        System.out.println(Arrays.toString(args));
    }
}
