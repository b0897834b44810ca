// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.ResultType;
import ee.idempotency.ejb.internal.LossyBeans.Arguments;
import ee.idempotency.ejb.internal.LossyBeans.Circle;
import ee.idempotency.ejb.internal.LossyBeans.Counted;
import ee.idempotency.ejb.internal.LossyBeans.Drawing;
import ee.idempotency.ejb.internal.LossyBeans.Entity;
import ee.idempotency.ejb.internal.LossyBeans.Getters;
import ee.idempotency.ejb.internal.LossyBeans.Hidden;
import ee.idempotency.ejb.internal.LossyBeans.Measure;
import ee.idempotency.ejb.internal.LossyBeans.Names;
import ee.idempotency.ejb.internal.LossyBeans.Priced;
import ee.idempotency.ejb.internal.LossyBeans.Shape;
import ee.idempotency.ejb.internal.LossyBeans.Tariff;
import ee.idempotency.ejb.internal.ResultBeans.Bean;
import ee.idempotency.ejb.internal.ResultBeans.EmptySub;
import ee.idempotency.ejb.internal.ResultBeans.Outer;
import ee.idempotency.ejb.internal.ResultBeans.SubBean;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Type;
import java.time.Year;
import java.util.BitSet;
import java.util.Calendar;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Results of which JSON-B loses something, or that it cannot read at all. */
@SuppressWarnings("JavaUtilDate") // applications return them
final class LostResults {

    private LostResults() {}

    static Stream<ResultExample> all() {
        return Stream.of(
                example("currency", Currency.class, Currency.getInstance("EUR")),
                example("locale", Locale.class, Locale.CANADA_FRENCH),
                example("calendar", Calendar.class, calendar()),
                example("bit set", BitSet.class, BitSet.valueOf(new long[] {5})),
                example("year", Year.class, Year.of(2026)),
                example("character of two halves", String.class, "\ud83d"),
                example(
                        "inner enum map",
                        new ResultType<EnumMap<RetentionPolicy, Integer>>() {}.type(),
                        new EnumMap<>(Map.of(RetentionPolicy.CLASS, 1))),
                example("getters and no setters", Getters.class, new Getters("c1", 5)),
                example("subclass of the declared class", Bean.class, new SubBean("c1", 5, "visa")),
                example("subclass that adds nothing", Bean.class, new EmptySub("c1", 5)),
                example(
                        "subclass in a list",
                        new ResultType<List<Bean>>() {}.type(),
                        List.of(new Bean("a", 1), new SubBean("c1", 5, "visa"))),
                example("subclass in a member", Outer.class, new Outer(new SubBean("c1", 5, "visa"), List.of())),
                example("constructor with arguments", Arguments.class, new Arguments("c1")),
                example("sealed interface", Shape.class, new Circle(2)),
                example("sealed interface in a record", Drawing.class, new Drawing(new Circle(2))),
                example("abstract class", Number.class, new AtomicLong(5)),
                example("private field without a getter", Hidden.class, new Hidden("c1", "secret")),
                example("transient field that counts", Counted.class, new Counted("c1", 3)),
                example("equal by its identifier alone", Entity.class, new Entity(1, "paid")),
                example("NaN", Double.class, Double.NaN),
                example("infinity in a record", Measure.class, new Measure(Double.POSITIVE_INFINITY)),
                example("any object in a map", Map.class, Map.of("a", 1)),
                example("reverse order", new ResultType<SortedSet<String>>() {}.type(), reversed("a", "b")),
                example("exception", IllegalStateException.class, new IllegalStateException("x")),
                example("bean that extends a list", Names.class, new Names("of", "a")),
                example("lambda", Runnable.class, (Runnable) () -> {}),
                example("pattern", Pattern.class, Pattern.compile("a+")),
                example("enum with a body behind an interface", Priced.class, Tariff.HIGH));
    }

    private static ResultExample example(String name, Type type, Object result) {
        return new ResultExample(name, type, result, false);
    }

    private static SortedSet<String> reversed(String... elements) {
        SortedSet<String> set = new TreeSet<>(Comparator.reverseOrder());
        set.addAll(List.of(elements));
        return set;
    }

    private static Calendar calendar() {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(1_700_000_000_123L);
        return calendar;
    }
}
