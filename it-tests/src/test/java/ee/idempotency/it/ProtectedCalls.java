// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import ee.idempotency.Idempotency;
import ee.idempotency.OperationStatus;
import ee.idempotency.OperationStatus.State;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The protected methods in every mode, of beans and of EJBs, and what has become of their records. */
@Dependent
public class ProtectedCalls {

    @Inject
    Idempotency idempotency;

    @Inject
    ModesBean bean;

    @Inject
    ModesClass ofClass;

    @EJB
    ModesEjb ejb;

    /** Those whose transaction the interceptor begins. */
    List<ProtectedCall> ofBeans() {
        return List.of(
                new ProtectedCall("bean-joined", true, bean::joined),
                new ProtectedCall("bean-one-commit", true, bean::oneCommit),
                new ProtectedCall("bean-plain", true, bean::withoutAnnotation),
                new ProtectedCall("class.call", true, ofClass::call));
    }

    /** All. */
    List<ProtectedCall> all() {
        return Stream.concat(
                        ofBeans().stream(),
                        Stream.of(
                                new ProtectedCall("ejb-joined", false, ejb::joined),
                                new ProtectedCall("ejb-one-commit", false, ejb::oneCommit),
                                new ProtectedCall("ejb-requires-new", false, ejb::requiresNew)))
                .toList();
    }

    /** Waits until nothing is stored under a key any more. */
    void awaitFree(ProtectedCall operation, String key) {
        Awaitility.await(operation.name())
                .atMost(Duration.ofSeconds(20))
                .until(() -> stateOf(operation, key).isEmpty());
    }

    /** The state of its record; empty if there is none. */
    Optional<State> stateOf(ProtectedCall operation, String key) {
        return idempotency.operation(operation.name()).key(key).lookup().map(OperationStatus::state);
    }
}
