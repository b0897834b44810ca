// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.processor.internal;

import com.sun.source.util.Trees;
import ee.idempotency.operation.AnnotatedMethod;
import ee.idempotency.operation.MethodProblem;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Reports each problem once, at its place, as the switches say. */
final class Reports {

    private record Line(Place place, String text) {}

    private final Trees trees;
    private final Switches switches;
    private final SeenSource seen;
    private final Set<Line> reported = new HashSet<>();

    Reports(Trees trees, Switches switches, SeenSource seen) {
        this.trees = trees;
        this.switches = switches;
        this.seen = seen;
    }

    /** At the method's declaration, else at the class through which it was found. */
    void add(AnnotatedMethod method, MethodProblem problem) {
        add(method, problem.rule().ruleName(), problem.text());
    }

    void add(AnnotatedMethod method, String rule, String text) {
        Place place = placeOf(method.declarationFound());
        if (place == null) {
            place = placeOf(method.method());
        }
        add(place == null ? seen.of(method.beanClass().getName()) : place, rule, text);
    }

    void add(AnnotatedElement element, Class<?> type, MethodProblem problem) {
        Place place = element instanceof Method method ? placeOf(method) : null;
        add(place == null ? seen.of(type.getName()) : place, problem.rule().ruleName(), problem.text());
    }

    private @Nullable Place placeOf(Method method) {
        return seen.of(MethodName.of(method));
    }

    void add(@Nullable Place place, String rule, String text) {
        Level level = switches.levelOf(rule);
        if (place == null || level == Level.OFF || place.suppresses(rule) || !reported.add(new Line(place, text))) {
            return;
        }
        trees.printMessage(
                level == Level.ERROR ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING,
                "[idempotency:" + rule + "] " + text,
                place.tree(),
                place.unit());
    }
}
