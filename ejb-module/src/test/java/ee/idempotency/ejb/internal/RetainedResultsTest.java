// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.OutcomeNotRetainedException;
import ee.idempotency.Retained;
import ee.idempotency.tck.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Methods whose results nobody may store. */
@Requirement("O1")
class RetainedResultsTest {

    /** Reads again what it has done. */
    @ApplicationScoped
    public static class Cards {

        private int runs;

        @IdempotentOperation(name = "issue", retained = Retained.POINTER)
        public String issue(@IdempotencyKeyPart String id) {
            return "4111 " + ++runs;
        }

        @IdempotentOperation(name = "again", retained = Retained.POINTER, reread = "find")
        public List<String> again(@IdempotencyKeyPart String id, int limit) {
            return List.of("4111 " + ++runs);
        }

        /** Reads, or fails. */
        public List<String> find(String id, int limit) throws IOException {
            if (limit == 0) {
                throw new IOException("unreadable");
            }
            return List.of("read " + id + " after " + runs);
        }

        @IdempotentOperation(name = "whole")
        public String whole(@IdempotencyKeyPart String id) {
            return "run " + ++runs;
        }
    }

    /** Everything is wrong. */
    @ApplicationScoped
    public static class Wrong {

        @IdempotentOperation(name = "a", reread = "missing")
        public String missing(@IdempotencyKeyPart String id) {
            return id;
        }

        @IdempotentOperation(name = "b", reread = "otherParameters")
        public String parameters(@IdempotencyKeyPart String id) {
            return id;
        }

        public String otherParameters(int id) {
            return "" + id;
        }

        @IdempotentOperation(name = "c", reread = "hidden")
        public String hides(@IdempotencyKeyPart String id) {
            return hidden(id);
        }

        private String hidden(String id) {
            return id;
        }

        @IdempotentOperation(name = "d", reread = "otherResult")
        public List<String> result(@IdempotencyKeyPart String id) {
            return List.of(id);
        }

        public List<Integer> otherResult(String id) {
            return List.of();
        }

        @IdempotentOperation(name = "e", reread = "missing")
        public String effect(@IdempotencyKeyPart String id) {
            return id;
        }

        @IdempotentOperation(name = "f", reread = "otherParameters")
        public void nothing(@IdempotencyKeyPart String id) {}

        @IdempotentOperation(
                name = "g",
                retained = {Retained.WHOLE, Retained.DIGEST})
        public String two(@IdempotencyKeyPart String id) {
            return id;
        }
    }

    /** A resource. */
    @Path("wrong")
    @ApplicationScoped
    public static class WrongResource {

        @POST
        @Path("a")
        @IdempotentOperation(name = "ra", reread = "change")
        public String unsafe() {
            return "";
        }

        @POST
        @Path("change")
        public String change(URI location) {
            return "";
        }

        @POST
        @Path("b")
        @IdempotentOperation(name = "rb", reread = "byName")
        public String parameters() {
            return "";
        }

        public String byName(String name) {
            return name;
        }

        @POST
        @Path("c")
        @IdempotentOperation(name = "rc", reread = "shared")
        public String ofAll() {
            return "";
        }

        public static String shared() {
            return "";
        }
    }

    @Test
    void aRepeatGetsNothingButThatItRan() {
        try (Application application = Application.deploy(Cards.class)) {
            Cards cards = application.get(Cards.class);

            assertThat(cards.issue("c-1")).isEqualTo("4111 1");
            assertThatThrownBy(() -> cards.issue("c-1")).isInstanceOf(OutcomeNotRetainedException.class);
            assertThat(cards.issue("c-2")).isEqualTo("4111 2");
        }
    }

    @Test
    void orWhatTheReReadMethodReturnsOrThrows() throws Exception {
        try (Application application = Application.deploy(Cards.class)) {
            Cards cards = application.get(Cards.class);

            assertThat(cards.again("c-1", 1)).containsExactly("4111 1");
            assertThat(cards.again("c-1", 1)).containsExactly("read c-1 after 1");
            assertThatThrownBy(() -> cards.again("c-1", 0))
                    .isInstanceOf(IOException.class)
                    .hasMessage("unreadable");
        }
    }

    @Test
    void aSettingOfTheOperationStandsAboveItsAnnotation() {
        Map<String, String> settings = Map.of(
                "idempotency.store", "memory",
                "idempotency.retained", "digest",
                "idempotency.operation.\"issue\".retained", "whole");
        try (Application application = Application.deploy(settings, Cards.class)) {
            Cards cards = application.get(Cards.class);

            assertThat(cards.issue("c-1")).isEqualTo(cards.issue("c-1"));
            cards.whole("c-1");
            assertThatThrownBy(() -> cards.whole("c-1")).isInstanceOf(OutcomeNotRetainedException.class);
        }
    }

    @Test
    void wrongOnesStopTheDeploymentWithOneList() {
        Map<String, String> settings =
                Map.of("idempotency.store", "memory", "idempotency.operation.\"a\".retained", "nothing");
        String problems = catchThrowable(() -> Application.deploy(settings, Wrong.class, WrongResource.class)
                        .close())
                .toString();

        assertThat(problems)
                .contains(
                        "missing: reread = \"missing\": it has effects",
                        "parameters: reread = \"otherParameters\": there is no such method with the parameters"
                                + " java.lang.String",
                        "hides: reread = \"hidden\": it is not a public method of the object",
                        "result: reread = \"otherResult\": it returns java.util.List<java.lang.Integer> and not"
                                + " java.util.List<java.lang.String>",
                        "effect: reread = \"missing\": it has effects",
                        "nothing: reread is not for methods that return nothing",
                        "two: retained has at most one value",
                        "unsafe: reread = \"change\": it has effects",
                        "parameters: reread = \"byName\": there is no such method without parameters, or with one"
                                + " java.net.URI",
                        "ofAll: reread = \"shared\": it is not a public method of the object",
                        "idempotency.operation.\"a\".retained = nothing: must be one of whole, pointer, digest");
    }
}
