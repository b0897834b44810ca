// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.ResultType;
import ee.idempotency.ejb.internal.ResultBeans.Bean;
import ee.idempotency.ejb.internal.ResultBeans.Blob;
import ee.idempotency.ejb.internal.ResultBeans.Box;
import ee.idempotency.ejb.internal.ResultBeans.Created;
import ee.idempotency.ejb.internal.ResultBeans.Fields;
import ee.idempotency.ejb.internal.ResultBeans.Line;
import ee.idempotency.ejb.internal.ResultBeans.Maybe;
import ee.idempotency.ejb.internal.ResultBeans.MaybeRecord;
import ee.idempotency.ejb.internal.ResultBeans.Money;
import ee.idempotency.ejb.internal.ResultBeans.Outer;
import ee.idempotency.ejb.internal.ResultBeans.Page;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Date;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Results that JSON-B reads back as they were. */
@SuppressWarnings({"JdkObsolete", "JavaUtilDate"}) // applications return them
final class KeptResults {

    private KeptResults() {}

    static Stream<ResultExample> all() {
        return Stream.of(
                example(
                        "map of records by records",
                        new ResultType<Map<Money, String>>() {}.type(),
                        Map.of(new Money(BigDecimal.ONE, "EUR"), "x")),
                example("text", String.class, "caf\u00e9 \ud83d\ude00 \""),
                example("empty text", String.class, ""),
                example("int", Integer.class, 42),
                example("long beyond doubles", Long.class, 9007199254740993L),
                example("short", Short.class, (short) 7),
                example("double", Double.class, 0.1),
                example("float", Float.class, 0.1f),
                example("boolean", Boolean.class, true),
                example("character", Character.class, 'x'),
                example("decimal", BigDecimal.class, new BigDecimal("1.5")),
                example("decimal with a trailing zero", BigDecimal.class, new BigDecimal("1.50")),
                example("decimal beyond doubles", BigDecimal.class, new BigDecimal("12345678901234567890.123456789")),
                example("big integer", BigInteger.class, new BigInteger("123456789012345678901234567890")),
                example("enum", RetentionPolicy.class, RetentionPolicy.RUNTIME),
                example("UUID", UUID.class, new UUID(1, 2)),
                example("URI", URI.class, URI.create("https://example.org/a?b=c")),
                example("instant with nanoseconds", Instant.class, Instant.parse("2026-01-02T03:04:05.123456789Z")),
                example("date", LocalDate.class, LocalDate.of(2026, 2, 28)),
                example("date and time", LocalDateTime.class, LocalDateTime.of(2026, 2, 28, 1, 2, 3, 4)),
                example("offset", OffsetDateTime.class, OffsetDateTime.parse("2026-01-02T03:04:05+02:00")),
                example("zone", ZonedDateTime.class, ZonedDateTime.parse("2026-07-02T03:04:05+02:00[Europe/Berlin]")),
                example("duration", Duration.class, Duration.ofSeconds(90, 5)),
                example("period", Period.class, Period.of(1, 2, 3)),
                example("list of text", new ResultType<List<String>>() {}.type(), List.of("b", "a", "b")),
                example("empty list", new ResultType<List<String>>() {}.type(), List.of()),
                example("list with null", new ResultType<List<String>>() {}.type(), Arrays.asList("a", null)),
                example(
                        "list of beans",
                        new ResultType<List<Bean>>() {}.type(),
                        List.of(new Bean("a", 1), new Bean("b", 2))),
                example("set of text", new ResultType<Set<String>>() {}.type(), Set.of("x", "y", "z")),
                example(
                        "set of beans",
                        new ResultType<Set<Bean>>() {}.type(),
                        Set.of(new Bean("a", 1), new Bean("b", 2))),
                example(
                        "linked set",
                        new ResultType<Set<String>>() {}.type(),
                        new LinkedHashSet<>(List.of("z", "y", "x"))),
                example("sorted set", new ResultType<SortedSet<String>>() {}.type(), new TreeSet<>(List.of("z", "y"))),
                example("map of text", new ResultType<Map<String, Integer>>() {}.type(), Map.of("a", 1, "b", 2)),
                example(
                        "map of lists of beans",
                        new ResultType<Map<String, List<Bean>>>() {}.type(),
                        Map.of("a", List.of(new Bean("b", 2)))),
                example("optional", new ResultType<Optional<String>>() {}.type(), Optional.of("x")),
                example("array of text", String[].class, new String[] {"a", "b"}),
                example("array of numbers", int[].class, new int[] {1, 2}),
                example("array of bytes", byte[].class, new byte[] {0, -1, 127}),
                example("bean", Bean.class, new Bean("c1", 5)),
                example("bean with a bean", Outer.class, new Outer(new Bean("c1", 5), List.of(new Bean("c2", 6)))),
                example("bean with optionals", Maybe.class, new Maybe(null, 3)),
                example("record", Money.class, new Money(new BigDecimal("1.50"), "EUR")),
                example(
                        "record of records",
                        Line.class,
                        new Line(
                                "book",
                                List.of(new Money(BigDecimal.ONE, "EUR")),
                                Map.of("a", new Money(BigDecimal.TEN, "USD")))),
                example("record with an array", Blob.class, new Blob("a", new byte[] {1, 2})),
                example(
                        "generic record",
                        new ResultType<Page<Money>>() {}.type(),
                        new Page<>(List.of(new Money(BigDecimal.ONE, "EUR")), 1)),
                example("class with a creator", Created.class, Created.of("c1")),
                example(
                        "JSON object",
                        JsonObject.class,
                        Json.createObjectBuilder()
                                .add("a", 1)
                                .add("b", "x")
                                .addNull("c")
                                .build()),
                example(
                        "JSON array",
                        JsonArray.class,
                        Json.createArrayBuilder().add(1.50).add(true).build()),
                example("empty optional", new ResultType<Optional<String>>() {}.type(), Optional.empty()),
                example(
                        "map with numbers as keys",
                        new ResultType<Map<Integer, String>>() {}.type(),
                        Map.of(1, "a", 2, "b")),
                example(
                        "map with enums as keys",
                        new ResultType<Map<RetentionPolicy, String>>() {}.type(),
                        Map.of(RetentionPolicy.CLASS, "a")),
                example(
                        "map with dates as keys",
                        new ResultType<Map<LocalDate, String>>() {}.type(),
                        Map.of(LocalDate.EPOCH, "a")),
                example(
                        "list of lists of longs",
                        new ResultType<List<List<Long>>>() {}.type(),
                        List.of(List.of(1L, 2L), List.of())),
                example("array of beans", Bean[].class, new Bean[] {new Bean("a", 1)}),
                example("array of arrays", int[][].class, new int[][] {{1}, {2, 3}}),
                example("optional number", OptionalInt.class, OptionalInt.of(3)),
                example("old date", Date.class, new Date(1_700_000_000_123L)),
                example("deque", new ResultType<Deque<String>>() {}.type(), new ArrayDeque<>(List.of("a", "b"))),
                example(
                        "linked list",
                        new ResultType<LinkedList<String>>() {}.type(),
                        new LinkedList<>(List.of("a", "b"))),
                example("year and month", YearMonth.class, YearMonth.of(2026, 2)),
                example("public fields", Fields.class, new Fields("a", 2)),
                example("generic subclass", new ResultType<Box<Bean>>() {}.type(), new Box<>(new Bean("a", 1))),
                example(
                        "record with an optional",
                        MaybeRecord.class,
                        new MaybeRecord(Optional.of("x"), Optional.empty())));
    }

    private static ResultExample example(String name, Type type, Object result) {
        return new ResultExample(name, type, result, true);
    }
}
