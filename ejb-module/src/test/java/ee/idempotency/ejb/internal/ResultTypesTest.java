// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.operation.MethodChecks;
import ee.idempotency.operation.OperationReader;
import ee.idempotency.tck.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Declared result types: read with the type arguments of the bean's class, and refused if nothing could be read back. */
@Requirement("A11")
class ResultTypesTest {

    /** A result. */
    public static class Receipt {
        public String id = "";
    }

    abstract static class MakerBase<T> {

        @IdempotentOperation
        public T make(@IdempotencyKeyPart String id) {
            return create();
        }

        @IdempotentOperation
        public List<T> makeAll(@IdempotencyKeyPart String id) {
            return List.of(create(), create());
        }

        abstract T create();
    }

    @ApplicationScoped
    public static class ReceiptMaker extends MakerBase<Receipt> {

        @Override
        Receipt create() {
            Receipt receipt = new Receipt();
            receipt.id = UUID.randomUUID().toString();
            return receipt;
        }
    }

    /** What can never be read back. */
    @IdempotentOperation
    interface Unreadable<T> {

        Stream<String> stream(@IdempotencyKeyPart String id);

        Iterator<String> iterator(@IdempotencyKeyPart String id);

        InputStream bytes(@IdempotencyKeyPart String id);

        CompletableFuture<String> future(@IdempotencyKeyPart String id);

        Object object(@IdempotencyKeyPart String id);

        Optional<?> wildcard(@IdempotencyKeyPart String id);

        Map<String, List<Object>> nested(@IdempotencyKeyPart String id);

        T unknown(@IdempotencyKeyPart String id);

        Stream<String>[] array(@IdempotencyKeyPart String id);
    }

    @IdempotentOperation
    interface ReadableResults {

        void nothing(@IdempotencyKeyPart String id);

        int number(@IdempotencyKeyPart String id);

        byte[] bytes(@IdempotencyKeyPart String id);

        List<? extends Receipt> bounded(@IdempotencyKeyPart String id);

        Map<String, List<Receipt>> nested(@IdempotencyKeyPart String id);
    }

    @Test
    void aTypeVariableIsWhatTheBeansClassSays() {
        try (Application application = Application.deploy(ReceiptMaker.class)) {
            ReceiptMaker maker = application.get(ReceiptMaker.class);
            assertThat(maker.make("a")).usingRecursiveComparison().isEqualTo(maker.make("a"));
            assertThat(maker.makeAll("a")).usingRecursiveComparison().isEqualTo(maker.makeAll("a"));
            assertThat(maker.make("b").id).isNotEqualTo(maker.make("a").id);
        }
    }

    @Test
    void refusesWhatCanNeverBeReadBack() {
        assertThat(problemsOf(Unreadable.class))
                .hasSize(Unreadable.class.getDeclaredMethods().length)
                .anyMatch(
                        problem -> problem.contains("Unreadable.stream: a result of the type java.util.stream.Stream"))
                .anyMatch(problem -> problem.contains("Unreadable.future: an asynchronous result cannot be stored"))
                .anyMatch(
                        problem -> problem.contains("Unreadable.nested: a stored result is read back to its declared"))
                .anyMatch(problem -> problem.contains("Unreadable.unknown: nobody knows what the result type T"));
    }

    @Test
    void acceptsWhatCan() {
        assertThat(problemsOf(ReadableResults.class)).isEmpty();
    }

    private static List<String> problemsOf(Class<?> type) {
        OperationOptions defaults = OperationOptions.of(Duration.ofMinutes(1), Duration.ofDays(1));
        return new OperationReader(type)
                .methods().stream()
                        .flatMap(method -> MethodChecks.check(method, defaults, true).stream())
                        .map(problem -> problem.replace('$', '.'))
                        .toList();
    }
}
