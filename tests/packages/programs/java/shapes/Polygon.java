// SPDX-License-Identifier: MIT
package shapes;

import java.util.List;
import java.util.function.ToDoubleBiFunction;

public final class Polygon implements Shape {
    public record Point<N extends Number>(N x, N y) {}
    private final List<? extends Point<?>> points;

    public Polygon(Point<?>... points) { this.points = List.of(points); }
    public double area() {
        ToDoubleBiFunction<Point<?>, Point<?>> cross = (p, q) -> p.x().doubleValue() * q.y().doubleValue() - q.x().doubleValue() * p.y().doubleValue();
        double sum = 0;
        for (int i = 0; i < points.size(); i++) sum += cross.applyAsDouble(points.get(i), points.get((i + 1) % points.size()));
        return Math.abs(sum) / 2;
    }
}
