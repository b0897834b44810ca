// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.spi.ResultCodec;
import ee.idempotency.tck.Requirement;
import jakarta.json.Json;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.spi.JsonProvider;
import java.io.File;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A payload is the same on every node, whatever order its sets and maps have there. */
@Requirement("K8")
class PayloadsInTwoProcessesTest {

    private enum Size {
        SMALL,
        LARGE
    }

    /** All that has no order, and a list, which has one. */
    public record Order(
            Set<String> tags,
            Map<String, Set<Integer>> places,
            Map<Size, BigDecimal> prices,
            Optional<Set<String>> notes,
            List<Set<String>> groups,
            Collection<String> collection,
            Map<String, Collection<String>> collections,
            Object anything) {}

    /** What can be iterated, and is no collection. */
    public record Stored(Path place) {}

    private static Order order() {
        return new Order(
                Set.of("a", "b", "c", "d", "e", "f"),
                Map.of("x", Set.of(1, 2, 3, 4, 5), "y", Set.of(6, 7, 8), "z", Set.of()),
                new EnumMap<>(Map.of(Size.SMALL, new BigDecimal("1.10"), Size.LARGE, BigDecimal.TEN)),
                Optional.of(Set.of("g", "h", "i")),
                List.of(Set.of("j", "k", "l"), Set.of("m")),
                Set.of("A", "B", "C", "D"),
                Map.of("E", Set.of("F", "G", "H")),
                Map.of("n", Set.of("o", "p"), "q", Set.of("r", "s", "t")));
    }

    /** The other process: says in which order its sets are, and what its payload is. */
    public static void main(String[] arguments) {
        System.out.println(order().tags());
        System.out.println(payload(order()));
    }

    private static String payload(Object value) {
        return new String(new JsonbResultCodec().encodePayload(value), StandardCharsets.UTF_8);
    }

    @Test
    void isTheSameInAProcessWhoseSetsHaveAnotherOrder() throws Exception {
        String here = order().tags().toString();
        for (int i = 0; i < 20; i++) {
            List<String> lines = runElsewhere();
            assertThat(lines.get(1)).isEqualTo(payload(order()));
            if (!lines.get(0).equals(here)) {
                return;
            }
        }
        throw new AssertionError("Twenty processes had their sets in the order of this one");
    }

    private static List<String> runElsewhere() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        PayloadsInTwoProcessesTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return lines;
    }

    private static String classPath() {
        return Stream.of(
                        PayloadsInTwoProcessesTest.class,
                        JsonbResultCodec.class,
                        ResultCodec.class,
                        Jsonb.class,
                        JsonbBuilder.create().getClass(),
                        Json.class,
                        JsonProvider.provider().getClass())
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void setsAndMapsCountByWhatTheyHold() {
        assertThat(payload(new LinkedHashSet<>(List.of("b", "a"))))
                .isEqualTo(payload(new LinkedHashSet<>(List.of("a", "b"))));
        assertThat(payload(new HashSet<>(List.of(2, 10)))).isEqualTo("[10,2]");
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("b", 1);
        one.put("a", Map.of("c", Set.of("e", "d")));
        assertThat(payload(one))
                .isEqualTo(payload(new TreeMap<>(one)))
                .isEqualTo("{\"a\":{\"c\":[\"d\",\"e\"]},\"b\":1}");
        assertThat(payload(new HashMap<>(Map.of(Size.LARGE, 1, Size.SMALL, 2)))).isEqualTo("{\"LARGE\":1,\"SMALL\":2}");
    }

    @Test
    void whatHasAnOrderCountsByIt() {
        assertThat(payload(List.of("b", "a"))).isEqualTo("[\"b\",\"a\"]");
        assertThat(payload(new Stored(Path.of("b", "a")))).isEqualTo("{\"place\":\"b/a\"}");
    }
}
