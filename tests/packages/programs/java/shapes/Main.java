// SPDX-License-Identifier: MIT
package shapes;

import java.util.*;
import java.util.stream.*;

public class Main {
    public static void main(String[] args) throws Exception {
        List<Shape> all = List.of(new Circle(2), new Polygon(new Polygon.Point<>(0, 0), new Polygon.Point<>(4.0, 0.0), new Polygon.Point<>(4L, 3L)), new Circle(0.5));
        System.out.println(all.stream().sorted(Comparator.comparingDouble(Shape::area)).map(Shape::describe).collect(Collectors.joining("; ")));
        try (var in = Main.class.getResourceAsStream("/resource.txt")) { System.out.println(in == null ? "no resource" : new String(in.readAllBytes()).trim()); }
        System.out.println(Arrays.toString(args) + " " + Main.class.getModule().isNamed() + " " + Main.class.getPackage().getImplementationVersion());
    }
}
