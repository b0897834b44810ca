// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.ResultCodecException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OutcomeSeal;
import ee.idempotency.spi.RequestVerifier;
import ee.idempotency.tck.LoggedTexts;
import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Key, caller, body and the text of whatever can throw have a mark, which is in no line of the log and in no problem, whatever
 * fails, in each shape of problems and in shadow mode.
 */
@Requirement("H9")
class MarkerTextsTest {

    private static final String MARK = "4242-4242";
    private static final String BODY = "{\"card\":\"" + MARK + "\"}";

    private final LoggedTexts logged = LoggedTexts.ofTheLibrary();
    private final Shop shop = new Shop();
    private @Nullable TestServer server;
    private volatile Consumer<RequestVerifier.Request> verifier = request -> {};
    private int keys;

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
        logged.close();
    }

    /** Verifies what the test says. */
    private final class Verifier implements RequestVerifier {

        @Override
        public Optional<Check> checkOf(Class<?> resourceClass, Method method) {
            return method.getName().equals("text")
                    ? Optional.of(request -> verifier.accept(request))
                    : Optional.empty();
        }
    }

    /** The application says nothing of its mistakes either. */
    private static final class Silent implements ExceptionMapper<RuntimeException> {

        @Override
        public Response toResponse(RuntimeException exception) {
            return Response.serverError().build();
        }
    }

    private static RuntimeException mistake() {
        return new IllegalStateException("refused " + MARK, new SQLException("row (" + MARK + ")", "23514"));
    }

    /** A mistake, an outage because of a row, and an exception that the application makes itself. */
    private static List<RuntimeException> faults() {
        return List.of(
                mistake(),
                new StoreUnavailableException("The store refuses", mistake()),
                new ResultCodecException("cannot read " + MARK, null));
    }

    private static OutcomeSeal seal(@Nullable RuntimeException preparing, RuntimeException sealing) {
        return new OutcomeSeal() {
            @Override
            public Sealer prepare(Place place) {
                if (preparing != null) {
                    throw preparing;
                }
                return outcome -> {
                    throw sealing;
                };
            }

            @Override
            public Outcome open(Place place, Outcome sealed) {
                throw sealing;
            }
        };
    }

    private TestServer start(Map<String, String> settings, boolean verifying) {
        TestServer started = verifying
                ? TestServer.with(settings, shop, new Silent(), new Verifier())
                : TestServer.with(settings, shop, new Silent());
        server = started;
        return started;
    }

    /** What fails, one thing at a time; nothing does afterwards. */
    private List<Runnable> failing(TestServer node) {
        List<Runnable> all = new ArrayList<>();
        for (RuntimeException fault : faults()) {
            Runnable thrower = () -> {
                throw fault;
            };
            all.add(() -> shop.onRun = thrower);
            all.add(() -> node.store.beforeClaim = thrower);
            all.add(() -> node.store.beforeComplete = thrower);
            all.add(() -> node.seal = seal(fault, fault));
            all.add(() -> node.seal = seal(null, fault));
            all.add(() -> node.listeners.add(event -> thrower.run()));
            all.add(() -> node.gates.add(asking -> {
                throw fault;
            }));
            all.add(() -> node.broken = fault);
            all.add(() -> verifier = request -> thrower.run());
        }
        all.add(() -> {});
        return all;
    }

    private void recover(TestServer node) {
        shop.onRun = () -> {};
        node.store.beforeClaim = () -> {};
        node.store.beforeComplete = () -> {};
        node.seal = OutcomeSeal.NONE;
        node.listeners.subList(1, node.listeners.size()).clear();
        node.gates.clear();
        node.broken = null;
        verifier = request -> {};
    }

    /** First, repeat, other payload, and what is no request or no answer. */
    private Stream<Answer> send(TestServer node) {
        String key = "key-" + MARK + "-" + keys++;
        String user = "X-User: caller-" + MARK;
        String json = "Content-Type: application/json";
        List<Answer> answers = new ArrayList<>();
        for (String path : new String[] {"/shop/text", "/shop/broken-stream"}) {
            answers.add(node.post(path, key, BODY, user, json));
            answers.add(node.post(path, key, BODY, user, json));
            answers.add(node.post(path, key, "{\"other\":\"" + MARK + "\"}", user, json));
            answers.add(node.post(path, key + "-2", "{\"" + MARK + "\":", user, json));
            answers.add(node.raw("POST", path, BODY.getBytes(UTF_8), user, json, "Idempotency-Key: a, " + MARK));
        }
        return answers.stream();
    }

    private static boolean isTheResources(Answer answer) {
        return answer.status() < 400;
    }

    private void failEverything(TestServer node) {
        List<Answer> answers = new ArrayList<>();
        for (Runnable fault : failing(node)) {
            fault.run();
            send(node).filter(answer -> !isTheResources(answer)).forEach(answers::add);
            recover(node);
        }
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.text()).doesNotContain(MARK);
            assertThat(answer.headers()).noneMatch(line -> line.contains(MARK));
        });
        assertThat(logged.all()).isNotEmpty().noneMatch(text -> text.contains(MARK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft-07", "stripe"})
    void isInNoProblemAndNoLine(String profile) {
        failEverything(start(Map.of("idempotency.http.profile", profile), true));

        assertThat(logged.of("IDEM-0314")).as("nobody foresaw").isNotEmpty();
        assertThat(logged.of("IDEM-0306")).as("withheld").isNotEmpty();
        assertThat(logged.of("IDEM-0305")).as("not written").isNotEmpty();
    }

    @Test
    void isNeitherInShadowMode() {
        Map<String, String> settings = new HashMap<>(Map.of("idempotency.http.shadow", "true"));
        settings.put("idempotency.http.shadow.timeout", "PT20S");
        failEverything(start(settings, false));

        assertThat(logged.of("IDEM-0121")).isNotEmpty();
    }

    @Test
    void isNeitherWhereRequestsRunUnprotected() {
        failEverything(start(Map.of("idempotency.http.fail-open", "true"), true));
    }

    @Test
    void aClientCannotFillTheLogWhileRequestsRunUnprotected() {
        TestServer node = start(Map.of("idempotency.http.fail-open", "true"), false);
        node.store.beforeClaim = () -> {
            throw new StoreUnavailableException("away", null);
        };
        for (int i = 0; i < 100; i++) {
            assertThat(node.post("/shop/text", "key", "x").status()).isEqualTo(200);
        }

        assertThat(logged.of("IDEM-0312")).hasSizeLessThanOrEqualTo(60);
    }
}
