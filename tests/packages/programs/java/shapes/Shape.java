// SPDX-License-Identifier: MIT
package shapes;

public sealed interface Shape permits Circle, Polygon {
    double area();
    default String describe() { return getClass().getSimpleName() + " of " + Math.round(area() * 100) / 100.0; }
}
