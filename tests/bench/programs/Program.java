// SPDX-License-Identifier: MIT
// Collections, strings, numbers, objects and a few threads: enough that the
// JIT works.

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public class Program {
    interface Shape {
        int area();
    }

    record Square(int n) implements Shape {
        public int area() {
            return n * n % 1000;
        }
    }

    record Line(int n) implements Shape {
        public int area() {
            return n & 1;
        }
    }

    static int shapes(int count) {
        List<Shape> all = new ArrayList<>();
        for (int i = 0; i < count; i++)
            all.add(i % 3 == 0 ? new Line(i) : new Square(i));
        int sum = 0;
        for (Shape s : all)
            sum += s.area();
        return sum;
    }

    static String words(int count) {
        Map<String, Integer> map = new HashMap<>();
        for (int i = 0; i < count; i++)
            map.merge("w" + i * 7919 % 997, i, Integer::sum);
        return new TreeMap<>(map).entrySet().stream().limit(5)
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining(","));
    }

    static double spectral(int n) {
        double sum = 0;
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                sum += 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1);
        return sum;
    }

    public static void main(String[] args) throws InterruptedException {
        System.out.println(shapes(50000) + " " + words(20000));
        System.out.println(IntStream.range(0, 20000)
            .filter(i -> Integer.bitCount(i) % 3 == 0).sum());
        long[] sums = new long[2];
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < sums.length; t++) {
            int which = t;
            threads.add(new Thread(() -> {
                for (int i = 0; i < 100000; i++)
                    sums[which] += i ^ which;
            }));
        }
        for (Thread t : threads)
            t.start();
        for (Thread t : threads)
            t.join();
        System.out.println(sums[0] + " " + sums[1]);
        System.out.printf("%.9f%n", spectral(300));
    }
}
