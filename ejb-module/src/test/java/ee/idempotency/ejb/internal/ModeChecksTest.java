// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.TransactionMode;
import ee.idempotency.engine.EngineSettings;
import ee.idempotency.operation.OperationReader;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.tck.Requirement;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stops a deployment whose modes cannot do what they promise. */
@Requirement("X2")
@Requirement("X3")
class ModeChecksTest {

    private static final EngineSettings SETTINGS = EngineSettings.read(new SettingsReader(name -> null));

    /** Fine where the mode is INDEPENDENT. */
    @ApplicationScoped
    public static class Plain {

        @Transactional(TxType.REQUIRES_NEW)
        @IdempotentOperation
        public void apart(@IdempotencyKeyPart String key) {}
    }

    /** Modes of its own. */
    @ApplicationScoped
    public static class Joining {

        @IdempotentOperation(mode = TransactionMode.JOINED)
        public void joined(@IdempotencyKeyPart String key) {}

        @IdempotentOperation(mode = {TransactionMode.JOINED, TransactionMode.ONE_COMMIT})
        public void two(@IdempotencyKeyPart String key) {}
    }

    /** A bean whose class begins transactions. */
    @Transactional(TxType.REQUIRES_NEW)
    @IdempotentOperation(mode = TransactionMode.JOINED)
    public static class Beans {

        public void apart(@IdempotencyKeyPart String key) {}

        @Transactional(TxType.NOT_SUPPORTED)
        public void suspends(@IdempotencyKeyPart String key) {}

        @Transactional(TxType.NEVER)
        public void refuses(@IdempotencyKeyPart String key) {}

        @Transactional
        public void fine(@IdempotencyKeyPart String key) {}

        @Transactional(TxType.MANDATORY)
        public void fineToo(@IdempotencyKeyPart String key) {}

        @IdempotentOperation(mode = TransactionMode.INDEPENDENT)
        public void fineAlone(@IdempotencyKeyPart String key) {}

        @POST
        public void resource(String body) {}

        @POST
        public void fineLater(@Suspended AsyncResponse later) {}
    }

    /** An EJB whose transactions the container manages. */
    @Stateless
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @IdempotentOperation(mode = TransactionMode.ONE_COMMIT)
    public static class Ejb {

        public void suspends(@IdempotencyKeyPart String key) {}

        @TransactionAttribute(TransactionAttributeType.NEVER)
        public void refuses(@IdempotencyKeyPart String key) {}

        @TransactionAttribute(TransactionAttributeType.REQUIRED)
        public void fine(@IdempotencyKeyPart String key) {}

        @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
        public void fineInItsOwn(@IdempotencyKeyPart String key) {}

        @POST
        @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
        public void resource(String body) {}
    }

    /** An EJB in whose transactions every call is. */
    @Stateless
    public static class Inside {

        @IdempotentOperation
        public void nobodyChose(@IdempotencyKeyPart String key) {}

        @IdempotentOperation(mode = TransactionMode.INDEPENDENT)
        public void apart(@IdempotencyKeyPart String key) {}

        @IdempotentOperation(mode = TransactionMode.INDEPENDENT)
        @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
        public void fine(@IdempotencyKeyPart String key) {}
    }

    /** An EJB that begins transactions. */
    @Stateless
    @TransactionManagement(TransactionManagementType.BEAN)
    @IdempotentOperation(mode = TransactionMode.JOINED)
    public static class SelfManaged {

        public void begins(@IdempotencyKeyPart String key) {}
    }

    @Test
    @Requirement("A4")
    void refusesModesThatTheStoreCannotDo() {
        Map<String, String> settings = Map.of("idempotency.store", "memory", "idempotency.mode", "one-commit");

        assertThatThrownBy(() -> Application.deploy(settings, Joining.class, Plain.class))
                .hasStackTraceContaining("idempotency.mode = one-commit: needs a store that takes part in transactions")
                .hasStackTraceContaining(
                        "Joining.joined: the mode JOINED needs a store that takes part in transactions")
                .hasStackTraceContaining("Joining.two: mode has at most one value")
                .hasStackTraceContaining("Plain.apart: @Transactional(REQUIRES_NEW) keeps the work out");
    }

