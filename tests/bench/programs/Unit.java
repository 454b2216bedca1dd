// SPDX-License-Identifier: MIT
// What javac compiles: an interface, generics, a loop.

public class Unit {
    interface Value<T> {
        T value(int n);
    }

    static final class Square implements Value<Integer> {
        public Integer value(int n) {
            return n * n;
        }
    }

    static long total(Value<Integer> v, int count) {
        long sum = 0;
        for (int i = 0; i < count; i++)
            sum += v.value(i);
        return sum;
    }

    public static void main(String[] args) {
        System.out.println(total(new Square(), 100));
    }
}