    @Test
    void refusesADeployedStoreThatCannotJoin() {
        assertThatThrownBy(() -> Application.deploy(Map.of(), PlainStore.class, Joining.class))
                .hasStackTraceContaining(
                        "Joining.joined: the mode JOINED needs a store that takes part in transactions");
        assertThatThrownBy(() -> Application.deploy(Map.of("idempotency.mode", "joined"), PlainStore.class))
                .hasStackTraceContaining("idempotency.mode = joined: needs a store that takes part in transactions");
        assertThatThrownBy(
                        () -> Application.deploy(Map.of("idempotency.mode", "joined"), PlainStore.PlainProduced.class))
                .hasStackTraceContaining("idempotency.mode = joined: needs a store that takes part in transactions");
    }

    @ParameterizedTest
    @ValueSource(classes = {PlainStore.Joinable.class, PlainStore.JoinableProduced.class})
    void acceptsThemWhereTheStoreDeclaresThatItCan(Class<?> store) {
        try (Application application =
                Application.deploy(Map.of("idempotency.mode", "joined"), store, ContextTest.Parts.class)) {
            assertThat(application.get(Producers.class).assembly().engine()).isNotNull();
        }
        Application.deploy(Plain.class).close();
    }

    @Test
    void refusesBeansWhoseWorkIsInATransactionOfItsOwn() {
        assertThat(problemsOf(Beans.class))
                .contains(
                        "Beans.apart: @Transactional(REQUIRES_NEW) keeps the work out of the transaction of its outcome")
                .contains("Beans.suspends: @Transactional(NOT_SUPPORTED)")
                .contains("Beans.refuses: @Transactional(NEVER)")
                .contains("Beans.resource: @Transactional(REQUIRES_NEW)")
                .doesNotContainPattern("fine\\w*: @Trans");
    }

    @Test
    void refusesEjbsWhoseWorkIsInATransactionOfItsOwn() {
        assertThat(problemsOf(Ejb.class))
                .contains("Ejb.suspends: @TransactionAttribute(NOT_SUPPORTED) keeps the work out")
                .contains("Ejb.refuses: @TransactionAttribute(NEVER)")
                .contains("Ejb.resource: @TransactionAttribute(REQUIRES_NEW)")
                .doesNotContainPattern("fine\\w*: @Trans");
        assertThat(problemsOf(SelfManaged.class))
                .contains("SelfManaged.begins: a bean that manages its transactions itself cannot share one");
    }

    @Test
    @Requirement("A12")
    void refusesIndependentEjbsInsideTheContainersTransaction() {
        assertThat(problemsOf(Inside.class))
                .contains("Inside.apart: the container opens a transaction before each call, the mode INDEPENDENT is")
                .contains(
                        "leave the mode out or choose JOINED, or let the method be @TransactionAttribute(NOT_SUPPORTED)")
                .doesNotContain("Inside.nobodyChose")
                .doesNotContain("Inside.fine");
        assertThat(problemsOf(Inside.class, false))
                .contains(
                        "Inside.nobodyChose: the container opens a transaction before each call, and the store cannot");
    }

    @Test
    @Requirement("A12")
    void announcesTheModeThatCallsWillHave() {
        BeanChecks checks = new BeanChecks(SETTINGS, true, true);
        assertThat(announcements(checks, Inside.class))
                .anyMatch(line -> line.contains("Inside.nobodyChose), JOINED, key from key, lease PT1M, retention P"));
        assertThat(announcements(checks, Beans.class))
                .anyMatch(line -> line.contains("fineAlone), INDEPENDENT, key from key"));
        assertThat(announcements(checks, Plain.class))
                .anyMatch(line -> line.contains("INDEPENDENT or, inside an open transaction, JOINED, key from key"));
    }

    private static List<String> announcements(BeanChecks checks, Class<?> type) {
        return new OperationReader(type)
                .methods().stream()
                        .map(method -> checks.operation(method).announcement())
                        .toList();
    }

    private static String problemsOf(Class<?> type) {
        return problemsOf(type, true);
    }

    private static String problemsOf(Class<?> type, boolean storeJoins) {
        BeanChecks checks = new BeanChecks(SETTINGS, storeJoins, true);
        return new OperationReader(type)
                .methods().stream()
                        .flatMap(method -> checks.problemsOf(method).stream())
                        .collect(Collectors.joining("\n"))
                        .replace('$', '.');
    }
}
